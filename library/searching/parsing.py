"""The query language.  Whatever the reader types has a meaning; nothing raises.

words are all looked for         rabaul garrison
a phrase                         "spring 1944"
AND OR NOT -word ( )             (stalin OR molotov) NOT tito
how a word begins                garris*
near one another                 rabaul NEAR garrison,  rabaul NEAR/3 garrison
fields                           title: person: tag: note: repository: lang: date: in:
dates                            date:1944-03..1944-06  date:1944  date:"March 1944"
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from library.searching.days import days_of
from library.searching.lexing import Kind, Token, tokens_of
from library.searching.query import (
    And,
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
from library.searching.words import words_of

LONGEST = 2000  # characters of a query
MOST_WORDS = 64
DEEPEST = 12  # brackets in brackets
DISTANCE = 10  # words, where NEAR does not say
_SCOPES = {scope.value: scope for scope in Scope}
_SCOPES |= {"note": Scope.NOTES, "record": Scope.RECORDS, "text": Scope.TEXTS}
_SCOPES |= {"transcript": Scope.TRANSCRIPTS, "translation": Scope.TRANSLATIONS}
_CONNECTIVES = frozenset({Kind.AND, Kind.OR, Kind.NEAR})


def parse(asked: str) -> Query:
    """The query, with a sentence for each thing in it that could not be understood."""
    parser = _Parser(tuple(tokens_of(asked[:LONGEST])))
    if len(asked) > LONGEST:
        parser.problem(f"Only the first {LONGEST} characters of this are looked for.")
    root = parser.whole()
    if root is None and asked.strip() and parser.scope is None:
        parser.problem("There is no word in this that could be looked for.")
    return Query(root, parser.scope, tuple(dict.fromkeys(parser.problems)))


class _Parser:
    """Recursive descent; brackets are the only recursion, and `DEEPEST` bounds it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._words = 0
        self.problems: list[str] = []
        self.scope: Scope | None = None

    def problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    def whole(self) -> Node | None:
        parts = [self._any_of()]
        while self._accept(Kind.CLOSE):
            self.problem("A bracket is closed here that was not opened.")
            parts.append(self._any_of())
        return _joined(And, parts)

    def _any_of(self) -> Node | None:
        parts = [self._all_of()]
        while self._accept(Kind.OR):
            parts.append(self._all_of())
            if None in parts[-2:]:
                self.problem("OR stands between two things to look for.")
        return _joined(Or, parts)

    def _all_of(self) -> Node | None:
        parts: list[Node | None] = []
        while (token := self._next) and token.kind not in (Kind.CLOSE, Kind.OR):
            if self._accept(Kind.AND):
                self._check_between(parts, "AND")
            else:
                parts.append(self._maybe_not())
        return _joined(And, parts)

    def _check_between(self, before: Sequence[Node | None], name: str) -> None:
        after = self._next
        if not before or after is None or after.kind in {Kind.CLOSE, *_CONNECTIVES}:
            self.problem(f"{name} stands between two things to look for.")

    def _maybe_not(self) -> Node | None:
        excluded = False
        while self._accept(Kind.NOT):
            excluded = not excluded
        part = self._near()
        if part is None or not excluded:
            if excluded:
                self.problem("NOT stands before what is to be left out.")
            return part
        return Not(part)

    def _near(self) -> Node | None:
        part = self._one()
        while near := self._accept(Kind.NEAR):
            other = self._one()
            distance = int(near.text or DISTANCE)
            if isinstance(part, Words) and isinstance(other, Words):
                part = Near((part, other), distance)
            elif isinstance(part, Near) and isinstance(other, Words):
                part = Near((*part.parts, other), max(part.distance, distance))
            else:
                self.problem("NEAR stands between two words or phrases.")
                part = _joined(And, [part, other])
        return part

    def _one(self) -> Node | None:
        token = self._next
        if token is None or token.kind not in _READERS:
            return None
        self._at += 1
        return _READERS[token.kind](self, token)

    def _group(self, _token: Token) -> Node | None:
        if self._depth == DEEPEST:
            self.problem(f"Brackets can stand in brackets up to {DEEPEST} deep; some are left out.")
            return None
        self._depth += 1
        inside = self._any_of()
        self._depth -= 1
        if not self._accept(Kind.CLOSE):
            self.problem("A bracket was opened that is not closed.")
        return inside

    def _leaf(self, token: Token) -> Words | None:
        tokens = tuple(words_of(token.text))
        self._words += len(tokens)
        if self._words > MOST_WORDS:
            self.problem(f"Only the first {MOST_WORDS} words of this are looked for.")
            return None
        return Words(tokens, token.text.strip(" *"), token.begins) if tokens else None

    def _field(self, token: Token) -> Node | None:
        value = self._next
        if value is None or value.kind not in {Kind.WORD, Kind.PHRASE, Kind.OPEN}:
            self.problem(f"There is nothing after “{token.text}:”.")
            return None
        if token.text in ("in", "lang", "date"):
            return self._filter(token.text, value)
        part = self._one()
        return None if part is None else Within(Field(token.text), part)

    def _filter(self, name: str, value: Token) -> Node | None:
        if value.kind is Kind.OPEN:
            self.problem(f"“{name}:” takes one word, without brackets.")
            return None
        self._at += 1
        if name == "in":
            self._in(value.text)
            return None
        return self._language(value.text) if name == "lang" else self._date(value.text)

    def _in(self, text: str) -> None:
        scope = _SCOPES.get(text.strip().lower())
        if scope is None:
            self.problem(f"“in:” is followed by one of: {', '.join(Scope)}.")
        else:
            self.scope = scope

    def _language(self, text: str) -> Node | None:
        words = words_of(text)
        if not words:
            self.problem("“lang:” is followed by a language, as in lang:ru.")
        return Written(words[0]) if words else None

    def _date(self, text: str) -> Node | None:
        dated = days_of(text)
        if dated is None:
            self.problem(
                f"“{text.strip()}” is not understood as a date; "
                "write it as in date:1944-03..1944-06, date:1944 or date:1944-03-05."
            )
        return dated

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _accept(self, kind: Kind) -> Token | None:
        token = self._next
        if token is None or token.kind is not kind:
            return None
        self._at += 1
        return token


def _stray_near(parser: _Parser, _token: Token) -> None:
    parser.problem("NEAR stands between two words or phrases.")


_READERS: dict[Kind, Callable[[_Parser, Token], Node | None]] = {
    Kind.WORD: _Parser._leaf,
    Kind.PHRASE: _Parser._leaf,
    Kind.FIELD: _Parser._field,
    Kind.OPEN: _Parser._group,
    Kind.NEAR: _stray_near,
}


def _joined(join: Callable[[tuple[Node, ...]], Node], parts: Sequence[Node | None]) -> Node | None:
    there = tuple(part for part in parts if part is not None)
    return join(there) if len(there) > 1 else next(iter(there), None)
