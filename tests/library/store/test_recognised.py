"""What was recognised is kept, per file, page, engine and version."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import LibraryUnwritable
from library.model.scan_line import ScanLine
from library.pages.contents import PageReading, Word
from library.store.recognised import _packed, _unpacked
from library.store.store import Store

KEY = ("d" * 64, 3, "rapidocr", "3.10.0/1")
WORDS = (
    Word("Dear", 0.1, 0.2, 0.15, 0.22, 0, 0.987),
    Word("Ärzte,", 0.16, 0.2, 0.2, 0.22, 0, 1.0),
    Word("\U0001d49c", 0.1, 0.25, 1.0, 0.3, 1, 0.0),
)
CORNERS = (0.1, 0.2), (0.2, 0.2), (0.2, 0.22), (0.1, 0.22)
READING = PageReading(WORDS, (ScanLine(0, CORNERS, 31.25, (2, 2, 5), "cDe", bytes((9, 250, 0))),))

places = st.integers(0, 10_000).map(lambda place: place / 10_000)
words = st.builds(
    Word,
    st.text(),
    places,
    places,
    places,
    places,
    st.integers(0, 10_000),
    st.integers(0, 1000).map(lambda certainty: certainty / 1000),
)
corners = st.tuples(places, places)
sights = st.lists(st.tuples(st.integers(0, 400), st.characters(), st.integers(0, 255)), max_size=20)


@st.composite
def lines(draw):
    seen = sorted(draw(sights))
    return ScanLine(
        draw(st.integers(0, 10_000)),
        draw(st.tuples(corners, corners, corners, corners)),
        draw(st.integers(0, 100_000)) / 100,
        tuple(place for place, _, _ in seen),
        "".join(character for _, character, _ in seen),
        bytes(cost for _, _, cost in seen),
    )


readings = st.builds(
    PageReading, st.lists(words).map(tuple), st.lists(lines(), max_size=5).map(tuple)
)


def test_a_reading_is_there_again(folder):
    with Store.open(folder) as store:
        store.save_reading(*KEY, READING)
    with Store.open(folder, read_only=True) as store:
        assert store.reading(*KEY) == READING


@pytest.mark.parametrize(
    "other",
    [("e" * 64, *KEY[1:]), (KEY[0], 4, *KEY[2:]), (*KEY[:2], "tesserocr", KEY[3]), (*KEY[:3], "4")],
    ids=["file", "page", "engine", "version"],
)
def test_readings_of_another_key_are_not_taken_for_this_one(store, other):
    store.save_reading(*KEY, READING)
    assert store.reading(*other) is None


def test_a_page_without_words_differs_from_one_that_was_not_read(store):
    assert store.reading(*KEY) is None
    store.save_reading(*KEY, PageReading(()))
    assert store.reading(*KEY) == PageReading(())


def test_a_reading_saved_again_replaces_the_one_before(store):
    store.save_reading(*KEY, READING)
    store.save_reading(*KEY, PageReading(WORDS[:1]))
    assert store.reading(*KEY) == PageReading(WORDS[:1])


def test_nothing_is_kept_by_a_reader(folder):
    Store.open(folder).close()
    with Store.open(folder, read_only=True) as store:
        assert store.reading(*KEY) is None
        with pytest.raises(LibraryUnwritable):
            store.save_reading(*KEY, READING)


@given(readings)
def test_what_is_as_exact_as_is_kept_loses_nothing(reading):
    assert _unpacked(_packed(reading)) == reading


def test_a_full_page_takes_few_bytes():
    word = partial(Word, "correspondence", right=0.5, bottom=0.5, certainty=0.996)
    page = [word(left=k / 977, top=(k * 7 % 991) / 991, line=k // 10) for k in range(400)]
    assert len(_packed(PageReading(tuple(page)))) < 6000
