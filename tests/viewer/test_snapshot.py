"""`diptych snapshot`: a document's tab as a picture, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.records import make_record


def snapshot(tmp_path, *arguments: str) -> subprocess.CompletedProcess:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "viewer", "snapshot", "--library", str(tmp_path / "library")]
    return subprocess.run(
        [*command, *arguments],
        env={**environment, "HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def picture(path: Path) -> Image.Image:
    with Image.open(path) as opened:
        return opened.convert("L")


def brightness(path: Path) -> float:
    grey = picture(path)
    return sum(n * value for value, n in enumerate(grey.histogram())) / (grey.width * grey.height)


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path / "record.pdf")


def test_a_file_is_drawn_at_the_size_asked_for_and_not_added_to_the_library(tmp_path, record):
    out = tmp_path / "out.png"
    done = snapshot(tmp_path, str(record), str(out), "--size", "1000x700")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert picture(out).size == (1000, 700)
    assert not (tmp_path / "library").exists()


def test_the_scan_is_drawn_and_another_page_looks_different(tmp_path, record):
    first, second = tmp_path / "first.png", tmp_path / "second.png"
    for page, out in (("2", first), ("3", second)):
        assert snapshot(tmp_path, str(record), str(out), "--page", page).returncode == 0
    scans = [picture(out).crop((120, 80, 700, 900)) for out in (first, second)]
    assert scans[0].tobytes() != scans[1].tobytes()
    darkest = min(value for value, n in enumerate(scans[0].histogram()) if n)
    assert darkest < 100, "no typed word was drawn"


def test_dark_is_darker(tmp_path, record):
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    snapshot(tmp_path, str(record), str(light))
    snapshot(tmp_path, str(record), str(dark), "--dark")
    assert brightness(dark) < brightness(light) / 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--page", "99"], "There is no page 99"),
        (["--size", "wide"], "is not a size"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(tmp_path, record, arguments, sentence):
    done = snapshot(tmp_path, str(record), str(tmp_path / "out.png"), *arguments)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


# --- Light ---------------------------------------------------------------------------

ACCENT = (47, 111, 143)  # of the light scheme


def outlined(path: Path, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part of the picture have the colour of the light's outline."""
    with Image.open(path) as opened:
        data = opened.convert("RGB").crop(box).tobytes()
    colours = zip(data[::3], data[1::3], data[2::3], strict=True)
    return sum(max(abs(a - b) for a, b in zip(c, ACCENT, strict=True)) < 24 for c in colours)


SCAN, TEXT = (130, 100, 650, 660), (700, 150, 1180, 660)  # of a picture of 1500 × 700


def test_words_light_up_on_both_sides(tmp_path):
    file = make_record(tmp_path / "joined.pdf", text_layer=True)
    lit, unlit = tmp_path / "lit.png", tmp_path / "unlit.png"
    arguments = [str(file), "--size", "1500x700", "--no-ocr"]
    snapshot(tmp_path, *arguments, str(unlit))
    done = snapshot(tmp_path, *arguments, str(lit), "--hover", "mayor asked")
    assert done.returncode == 0, done.stderr
    for side in (SCAN, TEXT):
        assert outlined(lit, side) > outlined(unlit, side) + 60


def test_words_are_brought_into_view(tmp_path):
    pages = ["\n".join(f"Line {n} of page {page}" for n in range(30)) for page in range(4)]
    file = make_record(
        tmp_path / "long.pdf",
        pages=pages,
        transcript=[page.replace("\n", " ") for page in pages],
        text_layer=True,
    )
    out = tmp_path / "out.png"
    arguments = ["--size", "1500x700", "--no-ocr", "--hover", "Line 27 of page 3"]
    done = snapshot(tmp_path, str(file), str(out), *arguments)
    assert done.returncode == 0, done.stderr
    assert outlined(out, SCAN) > 60
    assert outlined(out, TEXT) > 60


def test_a_document_is_drawn_line_by_line_with_light_on_picture_and_words(tmp_path):
    file = make_record(tmp_path / "joined.pdf", text_layer=True)
    lit, unlit = tmp_path / "lit.png", tmp_path / "unlit.png"
    arguments = [str(file), "--size", "1500x500", "--no-ocr", "--lines"]
    assert snapshot(tmp_path, *arguments, str(unlit)).returncode == 0
    assert snapshot(tmp_path, *arguments, str(lit), "--hover", "whether that").returncode == 0
    whole = (100, 100, 1180, 500)
    assert outlined(lit, whole) > outlined(unlit, whole) + 200, "a word and its picture"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("a whale", "The words “a whale” were not found in the text."),
        ("Vierzig", "stand in the text, but were not found on the scan."),
    ],
)
def test_words_that_cannot_be_lit_are_said_in_a_sentence(tmp_path, words, sentence):
    file = make_record(tmp_path / "other.pdf", translation=("Vierzig Tonnen.",))
    out = tmp_path / "out.png"
    done = snapshot(tmp_path, str(file), str(out), "--no-ocr", "--hover", words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()
