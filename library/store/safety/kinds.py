"""What is sealed: the tables of what readers made, and of what they did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A table with further rows of a thing; `key` is the column with the thing's id."""

    table: str
    key: str
    order: str  # the columns that its rows are sorted by, within one thing


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing: a row of `table`, and the rows of its parts."""

    table: str
    key: str = "id"
    parts: tuple[Part, ...] = ()
    of_reader: bool = True  # whether losing one is losing something that the reader made
    loose: frozenset[str] = frozenset()  # columns that may change without the thing doing so


_OF_ANNOTATION = (
    Part("target", "annotation", "place"),
    Part("target_box", "annotation", "target, place"),
    Part("tag", "annotation", "place"),
)
_OF_DOCUMENT = (
    Part("record_list", "document", "field, place"),
    Part("record_source", "document", "field"),
    Part("document_file", "document", "place"),
    Part("page", "document", "place"),
)
_OF_VERSION = (
    Part("version_text", "version", "version"),
    Part("version_page", "version", "place"),
    Part("paragraph", "version", "place"),
)
_LOOSE = frozenset({"last_read", "deleted"})
KINDS = {
    kind.table: kind
    for kind in (
        Kind("annotation", parts=_OF_ANNOTATION),
        Kind("bookmark"),
        Kind("own_link"),
        Kind("checked"),
        Kind("correction"),
        Kind("placement"),
        Kind("tag_style", key="name"),
        Kind("collection"),
        Kind("membership"),
        Kind("smart_collection"),
        Kind("document_tag"),
        Kind("to_read", key="document"),
        Kind("reader_field"),
        Kind("distinct_document"),
        Kind("person_name", key="name"),
        Kind("change", key="number", of_reader=False),
        Kind("document", parts=_OF_DOCUMENT, of_reader=False, loose=_LOOSE),
        Kind("version", parts=_OF_VERSION, of_reader=False),
    )
}
