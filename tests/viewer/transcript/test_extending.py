"""A highlight is pulled by its ends."""

import pytest
from PySide6.QtCore import Qt

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def marked(panel, desk):
    note = desk.mark("the bridge would bear")
    desk.reading.choose_note(note.id)
    return note


def end_of(panel, words, *, at_start=False):
    """The corner of the text where a knob is, or is to be dropped."""
    view = panel.view
    text = view.sheet.version.text
    start = text.index(words)
    first, last = (view.sheet.offsets.position(p) for p in (start, start + len(words)))
    boxes = panel.column.extending._boxes(first, first + 1) if at_start else (
        panel.column.extending._boxes(last - 1, last)
    )  # fmt: skip
    corner = boxes[0].topLeft() if at_start else boxes[-1].bottomRight()
    corner.setY(corner.y() - view.verticalScrollBar().value())
    return corner.toPoint()


def drag(qtbot, panel, start, end):
    port = panel.view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)


def quote(desk):
    return desk.reading.annotations[0].targets[0].quote


def test_the_end_is_pulled_to_another_word(qtbot, panel, desk, marked):
    to = end_of(panel, "would bear forty tons")
    to.setY(to.y() - 6)
    drag(qtbot, panel, end_of(panel, "the bridge would bear"), to)
    assert quote(desk) == "the bridge would bear forty tons"
    assert desk.labels == ["Extend Highlight"]


def test_the_start_is_pulled_to_another_word(qtbot, panel, desk, marked):
    to = end_of(panel, "bridge would", at_start=True)
    to.setY(to.y() + 8)
    drag(qtbot, panel, end_of(panel, "the bridge would bear", at_start=True), to)
    assert quote(desk) == "bridge would bear"


def test_the_ends_never_pass_each_other(qtbot, panel, desk, marked):
    to = end_of(panel, "MEMORANDUM", at_start=True)
    drag(qtbot, panel, end_of(panel, "the bridge would bear"), to)
    assert quote(desk) == "t"


def test_without_a_chosen_highlight_the_text_is_selected_as_ever(qtbot, panel, desk, marked):
    desk.reading.choose_note("")
    start = end_of(panel, "the bridge would bear")
    to = end_of(panel, "would bear forty tons")
    start.setY(start.y() - 6)
    to.setY(to.y() - 6)
    drag(qtbot, panel, start, to)
    assert quote(desk) == "the bridge would bear"
    assert panel.has_selection
