"""Whatever the reader does, undoes and does again, over any number of restarts: taking all of it
back ends where it began, and doing it all again ends where it was."""

import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.model.annotation import AnnotationKind, Colour, Region, passage_of
from library.model.checking import CheckState
from library.model.geometry import Box
from library.store.store import Store
from tests.documents import NOON, a_document
from viewer.history import History
from viewer.reading import Reading
from viewer.saving import Saving
from viewer.stored import KEPT_STEPS, read_stored

TEXT = "The engineer said that the bridge would bear forty tons. " * 4


class Life:
    """One document in a library, and a reader who may close the program at any time."""

    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self._folder = folder
        self._ticks = 0
        with Store.open(folder) as store:
            self.document = store.add_document(a_document(text=TEXT, pages=2), NOON).id
        self._start()
        self.first = self.state()

    def _start(self):
        self.store = Store.open(self._folder)
        saving = Saving(self.store)
        self.history = History(saving)
        stored = read_stored(self.store, self.document)
        self.reading = Reading(stored.document, stored.paths, self._do, self._clock)
        saving.saved.connect(lambda _: self._load())
        self.history.recall(self.reading, stored.steps)
        self.history.bring_to_front(self.reading)
        self._load()

    def _do(self, change):
        self.history.do(self.reading, change)

    def _clock(self):
        self._ticks += 1
        return NOON + timedelta(minutes=5 * self._ticks)  # nothing typed is one step with the last

    def _load(self):
        store, document = self.store, self.document
        self.reading.show_notes(store.annotations(document), store.bookmarks(document))
        self.reading.joint.own_links = store.own_links(document)
        self.reading.checking.show(store.checks(document))

    def state(self):
        store, document = self.store, self.document
        return (
            set(store.annotations(document)),
            set(store.bookmarks(document)),
            set(store.own_links(document)),
            set(store.checks(document)),
        )

    def restart(self):
        self.store.close()
        self.history.deleteLater()
        self._start()

    def undo(self):
        self.history.group.undo()

    def redo(self):
        self.history.group.redo()

    def undo_all(self):
        stack = self.history.group.activeStack()
        while stack.canUndo():
            stack.undo()

    def close(self):
        self.store.close()

    # --- What a reader does ------------------------------------------------------------

    def _passage(self):
        version = self.reading.document.versions[0]
        start = self.random.randrange(len(TEXT) - 20)
        return passage_of(version.id, version.text, start, start + self.random.randint(1, 20))

    def _region(self):
        x, y = self.random.random() * 0.8, self.random.random() * 0.8
        return Region(self.random.randrange(2), (Box(x, y, x + 0.1, y + 0.1),))

    def _any(self):
        notes = self.reading.annotations
        return self.random.choice(notes).id if notes else ""

    def highlight(self):
        self.reading.notebook.annotate(AnnotationKind.HIGHLIGHT, self._passage())

    def area(self):
        self.reading.notebook.annotate(AnnotationKind.AREA, self._region())

    def bookmark(self):
        self.reading.notebook.bookmark("Here", self.random.choice([self._passage(), 1]))

    def write(self):
        self.reading.notebook.write_note(self._any(), f"word {self.random.random()}")

    def recolour(self):
        ids = [note.id for note in self.reading.annotations]
        self.reading.notebook.recolour_all(ids, self.random.choice(list(Colour)))

    def tag(self):
        self.reading.notebook.tag_all([self._any()], [f"tag {self.random.randrange(3)}"])

    def reply(self):
        self.reading.notebook.reply(self._any())

    def move(self):
        self.reading.notebook.retarget(self._any(), "Move Area", (self._region(),))

    def delete(self):
        self.reading.notebook.delete_note(self._any())

    def link(self):
        self.reading.notebook.link(self._passage(), self._region())

    def check(self):
        passage = self._passage()
        version = self.reading.document.versions[0]
        state = self.random.choice([*CheckState, None])
        self.reading.checking.mark(version, passage.start, passage.end, state)


DEEDS = (
    *("highlight", "area", "bookmark", "write", "recolour", "tag", "reply", "move", "delete"),
    *("link", "check", "undo", "redo", "restart"),
)


@pytest.fixture
def folders(tmp_path_factory):
    return tmp_path_factory


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(DEEDS), max_size=KEPT_STEPS // 4), st.integers(0, 2**32))
def test_undoing_all_of_it_ends_where_it_began(qapp, folders, deeds, seed):
    life = Life(folders.mktemp("life") / "library", seed)
    try:
        for deed in deeds:
            getattr(life, deed)()
        life.undo_all()
        assert life.state() == life.first
        life.restart()
        assert life.state() == life.first
        assert not life.history.group.canUndo()
    finally:
        life.close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(DEEDS), max_size=KEPT_STEPS // 4), st.integers(0, 2**32))
def test_undo_and_redo_leave_everything_as_it_was(qapp, folders, deeds, seed):
    life = Life(folders.mktemp("life") / "library", seed)
    try:
        for deed in deeds:
            getattr(life, deed)()
        reached = life.state()
        stack = life.history.group.activeStack()
        steps = stack.index()
        life.undo_all()
        for _ in range(steps):
            stack.redo()
        assert life.state() == reached
        life.restart()
        assert life.state() == reached
    finally:
        life.close()
