"""Words are spelled upon what was seen, or left out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from library.alignment.laying.columns import columns_of
from library.alignment.laying.glyphs import glyphs
from library.alignment.laying.laying import lay
from library.alignment.laying.misreadings import Misreadings
from tests.library.alignment.laying.typed import doubt, seen_line


def laid(text, *lines, misread=None):
    words = [glyphs(word) for word in text.split()]
    columns = columns_of([(line, 0, int(line.steps)) for line in lines])
    ((*places,),) = lay([(words, columns)], misread or Misreadings())
    return places


def columns_in(said, word):
    at = said.index(word)
    return tuple(2 * nth + 1 for nth in range(at, at + len(word)))


def test_words_lie_where_their_letters_were_seen():
    said = "the northern harbour"
    places = laid(said, seen_line(said))
    assert [place.columns for place in places] == [columns_in(said, w) for w in said.split()]
    assert all(min(place.likeness) > 0.85 for place in places)


def test_a_letter_that_was_only_thought_possible_is_found():
    said = "the northern barhour lies"
    line = seen_line(said, doubts=doubt(said, "barhour", "harbour"))
    harbour = laid("northern harbour lies", line)[1]
    assert harbour.columns == columns_in(said, "barhour")
    assert 0.5 < min(harbour.likeness) < 0.8


def test_a_word_with_a_letter_that_was_not_seen_at_all_is_less_likely_there():
    (place,) = laid("harbour", seen_line("harvour"))
    assert place.likeness[3] == 0
    assert place.columns == columns_in("harvour", "harvour")


def test_what_does_not_stand_there_is_left_out():
    assert laid("winter", seen_line("the northern harbour")) == [None]
    assert laid("the quick harbour", seen_line("the northern harbour"))[1] is None


def test_what_the_text_does_not_have_is_passed_over():
    said = "the SECRET northern 47 harbour"
    assert all(laid("the northern harbour", seen_line(said)))


def test_words_run_together_are_parted():
    said = "thenorthernharbour"
    places = laid("the northern harbour", seen_line(said))
    assert [place.columns for place in places] == [
        columns_in(said, word) for word in ("the", "northern", "harbour")
    ]


def test_a_short_word_is_not_cut_out_of_a_long_one():
    assert laid("e", seen_line("massenhaft")) == [None]
    assert all(laid("e", seen_line("mass e nhaft")))


def test_marks_and_figures_that_stand_close_are_all_found():
    assert all(laid("- 2 -", seen_line("-2-")))
    assert all(laid("- 2 -", seen_line("ago, -2- which")))


def test_a_word_goes_on_in_the_next_line():
    (place,) = laid("information", seen_line("infor-"), seen_line("mation", row=1))
    assert place.columns == (1, 3, 5, 7, 9, 13, 15, 17, 19, 21, 23)


def test_a_letter_seen_twice_is_one_unless_there_is_nothing_between():
    said = "geschnitten"
    assert laid(said, seen_line(said))[0].columns == columns_in(said, said)


def test_what_this_document_misreads_is_expected():
    misread = Misreadings([("Rot", "Not")] * 20)
    (learnt,) = laid("Rabe", seen_line("Nabe"), misread=misread)
    (plain,) = laid("Rabe", seen_line("Nabe"))
    assert learnt.likeness[0] > 0.8 > plain.likeness[0]


spellings = st.lists(st.text("abcdé", min_size=1, max_size=6), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(spellings, spellings)
def test_what_is_there_is_found_in_order_and_in_place_whatever_stands_beside(words, other):
    said, more = " ".join(words), " ".join(other)
    both = lay(
        [
            (list(map(glyphs, line.split())), columns_of([(seen_line(line), 0, 2 * len(line))]))
            for line in (said, more)
        ],
        Misreadings(),
    )
    for line, places in zip((said, more), both, strict=True):
        assert [place and place.columns for place in places] == [
            tuple(2 * nth + 1 for nth in range(at, at + len(word)))
            for word, at in zip(line.split(), _starts(line), strict=True)
        ]


def _starts(line):
    at = 0
    for word in line.split(" "):
        yield at
        at += len(word) + 1
