"""The links that the reader made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import astuple

from library.model.annotation import Region
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.store.annotations import passage_in
from library.store.kept import Kept, common


def _columns(link: OwnLink) -> Mapping[str, object]:
    boxes = json.dumps([astuple(box) for box in link.region.boxes])
    return {"page": link.region.page, "boxes": boxes}


def _own_link(row: sqlite3.Row) -> OwnLink:
    boxes = tuple(Box(*edges) for edges in json.loads(row["boxes"]))
    return OwnLink(**common(row), passage=passage_in(row), region=Region(row["page"], boxes))


OWN_LINKS = Kept("own_link", "made, id", _columns, _own_link)
