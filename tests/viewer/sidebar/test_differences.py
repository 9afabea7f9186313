"""The list of differences: told in plain words, gone to by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from library.model.annotation import Region, passage_of
from library.model.difference import Difference, DifferenceKind
from library.model.document import VersionKind
from library.model.geometry import Box
from library.model.joined import Joined
from library.progress import Progress
from viewer.places import Place
from viewer.sidebar.differences_model import DifferencesModel

ON_SCAN, IN_TEXT, READING = DifferenceKind
STAMP = Difference(
    ON_SCAN, 0, 0, Region(1, (Box(0.7, 0.1, 0.9, 0.12), Box(0.7, 0.13, 0.8, 0.15))), "SECRET\n1944"
)
SCRIBBLE = Difference(ON_SCAN, 14, 14, Region(1, (Box(0.1, 0.3, 0.3, 0.35),)), "Jandli", False)
ADDED = Difference(IN_TEXT, 23, 30, Region(2, (Box(0.4, 0.2, 0.41, 0.22),)))
OTHER = Difference(READING, 31, 37, Region(2, (Box(0.5, 0.2, 0.6, 0.22),)), "Stalim")
ALL = (STAMP, SCRIBBLE, ADDED, OTHER)


@pytest.fixture
def joined(reading):
    """Have the text joined with these differences, and these pages read."""

    def joined(differences=ALL, pages=(1, 2, 3)):
        reading.joint.take(Joined(pages=frozenset(pages), differences={"v": tuple(differences)}))

    return joined


@pytest.fixture
def panel(sidebar, joined):
    joined()
    sidebar.show_differences()
    return sidebar.differences


@pytest.fixture
def places(reading):
    found = []
    reading.jumped.connect(found.append)
    return found


def rows(panel, role=Qt.ItemDataRole.DisplayRole):
    return [panel.model.index(row).data(role) for row in range(panel.model.rowCount())]


def choose(panel, row):
    panel.view.setCurrentIndex(panel.model.index(row))
    panel.view.setFocus()


def place_of(panel, row):
    return panel.view.visualRect(panel.model.index(row)).center()


def test_each_entry_says_what_it_is_and_where(panel):
    assert rows(panel, Qt.ItemDataRole.AccessibleTextRole) == [
        "On the scan only, Page 1: “SECRET 1944” (before “The Ambassador thanked Marshal…”)",
        "On the scan only, Page 1: Hard to read: “Jandli” (after “The Ambassador”)",
        "In the text only, Page 2: “Marshal” (after “The Ambassador thanked”)",
        "Reads differently, Page 2: Text “Stalin”, scan “Stalim” "
        "(after “The Ambassador thanked Marshal”)",
    ]


def test_the_tab_counts_them(sidebar, joined):
    joined()
    assert sidebar._tabs.tabText(2) == "Differences 4"
    joined([])
    assert sidebar._tabs.tabText(2) == "Differences"


def test_a_filter_shows_those_of_one_kind(qtbot, panel):
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.filter.currentText() == "On the scan only"
    assert rows(panel) == ["“SECRET 1944”", "Hard to read: “Jandli”"]
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert rows(panel) == ["“Marshal”"]


def test_a_kind_without_differences_says_so(panel, joined):
    panel.filter.setCurrentIndex(panel.filter.findData(READING))
    joined([STAMP])
    assert panel.model.rowCount() == 0
    assert panel.empty.text() == "There are none of this kind."
    assert panel.filter.isVisible()


def test_a_click_goes_there_on_both_sides(qtbot, panel, places, reading):
    port = panel.view.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of(panel, 2))
    (place,) = places
    assert place == Place(2, box=ADDED.region.boxes[0], version="v", offset=23, end=30)
    assert reading.differing.chosen == ADDED


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_go_there_too(qtbot, panel, places, key):
    choose(panel, 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert places == []
    qtbot.keyClick(panel.view, key)
    assert [place.box for place in places] == [SCRIBBLE.region.boxes[0]]


def test_a_stretch_of_several_rows_is_shown_whole(qtbot, panel, places):
    choose(panel, 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert places[0].box == Box(0.7, 0.1, 0.9, 0.15)


def test_the_way_back_is_kept(qtbot, panel, reading):
    choose(panel, 2)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert reading.page == 2
    reading.go_back()
    assert reading.page == 1


def test_an_entry_can_be_copied(qtbot, panel):
    choose(panel, 3)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Reads differently, Page 2: Text “Stalin”")


def test_the_menu_goes_there_and_copies(panel, places):
    go, copy, *_ = panel.menu_of(panel.model.index(2)).actions()
    copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("In the text only")
    go.trigger()
    assert [place.offset for place in places] == [23]


def test_words_that_were_not_found_can_be_given_a_place_from_the_list(panel, reading):
    *_, place = panel.menu_of(panel.model.index(2)).actions()
    assert place.text() == "This stands here…"
    place.trigger()
    assert reading.mending.passage.quote == "Marshal"


def test_selected_words_can_be_joined_with_an_entry_on_the_scan(panel, desk, reading):
    reading.mending.offer("v", passage_of("v", reading.version.text, 4, 14))
    *_, place = panel.menu_of(panel.model.index(0)).actions()
    assert place.text() == "“Ambassador” stands here"
    place.trigger()
    (edit,) = desk.changes[-1].edits
    assert (edit.after.passage.quote, edit.after.region) == ("Ambassador", STAMP.region)


def test_the_entry_in_front_stays_when_more_is_joined(panel, joined, reading):
    choose(panel, 3)
    joined((*ALL[1:], Difference(ON_SCAN, 40, 40, None, "more")))
    assert panel.view.currentIndex().row() == 2
    assert reading.differing.chosen == OTHER
    joined([STAMP])
    assert not panel.view.currentIndex().isValid()
    assert reading.differing.chosen is None


def test_a_difference_without_a_place_on_the_scan_leads_to_its_words(
    qtbot, sidebar, joined, places
):
    joined([Difference(IN_TEXT, 4, 14, None)])
    sidebar.show_differences()
    choose(sidebar.differences, 0)
    qtbot.keyClick(sidebar.differences.view, Qt.Key.Key_Return)
    assert (places[0].offset, places[0].box) == (4, None)


def test_differences_are_marked_while_their_list_is_open_or_always(sidebar, panel, reading):
    differing = reading.differing
    assert differing.is_marked
    sidebar.show_notes()
    assert not differing.is_marked
    differing.mark_always(True)
    assert differing.is_marked


# --- What is said where there are none -----------------------------------------------------


def test_no_difference_is_good_news(panel, joined):
    joined([])
    assert panel.empty.text() == "Scan and text say the same, as far as the scan could be read."
    assert not panel.view.isVisible()


def test_while_pages_are_read_the_list_says_that_there_may_be_more(panel, joined, reading):
    joined(pages=(1, 2))
    reading.joint.tell_work(Progress(2, 3, "Reading page 3"))
    assert panel.progress.text() == "2 of 3 pages are read so far; there may be more."
    reading.joint.tell_work(None)
    assert panel.progress.text().startswith("The words of 2 of 3 pages are known")
    joined()
    assert panel.progress.text() == ""


def test_before_anything_is_joined_the_list_says_that_it_is_under_way(sidebar, reading):
    sidebar.show_differences()
    reading.joint.tell_work(Progress(0, 3, "Joining"))
    assert sidebar.differences.empty.text().startswith("Scan and text are being joined.")
    reading.joint.tell_work(None, "Recognition is not installed.")
    assert sidebar.differences.empty.text() == "Recognition is not installed."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (VersionKind.RECOGNISED, "made from the scan itself"),
        (VersionKind.TRANSLATION, "A translation has other words"),
        (VersionKind.TRANSCRIPT, "Too little of this text"),
    ],
)
def test_texts_that_are_not_compared_say_why(sidebar, reading, kind, words):
    document = reading.document
    version = replace(document.versions[0], kind=kind)
    reading.fill(replace(document, versions=(version,)), reading.paths)
    sidebar.show_differences()
    assert words in sidebar.differences.empty.text()


# --- Many ----------------------------------------------------------------------------------


def test_the_model_keeps_qts_contract(reading, joined, qtmodeltester):
    joined()
    model = DifferencesModel(reading)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show(None)
    assert not model.show(None)
    assert model.show(IN_TEXT)


def test_a_thousand_are_laid_out_without_measuring_each(panel, joined, monkeypatch):
    measured = []
    delegate = panel.view.itemDelegate()
    hint = type(delegate).sizeHint
    monkeypatch.setattr(
        type(delegate), "sizeHint", lambda *a: (measured.append(1), hint(*a))[1], raising=True
    )
    joined([Difference(ON_SCAN, n % 800, n % 800, STAMP.region, f"word {n}") for n in range(1000)])
    panel.view.doItemsLayout()
    panel.view.scrollToBottom()
    assert panel.view.indexAt(QPoint(50, panel.view.viewport().height() - 5)).row() == 999
    assert len(measured) < 50
