"""Notes made ready to leave the library: in reading order, with quotation, page and citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from library.alignment.paging import paging_of
from library.alignment.reading_order import reading_order
from library.citing.archive import cite
from library.model.annotation import Annotation, Passage, Region, Target
from library.model.document import Document

_TITLE = 40  # characters


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation with what a reader of the export wants to see of it."""

    annotation: Annotation
    derived: tuple[Target, ...]
    quotation: str  # the words it is about; "" where none are known
    page: int | None  # of the document, from 0; None for a note on the whole
    page_shown: str  # "Page 2", by the scan's own count; "" for a note on the whole
    citation: str  # with the page
    replies: tuple[Annotation, ...] = ()


def titles(notes: Iterable[Noted]) -> Mapping[str, str]:
    """How each annotation is called where another leads to it, by its id."""
    return {each.annotation.id: _title(each) for each in notes}


def _title(noted: Noted) -> str:
    words = noted.quotation or " ".join(noted.annotation.note.split()) or noted.page_shown
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class NotedDocument:
    """A document and its annotations, in reading order."""

    document: Document
    notes: tuple[Noted, ...]


def gathered(
    document: Document,
    annotations: Iterable[Annotation],
    derived: Mapping[str, tuple[Target, ...]],
) -> NotedDocument:
    """The annotations that are no replies, each with those that answer it."""
    ordered = [a for a in reading_order(document, annotations) if isinstance(a, Annotation)]
    known = {annotation.id for annotation in ordered}
    answers: dict[str, list[Annotation]] = {}
    for annotation in sorted(ordered, key=lambda each: each.made):
        if annotation.reply_to in known and annotation.reply_to is not None:
            answers.setdefault(annotation.reply_to, []).append(annotation)
    return NotedDocument(
        document,
        tuple(
            _noted(document, annotation, derived.get(annotation.id, ()), answers)
            for annotation in ordered
            if annotation.reply_to not in known
        ),
    )


def _noted(
    document: Document,
    annotation: Annotation,
    derived: tuple[Target, ...],
    answers: Mapping[str, list[Annotation]],
) -> Noted:
    page = _page(document, annotation.targets, derived)
    return Noted(
        annotation,
        derived,
        quotation_of(annotation.targets, derived),
        page,
        "" if page is None else document.page_name(page),
        cite(document, page),
        tuple(_thread(annotation.id, answers)),
    )


def _thread(annotation_id: str, answers: Mapping[str, list[Annotation]]) -> Iterable[Annotation]:
    """All that answers, one after the other, and what answers these."""
    for answer in answers.get(annotation_id, ()):
        yield answer
        yield from _thread(answer.id, answers)


def quotation_of(targets: Sequence[Target], derived: Sequence[Target]) -> str:
    """The reader's own passages; of a region the words under it."""
    own = [target.quote for target in targets if isinstance(target, Passage)]
    under = [target.words for target in targets if isinstance(target, Region) and target.words]
    told = [target.quote for target in derived if isinstance(target, Passage)][:1]
    return " … ".join(" ".join(quote.split()) for quote in own or under or told)


def _page(document: Document, targets: Sequence[Target], derived: Sequence[Target]) -> int | None:
    """Where the first target is: by its own page, by the links, else by the paging of its text."""
    for target in (*targets[:1], *derived):
        if isinstance(target, Region):
            return target.page
    first = next(iter(targets), None)
    version = document.version(first.version) if isinstance(first, Passage) else None
    if not isinstance(first, Passage) or version is None or not document.pages:
        return None
    return paging_of(document, version).page_of_offset(first.start)[0]
