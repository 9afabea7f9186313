"""What the kinds and colours of notes are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from library.model.anchor import AnchorState
from library.model.annotation import Annotation, AnnotationKind
from viewer.colours import colour_name
from viewer.places import Note
from viewer.sidebar.arranging import Heading

_ICONS = {
    AnnotationKind.HIGHLIGHT: "highlighter",
    AnnotationKind.UNDERLINE: "underline",
    AnnotationKind.NOTE: "sticky-note",
    AnnotationKind.AREA: "square-dashed",
    AnnotationKind.DOCUMENT: "file-text",
}


def kind_name(note: Note) -> str:
    if not isinstance(note, Annotation):
        return _tr("Bookmark")
    if note.reply_to is not None:
        return _tr("Reply")
    return {
        AnnotationKind.HIGHLIGHT: _tr("Highlight"),
        AnnotationKind.UNDERLINE: _tr("Underline"),
        AnnotationKind.NOTE: _tr("Note"),
        AnnotationKind.AREA: _tr("Area"),
        AnnotationKind.DOCUMENT: _tr("Note on the document"),
    }[note.kind]


def kind_title(kind: str) -> str:
    """What notes of a kind (of `arranging.KINDS`) are called together."""
    return {
        "highlight": _tr("Highlights"),
        "underline": _tr("Underlines"),
        "note": _tr("Notes"),
        "area": _tr("Areas"),
        "document": _tr("Notes on the document"),
        "bookmark": _tr("Bookmarks"),
    }[kind]


def heading_name(heading: Heading) -> str:
    """The words over a group of notes."""
    if heading.colour is not None:
        name = colour_name(heading.colour)
    elif heading.tag is not None:
        name = heading.tag
    else:
        name = _tr("Without a tag") if heading.id == "heading " else _tr("Bookmarks")
    return f"{name} · {heading.count}"


def kind_icon(note: Note) -> str:
    """The name of the icon for this kind of note."""
    return _ICONS[note.kind] if isinstance(note, Annotation) else "bookmark"


def page_name(number: int) -> str:
    """`number` is the page of the scan, from 1."""
    return _tr("Page {number}").format(number=number)


def state_title(state: AnchorState) -> str:
    """How sure the place of a note is."""
    return {
        AnchorState.ANCHORED: _tr("In its place"),
        AnchorState.MOVED: _tr("Moved with its words"),
        AnchorState.PLEASE_CHECK: _tr("Please check its place"),
        AnchorState.LOST: _tr("Lost from the text"),
    }[state]


def unsaved_words() -> str:
    return _tr("Not saved yet")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notes", text)
