"""A query as conditions in SQL and in FTS5's own language.

Words are found anywhere in a document: one in its title and one in a note will do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from library.searching.query import (
    And,
    Dated,
    Field,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Scope,
    Sought,
    Within,
    Words,
    Written,
)
from library.store.search.tables import ALIVE, COLUMNS, IN_SCOPE, SHIFT

ALL = "SELECT number FROM search_held"
_MATCHING = f"""
SELECT rowid >> {SHIFT} AS number FROM search_words WHERE search_words MATCH ? AND {ALIVE}
"""
PASSAGES = f"SELECT rowid FROM search_words WHERE search_words MATCH ? AND {ALIVE}"
_OF_HELD = f"""
EXISTS (SELECT 1 FROM search_held h WHERE h.number = search_words.rowid >> {SHIFT} {{}})
"""


class Select(NamedTuple):
    """A question, and the values for its marks."""

    sql: str
    values: tuple[object, ...] = ()


def documents_with(root: Node, scope: Scope | None) -> Select:
    """The numbers of the documents that the query is true of."""
    steps = _Steps(scope)
    last = steps.of(root, None)
    return Select(f"WITH {', '.join(steps.named)} SELECT number FROM {last}", tuple(steps.values))


class _Steps:
    """A query as questions one after the other, each with a name for those that follow.

    Inside one another they would soon be too deep for SQLite's parser.
    """

    def __init__(self, scope: Scope | None) -> None:
        self._scope = scope
        self.named: list[str] = []
        self.values: list[object] = []

    def of(self, node: Node, field: Field | None) -> str:
        """The name of the step that gives the documents which the node is true of."""
        match node:
            case Within():
                return self.of(node.part, node.field)
            case Written() | Dated():
                held = _held_where(node)
                return self._step(f"{ALL} h WHERE {held.sql}", *held.values)
        return self._matching(node, field) or self._compound(node, field)

    def _matching(self, node: Node, field: Field | None) -> str | None:
        """One question where any of some words will do; None where it is more than that."""
        leaves = node.parts if isinstance(node, Or) else (node,)
        expressions = [
            _matching(leaf, _columns(field, self._scope))
            for leaf in leaves
            if isinstance(leaf, Words | Near)
        ]
        if len(expressions) < len(leaves):
            return None
        return self._step(_MATCHING, " OR ".join(expressions))

    def _compound(self, node: Node, field: Field | None) -> str:
        match node:
            case Not():
                return self._combined("EXCEPT", [self._step(ALL), self.of(node.part, field)])
            case Or():
                return self._combined("UNION", [self.of(part, field) for part in node.parts])
            case And():
                wanted = [self.of(p, field) for p in node.parts if not isinstance(p, Not)]
                without = [self.of(p.part, field) for p in node.parts if isinstance(p, Not)]
                with_all = self._combined("INTERSECT", wanted or [self._step(ALL)])
                return self._combined("EXCEPT", [with_all, *without])
        raise TypeError(node)

    def _combined(self, operator: str, steps: Iterable[str]) -> str:
        sql = f" {operator} ".join(f"SELECT number FROM {step}" for step in steps)
        return self._step(sql)

    def _step(self, sql: str, *values: object) -> str:
        name = f"step{len(self.named)}"
        self.named.append(f"{name}(number) AS ({sql})")
        self.values += values
        return name


def is_loose(root: Node) -> bool:
    """Whether every passage with a word of the query is in a document that it is true of."""
    parts = root.parts if isinstance(root, Or) else (root,)
    return all(isinstance(part, Leaf) for part in parts)


def together(root: Node, scope: Scope | None) -> Select | None:
    """Passages with all words at once, in documents of the right days and languages.

    None where the query asks for more.  Each passage is looked at by itself, so that the first
    are there before all documents were looked through.
    """
    parts = root.parts if isinstance(root, And) else ()
    words = [part for part in parts if isinstance(part, Leaf)]
    held = [_held_where(part) for part in parts if isinstance(part, Written | Dated)]
    if not words or len(words) + len(held) < len(parts):
        return None
    match = " AND ".join(_matching(part, _columns(None, scope)) for part in words)
    conditions = "".join(f" AND {each.sql}" for each in held)
    sql = f"{PASSAGES} AND {_OF_HELD.format(conditions)}" if held else PASSAGES
    return Select(sql, (match, *(value for each in held for value in each.values)))


def _held_where(node: Written | Dated) -> Select:
    """What must hold of a row `h` of `search_held`."""
    if isinstance(node, Written):
        return Select("instr(h.languages, ?)", (f" {node.language} ",))
    days = node.last.isoformat(), node.first.isoformat()
    return Select("h.first_day <= ? AND h.last_day >= ?", days)


def passages_matching(leaves: Iterable[Sought], scope: Scope | None) -> str | None:
    """FTS5's expression for what is to be lit; None where nothing of it is in the scope."""
    inside = IN_SCOPE[scope]
    expressions = [
        _matching(leaf, _columns(field, scope))
        for leaf, field in leaves
        if field is None or field in inside
    ]
    return " OR ".join(dict.fromkeys(expressions)) or None


def _columns(field: Field | None, scope: Scope | None) -> tuple[str, ...]:
    return IN_SCOPE[scope] if field is None else (field,)


def _matching(leaf: Leaf, columns: tuple[str, ...]) -> str:
    where = "" if columns == COLUMNS else f"{{{' '.join(columns)}}} : "
    if isinstance(leaf, Words):
        return where + _phrase(leaf)
    return f"{where}NEAR({' '.join(_phrase(part) for part in leaf.parts)}, {leaf.distance})"


def _phrase(words: Words) -> str:
    # Folded words hold letters and digits only: no quotation mark can end this early.
    return f'"{" ".join(words.tokens)}"{" *" if words.begins else ""}'
