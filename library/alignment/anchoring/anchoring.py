"""Finding passages again in a text that has changed since they were marked.

A passage that stands where it says, with the same around it, is anchored at once.  One from
an earlier text that is known is carried over by what both texts have in common; what cannot
be carried, and what comes from a text that is not known, is looked for by its words and
those around them.  Where the scan is known, it is heard as a second witness.

Floors and a margin keep doubtful places from being taken: the reader is asked instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence

from library.alignment.anchoring.finding import Finder
from library.alignment.anchoring.seeing import Seen, heard
from library.model.anchor import Anchor
from library.model.annotation import Passage, fits
from library.progress import Progress

Witness = Callable[[Passage], Seen | None]

_AT_ONCE = 50  # passages from one report of progress to the next


def unseen(_: Passage) -> Seen | None:
    """The witness where nothing is known of the scan."""
    return None


def anchoring(
    passages: Collection[Passage],
    text: str,
    former: Sequence[str] = (),
    witness: Witness = unseen,
) -> Generator[Progress, None, dict[Passage, Anchor]]:
    """What became of each passage in this text.

    `former` are the texts that the passages may be from, the likeliest first.
    """
    finder = Finder(text, former)
    anchors: dict[Passage, Anchor] = {}
    for done, passage in enumerate(passages):
        if done % _AT_ONCE == 0:
            yield Progress(done, len(passages), "Finding your notes again")
        anchor = finder.anchor(passage)
        seen = None if fits(passage, text) else witness(passage)
        anchors[passage] = heard(anchor, seen, passage, text) if seen else anchor
    return anchors
