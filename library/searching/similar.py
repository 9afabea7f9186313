"""Words that may be the same, misread by recognition or mistyped: Rabaui for Rabaul.

Candidates share groups of three letters with the word.  They are ranked by edit distance
(Damerau 1964, adjacent letters exchanged) in which what recognition often confuses costs
less: one letter for another, or one for two (m for rn; after Kukich 1992, section 2).
Words are folded.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4  # letters; of shorter words everything is similar
LONGEST = 40
MOST = 12  # similar words that are of use
# Each of the letters is easily taken for the others.
_CONFUSED = (
    "il1jt", "o0ce", "ceo", "un", "nh", "hb", "bk", "ao", "aeo", "ft", "fs", "vy", "gq", "s5",
    "b8", "z2", "rn", "vw", "инп", "пл", "шщ", "ьъы", "есо", "вб", "зэ", "гт", "цд", "ил", "мн",
)  # fmt: skip
_SINGLE = {(a, b) for group in _CONFUSED for a in group for b in group if a != b}
_PAIRS = ("m rn", "w vv", "u ii", "d cl", "h li", "n ri", "b lo", "ы ьі", "m nn", "k lc", "ю io")
_ONE_FOR_TWO = {(pair[:1], pair[2:]) for pair in _PAIRS}
_CONFUSION, _DOUBLE_CONFUSION, _EXCHANGE, _OTHER = 0.3, 0.4, 0.7, 1.0


def grams(word: str) -> frozenset[str]:
    """The groups of three letters, its ends marked by a space."""
    marked = f" {word} "
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def is_comparable(word: str) -> bool:
    """Whether it makes sense to look for what is similar to it: numbers are what they are."""
    return SHORTEST <= len(word) <= LONGEST and any(letter.isalpha() for letter in word)


def likest(word: str, candidates: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """The most similar, and what each costs, cheapest first; none that costs too much."""
    most = dearest(len(word))
    near = (other for other in candidates if abs(len(other) - len(word)) <= most)
    costs = ((other, cost(word, other)) for other in near if other != word)
    found = sorted((price, other) for other, price in costs if price <= most)
    return tuple((other, price) for price, other in found[:MOST])


def dearest(length: int) -> float:
    """What a similar word may cost at most: in a short word, one letter makes another word."""
    return {4: 0.4, 5: 1.0}.get(length, 1.4 if length < 9 else 2.0)


def cost(word: str, other: str) -> float:
    """What it takes to make one of the other; the same either way."""
    rows = [[float(at) for at in range(len(other) + 1)]]
    for i in range(1, len(word) + 1):
        row = [float(i)]
        rows.append(row)
        for j in range(1, len(other) + 1):
            row.append(min(_ways(word, other, i, j, rows)))  # noqa: PERF401 -- each needs the one before it
    return rows[-1][-1]


def _ways(word: str, other: str, i: int, j: int, rows: list[list[float]]) -> Iterable[float]:
    """What each last step costs, with all before it, to make `other[:j]` of `word[:i]`."""
    a, b = word[i - 1], other[j - 1]
    yield rows[i - 1][j - 1] + (0 if a == b else _CONFUSION if (a, b) in _SINGLE else _OTHER)
    yield rows[i - 1][j] + _OTHER
    yield rows[i][j - 1] + _OTHER
    if j > 1 and (a, other[j - 2 : j]) in _ONE_FOR_TWO:
        yield rows[i - 1][j - 2] + _DOUBLE_CONFUSION
    if i > 1 and (b, word[i - 2 : i]) in _ONE_FOR_TWO:
        yield rows[i - 2][j - 1] + _DOUBLE_CONFUSION
    if i > 1 and j > 1 and a == other[j - 2] and b == word[i - 2]:
        yield rows[i - 2][j - 2] + _EXCHANGE
