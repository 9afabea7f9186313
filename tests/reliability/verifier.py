"""A verifier as a process of its own: KIND, the library's folder, the log of what was said."""

import sys
from pathlib import Path

from tests.reliability.protocol import heard
from tests.reliability.verifying import verify

if __name__ == "__main__":
    kind, folder, log = sys.argv[1:]
    faults, took = verify(kind, Path(folder), heard(Path(log).read_text("utf-8").splitlines()))
    sys.stdout.write("\n".join([*faults, f"opened in {took:.3f} s"]) + "\n")
    sys.exit(bool(faults))
