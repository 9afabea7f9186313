"""What a strip shows: the lines of the text in front, as they are joined now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

from library.correcting.correcting import Corrected
from library.joining.strip.lines import Line
from library.joining.strip.sections import Section, sectioning
from library.joining.strip.setting import Setting
from library.model.difference import Difference, DifferenceKind
from library.model.document import Document, Version
from library.model.geometry import Box, box_around
from library.model.joined import Joined
from viewer.settings import Typography
from viewer.strip.blocks import Setter
from viewer.strip.column import Column
from viewer.strip.framing import Framing
from viewer.strip.measure import Measure

_ENOUGH = 8  # words of a section that tell how large letters may be


@dataclass(frozen=True, slots=True)
class Content:
    """A text in sections, and what sets their lines."""

    document: Document
    version: Version
    sections: Sequence[Section]
    setting: Setting
    corrected: Corrected  # the text as it is shown
    is_known: bool  # whether the words of all pages of the scan were looked for

    def column(self, typography: Typography, view_width: int, dpi: int, offset: int) -> Column:
        """The strip for a view of this width (px), its letters as they fit near a place."""
        measure = Measure(typography, view_width, dpi)
        telling = [section for section in self.sections if section.words >= _ENOUGH]
        if telling:
            near = min(telling, key=lambda section: abs(section.start - offset))
            items = self.setting.items(near)
            framing = Framing(self.document, items, measure)
            lines = [item for item in items if isinstance(item, Line) and item.words]
            scaled = [(line, framing.scale(line.slip)) for line in lines if line.slip is not None]
            measure = measure.fitted(scaled, self.version.text)
        setter = Setter(self.document, self.corrected, measure)
        return Column(self.sections, self.setting, setter)


def contents_of(
    document: Document, corrected: Corrected, joined: Joined
) -> Generator[None, None, Content]:
    """Find the sections of a text; each `yield` is a place to breathe."""
    version = corrected.untouched
    alignment = joined.alignment(version.id)
    alignment.links_between(0, 0)  # it makes its look-up now, and not where lines are waited for
    yield
    known = [page for page in document.scan_pages if page in joined.pages]
    sections = yield from sectioning(version, alignment, known)
    alone = only_on_scan(joined.differences.get(version.id, ()))
    setting = Setting(document, version, alignment, alone)
    is_known = len(known) == len(document.scan_pages)
    return Content(document, version, sections, setting, corrected, is_known)


def only_on_scan(differences: Sequence[Difference]) -> Mapping[int, Sequence[Box]]:
    """By page, the places of what the text does not have."""
    places: defaultdict[int, list[Box]] = defaultdict(list)
    for each in differences:
        if each.kind is DifferenceKind.ON_SCAN and each.region is not None:
            places[each.region.page].append(box_around(each.region.boxes))
    return places
