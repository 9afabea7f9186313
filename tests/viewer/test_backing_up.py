"""Backups beside the reading, and the list of them."""

import pytest
from PySide6.QtWidgets import QMessageBox

from library.model.annotation import Bookmark
from library.model.change import Change
from tests.documents import NOON, a_document
from tests.library.store.safety.hurting import alter
from viewer.backing_up import BackingUp
from viewer.dialogs.backups import BackupsDialog


@pytest.fixture
def backing_up(desk):
    document = desk.store.add_document(a_document(), NOON)
    desk.store.apply(Change.add("Bookmark", Bookmark("b", document.id, "here", NOON)))
    return BackingUp(desk.session, desk.window)


def done(desk):
    desk.wait(lambda: not desk.session.jobs.running)


def rows_of(dialog):
    return [(entry.text, entry.aside) for entry in dialog.model.entries()]


def test_only_what_has_changed_is_backed_up(desk, backing_up):
    for _ in range(2):
        backing_up.back_up("at-start")
        done(desk)
    (backup,) = desk.store.safety.backups()
    assert backup.reason == "at-start"


def test_each_half_hour_of_changes_has_its_backup(desk, backing_up):
    backing_up.begin()
    assert backing_up.timer.isActive()
    backing_up.timer.timeout.emit()
    done(desk)
    assert [backup.reason for backup in desk.store.safety.backups()] == ["regular"]


def test_a_hurt_library_is_told_of_once_and_asked_about_at_the_next_start(
    desk, backing_up, tmp_path
):
    heard = []
    desk.session.failed.connect(heard.append)
    alter(tmp_path / "library", "UPDATE bookmark SET name = 'there'")
    for _ in range(2):
        backing_up.back_up("regular")
        done(desk)
    assert len(heard) == 1
    assert "The bookmark “here” in “A letter” is not as it was saved" in heard[0]
    desk.close()
    assert (tmp_path / "library" / "library.lock").read_bytes() == b"open\n"


def test_the_list_tells_what_each_backup_holds_and_makes_another(desk, backing_up, qtbot):
    dialog = BackupsDialog(desk.session)
    qtbot.addWidget(dialog)
    done(desk)
    assert rows_of(dialog) == []
    dialog.now.click()
    done(desk)
    desk.wait(lambda: len(rows_of(dialog)) == 1)
    ((text, held),) = rows_of(dialog)
    assert text.endswith("made by you")
    assert held == "1 document, 1 note."


def test_one_click_and_a_yes_close_the_window_for_the_backup(desk, backing_up, monkeypatch, qtbot):
    backing_up.back_up("at-start")
    done(desk)
    dialog = BackupsDialog(desk.session)
    qtbot.addWidget(dialog)
    dialog.wanted.connect(backing_up._go_back)
    desk.wait(lambda: len(rows_of(dialog)) == 1)
    dialog.choose(lambda _: True)
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)
    dialog._buttons[0].click()
    assert backing_up.wanted == desk.store.safety.backups()[0]
    assert not desk.window.isVisible()
