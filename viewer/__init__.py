"""The window."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 was built for an immortal None.  Before Python 3.12 each of its calls that
    # return None takes one reference away, and after some minutes the interpreter aborts.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
