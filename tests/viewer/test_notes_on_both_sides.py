"""What the reader marks on one side is seen on the other, through the whole window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from library.model.annotation import AnnotationKind, Colour, Region, passage_of
from library.model.geometry import Box
from tests.records import make_record
from tests.viewer.desk import select
from viewer.scan.marked_places import AT_ONCE
from viewer.sidebar.notes_model import Role

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined."""
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.progress is None and len(joint.joined.pages) == 2)
    desk.wait(lambda: tab.text.view.sheet.whole and tab.scan.view.is_sharp)
    return tab


def make(tab, words, kind=AnnotationKind.HIGHLIGHT, colour=Colour.GREEN):
    """Mark words of the text."""
    version = tab.reading.version
    start = version.text.index(words)
    passage = passage_of(version.id, version.text, start, start + len(words))
    return tab.reading.notebook.annotate(kind, passage, colour)


def boxes_of(tab, words):
    version = tab.reading.version
    start = version.text.index(words)
    spots = tab.reading.joint.lighting.spots(version.id, start, start + len(words))
    return [(tab.scan.view.place_of(spot.page), spot.box) for spot in spots]


def rect_of(tab, words):
    """Where the first line of some words stands on the scan, in the view."""
    (place, box), *_ = boxes_of(tab, words)
    return tab.scan.view.scene().box_rect(place, box)


def colour_at(tab, point: QPointF) -> QColor:
    return tab.scan.view.viewport().grab().toImage().pixelColor(point.toPoint())


def greens(tab, rect):
    """How much greener than red the paper is around some words, 0 to 255."""
    picture = tab.scan.view.viewport().grab().toImage()
    corner = rect.topLeft().toPoint() + QPoint(1, 1)
    colour = picture.pixelColor(corner)
    return colour.green() - colour.red()


def join_less_surely(tab, certainty):
    """Have all links of this certainty."""
    joint = tab.reading.joint
    alignments = {
        name: replace(each, links=tuple(replace(link, certainty=certainty) for link in each.links))
        for name, each in joint.joined.alignments.items()
    }
    joint.take(replace(joint.joined, alignments=alignments))


def test_words_highlighted_in_the_text_are_coloured_on_the_scan(desk, tab):
    rect = rect_of(tab, "engineer said")
    assert greens(tab, rect) == pytest.approx(0, abs=4)
    select(tab, "engineer said")
    tab.reading.take_colour(Colour.GREEN)
    desk.press("highlight")
    assert greens(tab, rect) > 20
    desk.undo()
    assert greens(tab, rect) == pytest.approx(0, abs=4)


def test_where_it_is_less_sure_the_colour_is_fainter(tab):
    make(tab, "engineer said")
    rect, found = rect_of(tab, "engineer said"), []
    for certainty in (1.0, 0.8, 0.6, 0.4):
        join_less_surely(tab, certainty)
        found.append(greens(tab, rect))
    assert found[0] > found[1] > found[2] > found[3]
    assert found[3] == pytest.approx(0, abs=4), "below .5 nothing is shown"


def test_an_underline_is_a_line_under_the_words(desk, tab):
    rect = rect_of(tab, "engineer said")
    make(tab, "engineer said", AnnotationKind.UNDERLINE)
    assert greens(tab, rect) == pytest.approx(0, abs=4)
    foot = colour_at(tab, QPointF(rect.center().x(), rect.bottom()))
    assert foot.green() - foot.red() > 40


def test_on_a_turned_page_an_underline_stays_under_its_words(desk, tab):
    desk.press("rotate_right")
    desk.press("fit_page")
    desk.wait(lambda: tab.scan.view.is_sharp)
    rect = rect_of(tab, "engineer said")
    make(tab, "engineer said", AnnotationKind.UNDERLINE)
    foot = colour_at(tab, QPointF(rect.left(), rect.center().y()))
    assert foot.green() - foot.red() > 40


def test_a_click_on_marked_words_of_the_scan_chooses_their_note(tab):
    made = make(tab, "engineer said")
    QTest.mouseClick(tab.scan.view.viewport(), LEFT, pos=rect_of(tab, "said").center().toPoint())
    assert tab.reading.chosen == made.id


def test_the_smallest_wins_the_click(tab):
    make(tab, "The engineer said that the bridge")
    small = make(tab, "said that", AnnotationKind.UNDERLINE)
    point = rect_of(tab, "said").center().toPoint()
    QTest.mouseClick(tab.scan.view.viewport(), LEFT, pos=point)
    assert tab.reading.chosen == small.id


def test_a_double_click_on_the_scan_opens_the_note(tab):
    made, opened = make(tab, "engineer said"), []
    tab.reading.note_opened.connect(opened.append)
    QTest.mouseDClick(tab.scan.view.viewport(), LEFT, pos=rect_of(tab, "said").center().toPoint())
    assert opened == [made.id]


def test_marks_come_to_the_scan_when_it_is_joined(tab):
    make(tab, "engineer said")
    rect, joined = rect_of(tab, "engineer said"), tab.reading.joint.joined
    tab.reading.joint.take(replace(joined, alignments={}))
    assert greens(tab, rect) == pytest.approx(0, abs=4)
    tab.reading.joint.take(joined)
    assert greens(tab, rect) > 20


def test_passages_over_two_pages_are_marked_on_both(desk, tab):
    made = make(tab, "would bear\n\n-2-\n\nforty tons")
    for words in ("bear", "forty"):
        (place, box), *_ = boxes_of(tab, words)
        page = tab.scan.view.scan[place]
        assert tab.scan.view.marks.at(page, *box.middle) == made


def test_a_page_with_very_many_marks_is_filled_in_steps(desk, tab):
    version, view = tab.reading.version, tab.scan.view
    first = make(tab, "engineer said")
    start = version.text.index("engineer")
    many = tuple(
        replace(
            first,
            id=str(n),
            targets=(passage_of(version.id, version.text, start, start + 1 + n),),
        )
        for n in range(AT_ONCE + 30)
    )
    tab.reading.show_notes(many, ())
    page = tab.reading.page
    assert len(view.marks.on(page)) == AT_ONCE
    desk.wait(lambda: len(view.marks.on(page)) == AT_ONCE + 30)


# --- Areas -------------------------------------------------------------------------------


def make_area(tab, words, margin=0.004):
    """An area drawn around words of the scan."""
    (place, box), *_ = boxes_of(tab, words)
    around = Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)
    region = Region(tab.scan.view.scan[place], (around,))
    return tab.reading.notebook.annotate(AnnotationKind.AREA, region)


def card_of(tab, note):
    notes = tab.sidebar.notes
    index = notes._model.index_of(note.id)
    return index.data(Role.NOTE), index.data(Qt.ItemDataRole.AccessibleTextRole)


def marks_on_text(tab):
    view = tab.text.view
    offset = view.sheet.offsets.offset
    return [
        (mark.note, view.version.text[offset(mark.start) : offset(mark.end)])
        for mark in view.painter.shown.marks
    ]


def test_an_area_carries_the_words_under_it_on_its_card(tab):
    made = make_area(tab, "engineer said")
    _, spoken = card_of(tab, made)
    assert "engineer said" in spoken
    (target,) = tab.reading.note(made.id).targets
    assert target.words == "", "what the reader made stays as it is"


def test_an_area_marks_its_words_in_the_text_quietly(tab):
    made = make_area(tab, "engineer said")
    assert marks_on_text(tab) == [(made.id, "engineer said")]
    assert tab.text.view.painter.shown.marks[0].kind is AnnotationKind.AREA


def test_a_click_on_the_words_that_an_area_carries_chooses_it(tab):
    made = make_area(tab, "engineer said")
    view = tab.text.view
    start = view.painter.shown.marks[0].start
    QTest.mouseClick(view.viewport(), LEFT, pos=view.box_of(start, start + 4).center())
    assert tab.reading.chosen == made.id


def test_an_area_over_nothing_carries_nothing(tab):
    region = Region(tab.reading.page, (Box(0.6, 0.8, 0.9, 0.9),))
    made = tab.reading.notebook.annotate(AnnotationKind.AREA, region)
    assert marks_on_text(tab) == []
    assert "engineer" not in card_of(tab, made)[1]


def test_the_words_of_an_area_follow_the_links(tab):
    made, joined = make_area(tab, "engineer said"), tab.reading.joint.joined
    tab.reading.joint.take(replace(joined, alignments={}))
    assert marks_on_text(tab) == []
    assert "engineer" not in card_of(tab, made)[1]
    tab.reading.joint.take(joined)
    assert marks_on_text(tab) == [(made.id, "engineer said")]
    assert "engineer said" in card_of(tab, made)[1]


def test_words_that_are_only_guessed_at_are_not_carried(tab):
    make_area(tab, "engineer said")
    join_less_surely(tab, 0.6)
    assert marks_on_text(tab) == []
