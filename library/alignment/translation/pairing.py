"""Joining a translation, paragraph to paragraph, with the text it was made from."""

from __future__ import annotations

from collections.abc import Sequence

from library.alignment.translation.evidence import Evidence
from library.alignment.translation.fixed_points import fixed_points, markers
from library.alignment.translation.rounds import LEAST, probabilities
from library.alignment.translation.traits import Traits, traits_of
from library.model.document import ParagraphRole, Version
from library.model.pairing import Pairing, ParagraphPair


def pair_paragraphs(version: Version, other: Version) -> Pairing:
    """The paragraphs of a translation with those of a transcript, or of a recognised text.

    A pure function of the two texts.  Pairs are in the order of the translation; those less
    probable than `LEAST` are left out.  Page markers are in no pair.
    """
    first, second = _bodies(version), _bodies(other)
    if not first or not second:
        return Pairing(version.id, other.id, ())
    evidence = Evidence(_traits(version, first, other), _traits(other, second, version))
    found = probabilities(evidence, fixed_points(version.paragraphs, other.paragraphs))
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
