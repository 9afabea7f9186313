"""Which of the names that documents have are one person's, as the reader says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """That a name, as it is written in documents, is a name of this person."""

    id: str  # the name
    person: str  # what the person is called, who also has this as a name

    @property
    def document(self) -> str:
        """None in particular."""
        return ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who appears in documents, those in the trash left out."""

    name: str
    documents: int
    variants: tuple[str, ...] = ()  # other names that the reader joined with it, by the alphabet
