"""The lines of one section: cut out of their page, each with its part of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from library.joining.strip.anchors import Anchor, anchors_on
from library.joining.strip.gaps import Gap, Gaps
from library.joining.strip.lines import Item, Line, PageBreak, Placed, Slip
from library.joining.strip.running import rows_of, turn_of
from library.joining.strip.sections import Section
from library.joining.strip.slips import slip_around, slips_of
from library.joining.strip.turning import Spot
from library.model.document import Document, Version
from library.model.geometry import Box
from library.model.link import Alignment

_TOLD_BY = 400  # code points that tell from where a script is written


class Setting:
    """Sets the sections of one text, one at a time, when they are to be seen."""

    def __init__(
        self,
        document: Document,
        version: Version,
        alignment: Alignment,
        only_on_scan: Mapping[int, Sequence[Box]],
    ) -> None:
        """`only_on_scan` has, by page, the places of what the text does not have."""
        self._document = document
        self._text = version.text
        self._alignment = alignment
        self._only_on_scan = only_on_scan
        self._gaps = Gaps(version)
        self._last: tuple[Section, tuple[Item, ...]] | None = None  # it may be asked for twice

    def items(self, section: Section) -> tuple[Item, ...]:
        """What the strip shows of a section, in order; its text without a hole."""
        if self._last is None or self._last[0] != section:
            self._last = section, self._set(section)
        return self._last[1]

    def _set(self, section: Section) -> tuple[Item, ...]:
        if section.page is None:
            return tuple(self._alone(section.start, section.end))
        opening = PageBreak(section.start, section.first, section.page, section.like)
        if section.like is not None:
            return (opening,)
        return (opening, *self._page(section.page, section.first, section.end))

    def _page(self, page: int, start: int, end: int) -> list[Item]:
        """The lines of a page, which has `text[start:end]`."""
        leaf = self._document.pages[page]
        anchors = list(anchors_on(self._text, self._alignment, page, start, end))
        boxes = [anchor.box for anchor in anchors]
        lone = self._only_on_scan.get(page, ())
        from_right = _is_from_right(self._text[start : start + _TOLD_BY])
        turn = turn_of(boxes or lone, (leaf.width, leaf.height), from_right=from_right)
        spots = turn.spots(boxes)
        rows = rows_of(spots)
        slips = slips_of(page, turn, spots, rows)
        cuts = [
            _Cut(slip, [anchors[n] for n in row], [spots[n] for n in row])
            for slip, row in zip(slips, rows, strict=True)
        ]
        lines = list(self._with_text(cuts, start, end))
        return _with_lone(lines, [slip_around(page, turn, box) for box in lone], end)

    def _with_text(self, cuts: Sequence[_Cut], start: int, end: int) -> Iterator[Item]:
        """The rows with their parts of `text[start:end]`, and what stands alone between them."""
        for nth, cut in enumerate(cuts):
            gap = self._gap(cut, cuts[nth + 1]) if nth + 1 < len(cuts) else Gap(end, end)
            opens = self._gaps.opens_paragraph(start)
            goes_on = cut.anchors[-1].goes_on and gap.before == cut.anchors[-1].end
            yield Line(start, gap.before, cut.slip, cut.words, goes_on, opens)
            yield from self._alone(gap.before, gap.after)
            start = gap.after
        yield from self._alone(start, end)

    def _gap(self, cut: _Cut, following: _Cut) -> Gap:
        start = following.anchors[0].start
        end = self._gaps.word_end(cut.anchors[-1].end, start)
        return self._gaps.between(end, self._gaps.word_start(start, end))

    def _alone(self, start: int, end: int) -> Iterator[Item]:
        for each in self._gaps.alone(start, end):
            if each.marker:
                yield PageBreak(each.start, each.end)
            else:
                yield Line(each.start, each.end, opens=self._gaps.opens_paragraph(each.start))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A row as it is cut out of its page."""

    slip: Slip
    anchors: Sequence[Anchor]
    spots: Sequence[Spot]

    @property
    def words(self) -> tuple[Placed, ...]:
        left = self.slip.left
        return tuple(
            Placed(anchor.start, anchor.end, spot.left - left, spot.right - left)
            for anchor, spot in zip(self.anchors, self.spots, strict=True)
        )


def _with_lone(lines: list[Item], lone: Sequence[Slip], end: int) -> list[Item]:
    """The lines, and what the page has alone: each before the first line that is below it."""
    rest = sorted((slip for slip in lone if not _is_seen(slip, lines)), key=_middle)
    together: list[Item] = []
    for line in lines:
        slip = line.slip if isinstance(line, Line) else None
        while slip is not None and rest and _middle(rest[0]) < slip.top:
            together.append(Line(line.start, line.start, rest.pop(0)))
        together.append(line)
    return [*together, *(Line(end, end, slip) for slip in rest)]


def _middle(slip: Slip) -> float:
    return slip.top + slip.height / 2


def _is_seen(lone: Slip, lines: Sequence[Item]) -> bool:
    """Whether the slip of a line shows it, too."""
    x, y = lone.left + lone.width / 2, _middle(lone)
    return any(
        slip.left <= x <= slip.left + slip.width and slip.top <= y <= slip.top + slip.height
        for line in lines
        if isinstance(line, Line) and (slip := line.slip) is not None
    )


def _is_from_right(text: str) -> bool:
    """Whether most of its letters belong to a script that is written from the right."""
    kinds = [bidirectional(character) for character in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")
