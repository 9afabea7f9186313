"""Annotations go into a copy of a PDF and come out of it again, on turned pages too."""

from datetime import UTC, datetime

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import FileDamaged
from library.model.annotation import Colour
from library.model.geometry import Box
from library.model.shade import SHADES, nearest_colour
from library.pages.file_notes import FileNote, FileNoteKind, QuotedNote
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource, ReadNotes, WriteNotes
from tests.records import make_encrypted, make_pictures, make_plain_pdf

NOON = datetime(2026, 3, 4, 12, 30, 15, tzinfo=UTC)
BOX = Box(0.25, 0.125, 0.5, 0.1875)


@pytest.fixture(scope="module")
def pool():
    pool = ReadingPool()
    yield pool
    pool.close()


def a_note(kind=FileNoteKind.HIGHLIGHT, boxes=(BOX,), **other):
    fields = {"contents": "Really?\n\n#doubt", "made": NOON, "changed": NOON, **other}
    return FileNote(0, kind, boxes, "#5fb236", **fields)


def copied(pool, tmp_path, original, *notes, quoted=(), password=None):
    """The notes of a copy into which these were written."""
    target = tmp_path / "copy.pdf"
    source = FileSource(original, password)
    assert pool.submit(WriteNotes(source, target, notes, quoted)).result() is True
    return pool.submit(ReadNotes(FileSource(target, password))).result()


def near(one, other):
    edges = ("left", "top", "right", "bottom")
    return all(abs(getattr(one, edge) - getattr(other, edge)) < 0.01 for edge in edges)


@pytest.fixture
def plain(tmp_path):
    return make_plain_pdf(tmp_path / "plain.pdf", pages=["The bridge would bear forty tons."])


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("kind", list(FileNoteKind))
def test_a_note_comes_back_from_where_it_was_put(pool, tmp_path, plain, kind, turned):
    with pymupdf.open(plain) as pdf:
        pdf[0].set_rotation(turned)
        pdf.saveIncr()
    (found,) = copied(pool, tmp_path, plain, a_note(kind))
    assert (found.page, found.kind, found.contents) == (0, kind, "Really?\n\n#doubt")
    assert (found.made, found.changed) == (NOON, NOON)
    (box,) = found.boxes
    if kind is FileNoteKind.NOTE:
        assert abs(box.left - BOX.left) < 0.05
        assert abs(box.top - BOX.top) < 0.05
    else:
        assert near(box, BOX)
        assert found.colour == "#5fb236"


def test_a_highlight_over_two_lines_has_two_boxes(pool, tmp_path, plain):
    boxes = BOX, Box(0.1, 0.2, 0.3, 0.25)
    (found,) = copied(pool, tmp_path, plain, a_note(boxes=boxes))
    assert len(found.boxes) == 2
    assert all(near(one, other) for one, other in zip(found.boxes, boxes, strict=True))


def test_a_polygon_keeps_its_corners(pool, tmp_path, plain):
    corners = ((0.25, 0.125), (0.5, 0.125), (0.4, 0.1875))
    (found,) = copied(pool, tmp_path, plain, a_note(FileNoteKind.AREA, polygon=corners))
    for (x, y), (u, v) in zip(found.polygon, corners, strict=True):
        assert abs(x - u) < 0.01
        assert abs(y - v) < 0.01


def test_words_that_are_set_in_type_are_marked_where_they_stand(pool, tmp_path, plain):
    quoted = (QuotedNote((0,), "would bear forty", a_note(boxes=())),)
    (found,) = copied(pool, tmp_path, plain, quoted=quoted)
    assert found.words == "would bear forty"


def test_a_protected_file_stays_protected(pool, tmp_path):
    word = "secret"
    locked = make_encrypted(tmp_path / "locked.pdf", word)
    copied(pool, tmp_path, locked, a_note(), password=word)
    with pymupdf.open(tmp_path / "copy.pdf") as pdf:
        assert pdf.needs_pass


def test_a_picture_is_no_pdf(pool, tmp_path):
    pictures = sorted(make_pictures(tmp_path / "p").iterdir())
    picture = next(path for path in pictures if path.suffix != ".txt")
    request = WriteNotes(FileSource(picture), tmp_path / "copy.pdf", (a_note(),))
    assert pool.submit(request).result() is False
    assert pool.submit(ReadNotes(FileSource(picture))).result() == ()


def test_a_damaged_file_is_said(pool, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\n" + b"x" * 2000)
    with pytest.raises(FileDamaged):
        pool.submit(ReadNotes(FileSource(bad))).result()


@given(st.sampled_from(Colour))
def test_a_colour_of_ours_is_known_again(colour):
    assert nearest_colour(SHADES[colour]) is colour


@given(st.text())
def test_any_colour_is_like_one_of_ours(shade):
    assert nearest_colour(shade) in Colour
