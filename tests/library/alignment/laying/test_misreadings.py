"""What is misread in a document is learnt from what is joined there."""

import pytest

from library.alignment.laying.misreadings import Misreadings


def test_without_evidence_what_stands_there_is_read():
    assert Misreadings().chances("k") == {"k": pytest.approx(0.9)}


def test_what_is_misread_often_is_expected():
    misread = Misreadings([("Rabe", "Nabe")] * 12 + [("rot", "rot")] * 4)
    chances = misread.chances("r")
    assert chances["n"] > 0.5 > chances["r"] > 0.2
    assert sum(chances.values()) <= 1


def test_what_happened_once_is_chance():
    assert set(Misreadings([("Rabe", "Nabe"), ("Rabe", "Rabe")]).chances("r")) == {"r"}


def test_words_of_different_length_tell_of_the_letters_that_stand_for_each_other():
    misread = Misreadings([("geschnitten", "gefchnitteen")] * 3)
    assert misread.chances("s")["f"] > 0.3
    assert set(misread.chances("e")) == {"e"}
