"""How long a reading process may take for an answer, before it is taken for lost."""

from __future__ import annotations

from dataclasses import dataclass

from library.pages.requests import (
    Draw,
    Picture,
    ReadNotes,
    ReadOutline,
    ReadPages,
    ReadWords,
    Request,
    WriteNotes,
)

DRAWING_SECONDS = 5.0
READING_SECONDS = 10.0  # for an outline, and for each begun hundred pages of text
WHOLE_FILE_SECONDS = 120.0  # for all its annotations, or a copy with others


@dataclass(frozen=True, slots=True)
class Deadlines:
    drawing: float = DRAWING_SECONDS
    reading: float = READING_SECONDS

    def of(self, request: Request) -> float:
        """Seconds."""
        match request:
            case Draw() | Picture():
                return self.drawing
            case ReadPages():
                return self.reading * max(1, -(-(request.last - request.first) // 100))
            case ReadOutline() | ReadWords():
                return self.reading
            case ReadNotes() | WriteNotes():
                return WHOLE_FILE_SECONDS
