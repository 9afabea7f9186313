"""The actions that say how scan and text share a tab."""

from __future__ import annotations

from library.model.reading import Arrangement

ARRANGEMENTS = {
    "beside": Arrangement.BESIDE,
    "stacked": Arrangement.STACKED,
    "scan_only": Arrangement.SCAN_ONLY,
    "text_only": Arrangement.TEXT_ONLY,
    "strip": Arrangement.STRIP,
}
