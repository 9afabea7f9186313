import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from viewer.faces import FAMILIES
from viewer.settings import Typography


@pytest.fixture
def popup(panel, qtbot):
    qtbot.mouseClick(panel.head.type_button, Qt.MouseButton.LeftButton)
    assert panel.typography.isVisible()
    return panel.typography


def step(qtbot, popup, field, by):
    stepper = popup.steppers[field]
    qtbot.mouseClick(stepper.more if by > 0 else stepper.less, Qt.MouseButton.LeftButton)


def test_the_text_is_set_in_the_reading_face_with_fallbacks(panel):
    assert tuple(panel.view.document().defaultFont().families()) == FAMILIES
    assert FAMILIES[0] == "Gentium Plus"


def test_the_text_follows_each_step(panel, popup, settings, qtbot):
    column = panel.view.sheet.column
    line, font = column.line, panel.view.document().defaultFont().pointSizeF()
    step(qtbot, popup, "size", 1)
    assert settings.typography.size == 18.0
    assert panel.view.document().defaultFont().pointSizeF() > font
    step(qtbot, popup, "line_height", 1)
    assert settings.typography.line_height == pytest.approx(1.7)
    assert column.line > line
    step(qtbot, popup, "line_length", -1)
    assert settings.typography.line_length == 34


def test_reset_brings_the_usual_type_back(panel, popup, settings, qtbot):
    for _ in range(3):
        step(qtbot, popup, "size", 1)
    qtbot.mouseClick(popup.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert settings.typography == Typography()


def test_the_steps_have_ends(panel, popup, settings):
    settings.typography = Typography(size=48, line_height=1.1, line_length=80)
    assert not popup.steppers["size"].more.isEnabled()
    assert not popup.steppers["line_height"].less.isEnabled()


def test_it_closes_with_escape_or_when_it_is_left(panel, popup, qtbot):
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    qtbot.mouseClick(panel.head.type_button, Qt.MouseButton.LeftButton)
    panel.view.setFocus()
    assert not popup.isVisible()


def test_twice_the_size_still_has_whole_lines_and_margins(panel, settings):
    settings.typography = Typography(size=35)
    column = panel.view.sheet.column
    layout = column.laid(2).layout()
    assert layout.lineCount() > 5
    for row in range(layout.lineCount()):
        assert layout.lineAt(row).naturalTextWidth() <= column.width + 1
    panel.view.grab()


def test_the_place_stays_when_the_type_changes(panel, settings):
    panel.view.go_to(panel.view.sheet.version.text.index("Nothing more"))
    before = panel.view.offset_read()
    settings.typography = Typography(size=24)
    assert abs(panel.view.offset_read() - before) < 60


def test_the_widgets_font_does_not_change_the_text(panel):
    font = panel.view.document().defaultFont()
    panel.view.setStyleSheet("font-size: 30px")
    assert panel.view.document().defaultFont() == font
