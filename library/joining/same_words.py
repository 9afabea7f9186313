"""What both sides have after all, though it was not joined: it was read too badly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from library.alignment.normalising import plain
from library.joining.left_over import InText, LeftOver, OnScan
from library.joining.noise import Noise, are_same
from library.joining.whereabouts import Whereabouts

_NEAR = 100  # characters between two places that may be one
_UNREAD = 0.7  # certainty of words on the scan that may be any


def without_same_words(text: str, left: LeftOver, where: Whereabouts) -> LeftOver:
    """What is left over, with a noise where the other side has it, too."""
    by_page: dict[int, list[OnScan]] = {}
    for each in left.on_scan:
        by_page.setdefault(each.stretch.page, []).append(each)
    found: set[OnScan] = set()
    in_text = []
    for passage in left.in_text:
        here = [each for page in passage.pages for each in by_page.get(page, ())]
        same = set(_same(plain(text[passage.start : passage.end]), passage, here))
        found |= same
        noise = _noise(passage, here, where, found=bool(same))
        in_text.append(replace(passage, noise=passage.noise or noise))
    on_scan = (
        replace(each, noise=each.noise or Noise.SAME) if each in found else each
        for each in left.on_scan
    )
    return LeftOver(tuple(on_scan), tuple(in_text))


def _same(letters: str, passage: InText, here: Iterable[OnScan]) -> Iterable[OnScan]:
    for each in here:
        near = passage.after - _NEAR <= each.place <= passage.before + _NEAR
        if are_same(letters, each.stretch.letters, near=near):
            yield each


def _noise(
    passage: InText, here: Iterable[OnScan], where: Whereabouts, *, found: bool
) -> Noise | None:
    between = [each for each in here if passage.after <= each.place <= passage.before]
    if found or any(each.stretch.certainty < _UNREAD for each in between):
        return Noise.SAME
    if not between and where.has_room(passage.start, passage.end):
        return Noise.UNSEEN
    return None
