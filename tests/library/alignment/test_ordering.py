from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from library.alignment.guided_order import ordered_by
from library.alignment.normalising import stream_of
from library.alignment.ordering import in_reading_order
from tests.library.alignment.pages import page_of

LEFT = ["the first column", "is read down", "to its very", "last line before"]
RIGHT = ["the second one", "beside it is", "read in its", "turn from above"]


def texts(page):
    return " ".join(word.text for word in page.words)


def two_columns():
    left, right = page_of(*LEFT), page_of(*RIGHT, left=0.5)
    right = replace(right, words=tuple(replace(w, line=w.line + 10) for w in right.words))
    words = sorted(left.words + right.words, key=lambda word: (word.box.top, word.box.left))
    return replace(left, words=tuple(words))


def test_columns_are_read_one_after_the_other():
    assert texts(in_reading_order(two_columns())) == " ".join(LEFT + RIGHT)


def test_lines_and_words_are_put_in_order():
    page = page_of("one two", "three four", "five six")
    shuffled = replace(page, words=page.words[::-1])
    assert texts(in_reading_order(shuffled)) == "one two three four five six"


@given(st.permutations(range(8)))
def test_no_word_is_lost(order):
    page = page_of("a b", "c d", "e f", "g h")
    shuffled = replace(page, words=tuple(page.words[nth] for nth in order))
    assert sorted(texts(in_reading_order(shuffled))) == sorted(texts(page))


def test_lines_follow_the_transcript_where_they_stand_in_another_order():
    lines = [
        "Memorandum of the conversation held",
        "between Comrade Molotov and others",
        "concerning the northern territories",
        "which were discussed at some length",
        "until late that evening in Moscow",
        "and were not settled in the end",
    ]
    shuffled = [lines[nth] for nth in (5, 2, 4, 0, 3, 1)]
    (page,) = ordered_by(stream_of(" ".join(lines).split()), [page_of(*shuffled)])
    assert texts(page) == " ".join(lines)


def test_a_page_in_order_or_without_likeness_is_left_alone():
    page = page_of(*LEFT, *RIGHT)
    assert ordered_by(stream_of(texts(page).split()), [page])[0] is page
    assert ordered_by(stream_of(["nothing", "like", "it"]), [page])[0] is page
