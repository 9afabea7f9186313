"""Documents found to be the same: by files, by record, by text; and never by chance."""

from hypothesis import given, settings
from hypothesis import strategies as st

from library.duplicates.likeness import FEWEST, likeness, sketch_of
from library.duplicates.pairing import ALIKE, Print, Why, key_of, pairs

WORDS = [f"word{n}" for n in range(4000)]


def a_print(name, digests=(), record_id="", url="", repository="", texts=()):
    sketches = tuple(sketch_of(text) for text in texts)
    return Print(name, frozenset(digests), record_id, url, repository, sketches)


def told(found):
    return {(pair.one, pair.other): pair.why for pair in found}


def test_the_same_file_makes_a_pair_also_beside_other_files():
    prints = [a_print("a", ["1"]), a_print("b", ["1", "2"]), a_print("c", ["3"])]
    assert told(pairs(prints)) == {("a", "b"): (Why.FILES,)}


def test_a_page_that_two_folders_share_makes_no_pair():
    assert pairs([a_print("a", ["blank", "1"]), a_print("b", ["blank", "2"])]) == []


def test_a_record_number_counts_within_one_archive():
    prints = [
        a_print("a", record_id="117", repository="wilson"),
        a_print("b", record_id="117", repository="another"),
        a_print("c", record_id="117"),
    ]
    assert told(pairs(prints)) == {("a", "c"): (Why.RECORD,)}


def test_nothing_known_is_nothing_in_common():
    assert pairs([a_print("a"), a_print("b"), a_print("c", repository="wilson")]) == []


def test_a_text_read_again_with_errors_makes_a_pair_and_another_text_none():
    text = WORDS[:600]
    misread = [f"{word}x" if n % 14 == 0 else word for n, word in enumerate(text)]
    prints = [a_print("a", texts=[text]), a_print("b", texts=[misread])]
    other = a_print("c", texts=[WORDS[500:1100]])
    (pair,) = pairs([*prints, other])
    assert (pair.one, pair.other, pair.why) == ("a", "b", (Why.TEXT,))
    assert ALIKE <= pair.likeness < 1


def test_what_the_reader_told_apart_is_not_asked_about_again_and_the_third_is():
    prints = [a_print(name, record_id="117") for name in "abc"]
    assert [(p.one, p.other) for p in pairs(prints)] == [("a", "b"), ("a", "c")]
    found = pairs(prints, {key_of("b", "a")})
    assert [(p.one, p.other) for p in found] == [("a", "c")]


def test_many_that_are_one_make_as_many_pairs_as_it_takes():
    prints = [a_print(f"{n:04}", ["1"], "117", texts=[WORDS[:50]]) for n in range(3000)]
    found = pairs(prints)
    assert len(found) == 2999
    assert {pair.why for pair in found} == {(Why.FILES, Why.RECORD, Why.TEXT)}


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=FEWEST, max_size=200))
def test_a_text_is_wholly_like_itself(words):
    assert likeness(sketch_of(words), sketch_of(list(words))) == 1.0


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1000))
def test_likeness_is_about_the_share_of_threes_in_common(shift):
    one, other = WORDS[:1000], WORDS[shift : shift + 1000]
    share = max(0, 998 - shift) / (998 + min(shift, 998))
    assert abs(likeness(sketch_of(one), sketch_of(other)) - share) < 0.25
