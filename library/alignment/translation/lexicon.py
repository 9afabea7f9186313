"""Words that translate each other, learnt from paragraphs that surely belong together.

After Moore (2002), who learns so from the sentences that lengths alone have joined; words
are taken for translations that stand together in pairs more often than not (Dice 1945).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from library.alignment.translation.matching import weighed
from library.alignment.translation.shared_traits import Found, SharedTraits

_FEWEST_PAIRS = 6  # from which anything is learnt
_TOGETHER = 3  # times that two words must stand in a pair
_LIKELY = 0.5  # Dice's coefficient, from which they are taken for translations
_RARE, _USUAL = 2, 1 / 3  # a word in fewer pairs, or in a larger part of them, tells nothing


def lexicon(first: Found, second: Found, pairs: Sequence[tuple[int, int]]) -> SharedTraits | None:
    """The words of either text with their translations; None where nothing can be learnt."""
    if len(pairs) < _FEWEST_PAIRS:
        return None
    ours = _telling([first[one] for one, _ in pairs])
    theirs = _telling([second[two] for _, two in pairs])
    together = Counter(
        (word, other)
        for one, two in pairs
        for word in ours.keys() & first[one]
        for other in theirs.keys() & second[two]
    )
    matches: dict[str, dict[str, float]] = defaultdict(dict)
    for (word, other), count in together.items():
        likely = 2 * count / (ours[word] + theirs[other])
        if count >= _TOGETHER and likely >= _LIKELY:
            matches[word][other] = likely
    return weighed(first, second, matches) if matches else None


def _telling(found: Found) -> Mapping[str, int]:
    """In how many paragraphs each word stands, but for those in too few or too many."""
    counts = Counter(word for words in found for word in words)
    most = max(_TOGETHER, _USUAL * len(found))
    return {word: count for word, count in counts.items() if _RARE <= count <= most}
