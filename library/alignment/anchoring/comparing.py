"""What an old and a new text have in common, also where parts of it were moved.

The texts are compared in order; what is left over on either side is compared again by
itself, so that what was moved is found.  Time grows with the length of the texts: 1 MB
takes a second or two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from library.alignment.anchoring.blocks import Block, Stretch, joined, left_over
from library.alignment.anchoring.letters import equal_letters
from library.alignment.anchoring.words import equal_words, words_of

_ROUNDS = 4
_FAR = 1 << 62  # beyond any text
_BESIDE = 20  # characters between blocks that vouch for each other
_FEWEST = 12  # characters in common, of blocks that vouch for each other
_FEWEST_MOVED = 20


def compared(old: str, new: str) -> list[Block]:
    """The blocks that both texts have, by their place in the old one.

    No character is in two of them; those of a moved part are out of order in the new text.
    """
    rest, new_rest = [(0, len(old))], [(0, len(new))]
    blocks: list[Block] = []
    for turn in range(_ROUNDS):
        found = _vouched(_one_round(old, new, rest, new_rest), rest, new_rest, moved=turn > 0)
        if not found:
            break
        blocks += (replace(block, moved=turn > 0) for block in found)
        rest = _worth(left_over(rest, ((b.old, b.old_end) for b in found)))
        new_rest = _worth(left_over(new_rest, ((b.new, b.new_end) for b in found)))
    return joined(blocks)


def _worth(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Those long enough to hold something that was moved."""
    return [each for each in stretches if each[1] - each[0] >= _FEWEST_MOVED]


def _one_round(
    old: str, new: str, rest: Sequence[Stretch], new_rest: Sequence[Stretch]
) -> list[Block]:
    """Blocks in order, word by word and then letter by letter between the words."""
    words = equal_words(words_of(old, rest, "old"), words_of(new, new_rest, "new"))
    blocks = joined(words)
    letters = [
        letter
        for here, there in _gaps(blocks, rest, new_rest)
        for letter in equal_letters(old, new, here, there)
    ]
    return joined([*blocks, *letters])


def _gaps(
    blocks: Sequence[Block], rest: Sequence[Stretch], new_rest: Sequence[Stretch]
) -> Iterator[tuple[Stretch, Stretch]]:
    """What lies between blocks that share a stretch of either text, and beside them there."""
    groups = groupby(blocks, key=lambda b: (_around(rest, b.old), _around(new_rest, b.new)))
    parts = [(here, there, list(group)) for (here, there), group in groups]
    if not parts and len(rest) == len(new_rest) == 1:
        parts = [(rest[0], new_rest[0], [])]
    for nth, (here, there, group) in enumerate(parts):
        posts = list(group)
        if not nth or (here > parts[nth - 1][0] and there > parts[nth - 1][1]):
            posts.insert(0, Block(here[0], there[0], 0))
        if nth + 1 == len(parts) or (here < parts[nth + 1][0] and there < parts[nth + 1][1]):
            posts.append(Block(here[1], there[1], 0))
        for before, after in pairwise(posts):
            if before.old_end < after.old and before.new_end < after.new:
                yield (before.old_end, after.old), (before.new_end, after.new)


def _around(stretches: Sequence[Stretch], place: int) -> Stretch:
    return stretches[bisect_right(stretches, (place, _FAR)) - 1]


def _vouched(
    blocks: Sequence[Block], rest: Sequence[Stretch], new_rest: Sequence[Stretch], *, moved: bool
) -> list[Block]:
    """Without the small ones that stand alone: unrelated texts have such in common."""
    kept: list[Block] = []
    for run in _runs(blocks):
        enough = sum(block.length for block in run) >= (_FEWEST_MOVED if moved else _FEWEST)
        if enough or (not moved and _at_an_end(run, rest[0], new_rest[0])):
            kept += run
    return kept


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if run and not (
            block.old - run[-1].old_end <= _BESIDE and 0 <= block.new - run[-1].new_end <= _BESIDE
        ):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _at_an_end(run: Sequence[Block], here: Stretch, there: Stretch) -> bool:
    """Whether the run reaches to the beginning or the end of both texts."""
    first, last = run[0], run[-1]
    return max(first.old - here[0], first.new - there[0]) <= _BESIDE or (
        max(here[1] - last.old_end, there[1] - last.new_end) <= _BESIDE
    )
