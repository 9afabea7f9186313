"""For all tests: windows are drawn off the screen, unless a screen is asked for; no network."""

import os
import sys
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("any machine", deadline=None)  # no test asserts a time
settings.load_profile("any machine")

_NO_NETWORK = str(Path(__file__).parent / "no_network")
if _NO_NETWORK not in os.environ.get("PYTHONPATH", "").split(os.pathsep):
    # For the processes that tests start; this one imports it here.
    rest = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_NO_NETWORK, rest)))
    sys.path.insert(0, _NO_NETWORK)
    sys.modules.pop("sitecustomize", None)
    import sitecustomize  # noqa: F401
