"""What became of passages whose texts have changed, for readers and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.model.anchor import Anchor, Anchors, AnchorState
from library.model.annotation import Passage
from library.model.document import Document

_SHOWN = 60  # characters of the words at a place


def anchor_line(passage: Passage, document: Document, anchors: Anchors) -> str:
    """“please check: …”; empty where the passage stands as it did."""
    anchor = anchors.of(passage)
    version = document.version(passage.version)
    if anchor.state is AnchorState.ANCHORED or version is None:
        return ""
    if anchor.state is AnchorState.LOST:
        return f"{anchor.state.value}: it is not in {version.label} any more"
    return f"{anchor.state.value}: {_places(anchor, version.text)}"


def anchor_json(passage: Passage, anchors: Anchors) -> Mapping[str, Any]:
    """`now` is where it stands, or its likeliest place for the time being."""
    anchor = anchors.of(passage)
    return {
        "state": anchor.state.value,
        "now": None if anchor.place is None else _json_of(*anchor.place),
        "candidates": [
            {**_json_of(each.start, each.end), "likeness": round(each.likeness, 3)}
            for each in anchor.candidates
            if not anchor.is_sure
        ],
    }


def _json_of(start: int, end: int) -> Mapping[str, int]:
    return {"start": start, "end": end}


def _places(anchor: Anchor, text: str) -> str:
    if not anchor.candidates:
        return "no place is known for it"
    words = (" ".join(text[each.start : each.end].split()) for each in anchor.candidates)
    short = (each if len(each) <= _SHOWN else each[: _SHOWN - 1] + "…" for each in words)
    return "it may be " * (not anchor.is_sure) + ", or ".join(f"“{each}”" for each in short)
