"""Of each step of a line, the characters that may stand there are told."""

import numpy as np
import pytest

from library.model.scan_line import COST_UNIT
from library.recognition.worker.sights import sights_of

ALPHABET = ["blank", "a", "b", " "]


def test_likely_characters_are_told_with_their_steps_and_costs():
    chances = np.array([[0.5, 0.4, 0.1, 0], [1, 0, 0, 0], [0, 0, 0, 1]], np.float32)
    seen = sights_of(chances, ALPHABET)
    assert (seen.places, seen.characters) == ((0, 0, 2), "ab ")
    assert [cost * COST_UNIT for cost in seen.costs] == pytest.approx(
        [-np.log(0.4), -np.log(0.1), 0], abs=COST_UNIT
    )


def test_what_is_most_unlikely_and_no_character_are_left_out():
    seen = sights_of(np.array([[0.9995, 0.0005, 0, 0]], np.float32), ALPHABET)
    assert seen.places == ()
