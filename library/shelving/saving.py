"""A question to the shelf as text, for a saved search; and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from library.searching.parsing import parse
from library.shelving.question import (
    Column,
    Days,
    Facet,
    Order,
    Place,
    PlaceKind,
    ShelfQuestion,
)

VERSION = 1


def asked_text(question: ShelfQuestion, words: str) -> str:
    """As JSON; `words` are what the reader wrote into the search field."""
    return json.dumps(
        {
            "version": VERSION,
            "words": words,
            "place": [question.place.kind.value, question.place.collection],
            "chosen": {f.value: sorted(v) for f, v in question.chosen.items() if v},
            "days": [day.isoformat() for day in question.days] if question.days else None,
            "order": [[each.column.value, each.descending] for each in question.order],
            "group": question.group.value if question.group else None,
        },
        ensure_ascii=False,
    )


def asked_in(text: str) -> tuple[ShelfQuestion, str]:
    """The question and its words; what a later version wrote and we do not know is left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = {}
    asked: Mapping[str, Any] = found if isinstance(found, dict) else {}
    words = str(asked.get("words") or "")
    try:
        question = ShelfQuestion(
            place=_place(asked.get("place")),
            search=parse(words) if words.strip() else None,
            chosen={Facet(f): frozenset(map(str, v)) for f, v in asked.get("chosen", {}).items()},
            days=_days(asked.get("days")),
            order=tuple(Order(Column(c), bool(d)) for c, d in asked["order"]),
            group=Column(asked["group"]) if asked.get("group") else None,
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        question = ShelfQuestion(search=parse(words) if words.strip() else None)
    return question, words


def _place(value: object) -> Place:
    if not isinstance(value, list):
        return Place()
    kind, collection = value
    return Place(PlaceKind(kind), str(collection))


def _days(value: object) -> Days | None:
    if not isinstance(value, list):
        return None
    first, last = (date.fromisoformat(each) for each in value)
    return first, last
