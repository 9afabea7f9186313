"""The corrections that the reader laid over texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from library.model.correction import Correction, CorrectionKind
from library.store.annotations import passage_in
from library.store.kept import Kept, common
from library.store.rows import time_of, time_text


def _columns(correction: Correction) -> Mapping[str, object]:
    return {
        "kind": correction.kind.value,
        "text": correction.text,
        "changed": time_text(correction.changed),
    }


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(
        **common(row),
        kind=CorrectionKind(row["kind"]),
        passage=passage_in(row),
        changed=time_of(row["changed"]),
        text=row["text"],
    )


CORRECTIONS = Kept("correction", "version, start, made, id", _columns, _correction)
