"""Tables of index.db that are made anew together, with a version of their own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from library.store.rows import first_row


@dataclass(frozen=True, slots=True)
class IndexTables:
    """Tables whose names begin alike; one of them, `version`, has a row that says its own."""

    prefix: str
    version: str
    names: tuple[str, ...]  # without the prefix; what refers to others comes later
    statements: str  # each ended by ";" and a line break

    def are_ready(self, db: Database) -> bool:
        """Whether the tables are there, and are those that we know."""
        table = f"{self.prefix}_version"
        if not first_row(db, "SELECT 1 FROM sqlite_master WHERE name = ?", (table,)):
            return False
        row = first_row(db, f"SELECT version FROM {table}")
        return row is not None and row["version"] == self.version

    def make_anew(self, db: Database) -> None:
        """In the place of those that are there; the row of the version is the caller's to write.

        The caller has a transaction open.
        """
        for name in self.names:
            db.execute(f"DROP TABLE IF EXISTS {self.prefix}_{name}")
        for statement in self.statements.split(";\n"):  # `executescript` would end the transaction
            db.execute(statement)
