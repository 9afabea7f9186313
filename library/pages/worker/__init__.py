"""What a reading process does: open files, tell what is in them, draw their pages.

These modules run only in processes of their own; nothing in the window's process may
import them (they load MuPDF).
"""

import gc

from library.pages.worker.performing import Worker

__all__ = ["Worker"]

gc.freeze()  # collections need not walk through what was imported, which forks then go on sharing
