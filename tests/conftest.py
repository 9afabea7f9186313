"""For all tests: windows are drawn off the screen, unless a screen is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
