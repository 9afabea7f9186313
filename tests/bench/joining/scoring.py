"""How the links of a document compare with what people have found.

A word that stands on the scan is linked when a link of a word or part overlaps it, correct
when the middle of one of its boxes lies on the word's own line, and in the word when it also
lies across the word itself.  A link is wrong where no box of it is in the word; where the
word's place on its line is but reckoned, where it is far from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from library.model.document import Version
from library.model.link import Alignment, Link, LinkKind
from tests.bench.joining.truth import TrueDocument, TrueWord, same

SURE = 0.9


@dataclass
class Score:
    words: int = 0
    linked: int = 0
    correct: int = 0
    in_word: int = 0
    sure: int = 0  # links of .9 or more
    lines: int = 0  # hints
    right_lines: int = 0
    wrong: list[tuple[TrueWord, Link]] = field(default_factory=list)
    missed: list[TrueWord] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    pages: dict[int, Counter[str]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        return self.correct / max(self.words, 1)

    @property
    def precision(self) -> float:
        return self.correct / max(self.linked, 1)

    @property
    def share_in_word(self) -> float:
        return self.in_word / max(self.correct, 1)

    @property
    def sure_wrong(self) -> int:
        return sum(said >= SURE and not right for said, right in self.judged)


def score(truth: TrueDocument, version: Version, alignment: Alignment) -> Score:
    result = Score()
    for word, start, end in _placed(truth, version):
        links = alignment.links_between(start, end)
        _add(result, word, [link for link in links if link.kind is not LinkKind.LINE])
        for link in links:
            if link.kind is LinkKind.LINE:
                result.lines += 1
                result.right_lines += _verdict(word, link).on_line
    return result


def _placed(truth: TrueDocument, version: Version) -> Iterator[tuple[TrueWord, int, int]]:
    """The true words that stand on the scan and in the text, with their place in it."""
    tokens, at = version.text.split(), 0
    spans = []
    for token in tokens:
        at = version.text.index(token, at)
        spans.append((at, at + len(token)))
        at += len(token)
    for nth, other in same([word.text for word in truth.words], tokens):
        if truth.words[nth].places:
            yield truth.words[nth], *spans[other]


def _add(result: Score, word: TrueWord, links: list[Link]) -> None:
    verdicts = [_verdict(word, link) for link in links]
    page = result.pages.setdefault(word.places[0].page, Counter())
    correct = any(verdict.on_line for verdict in verdicts)
    page["words"] += 1
    page["correct"] += correct
    result.words += 1
    result.linked += bool(links)
    result.correct += correct
    result.in_word += any(verdict.in_word for verdict in verdicts)
    for link, verdict in zip(links, verdicts, strict=True):
        result.sure += link.certainty >= SURE
        result.judged.append((link.certainty, not verdict.wrong))
        page["wrong"] += link.certainty >= SURE and verdict.wrong
        if verdict.wrong:
            result.wrong.append((word, link))
    if not correct:
        result.missed.append(word)


class Verdict(NamedTuple):
    on_line: bool
    in_word: bool
    wrong: bool


def _verdict(word: TrueWord, link: Link) -> Verdict:
    held = [
        (place, box)
        for place in word.places
        for box in link.boxes
        if place.has_on_line(link.page, box)
    ]
    return Verdict(
        bool(held),
        any(place.has_across(box) for place, box in held),
        not any(place.has_across(box, place.slack) for place, box in held),
    )
