"""A query as it was understood, in plain English."""

from __future__ import annotations

from library.searching.query import (
    And,
    Dated,
    Field,
    Near,
    Node,
    Not,
    Or,
    Query,
    Scope,
    Within,
    Words,
    Written,
)

_FIELDS = {
    Field.TITLE: "in the title",
    Field.PERSON: "among the people",
    Field.TAG: "in a tag",
    Field.NOTE: "in a note",
    Field.REPOSITORY: "in the repository’s name",
}
_SCOPES = {
    Scope.NOTES: "In your notes",
    Scope.RECORDS: "In the records",
    Scope.TEXTS: "In the texts",
    Scope.TRANSCRIPTS: "In the transcripts",
    Scope.TRANSLATIONS: "In the translations",
    Scope.RECOGNISED: "In the recognised texts",
}


def echo(query: Query) -> str:
    """“Documents with “rabaul”, dated 1944”; "" where nothing is looked for."""
    if query.root is None:
        return ""
    where = f"{_SCOPES[query.scope]}: documents" if query.scope else "Documents"
    return f"{where} {_said(query.root)}"


def _said(node: Node) -> str:
    match node:
        case Written():
            return f"in the language “{node.language}”"
        case Dated():
            return f"dated {node.shown.replace('..', ' to ').strip()}"
        case Not():
            return f"without {_thing(node.part)}"
        case And():
            return ", ".join(_said(part) for part in node.parts)
        case Or():
            return ", or ".join(_said(part) for part in node.parts)
    return f"with {_thing(node)}"


def _thing(node: Node) -> str:
    match node:
        case Words():
            begins = "words that begin with " if node.begins else ""
            return f"{begins}“{node.spelt}”"
        case Near():
            things = " and ".join(_thing(part) for part in node.parts)
            return f"{things} at most {node.distance} words apart"
        case Within():
            return f"{_thing(node.part)} {_FIELDS[node.field]}"
        case And() | Or():
            joint = " and " if isinstance(node, And) else " or "
            return f"({joint.join(_thing(part) for part in node.parts)})"
        case Not():
            return f"no {_thing(node.part)}"
    return f"what is {_said(node)}"
