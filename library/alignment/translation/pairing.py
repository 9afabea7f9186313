"""Joining a translation, paragraph to paragraph, with the text it was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band, Bead, band_of
from library.alignment.translation.evidence import Evidence
from library.alignment.translation.fixed_points import (
    FixedPoint,
    fixed_points,
    markers,
    strain,
)
from library.alignment.translation.probabilities import Scores, bead_probabilities
from library.alignment.translation.scoring import LONGER, OPENED, evident, with_lengths
from library.alignment.translation.traits import Traits, traits_of
from library.model.document import ParagraphRole, Version
from library.model.pairing import Pairing, ParagraphPair

LEAST = 0.5  # less probable pairs are not worth keeping

_SURE = 0.9  # pairs that tell in what ratio the lengths are
_OTHER_RATIO = 0.05  # a logarithm: a difference that is worth another round
_ROUNDS = 3
_NOTHING = 0.01  # less probable beads do not count
_RELATED = 0.6  # of the paragraphs: so many at least have a partner in a translation
_DOUBT = 10.0  # a logarithm of odds, for what is lacking of them

Pairs = Mapping[tuple[int, int], float]


def pair_paragraphs(version: Version, other: Version) -> Pairing:
    """The paragraphs of a translation with those of a transcript, or of a recognised text.

    A pure function of the two texts.  Pairs are in the order of the translation; those less
    probable than `LEAST` are left out.  Page markers are in no pair.
    """
    first, second = _bodies(version), _bodies(other)
    if not first or not second:
        return Pairing(version.id, other.id, ())
    evidence = Evidence(_traits(version, first, other), _traits(other, second, version))
    points = fixed_points(version.paragraphs, other.paragraphs)
    found = doubted(probabilities(evidence, points), min(len(first), len(second)))
    pairs = (
        ParagraphPair(first[one], second[two], min(probability, 1.0))
        for (one, two), probability in sorted(found.items())
        if probability >= LEAST
    )
    return Pairing(version.id, other.id, tuple(pairs))


def _bodies(version: Version) -> list[int]:
    """The numbers of the paragraphs that are no page markers."""
    return [
        number
        for number, paragraph in enumerate(version.paragraphs)
        if paragraph.role is ParagraphRole.BODY
    ]


def _traits(version: Version, numbers: Sequence[int], other: Version) -> list[Traits]:
    paragraphs = (version.paragraphs[number] for number in numbers)
    texts = [version.text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    shared = markers(other.paragraphs)
    own = markers(version.paragraphs)
    return traits_of(texts, {place for number, place in own.items() if number not in shared})


def probabilities(evidence: Evidence, points: Sequence[FixedPoint]) -> Pairs:
    """How probable it is, for each two paragraphs, that one says what the other does.

    Texts of which much was left out have another ratio of lengths than their paragraphs;
    so it is taken again from the pairs that are sure, until it holds.
    """
    band = band_of(len(evidence.first), len(evidence.second), points or evidence.landmarks())
    known = {
        bead: score - strain(points, bead, band) for bead, score in evident(evidence, band).items()
    }
    ratio = _ratio(evidence, {})
    found: Pairs = {}
    for _ in range(_ROUNDS):
        scores = with_lengths(known, evidence, band, ratio)
        beads = bead_probabilities(Scores(scores, OPENED, LONGER), band)
        found = _pairs(beads, band)
        last, ratio = ratio, _ratio(evidence, found)
        if abs(log(ratio / last)) < _OTHER_RATIO:
            break
    return found


def doubted(pairs: Pairs, shorter: int) -> Pairs:
    """The pairs less probable, where few of a text's `shorter` paragraphs have a partner.

    Such texts may have nothing to do with each other.  Of 120 pairs of texts that had not,
    nineteen in twenty found partners for less than `_RELATED` of the shorter one; of 150
    translations, none.
    """
    partners: dict[int, float] = defaultdict(float)
    for (one, _), probability in pairs.items():
        partners[one] += probability if probability >= LEAST else 0.0
    share = sum(min(each, 1.0) for each in partners.values()) / shorter
    doubt = exp(-_DOUBT * max(0.0, _RELATED - share))
    return {
        pair: probability * doubt / (probability * doubt + 1 - min(probability, 1.0))
        for pair, probability in pairs.items()
    }


def _ratio(evidence: Evidence, pairs: Pairs) -> float:
    """How much longer the second text is: of the sure pairs, or of all where there are few."""
    sure = [pair for pair, probability in pairs.items() if probability >= _SURE]
    ours = {one for one, _ in sure} if len(sure) >= 5 else range(len(evidence.first))
    theirs = {two for _, two in sure} if len(sure) >= 5 else range(len(evidence.second))
    first = sum(evidence.first[one].length for one in ours)
    return max(sum(evidence.second[two].length for two in theirs), 1) / max(first, 1)


def _pairs(beads: Mapping[Bead, Floats], band: Band) -> Pairs:
    """For each two paragraphs the probability that some bead holds both."""
    found: dict[tuple[int, int], float] = {}
    for (rows, columns), table in beads.items():
        for i, k in np.argwhere(table > _NOTHING).tolist():
            j = int(band.starts[i]) + k
            for one in range(i - rows, i):
                for two in range(j - columns, j):
                    found[one, two] = found.get((one, two), 0.0) + float(table[i, k])
    return found
