"""Nothing that was acknowledged is lost, and what could not be saved is said."""

import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from library.errors import DiskFull, LibraryUnwritable
from library.model.annotation import Bookmark, passage_of
from library.model.change import Change
from library.store.store import Store
from tests.documents import NOON, a_document

KILLS = 10

SAVE_FOR_EVER = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from library.model.annotation import Annotation, AnnotationKind, Colour, passage_of
from library.model.change import Change
from library.store.store import Store

folder, document, version, run = sys.argv[1:]
store = Store.open(Path(folder))
for number in itertools.count():
    now = datetime.now(UTC)
    target = passage_of(version, "Dear Sir", 0, 4)
    name = f"{run}-{number}"
    note = Annotation(
        name, document, AnnotationKind.NOTE, Colour.RED, (target,), now, now, "x" * number
    )
    store.apply(Change.add("Note", note))
    print(name, flush=True)
"""


def kill_while_it_saves(folder, document, run):
    """Everything that the process said it had saved before it was killed."""
    arguments = [str(folder), document.id, document.versions[0].id, str(run)]
    with subprocess.Popen(
        [sys.executable, "-c", SAVE_FOR_EVER, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        said = [process.stdout.readline() for _ in range(3 + 7 * run)]
        process.kill()
        said += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return {line.strip() for line in said}


@pytest.mark.quick
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_saved_before_a_kill_is_there_after_it(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
    said = set()
    for run in range(KILLS):
        said |= kill_while_it_saves(folder, document, run)
        with Store.open(folder) as store:
            assert said <= {note.id for note in store.annotations(document.id)}
            with store._library.reading() as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


REPLACE_FOR_EVER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from library.progress import quietly
from library.rewording.rewording import replacing_text
from library.store.store import Store

folder, document, first, second = sys.argv[1:]
store = Store.open(Path(folder))
version = store.document(document).versions[0]
for text in itertools.cycle((first, second)):
    quietly(replacing_text(store, document, replace(version, text=text)))
    print(text, flush=True)
"""


@pytest.mark.quick
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_text_is_replaced_wholly_or_not_at_all_whenever_it_is_killed(folder):
    old, *new = "He went to Minsk.", "He went on to Minsk.", "At last he went to Minsk."
    with Store.open(folder) as store:
        document = store.add_document(a_document(text=old), NOON)
        wanted = passage_of(document.versions[0].id, old, 11, 16)
        store.apply(Change.add("Mark", Bookmark("b", document.id, "", NOON, passage=wanted)))
    for run in range(KILLS // 2):
        arguments = [sys.executable, "-c", REPLACE_FOR_EVER, str(folder), document.id, *new]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
            said = [process.stdout.readline() for _ in range(1 + 2 * run)]
            process.kill()
        with Store.open(folder) as store:
            text = store.document(document.id).versions[0].text
            assert text in new
            assert said[-1].strip() in new
            assert text[slice(*store.texts.anchors(document.id).of(wanted).place)] == "Minsk"


def test_a_full_disk_is_said_and_what_was_there_stays(store):
    document = store.add_document(a_document(), NOON)
    with store._library._lock:
        db = store._library._db
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as heard:
        store.add_document(a_document(text="x" * 100_000), NOON)
    assert "disk is full" in str(heard.value)
    assert [entry.id for entry in store.shelf()] == [document.id]


def test_a_library_that_vanished_while_open_takes_no_more_notes(folder, store):
    document = store.add_document(a_document(), NOON)
    shutil.rmtree(folder)
    with pytest.raises(LibraryUnwritable) as heard:
        store.apply(Change.add("Bookmark", Bookmark("b", document.id, "here", NOON)))
    assert "is not there any more" in str(heard.value)


def test_a_library_that_vanished_is_not_made_anew_for_a_file(folder, store, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"a file")
    shutil.rmtree(folder)
    with pytest.raises(LibraryUnwritable):
        store.keep_file(path, "application/pdf")
    assert not folder.exists()


def test_many_threads_save_and_read_at_once(store):
    document = store.add_document(a_document(), NOON)

    def save(number):
        bookmark = Bookmark(str(number), document.id, "here", NOON)
        store.apply(Change.add("Bookmark", bookmark))
        store.save_preview(document.id, number, b"large", b"small")
        return bookmark in store.bookmarks(document.id)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(save, range(100)))
    assert len(store.bookmarks(document.id)) == 100


def test_two_threads_that_read_the_same_file_add_one_document(store):
    with ThreadPoolExecutor(4) as threads:
        added = list(
            threads.map(lambda _: store.add_document(a_document(digest="aa"), NOON), range(8))
        )
    assert len({document.id for document in added}) == 1
