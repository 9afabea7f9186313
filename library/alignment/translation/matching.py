"""Which traits of two texts are the same: the very same, or alike by their letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import Levenshtein, Prefix

from library.alignment.translation.shared_traits import Found, Matches, SharedTraits, Weights


@dataclass(frozen=True)
class Likeness:
    """How alike two words must be to count as one."""

    least: float  # of the letters, in order
    start: int  # or so many letters at the start, and most of the longer word
    most: float = 0.6

    def between(self, word: str, other: str) -> float:
        """0 to 1; 0 where they are not alike."""
        likeness = Levenshtein.normalized_similarity(word, other)
        start = Prefix.similarity(word, other)
        same_start = start >= self.start and start >= self.most * max(len(word), len(other))
        return likeness if likeness >= self.least or same_start else 0.0


def identical(first: Found, second: Found) -> SharedTraits:
    """Traits that are the same only where they are written so; each is missed on its own."""
    rarity = rarity_of(first, second)
    both = set().union(*first) & set().union(*second)
    return SharedTraits(
        first, second, {trait: {trait: rarity[trait]} for trait in both}, (rarity, rarity)
    )


def alike(first: Found, second: Found, likeness: Likeness) -> SharedTraits:
    """Words that are alike; missed are those that have their like somewhere in the other text."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for other in set().union(*second):
        by_start[_start(other)].append(other)
    likenesses = {
        word: {
            other: found
            for other in by_start.get(_start(word), ())
            if (found := likeness.between(word, other))
        }
        for word in set().union(*first)
    }
    return weighed(first, second, likenesses)


def weighed(first: Found, second: Found, likenesses: Matches) -> SharedTraits:
    """Words that are the same as far as is said, the rarer the more telling."""
    rarity = rarity_of(first, second)
    matches: dict[str, dict[str, float]] = defaultdict(dict)
    ours: dict[str, float] = defaultdict(float)
    theirs: dict[str, float] = defaultdict(float)
    for word, others in likenesses.items():
        for other, likeness in others.items():
            weight = likeness * min(rarity[word], rarity[other])
            matches[word][other] = weight
            ours[word] = max(ours[word], weight)
            theirs[other] = max(theirs[other], weight)
    return SharedTraits(first, second, matches, (ours, theirs))


def rarity_of(first: Found, second: Found) -> Weights:
    """Of each trait, the logarithm of one in how many paragraphs has it."""
    counts = Counter(trait for traits in (*first, *second) for trait in traits)
    total = len(first) + len(second)
    return {trait: log(total / count) for trait, count in counts.items()}


def _start(word: str) -> str:
    """What words that are alike begin with; Russian writes Hitler with a G."""
    return word[:2].replace("g", "h")
