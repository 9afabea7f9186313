"""What a check of the library found, in words for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from library.store.safety.kinds import KINDS
from library.surrogates import without_surrogates

LONGEST = 60  # characters of a note that are told
_NAMES = {
    "annotation": "note",
    "bookmark": "bookmark",
    "own_link": "link of yours",
    "checked": "check",
    "correction": "correction",
    "placement": "place of a note",
    "tag_style": "colour of a tag",
    "collection": "collection",
    "membership": "document in a collection",
    "smart_collection": "saved search",
    "document_tag": "tag of a document",
    "to_read": "mark to read",
    "reader_field": "change of a record",
    "distinct_document": "word that two documents are not the same",
    "person_name": "name of a person",
    "document": "document",
    "version": "text",
    "change": "step in the history",
}


class Harm(Enum):
    """What became of a thing."""

    CHANGED = "is not as it was saved"
    MISSING = "is missing or cannot be read"
    UNKNOWN = "was not saved by Diptych"  # there is a row, and no seal


@dataclass(frozen=True, slots=True)
class HurtThing:
    """A thing that damage has changed or taken; `words` and `title` as far as they are known."""

    kind: str  # the table
    id: str
    harm: Harm
    words: str = ""
    title: str = ""  # of its document

    def __str__(self) -> str:
        words = f" “{shortened(self.words)}”" if self.words else f" {self.id}"
        where = f" in “{shortened(self.title)}”" if self.title else ""
        return f"The {_NAMES[self.kind]}{words}{where} {self.harm.value}."


@dataclass(frozen=True, slots=True)
class HurtFile:
    """A file of a document that is missing (`is_there` is false) or has other bytes."""

    name: str
    title: str
    is_there: bool

    def __str__(self) -> str:
        harm = "is not as it was added" if self.is_there else "is missing"
        return f"The file {self.name} of “{shortened(self.title)}” {harm}. Add it again."


@dataclass(frozen=True, slots=True)
class Findings:
    """`structure` is what SQLite itself finds wrong with the database."""

    structure: tuple[str, ...] = ()
    things: tuple[HurtThing, ...] = ()
    files: tuple[HurtFile, ...] = ()
    notes: int = 0  # looked at, of all kinds

    @property
    def is_well(self) -> bool:
        """Whether the database is whole, and with it all that the reader made."""
        return not self.structure and not any(KINDS[thing.kind].of_reader for thing in self.things)

    def summary(self) -> str:
        """One sentence, or two."""
        told = self.sentences()
        if not told:
            return f"The library is whole: {self.notes:,} notes and marks are as they were saved."
        more = f" And {len(told) - 1:,} more." if len(told) > 1 else ""
        return f"{told[0]}{more}"

    def sentences(self) -> tuple[str, ...]:
        """Everything that is hurt, what the reader made before all else."""
        structure = (
            (f"The database itself is damaged ({self.structure[0].splitlines()[0]}).",)
            if self.structure
            else ()
        )
        return (*map(str, self.things), *structure, *map(str, self.files))


def shortened(words: str) -> str:
    line = " ".join(without_surrogates(words).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
