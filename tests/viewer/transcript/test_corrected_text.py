"""The text with the reader's corrections laid over it: positions, and what stays in its place."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.correcting.correcting import corrected
from library.model.annotation import passage_of
from library.model.correction import Correction, CorrectionKind
from tests.viewer.transcript.conftest import NOON, PARAGRAPHS, SENTENCE, make_document, make_version
from tests.viewer.transcript.conftest import Desk as Reader
from viewer.transcript.offsets import Offsets
from viewer.transcript.pieces import pieces_of

VERSION = make_version()
WORDS = [
    (at, at + len(word))
    for word in ("bridge", "forty tons", "café", "🌉", "evening.")
    for at in range(len(VERSION.text))
    if VERSION.text.startswith(word, at)
]


def correction(version, start, end, text, kind=CorrectionKind.REPLACE, nth=0):
    passage = passage_of(version.id, version.text, start, end)
    made = NOON + timedelta(minutes=nth)
    return Correction(f"c{nth}", "document", kind, passage, made, made, text)


def offsets_of(over):
    """All pieces told, and the text as Qt's document would hold it, in UTF-16 units."""
    offsets, shown = Offsets(over.offsets), []
    for piece in pieces_of(VERSION):
        words = over.text[slice(*over.offsets.part(piece.start, piece.end))]
        offsets.append(piece.start, piece.end, words)
        shown.append(words)
    return offsets, "\u2029".join(shown).encode("utf-16-le")


def between(units, start, end):
    return units[2 * start : 2 * end].decode("utf-16-le")


corrections = st.lists(
    st.tuples(
        st.sampled_from(WORDS),
        st.text("abc 🌉é", max_size=9),
        st.sampled_from(CorrectionKind),
    ),
    max_size=6,
).map(
    lambda made: [
        correction(VERSION, *place, text, kind, nth) for nth, (place, text, kind) in enumerate(made)
    ]
)


@given(corrections, st.sampled_from(WORDS))
def test_words_that_are_not_corrected_are_found_where_they_are_shown(made, place):
    over = corrected(VERSION, made)
    offsets, units = offsets_of(over)
    untouched = all(not (s < place[1] and place[0] < e) for s, e in _places(over))
    if untouched:
        start, end = offsets.positions(*place)
        assert between(units, start, end) == VERSION.text[slice(*place)]
        assert offsets.stretch(start, end) == place


@given(corrections)
def test_corrected_words_are_one_stretch_either_way(made):
    over = corrected(VERSION, made)
    offsets, units = offsets_of(over)
    for each, (start, end) in zip(over.shown, _places(over), strict=True):
        first, last = offsets.positions(start, end)
        replaced = each.kind in (CorrectionKind.REPLACE, CorrectionKind.ILLEGIBLE)
        if replaced and first < last:
            assert between(units, first, last) == each.shown
            middle = (first + last) // 2
            assert offsets.offset(middle) == start
            assert offsets.stretch(middle, middle + 1) == (start, end)


@given(corrections, corrections)
def test_other_corrections_lead_where_they_would_have_from_the_beginning(before, after):
    over = corrected(VERSION, after)
    offsets, _ = offsets_of(corrected(VERSION, before))
    fresh, units = offsets_of(over)
    touched = offsets.lay_over(over.offsets)
    offsets.tell_again({n: over.text[slice(*offsets.part(n))] for n in touched})
    reach = range(len(units) // 2)
    assert [offsets.offset(p) for p in reach] == [fresh.offset(p) for p in reach]
    places = range(len(VERSION.text))
    assert [offsets.position(p) for p in places] == [fresh.position(p) for p in places]


@given(corrections)
def test_what_is_shown_is_all_of_the_text_as_corrected(made):
    over = corrected(VERSION, made)
    _, units = offsets_of(over)
    paragraphs = units.decode("utf-16-le").split("\u2029")
    assert "\n\n".join(paragraphs) == over.text


def _places(over):
    return [(each.passage.start, each.passage.end) for each in over.shown]


# --- In the view -----------------------------------------------------------------------


@pytest.fixture
def long_text(open_panel):
    """A reader in the middle of a long text."""
    version = make_version((*PARAGRAPHS, *(f"{n}. {SENTENCE * 3}" for n in range(300))))
    desk = Reader(make_document(version))
    panel = open_panel(desk.reading)
    panel.view.go_to(version.text.index("150. "))
    return desk, panel, version


def test_what_is_in_view_stays_there_when_words_above_it_become_many(long_text):
    desk, panel, version = long_text
    first = VERSION.text.index("forty tons")
    before = panel.view.offset_read()
    top = panel.view.cursorRect(_cursor(panel.view, version.text.index("151. "))).top()
    instead = "a great many more " * 30
    desk.reading.correcting.show((correction(version, first, first + 10, instead),))
    assert panel.view.offset_read() == before
    assert panel.view.cursorRect(_cursor(panel.view, version.text.index("151. "))).top() == top


def test_only_the_corrected_words_are_set_anew(long_text):
    desk, panel, version = long_text
    document = panel.view.document()
    first = version.text.index("forty tons")
    desk.reading.correcting.show((correction(version, first, first + 10, "fifty tons"),))
    assert panel.view.document() is document
    assert document.toPlainText() == on_the_sheet(desk.reading.correcting.laid_over(version).text)
    desk.reading.correcting.switch(False)
    assert document.toPlainText() == on_the_sheet(version.text)


def on_the_sheet(text):
    return text.replace("\n\n", "\n")


def test_words_are_corrected_across_the_parts_of_a_very_long_paragraph(open_panel):
    version = make_version((SENTENCE * 72,))  # a little over the longest that is set in one
    desk = Reader(make_document(version))
    panel = open_panel(desk.reading)
    first, second = panel.view.sheet.pieces
    start, end = first.end - 5, second.start + 5
    desk.reading.correcting.show((correction(version, start, end, "INSTEAD"),))
    shown = panel.view.document().toPlainText()
    assert "".join(shown.split()) == "".join(
        desk.reading.correcting.laid_over(version).text.split()
    )
    offsets = panel.view.sheet.offsets
    places = offsets.positions(start, end)
    assert shown[slice(*places)].strip() == "INSTEAD"
    assert offsets.stretch(*places) == (start, end)


def _cursor(view, offset):
    return view._cursor_at(view.sheet.offsets.position(offset))
