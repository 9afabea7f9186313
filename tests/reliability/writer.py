"""A writer as a process of its own: KIND, the library's folder, a name for this run.

With `kill_test.py` of others: --writer 'python -m tests.reliability.writer notes {dir}/library
{cycle}' --verify 'python -m tests.reliability.verifier notes {dir}/library {log}'.
"""

import sys
from pathlib import Path

from tests.reliability.writing import WRITERS

if __name__ == "__main__":
    kind, folder, run = sys.argv[1:]
    WRITERS[kind](Path(folder), run)
