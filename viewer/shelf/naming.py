"""What columns, facets, places and their values are called, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, Qt

from library.shelving.question import Column, Facet, PlaceKind
from viewer.languages import language_name
from viewer.shelf.wording import reader_locale


def column_name(column: Column) -> str:
    return {
        Column.TITLE: _tr("Title"),
        Column.DATE: _tr("Date"),
        Column.LANGUAGE: _tr("Language"),
        Column.REPOSITORY: _tr("Repository"),
        Column.ARCHIVE_COLLECTION: _tr("Collection"),
        Column.CONTAINER: _tr("Container"),
        Column.PEOPLE: _tr("People"),
        Column.TAGS: _tr("Tags"),
        Column.HAS: _tr("Has"),
        Column.PAGES: _tr("Pages"),
        Column.NOTES: _tr("Notes"),
        Column.CHECKED: _tr("Checked"),
        Column.LAST_READ: _tr("Last read"),
        Column.ADDED: _tr("Added"),
    }[column]


def facet_name(facet: Facet) -> str:
    return {
        Facet.LANGUAGE: _tr("Language"),
        Facet.DECADE: _tr("Decade"),
        Facet.REPOSITORY: _tr("Repository"),
        Facet.ARCHIVE_COLLECTION: _tr("Collection of the archive"),
        Facet.PERSON: _tr("Person"),
        Facet.CLASSIFICATION: _tr("Classification"),
        Facet.TAG: _tr("Tag"),
        Facet.HAS: _tr("Has"),
        Facet.CHECKED: _tr("Checked against the scan"),
    }[facet]


def value_name(facet: Facet, value: str) -> str:
    """A value of a facet as the reader would say it."""
    if facet is Facet.LANGUAGE:
        return language_name(value)
    if facet is Facet.DECADE:
        return _tr("{0}s").format(value.replace("X", "0").lstrip("0") or "0")
    if facet is Facet.HAS:
        return thing_name(value)
    if facet is Facet.CHECKED:
        return {
            "whole": _tr("all of it"),
            "part": _tr("in part"),
            "none": _tr("not yet"),
        }.get(value, value)
    return value


def thing_name(thing: str) -> str:
    """What a document has."""
    return {
        "scan": _tr("scan"),
        "transcript": _tr("transcript"),
        "translation": _tr("translation"),
        "recognised": _tr("recognised text"),
        "notes": _tr("notes"),
    }.get(thing, thing)


def thing_in_short(thing: str) -> str:
    """The same for a narrow column."""
    return {
        "transcript": _tr("text"),
        "translation": _tr("transl."),
        "recognised": _tr("recognised"),
    }.get(thing) or thing_name(thing)


def place_name(kind: PlaceKind) -> str:
    return {
        PlaceKind.ALL: _tr("All documents"),
        PlaceKind.STARRED: _tr("Starred"),
        PlaceKind.TO_READ: _tr("To read"),
        PlaceKind.RECENTLY_READ: _tr("Recently read"),
        PlaceKind.RECENTLY_ADDED: _tr("Recently added"),
        PlaceKind.COLLECTION: _tr("Collection"),
        PlaceKind.TRASH: _tr("Trash"),
    }[kind]


def group_name(column: Column, value: str) -> str:
    """The heading of a group of documents with the same value in a column."""
    if not value:
        return _tr("None")
    if column is Column.LANGUAGE:
        return language_name(value)
    if column is Column.HAS:
        return " · ".join(thing_name(thing) for thing in value.split(", "))
    if column is Column.CHECKED:
        return f"{float(value):.0%}"
    if column in (Column.LAST_READ, Column.ADDED):
        day = QDate.fromString(value, Qt.DateFormat.ISODate)
        return reader_locale().toString(day, "d MMMM yyyy")
    return value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
