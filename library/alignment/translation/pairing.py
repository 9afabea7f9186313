"""Joining a translation, paragraph to paragraph, with the text it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band, band_of
from library.alignment.translation.beads import Bead, scores
from library.alignment.translation.evidence import Evidence
from library.alignment.translation.probabilities import bead_probabilities
from library.alignment.translation.traits import traits_of
from library.model.document import ParagraphRole, Version
from library.model.pairing import Pairing, ParagraphPair

LEAST = 0.5  # less probable pairs are not worth keeping


def pair_paragraphs(version: Version, other: Version) -> Pairing:
    """The paragraphs of a translation with those of a transcript, or of a recognised text.

    A pure function of the two texts.  Pairs are in the order of the translation.
    """
    first, second = _numbers(version), _numbers(other)
    if not first or not second:
        return Pairing(version.id, other.id, ())
    ours, theirs = _texts(version, first), _texts(other, second)
    band = band_of(len(ours), len(theirs))
    evidence = Evidence([traits_of(text) for text in ours], [traits_of(text) for text in theirs])
    table = scores([len(text) for text in ours], [len(text) for text in theirs], evidence, band)
    found = _pair_probabilities(bead_probabilities(table, band), band)
    pairs = (
        ParagraphPair(first[one], second[two], min(float(probability), 1.0))
        for (one, two), probability in sorted(found.items())
        if probability >= LEAST
    )
    return Pairing(version.id, other.id, tuple(pairs))


def _numbers(version: Version) -> list[int]:
    return [
        number
        for number, paragraph in enumerate(version.paragraphs)
        if paragraph.role is ParagraphRole.BODY
    ]


def _texts(version: Version, numbers: Sequence[int]) -> list[str]:
    paragraphs = (version.paragraphs[number] for number in numbers)
    return [version.text[paragraph.start : paragraph.end] for paragraph in paragraphs]


def _pair_probabilities(
    beads: Mapping[Bead, Floats], band: Band
) -> Mapping[tuple[int, int], float]:
    """For each two paragraphs the probability that some bead holds both."""
    found: dict[tuple[int, int], float] = {}
    for (rows, columns), table in beads.items():
        for i, k in np.argwhere(table > 0.01).tolist() if rows and columns else ():
            j = int(band.starts[i]) + k
            for one in range(i - rows, i):
                for two in range(j - columns, j):
                    found[one, two] = found.get((one, two), 0.0) + float(table[i, k])
    return found
