"""Joining a text with the words that were read from its scan.

Pure functions: the same text and words give the same alignment.  The steps stand in
modules of their own: seeding, chaining, choosing, extending, linking, which `rounds` puts
together; certainty, repeats, filling, sharing, marks, which `attempting` adds; then, where
more is known of the scan than its words, `laying`.
"""

from __future__ import annotations

from collections.abc import Sequence

from library.alignment.attempting import Attempt, attempt, looked_again
from library.alignment.fixing import marked
from library.alignment.guided_order import ordered_by
from library.alignment.joined_words import linked
from library.alignment.normalising import Stream, stream_of, words_in
from library.alignment.ordering import in_reading_order
from library.alignment.placing import links_of, lost_ranges, strays
from library.model.link import Alignment, Link, ScanPageWords

_WELL = 0.975  # of the words linked: no other order of lines is tried
_BETTER = 1.002  # times as good, for another order to be taken
_COPY = 0.75  # of a page's letters linked, for it to be another copy of a page
_USED = 0.3  # of a page's letters linked, for it to have a place of its own


def align(
    version_text: str,
    pages: Sequence[ScanPageWords],
    fixed: Sequence[Link] = (),
    *,
    version: str = "",
) -> Alignment:
    """Every word of the text that stands on the scan, with its place and how sure that is.

    `pages` have their words as they were read.  `fixed` links stay as they are, and what
    is around them is joined accordingly.  `version` is the id the alignment is for.
    """
    ranges = words_in(version_text)
    work = marked(version_text, ranges, pages, fixed)
    text = stream_of(work.words)
    best = _best(work.words, text, work.pages)
    links, used = list(fixed), set[int]()
    for one in (best, *_copies(work.words, text, best)):
        seen = looked_again(work.words, text, one)
        used |= seen.used
        links += links_of(seen.scan, seen.joins, seen.pages, ranges, work.fixed)
    links.sort(key=lambda link: (link.start, link.end, link.page))
    return Alignment(version, tuple(links), strays(pages, used, fixed), lost_ranges(ranges, links))


def _best(words: Sequence[str], text: Stream, pages: Sequence[ScanPageWords]) -> Attempt:
    """The order in which the words were read, or a better one where much is left unlinked."""
    best = attempt(words, text, pages)
    if len(linked(best.joins)) >= _WELL * int((text.lengths > 0).sum()):
        return best
    guided = ordered_by(text, pages)
    if all(ours is theirs for ours, theirs in zip(guided, pages, strict=True)):
        return best
    by_columns = [
        page if page is other else in_reading_order(page)
        for page, other in zip(pages, guided, strict=True)
    ]
    for other in (by_columns, guided):
        tried = attempt(words, text, other)
        best = tried if tried.worth > best.worth * _BETTER else best
    return best


def _copies(words: Sequence[str], text: Stream, best: Attempt) -> list[Attempt]:
    """Pages that were scanned once more: each joined by itself, where most of it is linked."""
    shares = _shares(best)
    copies = []
    for page, share in zip(best.pages, shares, strict=True):
        if share < _USED and page.words:
            copy = attempt(words, text, [page])
            if _shares(copy)[0] >= _COPY:
                copies.append(copy)
    return copies


def _shares(attempt: Attempt) -> list[float]:
    """For each page, the part of its letters that is linked."""
    lengths = attempt.scan.stream.lengths
    used = {word for found in attempt.joins if found for word in found.words}
    totals, linked_ = [0] * len(attempt.pages), [0] * len(attempt.pages)
    for word, page in enumerate(attempt.scan.pages.tolist()):
        totals[page] += int(lengths[word])
        linked_[page] += int(lengths[word]) * (word in used)
    return [one / max(total, 1) for one, total in zip(linked_, totals, strict=True)]
