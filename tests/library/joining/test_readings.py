"""Words that are others on the scan, told apart from words that were read badly."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.joining.readings import other_readings
from library.joining.sights import Sight, chance_of, sights_of
from library.model.difference import DifferenceKind
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind, ScanPageWords, ScanWord
from library.model.scan_line import COST_UNIT, ScanLine

SIZE = 600.0, 800.0
STEP = 0.004  # of the page's width
PER_LETTER = 3  # steps


def line_of(text, others=(), left=0.1, top=0.2):
    """A line whose letters were all seen surely; `others` are (letter's number, other, chance)."""
    sights = {nth: [(letter, 1.0)] for nth, letter in enumerate(text) if letter != " "}
    for nth, letter, chance in others:
        sights[nth] = [(text[nth], 1 - chance), (letter, chance)]
    flat = [(nth * PER_LETTER + 1, *sight) for nth in sorted(sights) for sight in sights[nth]]
    steps = len(text) * PER_LETTER
    right = left + steps * STEP
    return ScanLine(
        0,
        ((left, top), (right, top), (right, top + 0.02), (left, top + 0.02)),
        float(steps),
        tuple(place for place, _, _ in flat),
        "".join(letter for _, letter, _ in flat),
        bytes(min(255, round(-log(chance) / COST_UNIT)) for _, _, chance in flat),
    )


def page_of(text, others=(), certainty=1.0, *, has_lines=True):
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        left = 0.1 + at * PER_LETTER * STEP
        right = left + len(word) * PER_LETTER * STEP
        words.append(ScanWord(word, Box(left, 0.2, right, 0.22), 0, certainty))
        at += len(word)
    lines = (line_of(text, others),) if has_lines else ()
    return ScanPageWords(0, tuple(words), SIZE, lines)


def told(text, page, certainty=1.0):
    """The readings where each word of the text is joined with the word of its number."""
    links, at = [], 0
    for ours, theirs in zip(text.split(), page.words, strict=False):
        start = text.index(ours, at)
        at = start + len(ours)
        links.append(Link(start, at, 0, (theirs.box,), certainty, LinkKind.WORD))
    found = list(other_readings(text, Alignment("t", tuple(links)), [page]))
    assert all(each.kind is DifferenceKind.READING for each in found)
    return [(text[each.start : each.end], each.seen) for each in found]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("decison", "decision"), ("scholl", "school"), ("Romanian", "Rumanian"), ("these", "the")],
)
def test_another_word_on_the_scan_is_told(ours, theirs):
    assert told(f"of {ours} was", page_of(f"of {theirs} was")) == [(ours, theirs)]


def test_the_same_word_is_not_told_whatever_its_case_and_marks():
    assert told("Of school, was", page_of("of School was")) == []


def test_a_letter_that_the_engine_thought_possible_is_not_told():
    assert told("the Jews in", page_of("the Jevs in", [(6, "w", 0.003)])) == []
    assert told("the Jews in", page_of("the Jevs in", [(6, "w", 0.0005)])) == [("Jews", "Jevs")]


def test_words_that_are_not_surely_joined_or_read_are_not_told():
    page = page_of("of decision was")
    assert told("of decison was", page, certainty=0.8) == []
    assert told("of decison was", page_of("of decision was", certainty=0.9)) == []


def test_where_nothing_is_known_of_what_was_seen_nothing_is_told():
    assert told("of decison was", page_of("of decision was", has_lines=False)) == []


@pytest.mark.parametrize(
    ("text", "scan"),
    [
        ("durch Art. II des", "durch Art.II"),  # the space was not seen
        ("das überschüssige Brot", "das erschüssige Brot"),  # its first letters stand apart
        ("Beobachtungen sind", "obachtungen"),  # broken at the end of a line
    ],
)
def test_words_parted_at_other_places_are_not_told(text, scan):
    assert told(text, page_of(scan)) == []


def test_the_part_of_a_line_under_a_word_is_found_where_lines_run_askew():
    straight = line_of("of decision was")
    box = page_of("of decision was").words[1].box
    askew = ScanLine(
        0,
        tuple((x, y + 0.03 * (x - 0.1)) for x, y in straight.corners),
        straight.steps,
        straight.places,
        straight.characters,
        straight.costs,
    )
    for line in (straight, askew):
        assert "".join(sight.letter for sight in sights_of(line, box, SIZE)) == "decision"


words = st.text("abc", min_size=1, max_size=6)


@given(words, words)
def test_what_was_not_seen_at_all_has_no_chance_and_what_was_read_has_all(ours, theirs):
    sights = [Sight(nth * PER_LETTER, letter, 1.0) for nth, letter in enumerate(theirs)]
    assert chance_of(theirs, theirs, sights) == 1.0
    chance = chance_of(ours, theirs, sights)
    assert chance is not None
    assert 0.0 <= chance <= 1.0
    if ours != theirs and len(ours) <= len(theirs) and not set(ours) & set(theirs):
        assert chance == 0.0


def test_letters_seen_at_steps_that_follow_each_other_are_one():
    sights = [Sight(0, "a", 0.6), Sight(1, "a", 0.9), Sight(3, "a", 0.9), Sight(4, "b", 0.8)]
    assert chance_of("aa", "aab", sights) == pytest.approx(0.2)
    assert chance_of("ab", "ab", sights) is None
