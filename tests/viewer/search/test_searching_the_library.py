"""The library is searched through the window, and what is found opened on both sides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from library.errors import ReadingStopped
from library.model.annotation import AnnotationKind, passage_of
from library.searching.words import words_of
from library.store.catalogue.catalogue import Catalogue
from tests.documents import NOON, a_document
from tests.records import make_record
from tests.viewer.desk import Desk
from viewer.search.results_model import Column
from viewer.search.rows import Kind

PAGES = {
    "Harbour": ["The garrison of Rabaul was relieved.\nIt was quiet in the spring."],
    "Convoy": ["Rabaul is far.\nRabaul was seen at dawn.", "Again Rabaul.\nThe ships left."],
    "Weather": ["Rain over Truk.\nNothing else was seen."],
    "Misread": ["The harbour of Rabaui is closed.\nNobody came."],
}


def make(desk, tmp_path, name):
    path = make_record(
        tmp_path / f"{name}.pdf",
        title=name,
        pages=PAGES[name],
        transcript=[page.replace("\n", " ") for page in PAGES[name]],
        text_layer=True,
    )
    tab = desk.open(path)
    desk.wait(lambda: tab.reading.joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    return tab.reading


@pytest.fixture
def library(desk: Desk):
    """Four texts without scans, as they come quickest; the Library is in front."""
    for name, pages in PAGES.items():
        bare = replace(a_document(name, "\n\n".join(pages)), files=(), pages=())
        desk.store.add_document(bare, NOON)
    desk.press("find_document")
    settle(desk)
    return desk


@pytest.fixture
def scanned(desk: Desk, tmp_path):
    """Three of them with their scans, all closed."""
    for name in ("Harbour", "Convoy", "Weather"):
        make(desk, tmp_path, name)
    for reading in desk.window.tabs.readings:
        desk.session.close(reading)
    desk.press("find_document")
    settle(desk)
    return desk


def search_of(desk):
    return desk.window.library.search


def search_for(desk, words):
    field = search_of(desk).top.field
    field.clear()
    desk.keys(field, words)
    settle(desk)


def settle(desk):
    desk.wait(lambda: not desk.session.jobs.running)


def shown(desk):
    """Each row's words, as they are read out."""
    model = search_of(desk).model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def titles(desk):
    model = search_of(desk).model
    rows = map(model.row, range(model.rowCount()))
    return [model.words(row) for row in rows if row.kind is Kind.DOCUMENT]


def arrive(desk, title):
    desk.wait(lambda: desk.window.tabs.front is not None)
    desk.wait(lambda: desk.tab.reading.document.record.title == title)
    settle(desk)


def lit(reading):
    """The words that are lit in the text."""
    start, end = reading.sought.at
    return reading.document.version(reading.sought.version).text[start:end]


def test_what_is_typed_is_found_grouped_by_document_and_counted(library):
    search_for(library, "rabaul")
    assert set(titles(library)) == {"Harbour", "Convoy"}
    assert any("The garrison of Rabaul was relieved." in row for row in shown(library))
    assert search_of(library).top.said.startswith("Documents with “rabaul” — 2 documents, ")
    assert search_of(library).table.isVisible()


def test_a_hit_opens_lit_in_the_text_and_on_the_scan(scanned):
    search_for(scanned, "garrison")
    scanned.key(search_of(scanned).top.field, Qt.Key.Key_Return)
    arrive(scanned, "Harbour")
    reading = scanned.tab.reading
    assert lit(reading) == "garrison"
    scanned.wait(lambda: bool(reading.sought.spots_on(reading.document.scan_pages[0])))
    ((place, _),) = reading.sought.spots_on(reading.document.scan_pages[0])
    assert place == reading.sought.at
    scanned.wait(lambda: bool(scanned.tab.scan.view.sought.marks.rows))
    scanned.tab.furnish()
    scanned.wait(lambda: bool(scanned.tab.text.column.sought.marks.rows))


def test_the_walk_goes_through_all_hits_across_documents_and_back_to_the_results(scanned):
    search_for(scanned, "rabaul")
    scanned.key(search_of(scanned).top.field, Qt.Key.Key_Return)
    scanned.wait(lambda: scanned.window.tabs.front is not None)
    settle(scanned)
    walk, bar = search_of(scanned).walk, search_of(scanned).walk_bar
    total = walk.total
    assert bar.isVisible()
    assert bar.said == f"Hit 1 of {total} for “rabaul”"
    seen = []
    for _ in range(total):
        scanned.tab.furnish()
        seen.append((scanned.tab.reading.document.record.title, scanned.tab.reading.sought.at))
        scanned.press("find_next")
        settle(scanned)
    assert {title for title, _ in seen} == {"Harbour", "Convoy"}
    assert len(set(seen)) == total
    assert walk.at == 1  # round the end
    scanned.tab.furnish()
    scanned.press("find_previous")
    settle(scanned)
    assert walk.at == total
    assert scanned.tab.reading.document.record.title == seen[-1][0]
    bar._back.click()
    assert scanned.window.tabs.front is None
    assert scanned.window.focusWidget() is search_of(scanned).table
    assert not bar.isVisible()


def test_ending_the_walk_puts_the_light_out(library):
    search_for(library, "garrison")
    library.key(search_of(library).top.field, Qt.Key.Key_Return)
    arrive(library, "Harbour")
    reading = library.tab.reading
    assert reading.sought.count == 1
    search_of(library).walk.end()
    assert reading.sought.count == 0
    assert not search_of(library).walk_bar.isVisible()


def test_what_is_similar_is_folded_below_with_a_count(library):
    search_for(library, "rabaul")
    assert shown(library)[-1] == "Also similar: 1 place (Rabaui)"
    table, model = search_of(library).table, search_of(library).model
    table.setFocus()
    table.selectRow(model.rowCount() - 1)
    library.key(table, Qt.Key.Key_Return)
    assert "Rabaui is closed" in shown(library)[-1]
    table.selectRow(model.rowCount() - 1)
    library.key(table, Qt.Key.Key_Return)
    arrive(library, "Misread")
    assert lit(library.tab.reading) == "Rabaui"


def test_each_letter_cancels_the_question_before(library, monkeypatch):
    seeking, cancelled = search_of(library).seeking, []
    settle(library)
    field = search_of(library).top.field
    field.setText("rabaul")
    library.wait(lambda: seeking._inquiry is not None)
    first = seeking._inquiry
    monkeypatch.setattr(first, "cancel", lambda: cancelled.append(first))
    field.setText("truk")
    assert cancelled == [first]
    settle(library)
    assert titles(library) == ["Weather"]


def test_a_search_that_finds_nothing_says_so_and_gives_all_documents_back(library):
    search_for(library, "xylophone")
    nothing = search_of(library).nothing
    assert nothing.isVisible()
    assert search_of(library).top.said.endswith("— 0 documents")
    nothing.asked.emit()
    assert not search_of(library).is_shown
    assert library.window.library.shelf.table.isVisible()


def test_what_is_not_understood_is_said(library):
    search_for(library, "rabaul (")
    assert search_of(library).top.problem == "A bracket was opened that is not closed."
    assert set(titles(library)) == {"Harbour", "Convoy"}


def test_a_note_is_found_and_opens_at_its_place(library):
    search_for(library, "garrison")
    library.key(search_of(library).top.field, Qt.Key.Key_Return)
    arrive(library, "Harbour")
    reading = library.tab.reading
    version = reading.version
    start = version.text.index("quiet")
    target = passage_of(version.id, version.text, start, start + 5)
    made = reading.notebook.annotate(AnnotationKind.HIGHLIGHT, target)
    reading.notebook.write_note(made.id, "Ask about the submarines")
    library.press("find_document")
    search_for(library, "submarines")
    library.key(search_of(library).top.field, Qt.Key.Key_Return)
    arrive(library, "Harbour")
    assert reading.chosen == reading.annotations[0].id


def test_a_record_opens_with_its_details(library):
    search_for(library, "title:weather")
    library.key(search_of(library).top.field, Qt.Key.Key_Return)
    arrive(library, "Weather")
    assert search_of(library).walk.is_on


def test_the_keys_go_from_the_field_to_the_results_and_back(library):
    search_for(library, "rabaul")
    field, table = search_of(library).top.field, search_of(library).table
    library.key(field, Qt.Key.Key_Down)
    assert table.hasFocus()
    library.key(table, Qt.Key.Key_Up)
    assert field.hasFocus()
    library.key(field, Qt.Key.Key_Down)
    library.keys(table, "x")
    assert field.hasFocus()
    assert field.text() == "rabaulx"
    library.key(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not search_of(library).is_shown


def test_home_and_end_are_the_first_and_the_last_row(library):
    search_for(library, "rabaul")
    table = search_of(library).table
    library.key(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == search_of(library).model.rowCount() - 1
    library.key(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_a_click_on_a_snippet_opens_it(library):
    search_for(library, "garrison")
    table = search_of(library).table
    place = QPoint(60, table.rowViewportPosition(1) + 8)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    arrive(library, "Harbour")
    assert lit(library.tab.reading) == "garrison"


def test_more_places_unfold(library, monkeypatch):
    monkeypatch.setattr("viewer.search.rows.SHOWN", 0)
    search_for(library, "garrison")
    assert shown(library)[:2] == ["Harbour", "and 1 more place"]
    search_of(library).table.selectRow(1)
    library.key(search_of(library).table, Qt.Key.Key_Return)
    settle(library)
    library.wait(lambda: "garrison" in shown(library)[1])


def test_words_and_names_are_completed_by_the_keys(library):
    field = search_of(library).top.field
    library.keys(field, "tit")
    library.wait(field.list.isVisible)
    library.key(field, Qt.Key.Key_Down)
    library.key(field, Qt.Key.Key_Return)
    assert field.text() == "title:"
    library.keys(field, "harb")
    library.wait(field.list.isVisible)
    library.key(field, Qt.Key.Key_Tab)
    assert field.text() == "title:harbour "
    settle(library)
    assert titles(library) == ["Harbour"]


def test_recent_searches_are_remembered_the_last_first(library):
    recent = search_of(library).recent
    for words in ("rabaul", "truk", "rabaul"):
        search_for(library, words)
        library.key(search_of(library).top.field, Qt.Key.Key_Return)
        settle(library)
        library.press("find_document")
    assert recent.all()[:2] == ("rabaul", "truk")
    menu = search_of(library).top.recent.menu()
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert search_of(library).top.field.text() == "truk"


def test_a_search_is_kept_as_a_smart_collection(library, monkeypatch):
    search_for(library, "rabaul")
    monkeypatch.setattr(
        "viewer.search.library_search.QInputDialog.getText", lambda *_, **__: ("Far East", True)
    )
    search_of(library).top.save.click()
    (smart,) = library.store.collections.smart()
    assert smart.name == "Far East"


@pytest.mark.parametrize("words", ["((((", '"', "NEAR NOT OR", "title:", "a" * 3000, "*"])
def test_hostile_words_never_raise(library, words):
    search_of(library).top.field.setText(words)
    settle(library)
    for caret in (0, len(words)):
        search_of(library).completer.complete(words, caret)
    settle(library)


def test_languages_are_called_by_their_names(library):
    search_for(library, "rabaul")
    model = search_of(library).model
    assert model.index(0, Column.LANGUAGE).data() == "English"


# --- Sorted by a column --------------------------------------------------------------------


def click_heading(desk, column):
    header = search_of(desk).table.header
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(desk)


def test_a_click_on_a_heading_sorts_and_the_third_puts_the_best_first_again(library):
    search_for(library, "rabaul OR rain OR harbour")
    best_first = titles(library)
    in_order = ["Convoy", "Harbour", "Misread", "Weather"]
    assert best_first not in (in_order, in_order[::-1])
    click_heading(library, Column.TITLE)
    assert titles(library) == in_order
    click_heading(library, Column.TITLE)
    assert titles(library) == in_order[::-1]
    click_heading(library, Column.TITLE)
    assert titles(library) == best_first


def test_the_order_stays_for_other_words_and_ends_with_the_search(library):
    search_for(library, "rabaul")
    click_heading(library, Column.TITLE)
    click_heading(library, Column.TITLE)
    search_of(library).top.field.setText("rabaul OR rain")
    settle(library)
    assert titles(library) == ["Weather", "Harbour", "Convoy"]
    search_of(library).top.field.clear()
    assert search_of(library).table.header.order is None


def test_the_walk_follows_the_order(library):
    search_for(library, "rabaul OR rain")
    click_heading(library, Column.TITLE)
    library.key(search_of(library).table, Qt.Key.Key_Return)
    arrive(library, "Convoy")
    for _ in range(search_of(library).walk.total - 1):
        library.press("find_next")
        settle(library)
    arrive(library, "Weather")


def test_a_question_that_another_broke_off_is_answered_all_the_same(library, monkeypatch):
    arrange, broken_off = Catalogue.arrange, []

    def once(catalogue, question):
        if not broken_off:
            broken_off.append(question)
            raise ReadingStopped
        return arrange(catalogue, question)

    monkeypatch.setattr(Catalogue, "arrange", once)
    search_for(library, "rabaul")
    click_heading(library, Column.TITLE)
    library.wait(lambda: titles(library) == ["Convoy", "Harbour"])
    assert broken_off


# --- Every hit in its line -----------------------------------------------------------------


def in_lines(desk):
    panel = search_of(desk).concordance
    return [(line.before.strip(), line.keyword, line.after.strip()) for line in panel.model.lines]


def test_every_hit_is_shown_in_its_line_sorted_and_exported(library, tmp_path):
    search_for(library, "rabaul")
    search_of(library).top.lines.click()
    settle(library)
    panel = search_of(library).concordance
    assert panel.isVisible()
    after = [words_of(words)[:1] for _, _, words in in_lines(library)]
    assert after == sorted(after)
    assert len(after) == 4
    panel.order.setCurrentIndex(1)  # the words before
    assert in_lines(library)[0][0] == ""
    assert in_lines(library)[-1][0].endswith("garrison of")
    assert panel.table.model().index(0, 1).data() == "Rabaul"
    panel._export(lambda *_: (str(tmp_path / "lines.csv"), ""))
    written = (tmp_path / "lines.csv").read_text("utf-8-sig").splitlines()
    assert len(written) == 1 + len(in_lines(library))


def test_a_line_opens_its_place(library):
    search_for(library, "garrison")
    search_of(library).top.lines.click()
    settle(library)
    table = search_of(library).concordance.table
    table.selectRow(0)
    library.key(table, Qt.Key.Key_Return)
    arrive(library, "Harbour")
    assert lit(library.tab.reading) == "garrison"


def test_a_line_is_lit_on_both_sides_and_the_walk_goes_along_the_lines(scanned):
    search_for(scanned, "rabaul")
    search_of(scanned).top.lines.click()
    settle(scanned)
    table, lines = search_of(scanned).concordance.table, search_of(scanned).concordance.model.lines
    place = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    arrive(scanned, lines[1].title)
    assert search_of(scanned).walk_bar.said == f"Hit 2 of {len(lines)} for “rabaul”"
    for line in (*lines[1:], lines[0]):  # round the end
        arrive(scanned, line.title)
        scanned.tab.furnish()
        reading = scanned.tab.reading
        assert (reading.sought.version, reading.sought.at) == (
            line.version,
            (line.start, line.end),
        )
        pages = reading.document.scan_pages
        spots = [spot for page in pages for spot in reading.sought.spots_on(page)]
        assert reading.sought.at in [passage for passage, _ in spots]
        scanned.press("find_next")
        settle(scanned)
    search_of(scanned).walk_bar._back.click()
    assert scanned.window.focusWidget() is table


def test_the_lines_are_used_by_the_keys_as_the_results_are(library):
    search_for(library, "rabaul")
    search_of(library).top.lines.click()
    settle(library)
    field, panel = search_of(library).top.field, search_of(library).concordance
    looked_at = []
    search_of(library).document_chosen.connect(looked_at.append)
    library.key(field, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    for _ in panel.model.lines:
        library.key(panel.table, Qt.Key.Key_Down)
    assert looked_at == [line.document for line in panel.model.lines[1:]]
    assert search_of(library).chosen() == looked_at[-1:]
    library.keys(panel.table, "x")
    assert field.hasFocus()
    assert field.text() == "rabaulx"


def test_a_concordance_that_cannot_be_written_says_so(library, tmp_path, qtbot):
    search_for(library, "garrison")
    search_of(library).top.lines.click()
    settle(library)
    with qtbot.waitSignal(library.session.failed) as failed:
        search_of(library).concordance._export(lambda *_: (str(tmp_path / "no" / "x.csv"), ""))
    assert failed.args[0].startswith("x.csv could not be written")


def test_other_words_bring_other_lines(library):
    search_for(library, "garrison")
    search_of(library).top.lines.click()
    settle(library)
    search_for(library, "truk")
    assert [keyword for _, keyword, _ in in_lines(library)] == ["Truk"]
    search_of(library).top.lines.click()
    assert search_of(library).table.isVisible()
