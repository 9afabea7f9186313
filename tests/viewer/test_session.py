"""What is open, and how it comes and goes."""

from datetime import datetime

from library.model.change import Holding
from tests.records import make_plain_pdf, make_record
from tests.viewer.desk import Desk
from viewer.places import Place


def entry_of(desk, document):
    return next(entry for entry in desk.store.shelf() if entry.id == document)


def test_removing_again_closes_the_tab_that_was_opened_meanwhile(desk, record):
    document = desk.open(record).reading.document.id
    desk.press("library")
    desk.session.remove_documents([document])
    desk.undo()
    desk.reopen(document)
    desk.press("library")
    desk.redo()
    assert desk.window.tabs.readings == ()
    assert isinstance(desk.store.holding(document).deleted, datetime)


def test_opening_a_removed_file_again_is_no_step_to_undo(desk, record):
    document = desk.open(record).reading.document.id
    desk.session.remove_documents([document])
    desk.open(record)
    assert desk.store.holding(document) == Holding(document)
    desk.press("library")
    desk.undo()  # the removal: it stands no more, so there is nothing to take back
    assert desk.store.holding(document) == Holding(document)


def test_a_start_does_not_count_as_reading_what_is_not_in_front(tmp_path, pool, qtbot):
    first = Desk(tmp_path, pool, qtbot)
    behind = first.open(make_record(tmp_path / "a.pdf", title="Behind")).reading.document.id
    first.open(make_record(tmp_path / "b.pdf", title="In front"))
    first.close()
    before = _last_read(tmp_path, behind)
    second = Desk(tmp_path, pool, qtbot)
    second.session.end()
    second.close()
    assert _last_read(tmp_path, behind) == before


def _last_read(tmp_path, document):
    from library.store.store import Store  # noqa: PLC0415 - the desk holds the writing one

    with Store.open(tmp_path / "library", read_only=True) as store:
        return next(entry.last_read for entry in store.shelf() if entry.id == document)


def test_stopping_the_work_takes_the_unfinished_tab_away(desk, tmp_path):
    many = make_plain_pdf(tmp_path / "long.pdf", pages=["A page."] * 120)
    stopped = []
    desk.session.told.connect(stopped.append)
    desk.session.opened.connect(lambda _: desk.session.jobs.stop_all())
    desk.session.jobs.changed.connect(desk.session.jobs.stop_all)
    desk.session.open_paths([many])
    desk.wait(lambda: bool(stopped))
    assert stopped == ["long.pdf was not added."]
    assert desk.window.tabs.readings == ()
    assert desk.store.shelf() == ()


def test_a_folder_of_many_files_is_added_without_a_tab_for_each(desk, tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(10):
        make_record(folder / f"{number}.pdf", title=f"Record {number}")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing")
    failed = []
    desk.session.failed.connect(failed.append)
    desk.session.open_paths([folder])
    desk.wait(lambda: bool(failed) and not desk.session.jobs.running)
    assert len(desk.store.shelf()) == 10
    assert desk.window.tabs.readings == ()
    assert "broken.pdf" in failed[0]


def test_a_file_that_the_library_lost_is_kept_again_when_it_is_opened(desk, record):
    tab = desk.open(record)
    kept = desk.store.path_of(tab.reading.document.files[0])
    desk.press("close_tab")
    kept.unlink()
    desk.open(record)
    assert kept.read_bytes() == record.read_bytes()


def test_tabs_come_back_in_their_order_with_the_same_one_in_front(tmp_path, pool, qtbot):
    first = Desk(tmp_path, pool, qtbot)
    for title in ("One", "Two", "Three"):
        first.open(make_record(tmp_path / f"{title}.pdf", title=title))
    first.window.tabs.bring_to_front(first.window.tabs.readings[1])
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    titles = [reading.document.record.title for reading in second.window.tabs.readings]
    assert titles == ["One", "Two", "Three"]
    assert second.tab.reading.document.record.title == "Two"
    second.close()


def test_a_fault_in_long_work_is_not_swallowed(desk, qtbot):
    def work():
        yield from ()
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        job = desk.session.jobs.begin(work())
        with qtbot.waitSignal(job.ended):
            pass
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_text_that_is_shown_later_stands_where_the_reader_went_meanwhile(desk, record):
    reading = desk.open(record).reading
    second = reading.document.scan_pages[1]
    reading.go_to(Place(page=second))
    assert reading.position.offset == reading.offset_at(second) > 0


def test_a_file_that_was_still_being_added_is_opened_again_at_the_next_start(tmp_path, pool, qtbot):
    path = make_plain_pdf(tmp_path / "long.pdf", pages=["A page."] * 60)
    first = Desk(tmp_path, pool, qtbot)
    first.session.opened.connect(lambda _: first.window.close())
    first.session.open_paths([path])
    first.wait(lambda: not first.window.isVisible())
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    second.wait(lambda: bool(second.store.shelf()))
    assert [entry.title for entry in second.store.shelf()] == ["long"]
    second.close()


def test_what_needs_the_library_is_greyed_until_the_document_is_in_it(desk, tmp_path):
    path = make_plain_pdf(tmp_path / "long.pdf", pages=["A page."] * 60)
    seen = []
    area = desk.window.actions_by_name["area"]
    desk.session.wanted.connect(lambda _: seen.append(area.isEnabled()))
    desk.open(path)
    assert seen[0] is False
    assert area.isEnabled()
