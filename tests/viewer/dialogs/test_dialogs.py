"""Small dialogs: what they ask, refuse and set."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLabel, QLineEdit

from library.model.annotation import Colour
from tests.viewer.listed import headings, lines
from viewer.colours import colour_name, name_colours
from viewer.dialogs.about import AboutDialog
from viewer.dialogs.links import LinkDialog, may_open
from viewer.dialogs.password import PasswordDialog
from viewer.dialogs.preferences import PreferencesDialog
from viewer.dialogs.shortcuts import ShortcutsDialog
from viewer.fields import Value
from viewer.settings import Settings, Typography
from viewer.theme import Scheme


class FakeTheme:
    def __init__(self) -> None:
        self.used: list[Scheme] = []

    def use(self, scheme: Scheme) -> None:
        self.used.append(scheme)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(QSettings(str(tmp_path / "set.ini"), QSettings.Format.IniFormat))


def words_of(dialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join(labels + [value.toPlainText() for value in dialog.findChildren(Value)])


def test_a_password_can_be_seen_while_it_is_typed(qtbot):
    dialog = PasswordDialog("cable.pdf", wrong=False)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.field, "secret")
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    dialog.findChild(QCheckBox).click()
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal


def test_a_password_is_wanted_before_it_is_tried(qtbot):
    dialog = PasswordDialog("cable.pdf", wrong=True)
    qtbot.addWidget(dialog)
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Open)
    assert not button.isEnabled()
    assert "does not open" in words_of(dialog)
    dialog.field.setText("x")
    assert button.isEnabled()


@pytest.mark.parametrize("accepted", [True, False])
def test_a_password_is_given_or_not(qtbot, monkeypatch, accepted):
    dialog = PasswordDialog("cable.pdf")
    qtbot.addWidget(dialog)
    dialog.field.setText("secret")
    result = dialog.DialogCode.Accepted if accepted else dialog.DialogCode.Rejected
    monkeypatch.setattr(dialog, "exec", lambda: result)
    assert dialog.ask() == ("secret" if accepted else None)


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "http://example.org", "mailto:a@example.org"]
)
def test_web_and_mail_addresses_are_offered(qtbot, address):
    dialog = LinkDialog(address)
    qtbot.addWidget(dialog)
    assert may_open(address)
    assert address in words_of(dialog)
    assert len(dialog.buttons.buttons()) == 2


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "https:", "", "//x", "a b"],
)
def test_every_other_address_is_refused_in_a_sentence(qtbot, address):
    dialog = LinkDialog(address)
    qtbot.addWidget(dialog)
    assert not may_open(address)
    assert "stays closed" in words_of(dialog)
    assert len(dialog.buttons.buttons()) == 1


def test_about_names_licence_source_and_components(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    for part in ("AGPL-3.0-or-later", "The source is the Python you run", "Lucide", "OFL", "LGPL"):
        assert part in words


def test_a_choice_of_appearance_holds_at_once(qtbot, settings):
    theme = FakeTheme()
    dialog = PreferencesDialog(settings, theme)
    qtbot.addWidget(dialog)
    dialog.schemes.button(2).click()
    assert theme.used == [Scheme.DARK]
    assert settings.scheme is Scheme.DARK


def test_typography_is_set_and_taken_back(qtbot, settings):
    dialog = PreferencesDialog(settings, FakeTheme())
    qtbot.addWidget(dialog)
    dialog.size_choice.set_value(22)
    dialog.height_choice.set_value(1.75)
    dialog.length_choice.set_value(50)
    assert settings.typography == Typography(size=22, line_height=1.75, line_length=50)
    dialog._take_usual()
    assert settings.typography == Typography()


def test_shortcuts_are_found_by_word_or_key(qtbot):
    rows = [("File", "Open", "Ctrl+O"), ("File", "Quit", "Ctrl+Q"), ("View", "Zoom in", "Ctrl++")]
    dialog = ShortcutsDialog(rows)
    qtbot.addWidget(dialog)

    assert len(lines(dialog)) == 3
    assert len(headings(dialog)) == 2
    dialog.filter.setText("zoom")
    assert lines(dialog) == ["Zoom in"]
    assert len(headings(dialog)) == 1
    dialog.filter.setText("ctrl+q")
    assert lines(dialog) == ["Quit"]


def test_escape_closes_a_dialog(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "make",
    [
        lambda: PasswordDialog("A file with a very long name, as archives like to give.pdf", True),
        lambda: LinkDialog("https://example.org/" + "documents/" * 30),
        AboutDialog,
    ],
    ids=["password", "link", "about"],
)
@pytest.mark.parametrize("size", [13, 26], ids=["usual", "twice"])
def test_a_dialog_is_as_high_as_its_words(qtbot, qapp, make, size):
    before = qapp.styleSheet()
    qapp.setStyleSheet(f"* {{ font-size: {size}px; }}")
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    for label in dialog.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed
    for value in dialog.findChildren(Value):
        assert value.height() >= value.document().size().height()
        assert dialog.rect().contains(value.geometry())
    qapp.setStyleSheet(before)


def test_a_colour_is_called_as_the_reader_names_it(qtbot, settings):
    settings.colour_names_changed.connect(name_colours)
    dialog = PreferencesDialog(settings, FakeTheme())
    qtbot.addWidget(dialog)
    field = dialog.notes.names[Colour.RED]
    field.setText("  doubt ")
    field.editingFinished.emit()
    assert settings.colour_names == {Colour.RED: "doubt"}
    assert (colour_name(Colour.RED), colour_name(Colour.BLUE)) == ("doubt", "Blue")
    field.setText("")
    field.editingFinished.emit()
    assert colour_name(Colour.RED) == "Red"


def test_the_trash_is_kept_for_ever_unless_days_are_set(qtbot, settings):
    dialog = PreferencesDialog(settings, FakeTheme())
    qtbot.addWidget(dialog)
    assert settings.trash_days == 0
    dialog.notes.days.setValue(30)
    assert settings.trash_days == 30
