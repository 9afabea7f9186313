"""How the reader wants a tag to look."""

from __future__ import annotations

from dataclasses import dataclass

from library.model.annotation import Colour


@dataclass(frozen=True, slots=True)
class TagStyle:
    """The colour of a tag, in all documents."""

    id: str  # the tag's name
    colour: Colour

    @property
    def document(self) -> str:
        """None in particular."""
        return ""
