"""The wording of a version: which it is, and going from one to another."""

from __future__ import annotations

from sqlite_utils import Database

from library.model.document import Version
from library.model.wording import Wording
from library.store.rows import first_row, insert, rows
from library.store.versions import replace_contents, version_of
from library.store.wording_contents import digest_of, packed, text_in, unpacked

_FIND = "SELECT contents FROM wording WHERE version = ? AND digest = ?"


def wording_of(db: Database, version_id: str) -> Wording | None:
    """The one that the version has now."""
    found = version_of(db, version_id)
    if found is None:
        return None
    document_id, version = found
    return Wording(version_id, document_id, digest_of(version))


def keep_wording(db: Database, version: Version) -> str:
    """Keep what this version says, whether it is its wording now or not; its digest."""
    digest = digest_of(version)
    if first_row(db, _FIND, (version.id, digest)) is None:
        row = {"version": version.id, "digest": digest, "contents": packed(version)}
        insert(db, "wording", [row])
    return digest


def save_wording(db: Database, wording: Wording) -> None:
    """Let the version say what it said in a wording that was kept; the one before is kept too."""
    found = version_of(db, wording.id)
    row = first_row(db, _FIND, (wording.id, wording.digest))
    if found is None or row is None:
        raise ValueError("Only a wording that was kept can be gone back to.")
    _, version = found
    keep_wording(db, version)
    replace_contents(db, unpacked(version, row["contents"]), wording.digest)
    # What the links told of places in the other wording is no longer true.
    db.execute("DELETE FROM derived_target WHERE version = ?", (wording.id,))


def texts_of(db: Database, version_id: str) -> tuple[str, ...]:
    """Every text that the version had: what it is now first, then the newest."""
    found = version_of(db, version_id)
    if found is None:
        return ()
    sql = "SELECT contents FROM wording WHERE version = ? ORDER BY number DESC"
    kept = (text_in(row["contents"]) for row in rows(db, sql, (version_id,)))
    return tuple(dict.fromkeys((found[1].text, *kept)))
