"""What keys and mouse buttons mean on both sides of a document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from library.model.annotation import Annotation, Colour
from viewer.places import Tool
from viewer.reading import Reading

_MODIFIER = Qt.KeyboardModifier

Step = Callable[[], bool]  # whether there was something to step down from


def step_down(reading: Reading, *steps: Step) -> bool:
    """Esc: one step down the ladder, whether there was one.

    First a place that is asked for is left as it is.  `steps` are the side's own, from what
    lies on top: popup, then selection.  Below them are the note that is chosen and the tool in
    hand.
    """
    return (
        reading.mending.cancel()
        or any(step() for step in steps)
        or _let_go(reading)
        or _put_down(reading)
    )


def choose_colour(reading: Reading, event: QKeyEvent, note_id: str = "") -> bool:
    """1 to 8 choose the colour of the tool that is on, else of a note: the chosen one."""
    colour = colour_of(event)
    note = reading.note(note_id or reading.chosen)
    if colour is None:
        return False
    if reading.tool is not Tool.SELECT:
        reading.take_colour(colour)
    elif isinstance(note, Annotation):
        reading.notebook.recolour(note.id, colour)
    else:
        return False
    return True


def colour_of(event: QKeyEvent) -> Colour | None:
    """The colour of a digit: 1 is the first."""
    colours, number = list(Colour), event.key() - Qt.Key.Key_1
    with_ = event.modifiers() & ~(_MODIFIER.KeypadModifier | _MODIFIER.ShiftModifier)
    plain = with_ == _MODIFIER.NoModifier  # some keyboards have digits only with Shift
    return colours[number] if plain and 0 <= number < len(colours) else None


def travel(reading: Reading, button: Qt.MouseButton) -> bool:
    """The mouse's own buttons go back and forward."""
    if button is Qt.MouseButton.BackButton:
        reading.go_back()
    elif button is Qt.MouseButton.ForwardButton:
        reading.go_forward()
    else:
        return False
    return True


def _let_go(reading: Reading) -> bool:
    had_note = reading.note(reading.chosen) is not None
    if had_note:
        reading.choose_note("")
    return had_note


def _put_down(reading: Reading) -> bool:
    had_tool = reading.tool is not Tool.SELECT
    if had_tool:
        reading.take_tool(Tool.SELECT)
    return had_tool
