"""What a score is worth: the certainty that a reader sees.

`_TABLE` is monotone.  It was fitted on simulated pages of 2 to 30 % misread characters, with
missing and swapped pages, and on real pages, clean, made worse, and with a text half of which
was foreign; it is held fixed (`tests/bench/bench_alignment.py` prints the reliability).  It
stays below what was right there: from .9 on, no more than one link in a thousand was wrong
at any error rate.
"""

from __future__ import annotations

import numpy as np

from library.alignment.normalising import Floats

_TABLE = (  # score, certainty
    (0.00, 0.00),
    (0.20, 0.30),
    (0.30, 0.45),
    (0.40, 0.60),
    (0.50, 0.75),
    (0.65, 0.90),
    (0.75, 0.97),
    (0.90, 0.99),
    (0.97, 1.00),
)
_SCORES, _CERTAINTIES = zip(*_TABLE, strict=True)


def calibrated(scores: Floats) -> Floats:
    certainties: Floats = np.interp(scores, _SCORES, _CERTAINTIES)
    return certainties
