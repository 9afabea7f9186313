"""What belongs together in a document, given the words of its pages.

A pure function of plain values: it runs in a process of its own (`executing`), so that the
window never waits for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from library.alignment.aligning import align
from library.alignment.normalising import plain, words_in
from library.alignment.recognised_text import recognised_text
from library.alignment.translation.pairing import pair_paragraphs
from library.joining.differences import differences_of
from library.joining.own_places import links_of
from library.joining.recognised import PROVISIONAL, needs_recognised_text
from library.model.difference import Difference
from library.model.document import Document, Version, VersionKind
from library.model.joined import Count, Joined
from library.model.link import Alignment, LinkKind, ScanPageWords
from library.model.own_link import OwnLink
from library.model.pairing import Pairing

_SURE = 0.9
_ENOUGH = 0.2  # of a text's words on the scan, for it to be in the scan's language


def join(
    document: Document, pages: Sequence[ScanPageWords], own_links: Sequence[OwnLink] = ()
) -> Joined:
    """Join every text of the document with the words of these pages."""
    alignments = {
        version.id: align(version.text, pages, links_of(own_links, version), version=version.id)
        for version in document.versions
        if version.kind in (VersionKind.TRANSCRIPT, VersionKind.TEXT)
    }
    recognised = _recognised(document, pages)
    if recognised is not None:
        version, alignment = recognised
        alignments[version.id] = alignment
    texts = {v.id: v for v in (*document.versions, *(recognised or ())[:1])}
    counts = {name: _count(texts[name], alignment) for name, alignment in alignments.items()}
    return Joined(
        alignments,
        counts,
        tuple(_pairings(document, texts, counts)),
        recognised[0] if recognised else None,
        _shares(pages, texts, alignments.values()),
        frozenset(page.page for page in pages),
        _differences(document, pages, alignments, counts),
    )


def agreement(words: Sequence[str], others: Sequence[str]) -> float:
    """The part of the letters of some words that stand in words found among others, too."""
    left = Counter(filter(None, map(plain, others)))
    found, total = 0, 0
    for word in filter(None, map(plain, words)):
        total += len(word)
        if left[word]:
            left[word] -= 1
            found += len(word)
    return found / max(total, 1)


def _recognised(
    document: Document, pages: Sequence[ScanPageWords]
) -> tuple[Version, Alignment] | None:
    """The text made of the words themselves; the one in the library where there is one."""
    if not needs_recognised_text(document):
        return None
    language = next(iter(document.record.language_codes), None)
    made, alignment = recognised_text(pages, PROVISIONAL, language)
    kept = next((v for v in document.versions if v.kind is VersionKind.RECOGNISED), None)
    if kept is None:
        return made, alignment
    if kept.text == made.text:
        return kept, replace(alignment, version=kept.id)
    return kept, align(kept.text, pages, version=kept.id)


def _count(version: Version, alignment: Alignment) -> Count:
    words = [span for span in words_in(version.text) if plain(version.text[slice(*span)])]
    lost = sum(
        plain(version.text[start:end]) != ""
        for first, last in alignment.unmatched_ranges
        for start, end in _within(words, first, last)
    )
    return Count(len(words) - lost, len(words))


def _within(words: Sequence[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int]]:
    return (word for word in words if first <= word[0] and word[1] <= last)


def _differences(
    document: Document,
    pages: Sequence[ScanPageWords],
    alignments: Mapping[str, Alignment],
    counts: Mapping[str, Count],
) -> dict[str, tuple[Difference, ...]]:
    """Those of each text that is on the scan; the text made of it has none."""
    return {
        version.id: differences_of(version, alignments[version.id], pages, document.scan_pages)
        for version in document.versions
        if version.id in alignments
        and version.kind is not VersionKind.RECOGNISED
        and _share(counts[version.id]) >= _ENOUGH
    }


def _share(count: Count) -> float:
    return count.linked / max(count.words, 1)


def _pairings(
    document: Document, texts: Mapping[str, Version], counts: Mapping[str, Count]
) -> Iterator[Pairing]:
    """Each translation with the text that is most on the scan."""
    shares = {name: _share(each) for name, each in counts.items()}
    best = max(shares, key=lambda name: shares[name], default=None)
    if best is None or shares[best] < _ENOUGH:
        return
    for version in document.versions:
        if version.kind is VersionKind.TRANSLATION:
            yield pair_paragraphs(version, texts[best])


def _shares(
    pages: Sequence[ScanPageWords], texts: Mapping[str, Version], alignments: Iterable[Alignment]
) -> dict[int, float]:
    """For each page, the part of its letters that are surely linked with one of the texts."""
    letters = {page.page: sum(len(plain(word.text)) for word in page.words) for page in pages}
    shares = dict.fromkeys(letters, 0.0)
    for alignment in alignments:
        text, sure = texts[alignment.version].text, Counter[int]()
        for link in alignment.links:
            if link.certainty >= _SURE and link.kind is not LinkKind.LINE:
                sure[link.page] += len(plain(text[link.start : link.end]))
        for page, count in letters.items():
            shares[page] = max(shares[page], min(sure[page] / max(count, 1), 1.0))
    return shares
