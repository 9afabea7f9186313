"""What the fields of a record are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def field_names() -> dict[str, str]:
    """Those of the archives' records, then those that can be added, in the order they are shown."""
    return {
        "title": _tr("Title"),
        "date": _tr("Date"),
        "summary": _tr("Summary"),
        "present": _tr("Present"),
        "subject": _tr("Subject"),
        "classification": _tr("Classification"),
        "place": _tr("Place"),
        "original_language": _tr("Original language"),
        "contents": _tr("Contents"),
        "collection": _tr("Collection"),
        "container": _tr("Container"),
        "repository": _tr("Repository"),
        "contributors": _tr("Contributors"),
        "credits": _tr("Credits"),
        "citation": _tr("Citation"),
        "record_id": _tr("Record number"),
        "url": _tr("Record address"),
        "creator": _tr("Author"),
        "alternative": _tr("Other title"),
        "publisher": _tr("Publisher"),
        "description": _tr("Description"),
        "type": _tr("Kind"),
        "format": _tr("Format"),
        "extent": _tr("Extent"),
        "medium": _tr("Material"),
        "relation": _tr("Related to"),
        "coverage": _tr("Place or time it is about"),
        "rights": _tr("Rights"),
        "audience": _tr("Addressed to"),
        "created": _tr("Date of making"),
        "issued": _tr("Date of publication"),
    }


def field_name(field: str) -> str:
    """What the reader calls a field of their own is its name."""
    return field_names().get(field, field)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecordFields", text)
