"""What the steps of the history are called.  Stored in English, translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from library.model.annotation import Annotation, AnnotationKind
from library.model.correction import CorrectionKind
from viewer.places import Note

MADE = {
    AnnotationKind.HIGHLIGHT: str(QT_TRANSLATE_NOOP("changes", "Highlight")),
    AnnotationKind.UNDERLINE: str(QT_TRANSLATE_NOOP("changes", "Underline")),
    AnnotationKind.NOTE: str(QT_TRANSLATE_NOOP("changes", "Note")),
    AnnotationKind.AREA: str(QT_TRANSLATE_NOOP("changes", "Area")),
    AnnotationKind.DOCUMENT: str(QT_TRANSLATE_NOOP("changes", "Note on Document")),
}
DELETED = {
    AnnotationKind.HIGHLIGHT: str(QT_TRANSLATE_NOOP("changes", "Delete Highlight")),
    AnnotationKind.UNDERLINE: str(QT_TRANSLATE_NOOP("changes", "Delete Underline")),
    AnnotationKind.NOTE: str(QT_TRANSLATE_NOOP("changes", "Delete Note")),
    AnnotationKind.AREA: str(QT_TRANSLATE_NOOP("changes", "Delete Area")),
    AnnotationKind.DOCUMENT: str(QT_TRANSLATE_NOOP("changes", "Delete Note on Document")),
}
STAR = str(QT_TRANSLATE_NOOP("changes", "Star"))
BOOKMARK = str(QT_TRANSLATE_NOOP("changes", "Bookmark"))
DELETE_BOOKMARK = str(QT_TRANSLATE_NOOP("changes", "Delete Bookmark"))
EDIT_NOTE = str(QT_TRANSLATE_NOOP("changes", "Edit Note"))
RENAME_BOOKMARK = str(QT_TRANSLATE_NOOP("changes", "Rename Bookmark"))
RENAME_TAGS = str(QT_TRANSLATE_NOOP("changes", "Rename Tags"))
COLOUR_TAGS = str(QT_TRANSLATE_NOOP("changes", "Colour Tags"))
DELETE_TAGS = str(QT_TRANSLATE_NOOP("changes", "Delete Tags"))
CHANGE_TAGS = str(QT_TRANSLATE_NOOP("changes", "Change Tags"))
DELETE_NOTES = str(QT_TRANSLATE_NOOP("changes", "Delete Notes"))
REPLY = str(QT_TRANSLATE_NOOP("changes", "Reply"))
CHANGE_COLOUR = str(QT_TRANSLATE_NOOP("changes", "Change Colour"))
LINK = str(QT_TRANSLATE_NOOP("changes", "Join with Place on Scan"))
UNLINK = str(QT_TRANSLATE_NOOP("changes", "Forget Place on Scan"))
CHECK = str(QT_TRANSLATE_NOOP("changes", "Check against Scan"))
UNCHECK = str(QT_TRANSLATE_NOOP("changes", "Take Back Check"))
CORRECT = str(QT_TRANSLATE_NOOP("changes", "Correct"))
MARKED = {
    CorrectionKind.SIC: str(QT_TRANSLATE_NOOP("changes", "Mark as [sic]")),
    CorrectionKind.UNCERTAIN: str(QT_TRANSLATE_NOOP("changes", "Mark as Uncertain")),
    CorrectionKind.ILLEGIBLE: str(QT_TRANSLATE_NOOP("changes", "Mark as Illegible")),
}
TAKE_BACK_CORRECTION = str(QT_TRANSLATE_NOOP("changes", "Take Back Correction"))
PLACE_NOTE = str(QT_TRANSLATE_NOOP("changes", "Place Note"))
GIVE_UP_NOTE = str(QT_TRANSLATE_NOOP("changes", "Give Up Place of Note"))
ADOPT = str(QT_TRANSLATE_NOOP("changes", "Adopt Notes of the File"))
MOVE_AREA = str(QT_TRANSLATE_NOOP("changes", "Move Area"))
RESHAPE_AREA = str(QT_TRANSLATE_NOOP("changes", "Reshape Area"))
EXTEND = str(QT_TRANSLATE_NOOP("changes", "Extend Highlight"))
NEW_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "New Collection"))
RENAME_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "Rename Collection"))
MOVE_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "Move Collection"))
DELETE_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "Delete Collection"))
ADD_TO_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "Add to Collection"))
TAKE_FROM_COLLECTION = str(QT_TRANSLATE_NOOP("changes", "Take from Collection"))
SAVE_SEARCH = str(QT_TRANSLATE_NOOP("changes", "Save Search"))
EDIT_RECORD = str(QT_TRANSLATE_NOOP("changes", "Edit Record"))
FILL_RECORDS = str(QT_TRANSLATE_NOOP("changes", "Fill Records"))
MERGE_DOCUMENTS = str(QT_TRANSLATE_NOOP("changes", "Merge Documents"))
NOT_DUPLICATES = str(QT_TRANSLATE_NOOP("changes", "Not Duplicates"))
JOIN_PEOPLE = str(QT_TRANSLATE_NOOP("changes", "Join Names of a Person"))
PART_PEOPLE = str(QT_TRANSLATE_NOOP("changes", "Part Names of a Person"))
TO_READ = str(QT_TRANSLATE_NOOP("changes", "Mark as to Read"))
REMOVE = str(QT_TRANSLATE_NOOP("changes", "Remove from Library"))
RESTORE = str(QT_TRANSLATE_NOOP("changes", "Restore"))


def deleting(note: Note) -> str:
    return DELETED[note.kind] if isinstance(note, Annotation) else DELETE_BOOKMARK


def shown(label: str) -> str:
    """The label in the reader's language."""
    return QCoreApplication.translate("changes", label)
