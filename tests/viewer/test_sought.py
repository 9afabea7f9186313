"""What is looked for is shown on both sides of a document and along their scroll bars."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.viewer.test_in_step import make_pages, opened


def word_of(tab):
    """A word that stands in the text once or more."""
    return next(w for w in tab.reading.version.text.split() if len(w) > 6 and w.isalpha())


def places_of(tab, word):
    text = tab.reading.version.text
    return [(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]


def test_places_told_are_outlined_on_the_scan_and_marked_along_both_scroll_bars(desk, tmp_path):
    tab = opened(desk, make_pages(tmp_path / "pier.pdf"))
    word = word_of(tab)
    places = places_of(tab, word)
    tab.reading.sought.show(tab.reading.version.id, places, places[0])
    desk.wait(lambda: bool(tab.scan.view.sought.marks.rows))
    assert tab.text.column.sought.marks.rows
    assert tab.text.column.sought.marks.here is not None
    page = tab.reading.document.scan_pages[0]
    shown = [place for place, _ in tab.reading.sought.spots_on(page)]
    assert shown[0] == places[0]
    tab.reading.sought.clear()
    desk.wait(lambda: not tab.scan.view.sought.marks.rows)
    assert not tab.text.column.sought.marks.rows


def test_what_find_finds_in_the_text_is_shown_on_the_scan_too(desk, tmp_path):
    tab = opened(desk, make_pages(tmp_path / "pier.pdf"))
    word = word_of(tab)
    desk.press("find")
    bar = tab.text.column.searching.bar
    desk.keys(bar.field, word.upper())
    desk.wait(lambda: tab.reading.sought.count == len(places_of(tab, word)))
    desk.wait(lambda: bool(tab.scan.view.sought.marks.rows))
    assert tab.text.column.sought.marks.rows
    assert tab.reading.sought.at == places_of(tab, word)[0]
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert tab.reading.sought.count == 0


def test_marks_follow_the_height_of_the_scroll_bar(desk, tmp_path):
    tab = opened(desk, make_pages(tmp_path / "pier.pdf"))
    marks = tab.text.column.sought.marks
    marks.show_parts((0.0, 0.5, 0.5, 1.0), 0.5)
    assert len(marks.rows) == 3
    assert 0 <= marks.rows[0] < marks.rows[1] == marks.here < marks.rows[2] < marks.height()
    before = marks.rows
    desk.window.resize(1280, 600)
    desk.wait(lambda: marks.rows != before)
    assert marks.rows[2] < marks.height()
