"""The reader's unsaved words as plain text, to be kept somewhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from library.model.annotation import Annotation, Bookmark
from library.model.change import Change, Item
from library.model.correction import Correction
from viewer.note_words import quotation, wording


def unsaved_notes(waiting: Iterable[Change], titles: Mapping[str, str]) -> str:
    """What each thing that waits says in its newest form, under the title of its document.

    `titles` by ids of documents; what is in the trash is left out.
    """
    newest: dict[str, Item | None] = {}
    for edit in (edit for change in waiting for edit in change.edits):
        newest[edit.item.id] = edit.after
    told: dict[str, list[str]] = {}
    for item in newest.values():
        words = _words(item)
        if item is not None and words:
            told.setdefault(item.document, []).append(words)
    return "\n\n".join(
        "\n\n".join((titles.get(document, document), *words)) for document, words in told.items()
    )


def _words(item: Item | None) -> str:
    match item:
        case Annotation() | Bookmark() if item.deleted is None:
            quoted = quotation(item)
            parts = (f"“{quoted}”" if quoted else "", wording(item).strip(), _tags(item))
            return "\n".join(filter(None, parts))
        case Correction() if item.deleted is None and item.text:
            return f"“{item.passage.quote}” → “{item.text}”"
    return ""


def _tags(item: Annotation | Bookmark) -> str:
    tags = item.tags if isinstance(item, Annotation) else ()
    return " ".join(f"#{tag}" for tag in tags)
