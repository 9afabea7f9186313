"""What a recognising process does.

These modules run only in processes of their own; nothing in the window's process may
import them (`rapid` loads the engine).
"""
