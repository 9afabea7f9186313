"""What was recognised is kept, per file, page, engine and version."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import LibraryUnwritable
from library.pages.contents import Word
from library.store.recognised import _packed, _unpacked
from library.store.store import Store

KEY = ("d" * 64, 3, "rapidocr", "3.10.0/1")
WORDS = (
    Word("Dear", 0.1, 0.2, 0.15, 0.22, 0, 0.987),
    Word("Ärzte,", 0.16, 0.2, 0.2, 0.22, 0, 1.0),
    Word("\U0001d49c", 0.1, 0.25, 1.0, 0.3, 1, 0.0),
)

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


def test_words_are_there_again(folder):
    with Store.open(folder) as store:
        store.save_words(*KEY, WORDS)
    with Store.open(folder, read_only=True) as store:
        assert store.words(*KEY) == WORDS


@pytest.mark.parametrize(
    "other",
    [("e" * 64, *KEY[1:]), (KEY[0], 4, *KEY[2:]), (*KEY[:2], "tesserocr", KEY[3]), (*KEY[:3], "4")],
    ids=["file", "page", "engine", "version"],
)
def test_words_of_another_key_are_not_taken_for_these(store, other):
    store.save_words(*KEY, WORDS)
    assert store.words(*other) is None


def test_a_page_without_words_differs_from_one_that_was_not_read(store):
    assert store.words(*KEY) is None
    store.save_words(*KEY, ())
    assert store.words(*KEY) == ()


def test_words_saved_again_replace_those_before(store):
    store.save_words(*KEY, WORDS)
    store.save_words(*KEY, WORDS[:1])
    assert store.words(*KEY) == WORDS[:1]


def test_nothing_is_kept_by_a_reader(folder):
    Store.open(folder).close()
    with Store.open(folder, read_only=True) as store:
        assert store.words(*KEY) is None
        with pytest.raises(LibraryUnwritable):
            store.save_words(*KEY, WORDS)


@given(st.lists(words))
def test_words_that_are_as_exact_as_is_kept_lose_nothing(words):
    assert _unpacked(_packed(words)) == tuple(words)


def test_a_full_page_takes_few_bytes():
    word = partial(Word, "correspondence", right=0.5, bottom=0.5, certainty=0.996)
    page = [word(left=k / 977, top=(k * 7 % 991) / 991, line=k // 10) for k in range(400)]
    assert len(_packed(page)) < 6000
