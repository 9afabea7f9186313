"""How well and how fast Tesseract reads the scripts it is there for.

    python -m tests.bench.bench_tesseract [--pages FOLDER LANGUAGE]

Prints the part of the letters and digits that are misread, and the seconds of CPU, for pages
that are drawn here: as they are, askew, turned, and worn.  `--pages` adds scans: pictures,
with their text in `txt/NAME.txt`.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from importlib import import_module
from os import environ
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from library.model.document import Page, PageKind
from library.recognition.choosing import engine_for
from library.recognition.recognising import drawing_size
from tests.library.recognition.typed import TEXTS, part_misread, pixels_of, text_of, typed
from tests.library.recognition.written import written

environ["OMP_THREAD_LIMIT"] = "1"  # as in the recognising process
SEED = 3001
PICTURES = ".tif", ".jpg", ".png"


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--pages", nargs=2, metavar=("FOLDER", "LANGUAGE"))
    asked = parser.parse_args()
    _drawn()
    if asked.pages:
        folder, language = asked.pages
        _scanned(Path(folder), language)


def _drawn() -> None:
    ways: Mapping[str, Callable[[str], Image.Image]] = {
        "as typed": typed,
        "5° askew": lambda language: typed(language, 0, 5.0),
        "on its head": lambda language: typed(language, 2),
        "on its side": lambda language: typed(language, 1, -2.0),
        "worn": lambda language: _worn(typed(language), contrast=0.7, noise=0.04, lost=0.0),
        "faded": lambda language: _worn(typed(language), contrast=0.4, noise=0.06, lost=0.1),
    }
    print("misread / CPU s  " + "  ".join(f"{way:>15}" for way in ways))
    for language in TEXTS:
        worker = _worker(language)
        cells = (_cell(worker, draw(language), text_of(language)) for draw in ways.values())
        print(f"{language:15}  " + "  ".join(f"{cell:>15}" for cell in cells))


def _scanned(folder: Path, language: str) -> None:
    worker = _worker(language)
    for path in sorted(path for path in folder.iterdir() if path.suffix in PICTURES):
        with Image.open(path) as picture:
            page = picture.convert("L")
        size = drawing_size(Page(PageKind.SCAN, *map(float, page.size), text_layer=False))
        text = (folder / "txt" / f"{path.stem}.txt").read_text(encoding="utf-8")
        print(path.name, _cell(worker, page.resize(size, Image.Resampling.LANCZOS), text))


def _worker(language: str) -> Any:
    setup = engine_for(written(codes=(language,)))
    return import_module(setup.worker).Worker(*setup.arguments)


def _cell(worker: Any, picture: Image.Image, text: str) -> str:
    began = process_time()
    words = worker.read(pixels_of(picture)).words
    return f"{part_misread(words, text):.4f} / {process_time() - began:.2f}"


def _worn(page: Image.Image, contrast: float, noise: float, lost: float) -> Image.Image:
    """Faded by a worn ribbon, on shaded paper, with grain."""
    random = np.random.default_rng(SEED)
    ink = 1 - np.asarray(page, np.float32) / 255
    ribbon = 1 - 0.5 * _blotches(random, page.size, 40)
    kept = _blotches(random, page.size, 3) > lost
    blurred = _picture(ink * ribbon * kept).filter(ImageFilter.GaussianBlur(1.0))
    down, across = np.indices(ink.shape, np.float32)
    paper = 0.9 - 0.15 * across / page.width - 0.1 * down / page.height
    grain = random.normal(0, noise, ink.shape)
    worn = paper - contrast * np.asarray(blurred, np.float32) / 255 + grain
    return _picture(worn).filter(ImageFilter.GaussianBlur(0.5))


def _blotches(random: np.random.Generator, size: tuple[int, int], grain: int) -> Any:
    small = random.random((size[1] // grain, size[0] // grain))
    return np.asarray(_picture(small).resize(size, Image.Resampling.BICUBIC), np.float32) / 255


def _picture(shades: Any) -> Image.Image:
    return Image.fromarray((np.clip(shades, 0, 1) * 255).astype(np.uint8))


if __name__ == "__main__":
    main()
