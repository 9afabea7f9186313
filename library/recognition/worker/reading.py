"""Reading a page, whichever way it lies."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from library.pages.contents import PageReading, Pixels
from library.recognition.worker.lines import Image, Quad, Reading
from library.recognition.worker.placing import line_of, words_of
from library.recognition.worker.rapid import Engine

_THREADS = min(2, os.cpu_count() or 1)  # the engine works outside Python's lock
_SURE = 0.9  # lines that are read with less certainty may stand on their heads
_SAMPLE = 4  # lines that are tried both ways, the longest
_CLEARLY = 1.5  # times as many letters, for a page to be turned
_TALL = 1.5  # height to width from which the engine takes a line to run down the page
_LONE = 1.6  # times the usual height: what is no taller is one character, and upright


@dataclass(slots=True)
class _Line:
    quad: Quad  # corners in pixels, from where the writing begins, clockwise
    crop: Image
    reading: Reading | None = None

    @property
    def length(self) -> float:
        return float(self.crop.shape[1] / self.crop.shape[0])


class Worker:
    """Reads drawn pages."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._threads = ThreadPoolExecutor(_THREADS)

    def read(self, pixels: Pixels) -> PageReading:
        """What stands on a page, line by line from its top."""
        image = np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 4)
        image = np.ascontiguousarray(image[:, :, :3])
        turn, lines = self._upright(image)
        size = (pixels.height, pixels.width) if turn % 2 else (pixels.width, pixels.height)
        readings = self._readings(lines)
        placed = [
            (reading, line.quad / np.array(size), number, turn)
            for number, (line, reading) in enumerate(zip(lines, readings, strict=True))
        ]
        return PageReading(
            tuple(word for each in placed for word in words_of(*each)),
            tuple(line_of(*each) for each in placed if each[0].sights.places),
        )

    def _upright(self, image: Image) -> tuple[int, Sequence[_Line]]:
        """The quarters by which the page must be turned against the clock, and its lines then."""
        turn, boxes = 0, self._engine.lines(image)
        if _run_down(boxes):
            turn, boxes = 1, self._engine.lines(_turned(image, 1))
        lines = _lines(boxes)
        if self._stand_on_their_heads(lines):
            turn += 2
            lines = _lines(self._engine.lines(_turned(image, turn)))
        return turn, lines

    def _stand_on_their_heads(self, lines: Sequence[_Line]) -> bool:
        sample = sorted(lines, key=lambda line: line.length, reverse=True)[:_SAMPLE]
        upright = self._readings(sample)
        if not sample or np.mean([reading.certainty for reading in upright]) >= _SURE:
            return False
        turned = self._readings([_Line(line.quad, _turned(line.crop, 2)) for line in sample])
        letters, others = (sum(each.letters for each in some) for some in (upright, turned))
        return others > _CLEARLY * letters

    def _readings(self, lines: Sequence[_Line]) -> list[Reading]:
        return list(self._threads.map(self._reading, lines))

    def _reading(self, line: _Line) -> Reading:
        if line.reading is None:
            line.reading = self._engine.read(line.crop)
        return line.reading


def _run_down(boxes: Sequence[tuple[Quad, Image]]) -> bool:
    """Whether more of the writing runs down the page than across it."""
    axes = np.array([_axis(quad) for quad, _ in boxes]).reshape(-1, 2)
    across, down = np.abs(axes).sum(axis=0)
    return bool(down > across)


def _axis(quad: Quad) -> Quad:
    """The longer side: of a line askew the engine may begin the corners at any of them."""
    top_left, top_right, _, bottom_left = quad
    return max(top_right - top_left, bottom_left - top_left, key=np.linalg.norm)


def _lines(boxes: Sequence[tuple[Quad, Image]]) -> list[_Line]:
    """The engine turns all that is taller than wide; a lone figure or letter stands upright."""
    heights = [min(_size(quad)) for quad, _ in boxes]
    usual = float(np.median(heights)) if heights else 0.0
    lines = []
    for quad, crop in boxes:
        if not _is_tall(quad):
            lines.append(_Line(quad, crop))
        elif _size(quad)[1] <= _LONE * usual:
            lines.append(_Line(quad, _turned(crop, -1)))
        else:
            lines.append(_Line(np.roll(quad, -1, axis=0), crop))
    return lines


def _is_tall(quad: Quad) -> bool:
    width, height = _size(quad)
    return height >= _TALL * width


def _size(quad: Quad) -> tuple[float, float]:
    """Width and height, in whole pixels as the engine counts them."""
    top, right, bottom, left = np.linalg.norm(quad - np.roll(quad, -1, axis=0), axis=1)
    return float(max(int(max(top, bottom)), 1)), float(max(int(max(left, right)), 1))


def _turned(image: Image, quarters: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, quarters))
