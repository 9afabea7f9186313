"""Which notes are shown, in which order, and under which headings."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from library.model.annotation import AnnotationKind, Bookmark, Colour
from tests.viewer.sidebar.conftest import NOW, make_note
from viewer.sidebar.arranging import Arranging, Grouping, Order, Wanted

colours = st.sampled_from(list(Colour)[:3])
tag_sets = st.lists(st.sampled_from(["air", "doubt", "Frantic"]), unique=True, max_size=3)
words = st.sampled_from(["", "first", "Stalin", "café"])


@st.composite
def note_lists(draw):
    """Notes in reading order, some of which answer earlier ones."""
    notes = []
    for nth in range(draw(st.integers(0, 8))):
        reply_to = draw(st.none() | st.sampled_from([n.id for n in notes] or [None]))
        note = make_note(
            f"n{nth}",
            nth * 20,
            colour=draw(colours),
            tags=tuple(draw(tag_sets)),
            note=draw(words),
            reply_to=reply_to,
        )
        changed = NOW + timedelta(minutes=draw(st.integers(0, 90)))
        notes.append(replace(note, changed=changed))
    return notes


wishes = st.builds(
    Wanted,
    words=st.sampled_from(["", "first", "cafe", "nothing like it"]),
    colours=st.frozensets(colours, max_size=2),
    tags=st.frozensets(st.sampled_from(["air", "doubt"]), max_size=2),
    order=st.sampled_from(Order),
    grouping=st.sampled_from(Grouping),
)


def rows_of(notes, **wanted):
    return Arranging().rows(notes, Wanted(**wanted))


def ids(rows):
    return [row.note.id for row in rows if row.note is not None]


@given(note_lists(), wishes)
def test_no_row_has_the_key_of_another(notes, wanted):
    keys = [row.key for row in Arranging().rows(notes, wanted)]
    assert len(keys) == len(set(keys))


@given(note_lists(), st.sampled_from(Order), st.sampled_from(Grouping))
def test_without_a_filter_every_note_is_there(notes, order, grouping):
    assert set(ids(rows_of(notes, order=order, grouping=grouping))) == {n.id for n in notes}


@given(note_lists(), wishes)
def test_a_reply_stands_below_what_it_answers(notes, wanted):
    shown = Arranging().rows(notes, wanted)
    above = set()
    for row in shown:
        if row.heading is not None:
            above = set()
        elif row.is_reply:
            assert row.note.reply_to in above
        if row.note is not None:
            above.add(row.note.id)


@given(note_lists(), wishes)
def test_headings_count_the_notes_below_them(notes, wanted):
    counts, below = [], []
    for row in Arranging().rows(notes, wanted):
        if row.heading is not None:
            counts.append(row.heading.count)
            below.append(0)
        elif below and not row.is_reply:
            below[-1] += 1
    assert counts == below


def test_every_word_must_stand_somewhere_in_the_note():
    notes = [make_note("a", note="Compare Deané", tags=("air",)), make_note("b", note="compare")]
    assert ids(rows_of(notes, words="deane AIR")) == ["a"]
    assert ids(rows_of(notes, words="ambassador compare")) == ["a", "b"], "quotations count"


def test_a_reply_speaks_for_what_it_answers():
    notes = [make_note("a"), make_note("b", 20), make_note("r", note="really?", reply_to="a")]
    assert ids(rows_of(notes, words="really")) == ["a", "r"]


def test_kinds_and_bookmarks_are_told_apart():
    notes = [make_note("a"), make_note("u", kind=AnnotationKind.UNDERLINE)]
    marked = [*notes, Bookmark("m", "d", "Page 1", NOW, page=1)]
    assert ids(rows_of(marked, kinds=frozenset({"bookmark"}))) == ["m"]
    assert ids(rows_of(marked, kinds=frozenset({"underline", "highlight"}))) == ["a", "u"]


def test_what_was_touched_last_comes_first():
    old, new = make_note("old"), replace(make_note("new", 20), changed=NOW + timedelta(hours=1))
    assert ids(rows_of([old, new], order=Order.NEWEST)) == ["new", "old"]
    answered = [old, new, replace(make_note("r", reply_to="old"), changed=NOW + timedelta(days=1))]
    assert ids(rows_of(answered, order=Order.NEWEST)) == ["old", "r", "new"]


def test_a_note_with_two_tags_stands_under_both():
    rows = rows_of([make_note("a", tags=("air", "doubt"))], grouping=Grouping.TAG)
    assert [row.heading.tag if row.heading else row.note.id for row in rows] == [
        "air", "a", "doubt", "a"
    ]  # fmt: skip
