"""Links as JSON.  Pages count from 1, boxes are in page units, offsets in code points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from library.cli.as_json import Json
from library.joining.recognised import texts_of
from library.model.document import Document, Version
from library.model.joined import Joined
from library.model.link import Alignment
from library.model.pairing import Pairing

_PLACES = 5  # decimals of an edge
_CERTAINTIES = 4


def links_json(document: Document, joined: Joined) -> Json:
    """Every text with its links, one row for each box; then the paragraphs that are paired."""
    texts = texts_of(document, joined)
    return {
        "versions": [
            {
                "label": version.label,
                "text": version.text,
                "links": list(_rows(joined.alignment(version.id))),
            }
            for version in texts
        ],
        "paragraphs": [_pairs(pairing, texts) for pairing in joined.pairings],
    }


def _rows(alignment: Alignment) -> Iterator[Json]:
    for link in alignment.links:
        for box in link.boxes:
            edges = box.left, box.top, box.right, box.bottom
            yield {
                "start": link.start,
                "end": link.end,
                "page": link.page + 1,
                "box": [round(edge, _PLACES) for edge in edges],
                "certainty": round(link.certainty, _CERTAINTIES),
                "kind": link.kind.value,
            }


def _pairs(pairing: Pairing, texts: Sequence[Version]) -> Json:
    labels = {version.id: version.label for version in texts}
    return {
        "from": labels[pairing.version],
        "to": labels[pairing.other],
        "pairs": [
            [pair.first, pair.second, round(pair.probability, _CERTAINTIES)]
            for pair in pairing.pairs
        ],
    }
