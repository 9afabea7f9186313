"""A query that asks for similar words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from library.searching.query import And, Node, Or, Within, Words, sought
from library.searching.words import spelt_words

Alike = Mapping[str, tuple[str, ...]]  # for each word of the query, those it may stand for
MOST = 24  # ways in which a phrase is asked for


def tokens_to_widen(node: Node) -> dict[str, str]:
    """The whole words that are looked for, and not excluded; each with how it is written."""
    found: dict[str, str] = {}
    for leaf, _ in sought(node):
        if isinstance(leaf, Words):
            spelt = spelt_words(leaf.spelt)
            written = spelt if len(spelt) == len(leaf.tokens) else leaf.tokens
            found.update(zip(_whole(leaf), written, strict=False))
    return found


def widened(node: Node, alike: Alike) -> Node:
    """The query with every word also as each of those it may stand for.

    What is left out, and what is looked for near something, stays as it is.
    """
    match node:
        case Words():
            others = tuple(_others(node, alike))[:MOST]
            return Or((node, *others)) if others else node
        case Within():
            return replace(node, part=widened(node.part, alike))
        case And() | Or():
            return replace(node, parts=tuple(widened(part, alike) for part in node.parts))
    return node


def _others(leaf: Words, alike: Alike) -> Iterator[Words]:
    """One word of it exchanged at a time."""
    for at, token in enumerate(_whole(leaf)):
        for other in alike.get(token, ()):
            tokens = (*leaf.tokens[:at], other, *leaf.tokens[at + 1 :])
            yield replace(leaf, tokens=tokens, spelt=" ".join(tokens))


def _whole(leaf: Words) -> tuple[str, ...]:
    return leaf.tokens[:-1] if leaf.begins else leaf.tokens
