"""Names of people and bodies, as the styles set them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from library.importers.shelf_mark import is_institution

_PARTICLES = {
    "af", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "la", "le", "san", "ter", "van", "von", "zu", "zur",
}  # fmt: skip
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sir|Lord|Lady|Ambassador|Marshal|General|Count"
    r"|President|Premier|Minister|Comrade)\b\.?\s+)+"
)
_FEW = 3  # authors that are all named, in a Chicago note
_MANY = 20  # authors that APA names


@dataclass(frozen=True, slots=True)
class Name:
    """A person's family and given names, or a body's name, which has no given part."""

    family: str
    given: str = ""

    @property
    def straight(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def with_initials(self) -> str:
        """As APA has it: “Harriman, W. A.”; “Jean-Paul” becomes “J.-P.”."""
        initials = re.sub(r"(\w)[\w’']*\.?", lambda match: f"{match[1]}.", self.given)
        return f"{self.family}, {initials}" if initials else self.family


def read_name(shown: str) -> Name:
    """A name as it is written: “Harriman, W. Averell”, “W. Averell Harriman”, an institution."""
    shown = " ".join(shown.split())
    if is_institution(shown):
        return Name(shown)
    family, comma, given = shown.partition(", ")
    if comma:
        return Name(family, given)
    words = (_TITLES.sub("", shown) or shown).split(" ")
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]))


def in_note(names: Sequence[Name]) -> str:
    """Chicago: “W. Averell Harriman and Joseph Stalin”; beyond three, the first “et al.”."""
    if len(names) > _FEW:
        return f"{names[0].straight} et al."
    return _listed([name.straight for name in names], "and")


def in_bibliography(names: Sequence[Name]) -> str:
    """Chicago: the first inverted, “Harriman, W. Averell, and Joseph Stalin”."""
    if len(names) == 2:
        return f"{names[0].inverted}, and {names[1].straight}"
    return _listed([n.inverted if not i else n.straight for i, n in enumerate(names)], "and")


def in_mla(names: Sequence[Name]) -> str:
    """As Chicago's bibliography; of three and more, the first “et al.”."""
    return in_bibliography(names) if len(names) < _FEW else f"{names[0].inverted}, et al."


def in_apa(names: Sequence[Name]) -> str:
    """Every author with initials, an ampersand before the last."""
    shown = [name.with_initials for name in names]
    if len(shown) > _MANY:
        return ", ".join(shown[: _MANY - 1]) + f", . . . {shown[-1]}"
    return ", ".join(shown[:-1]) + f", & {shown[-1]}" if len(shown) > 1 else "".join(shown)


def _listed(names: Sequence[str], conjunction: str) -> str:
    if len(names) <= 2:
        return f" {conjunction} ".join(names)
    return f"{', '.join(names[:-1])}, {conjunction} {names[-1]}"
