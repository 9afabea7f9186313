"""What the reader corrects in a text, which itself stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from library.model.annotation import Passage

SIC, UNCERTAIN, ILLEGIBLE = " [sic]", " [?]", "[illegible]"


class CorrectionKind(StrEnum):
    REPLACE = "replace"  # these words should read so
    SIC = "sic"  # these words are odd, and stand so on the scan
    UNCERTAIN = "uncertain"  # these words may be read otherwise
    ILLEGIBLE = "illegible"  # these words cannot be read on the scan


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, over a passage of the untouched text.  Times are UTC.

    `text` is what should stand there: with `REPLACE` "" takes the words out, and a passage
    without words puts some in; with `UNCERTAIN` it is a likelier reading, or "".
    """

    id: str
    document: str
    kind: CorrectionKind
    passage: Passage
    made: datetime
    changed: datetime
    text: str = ""
    deleted: datetime | None = None  # taken back since

    @property
    def shown(self) -> str:
        """What stands there while corrections are shown."""
        match self.kind:
            case CorrectionKind.REPLACE:
                return self.text
            case CorrectionKind.SIC:
                return self.passage.quote + SIC
            case CorrectionKind.UNCERTAIN:
                return (self.text or self.passage.quote) + UNCERTAIN
            case CorrectionKind.ILLEGIBLE:
                return ILLEGIBLE
