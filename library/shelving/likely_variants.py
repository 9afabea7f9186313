"""Names that may be one person's: the same family name by its sound, and given names that agree.

“Harriman, W. Averell”, “The American Ambassador, Mr. Harriman” and “Гарриман, У. А.” are read
as a family name and given names.  Given names agree where those of the shorter row stand, in
their order, among those of the longer, as the same name or as its initial.  A family name alone
goes with the only bearer of it that there is; where there are several it goes with none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from library.model.person import Person
from library.model.transliterating import search_key

_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "gen", "general", "col", "colonel",
    "lt", "lieutenant", "capt", "captain", "maj", "major", "admiral", "adm", "marshal",
    "marshall", "sir", "lord", "lady", "ambassador", "count", "countess", "baron", "president",
    "premier", "minister", "secretary", "comrade", "chairman", "senator", "judge", "bishop",
    "monsieur", "m", "mme", "mlle", "herr", "frau", "signor", "the", "hon", "honorable",
    "right", "rev", "reverend", "господин", "тов", "товарищ", "генерал", "маршал", "посол",
}  # fmt: skip
_PARTICLES = {
    "af", "da", "de", "del", "della", "den", "der", "di", "du", "la", "le", "van", "von", "zu",
    "zur",
}  # fmt: skip
# A part with one of these says what somebody is, or names a body, not a person.
_OFFICES = {
    "of", "and", "for", "ambassador", "secretary", "minister", "embassy", "interpreter",
    "translator", "commissar", "commander", "chief", "deputy", "assistant", "counselor",
    "counsellor", "attache", "attaché", "charge", "chargé", "director", "adviser", "advisor",
    "committee", "council", "ministry", "department", "office", "university", "library",
    "archives", "institute", "press", "company", "society", "association", "union", "party",
    "commission", "bureau", "section", "division",
}  # fmt: skip
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\d[\d–-]*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?")
_SHORTEST = 3  # letters of a family name by which people are compared
_LONGEST = 4  # words of a name


@dataclass(frozen=True, slots=True)
class ReadName:
    """`family` and the given names by their sound; an initial is one letter."""

    family: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likely:
    """People who may be one, the fullest name first: it is what that one may be called."""

    people: tuple[Person, ...]

    @property
    def name(self) -> str:
        return self.people[0].name


def likely_variants(people: Iterable[Person]) -> tuple[Likely, ...]:
    """Groups of people that may be one, those of the most documents first.

    The time it takes grows with the number of people, and of those with one family name.
    """
    families: dict[str, list[tuple[ReadName, Person]]] = defaultdict(list)
    for person in people:
        read = read_name(person.name)
        if read is not None:
            families[read.family].append((read, person))
    groups = (group for family in families.values() for group in _groups(family))
    return tuple(sorted(groups, key=lambda each: -sum(p.documents for p in each.people)))


def read_name(shown: str) -> ReadName | None:
    """The name as it is compared; None where it does not look like a person's."""
    parts = [part.split() for part in _BRACKETS.sub(" ", shown).split(",")]
    parts = [words for words in parts if words]
    titled = [words for words in parts if _plain(words[0]) in _TITLES - {"the"}]
    if titled:
        return _straight(titled[0])
    if len(parts) >= 2 and len(parts[0]) <= 3 and _are_given(parts[1]):
        return _read(" ".join(parts[0]), parts[1])
    return _straight(parts[0]) if parts else None


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether these rows of given names may be one person's."""
    shorter, longer = sorted((one, other), key=len)
    left: Iterator[str] = iter(longer)
    return all(any(_may_be(name, each) for each in left) for name in shorter)


def _straight(words: Sequence[str]) -> ReadName | None:
    words = list(words)
    while len(words) > 1 and _plain(words[0]) in _TITLES:
        words = words[1:]
    if not words or len(words) > _LONGEST + 1 or _has_office(words):
        return None
    if len(words) > 1 and all(map(_is_initial, words[1:])) and not _is_initial(words[0]):
        return _read(words[0], words[1:])  # “Сталин И. В.”
    first = len(words) - 1
    while first > 1 and _plain(words[first - 1]) in _PARTICLES:
        first -= 1
    return _read(" ".join(words[first:]), words[:first])


def _read(family: str, given: Sequence[str]) -> ReadName | None:
    words = family.split()
    names = [word for word in words if _plain(word) not in _PARTICLES] or words
    key = "".join(search_key(_plain(word)) for word in names)
    if len(key) < _SHORTEST or _has_office(words):
        return None
    apart = (name for word in given for name in _initials_apart(word))
    keys = (search_key(_plain(name)) for name in apart)
    return ReadName(key, tuple(filter(None, keys)))


def _are_given(words: Sequence[str]) -> bool:
    names = [word for word in words if _WORD.fullmatch(word) or _is_initial(word)]
    return len(words) <= _LONGEST and len(names) == len(words) and not _has_office(words)


def _has_office(words: Iterable[str]) -> bool:
    return any(_plain(word) in _OFFICES for word in words)


def _is_initial(word: str) -> bool:
    return all(len(letters) == 1 for letters in word.split(".") if letters) and word[:1].isupper()


def _initials_apart(word: str) -> list[str]:
    """“W.A.” is two names."""
    return [part for part in word.split(".") if part]


@cache
def _plain(word: str) -> str:
    return word.strip(".;:’'\"“”").casefold()


def _may_be(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _groups(family: Sequence[tuple[ReadName, Person]]) -> Iterator[Likely]:
    """The people of one family name, each with the fullest name that they agree with."""
    fullest = sorted(family, key=lambda each: (-_fullness(each[0]), -each[1].documents))
    groups: list[list[tuple[ReadName, Person]]] = []
    for each in fullest:
        fitting = [group for group in groups if _fits(each, group)]
        if len(fitting) == 1:
            fitting[0].append(each)
        elif not fitting:
            groups.append([each])
    return (Likely(tuple(person for _, person in g)) for g in groups if len(g) > 1)


def _fits(each: tuple[ReadName, Person], group: Sequence[tuple[ReadName, Person]]) -> bool:
    return all(agree(each[0].given, other.given) for other, _ in group)


def _fullness(read: ReadName) -> int:
    return sum(2 if len(name) > 1 else 1 for name in read.given)
