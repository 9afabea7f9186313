"""What a text says at a time: an archive corrects it, or it is read anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """That a version has this wording.  The library keeps every wording that it had.

    `id` is the version's; `digest` names what it says (SHA-256, hexadecimal): its text, and
    where its paragraphs and pages begin.
    """

    id: str
    document: str
    digest: str
