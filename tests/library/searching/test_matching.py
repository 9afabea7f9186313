from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.searching.matching import places_of
from library.searching.parsing import parse
from library.searching.passages import LONGEST, passages_of
from library.searching.query import sought
from library.searching.snippets import snippet_of
from library.searching.widening import tokens_to_widen, widened
from library.searching.words import placed_words


def lit(asked, text):
    root = parse(asked).root
    places = places_of((leaf for leaf, _ in sought(root)), placed_words(text))
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ("strasse", "Die Straße, die STRASSE", ["Straße", "STRASSE"]),
        ('"spring 1944"', "in Spring, 1944 and spring", ["Spring, 1944"]),
        ("garris*", "garrison and garrisons", ["garrison", "garrisons"]),
        ("a NEAR/1 c", "a b c d e c", ["a b c"]),
        ("a NEAR/1 c", "c a", ["c a"]),
        ("a NEAR/1 c", "a x y c", []),
        ("a b -c", "a b c", ["a", "b"]),
    ],
)
def test_hits_are_placed(asked, text, found):
    assert lit(asked, text) == found


def test_similar_words_are_asked_for_beside_the_exact_ones():
    root = parse('rabaui "rabaui garrison" -rabaui rab*').root
    assert tokens_to_widen(root) == {"rabaui": "rabaui", "garrison": "garrison"}
    leaves = [leaf.tokens for leaf, _ in sought(widened(root, {"rabaui": ("rabaul",)}))]
    assert ("rabaul",) in leaves
    assert ("rabaul", "garrison") in leaves


@given(st.text(st.sampled_from("ab \n\t"), max_size=80) | st.integers(0, 9000).map("ab ".__mul__))
def test_passages_hold_all_of_a_text_in_order(text):
    passages = list(passages_of(text))
    assert passages == sorted(passages)
    assert all(0 < end - start <= LONGEST for start, end in passages)
    assert "".join("".join(text[s:e].split()) for s, e in passages) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(passages))


def test_short_paragraphs_come_together_and_long_ones_stay_apart():
    long = "word " * 200
    text = f"{long.strip()}\n\nshort\n\nshorter"
    assert [text[start:end] for start, end in passages_of(text)] == [
        long.strip(),
        "short\n\nshorter",
    ]


def test_a_snippet_shows_the_hit_on_one_line():
    text = f"{'before ' * 30}the\n\nhit here{' after' * 30}"
    at = text.index("hit")
    snippet = snippet_of(text, at, at + 3)
    assert snippet.hit == "hit"
    assert str(snippet).startswith("…before")
    assert str(snippet).endswith("after…")
    assert "the hit here" in str(snippet)
