"""The records and sets of `../shared/data`, as documents with known words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from library.model.geometry import Box
from tests.bench.joining.ink import gray, word_spans
from tests.bench.joining.page_files import Blocks, read_alto, read_page
from tests.bench.joining.truth import (
    WORD_SLACK,
    Place,
    TrueDocument,
    TrueLine,
    TrueWord,
    by_name,
    document_of,
    even_place,
    same,
)


def records(folder: Path) -> Iterator[TrueDocument]:
    """Records of which `NAME.truth.json` tells the words."""
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        words = _by_lines(truth) if "words" in truth else _by_words(truth)
        name = path.name.removesuffix(".truth.json")
        yield TrueDocument(name, (folder / f"{name}.pdf",), tuple(words))


def _by_lines(truth: dict) -> Iterator[TrueWord]:
    """Words with the numbers of their lines."""
    lines = [
        TrueLine(page["page"] - 1, text, _box(page, edges))
        for page in truth["scan"]
        for text, *edges in page["lines"]
    ]
    at = [0] * len(lines)
    for word, *numbers in truth["words"]:
        places = []
        for part, number in enumerate(numbers):
            text = lines[number].text
            start = text.find(word, at[number]) if len(numbers) == 1 else 0
            if len(numbers) > 1 and part == 0:  # broken at the end of the line
                start = text.rfind(" ") + 1
            start = max(start, 0)
            end = text.find(" ", start)
            end = len(text) if end < 0 else end
            at[number] = end
            places.append(even_place(lines[number], start, end))
        yield TrueWord(word, tuple(places))


def _by_words(truth: dict) -> Iterator[TrueWord]:
    version = truth["versions"][truth.get("score_version", 0)]
    words = [word for paragraph in version["paragraphs"] for word in paragraph.split()]
    scan = [(page, *row) for page in truth["scan"] for row in page["words"]]
    found = dict(same(words, [text for _, text, *_ in scan]))
    for nth, word in enumerate(words):
        places = []
        if nth in found:
            page, _, _, *edges = scan[found[nth]]
            box = _box(page, edges)
            left, right = box.left - WORD_SLACK, box.right + WORD_SLACK
            places.append(Place(page["page"] - 1, box, left, right))
        yield TrueWord(word, tuple(places))


def _box(page: dict, edges: list[float]) -> Box:
    (width, height), (left, top, right, bottom) = page["size"], edges
    return Box(left / width, top / height, right / width, bottom / height)


def fraktur(folder: Path) -> TrueDocument:
    files = sorted(folder.rglob("GT-PAGE/*.xml"))
    return _of_files("Fraktur", files, [path.with_suffix(".jpg") for path in files], read_page)


def kant(folder: Path) -> TrueDocument:
    files = sorted(folder.rglob("OCR-D-GT-PAGE/*.xml"))
    pictures = sorted(folder.rglob("OCR-D-IMG/*.tif"))
    return _of_files("Kant", files, pictures, read_page)


def alto(folder: Path) -> Iterator[TrueDocument]:
    for name, files in by_name(list(folder.glob("*.xml"))).items():
        pictures = [path.with_suffix(".jpg") for path in files]
        yield _of_files(name, files, pictures, read_alto)


def _of_files(
    name: str, files: list[Path], pictures: list[Path], read: Callable[[Path, int], Blocks]
) -> TrueDocument:
    blocks: Blocks = []
    for page, (path, picture) in enumerate(zip(files, pictures, strict=True)):
        with Image.open(picture) as opened:
            sheet = gray(opened)
        blocks += [[_seen(line, sheet) for line in block] for block in read(path, page)]
    return document_of(name, pictures, blocks)


def _seen(line: TrueLine, sheet: np.ndarray) -> TrueLine:
    """With the words' own places, where the picture shows them."""
    words = line.text.split()
    if line.words or not words:
        return line
    spans = word_spans(sheet, line.outline, line.box, words)
    boxes = (replace(line.box, left=left, right=right) for left, right in spans)
    return replace(line, words=tuple(zip(words, boxes, strict=True))) if spans else line
