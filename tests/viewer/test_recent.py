"""What was read last, and which tabs come back at the next start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from library.model.change import Change, Holding
from library.model.reading import ReadingPosition
from library.store.store import Store
from tests.documents import NOON, a_document
from viewer.open_tabs import OpenTabs
from viewer.recent import SHOWN, RecentMenu


def add(store, title):
    return store.add_document(a_document(title, digest=title), NOON).id


def shown(desk):
    menu = RecentMenu(desk.session, desk.window)
    menu.aboutToShow.emit()
    return [(action.text(), action.isEnabled()) for action in menu.actions()]


def test_the_menu_has_what_was_read_last_first(desk):
    assert shown(desk) == [("Nothing was read yet", False)]
    later = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(SHOWN + 2):
        document = add(desk.store, f"Box {number} & more")
        desk.store.save_position(document, ReadingPosition(), later + timedelta(hours=number))
    add(desk.store, "unread")
    expected = [f"Box {number} && more" for number in range(SHOWN + 1, 1, -1)]
    assert shown(desk) == [(title, True) for title in expected]


def test_tabs_whose_documents_are_gone_do_not_come_back(tmp_path):
    with Store.open(tmp_path / "library") as store:
        kept, gone = add(store, "kept"), add(store, "gone")
        OpenTabs((gone, kept, "never was"), gone, ("/a/file.pdf",)).remember(store)
        assert OpenTabs.recalled(store).documents == (gone, kept)
        store.apply(Change.alter("Remove", Holding(gone), Holding(gone, NOON)))
        assert OpenTabs.recalled(store) == OpenTabs((kept,), "", ("/a/file.pdf",))
