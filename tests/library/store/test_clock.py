"""A clock that was set back mixes up nothing: what came later is known without it."""

from datetime import timedelta

from library.model.annotation import Bookmark
from library.model.change import Change, Edit
from library.progress import quietly
from library.store.store import Store
from tests.documents import NOON, a_document

BACK = [NOON, NOON - timedelta(days=400), NOON - timedelta(hours=1)]


def test_the_history_and_undo_keep_their_order(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        changes = [
            Change("Bookmark", (Edit(None, Bookmark(f"b{n}", document.id, "", now)),))
            for n, now in enumerate(BACK)
        ]
        for change, now in zip(changes, BACK, strict=True):
            store.apply(change, now)
    with Store.open(folder) as store:
        assert [logged.change for logged in store.history(None, 10)] == changes[::-1]
        assert list(store.undoable(document.id)) == changes
        store.apply(changes[-1].reversed(), BACK[1])
        assert list(store.undoable(document.id)) == changes[:-1]


def test_nothing_is_taken_for_what_was_there_before(store):
    names = {store.add_document(a_document(), now).id for now in BACK * 3}
    assert len(names) == 9


def test_the_backup_that_was_made_last_is_the_newest(store):
    made = [quietly(store.safety.backing_up(now=now)) for now in BACK]
    assert list(store.safety.backups()) == made[::-1]
