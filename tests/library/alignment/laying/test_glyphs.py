"""Characters that look alike are one to the eye."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.laying.glyphs import glyph, glyphs


@pytest.mark.parametrize(
    ("one", "other"), [("Ä", "a"), ("é", "E"), ("„", '"'), ("—", "-"), ("⸗", "-"), ("\ue644", "ö")]
)
def test_case_accents_and_kinds_of_marks_do_not_matter(one, other):
    assert glyph(one) == glyph(other)


@pytest.mark.parametrize(("one", "other"), [("ſ", "s"), ("ß", "s"), ("æ", "a"), ("a", "b")])
def test_what_looks_different_stays_so(one, other):
    assert glyph(one) != glyph(other)


def test_a_mark_that_sits_on_a_letter_is_no_glyph():
    assert glyphs("Stu\u0364k") == "stuk"


@given(st.text())
def test_each_character_is_one_glyph_or_none(text):
    assert all(len(glyph(character)) <= 1 for character in text)
    assert len(glyphs(text)) <= len(text)
