"""The second engine: Tesseract, for what the first does not read."""

from __future__ import annotations

import os

import numpy as np
from tesserocr import OEM, PSM, LeptLogLevel, PyTessBaseAPI, set_leptonica_log_level

from library.pages.contents import PageReading, Pixels, Word
from library.recognition.worker.attempts import Attempt, best_of
from library.recognition.worker.developing import Picture, developed, grey
from library.recognition.worker.lying import Upright, uprights_of
from library.recognition.worker.parting import parted
from library.recognition.worker.placing import word_at
from library.recognition.worker.seen import Seen, words_of

_SURE = 0.6  # pages that are read with less certainty may lie otherwise
_COVERED = 0.97  # of the ink was read: no line is lost
# Further readings, at other scales, the last without a search for columns: a line that is
# lost in one is seldom lost in all.
_OTHER_WAYS = (0.8, PSM.AUTO), (0.9, PSM.SINGLE_BLOCK), (0.7, PSM.SINGLE_BLOCK)


class Worker:
    """Reads drawn pages in the languages, "rus+eng", whose data are in the folder."""

    def __init__(self, folder: str, languages: str) -> None:
        set_leptonica_log_level(LeptLogLevel.NONE)
        self._engine = PyTessBaseAPI(path=folder, lang=languages, oem=OEM.LSTM_ONLY)
        self._engine.SetVariable("debug_file", os.devnull)

    def read(self, pixels: Pixels) -> PageReading:
        """The words of a page, line by line in the order of reading."""
        attempts = [self._upright(grey(pixels))]
        for scale, layout in _OTHER_WAYS:
            if attempts[-1].covered >= _COVERED:
                break
            attempts.append(self._attempt(attempts[0].upright.reduced(scale), layout))
        best = best_of(attempts)
        return PageReading(tuple(_word(seen, best.upright) for seen in best.seen))

    def _upright(self, page: Picture) -> Attempt:
        """Read in the way in which it lies, which shows by how well it can be read."""
        attempts = []
        for upright in uprights_of(page):
            attempts.append(self._attempt(upright, PSM.AUTO))
            if attempts[-1].certainty >= _SURE:
                break
        return best_of(attempts)

    def _attempt(self, upright: Upright, layout: int) -> Attempt:
        self._engine.SetPageSegMode(layout)
        self._engine.SetImage(developed(upright.picture))
        self._engine.Recognize()
        # Its iterator tells the letters of Arabic words from the left; the table does not.
        seen = tuple(words_of(self._engine.GetTSVText(0)))
        return Attempt(upright, tuple(parted(seen)), in_columns=layout == PSM.AUTO)


def _word(seen: Seen, upright: Upright) -> Word:
    across, down = (seen.left, seen.right, seen.right, seen.left), (seen.top, seen.bottom)
    corners = np.column_stack((across, np.repeat(down, 2))).astype(np.float64)
    return word_at(upright.on_the_page(corners), seen.text, seen.line, seen.certainty)
