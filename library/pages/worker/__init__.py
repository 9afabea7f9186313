"""What a reading process does: open files, tell what is in them, draw their pages.

These modules run only in processes of their own; nothing in the window's process may
import them (they load MuPDF).
"""

from library.pages.worker.performing import Worker

__all__ = ["Worker"]
