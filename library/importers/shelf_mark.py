"""A shelf mark split into repository, collection and container, and who contributed.

    Container #171, W. Averell Harriman Papers, Manuscript Division, Library of Congress,
    Washington, D.C.
    AVPRF, f. 059a, op. 5a, d. 5, pa. 11, ll. 1-6. Obtained by A. Reader

What an element is shows by its words; what cannot be told stays unsaid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_WORK = (
    r"(?:obtained|contributed|provided|acquired|donated|supplied|located|found"
    r"|transcribed|translated|edited|compiled|summarized|summarised)"
)
_BY = re.compile(rf"{_WORK}(?:(?:,|,? and) {_WORK})*(?: for [^.;,]{{1,60}}?)? by\s+", re.IGNORECASE)
_CONTRIBUTIONS = re.compile(rf"(?:^|[.;,)\]]\s+|\s+[-–—]\s+)(?={_BY.pattern})", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:archiv\w*|arhiv\w*|library|bibliothek|museum|institut\w*|university|universit\w+"
    r"|division|cent(?:er|re)|administration|ministry|foundation|society|academy|repository"
    r"|bundesarchiv|office|department|committee)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z]{1,7}(?:-[A-Z][A-Za-z]+)?")
_ACRONYMS_AND_MARK = re.compile(
    r"(?P<house>(?:[A-Z]{2,8} )*[A-Z]{2,8})[ :]+(?P<mark>\S*\d\S*(?: .*)?)"
)
_COLLECTION = re.compile(
    r"\b(?:papers|collection|records|record group|fonds|files|series|nachlass)\b", re.IGNORECASE
)
_CONTAINER = re.compile(
    r"(?:container|box|folder|file|reel|roll|carton|fond|opis|delo|list[y]?|papka|volume|bundle"
    r"|item|entry|document|doboz|band|akte|record group|rg|vol|bd|no|nr|sv|por|inv|pap|pa|pp|op"
    r"|ll|ff|p|f|d|l|t|ed\. khr)\b\.?\s*[#№]?\s*[\w\d]*\d|[#№]\s*\d",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[\w./:–-]+(?: [\w./:–-]*\d[\w./:–-]*)*")
_NUMBERED = re.compile(r"(?=\S*\d)\S+ [^\W\d]+")  # "5. doboz", "XIX-J-1-j Korea"
_RECORDS_OF = re.compile(r"\b(?:records|papers|files|collections?) of\b", re.IGNORECASE)
_REMARK = re.compile(r"\.\s+(?:First published|Published|See|Also|Available)\b.*")


class _Kind(Enum):
    REPOSITORY = auto()
    COLLECTION = auto()
    CONTAINER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class ShelfMark:
    """Where the original lies, and who brought it to the archive."""

    repository: str | None = None
    collection: str | None = None
    container: str | None = None
    contributors: tuple[str, ...] = ()


def read_shelf_mark(source: str) -> ShelfMark:
    place, contributions = _split_contributions(source)
    elements = _elements(place)
    kinds = [_kind(element) for element in elements]
    return ShelfMark(
        repository=_repository(elements, kinds),
        collection=_run(elements, kinds, _Kind.COLLECTION),
        container=_run(elements, kinds, _Kind.CONTAINER),
        contributors=_names(contributions),
    )


def is_institution(text: str) -> bool:
    return bool(_INSTITUTION.search(text))


def _split_contributions(source: str) -> tuple[str, str]:
    match = _CONTRIBUTIONS.search(source)
    if match is None:
        return source, ""
    return source[: match.start()] + match[0].strip(" ;,-–—"), source[match.end() :]


def _elements(place: str) -> list[str]:
    """Parts between commas, but for those in brackets; an acronym before a number is its own."""
    place = _REMARK.sub("", place).strip().strip(",;")
    if not re.search(r"\b(?:[A-Z]\.){2,}$", place):  # the full stop of "D.C." is its own
        place = place.rstrip(".")
    parts = [part.strip() for part in re.split(r"[,;]\s+(?![^(\[]*[)\]])", place)]
    elements: list[str] = []
    for part in filter(None, parts):
        match = _ACRONYMS_AND_MARK.fullmatch(part)
        if match and not _CONTAINER.match(part):
            elements += [match["house"], match["mark"]]
        else:
            elements.append(part)
    return elements


def _kind(element: str) -> _Kind:
    if _CONTAINER.match(element):
        return _Kind.CONTAINER
    if is_institution(element):
        # "Harbour Office Papers" are papers; the Records Administration is an office.
        is_collection = _COLLECTION.search(element.rsplit(maxsplit=1)[-1]) or _RECORDS_OF.search(
            element
        )
        return _Kind.COLLECTION if is_collection else _Kind.REPOSITORY
    if _COLLECTION.search(element):
        return _Kind.COLLECTION
    if _ACRONYM.fullmatch(element) or re.fullmatch(r"[A-Z]{2,8}(?: [A-Z]{2,8})+", element):
        return _Kind.REPOSITORY
    is_code = _CODE.fullmatch(element) or _NUMBERED.fullmatch(element)
    return _Kind.CONTAINER if is_code else _Kind.UNKNOWN


def _repository(elements: list[str], kinds: list[_Kind]) -> str | None:
    """From the first institution on, with the place names that follow the last."""
    if _Kind.REPOSITORY not in kinds:
        return None
    first = kinds.index(_Kind.REPOSITORY)
    end = first
    while end < len(kinds) and (
        kinds[end] is _Kind.REPOSITORY
        or (kinds[end] is _Kind.UNKNOWN and _is_place(elements[end]) and end > first)
    ):
        end += 1
    return ", ".join(elements[first:end])


def _is_place(element: str) -> bool:
    return len(element.split()) <= 3 and element[:1].isupper() and not re.search(r"\d", element)


def _run(elements: list[str], kinds: list[_Kind], kind: _Kind) -> str | None:
    """From the first element of this kind to the last, with the unknown ones between."""
    places = [place for place, found in enumerate(kinds) if found is kind]
    if not places:
        return None
    first = last = places[0]
    for place in places[1:]:
        if any(kinds[between] is not _Kind.UNKNOWN for between in range(last + 1, place)):
            break
        last = place
    return ", ".join(elements[first : last + 1])


def _names(contributions: str) -> tuple[str, ...]:
    """The names after each "by", without the houses that people belong to."""
    names: list[str] = []
    for phrase in _BY.split(contributions)[1:]:
        people = re.split(r",\s+(?!Jr|Sr)|;\s+|\s+and\s+", re.sub(r"\s+(?:and|,)\s*$", "", phrase))
        names += [name for person in people if (name := _name(person))]
    return tuple(dict.fromkeys(names))


def _name(person: str) -> str | None:
    """A person's name: it ends before a sentence that says something else."""
    person = re.split(r"(?<=[a-z]{2})\.\s|\sfrom\s", person.strip())[0].strip(" ,;")
    person = re.sub(r"^and\s+", "", person)
    if not person.endswith(("Jr.", "Sr.")):
        person = person.rstrip(".")
    if not person or person[0].islower() or len(person.split()) > 5 or is_institution(person):
        return None
    return person
