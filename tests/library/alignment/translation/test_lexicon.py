"""Words that translate each other are learnt from the pairs that are sure."""

from library.alignment.translation.lexicon import lexicon

OURS = [{"crane", "quay"}, {"crane", "repair"}, {"crane"}, {"quay"}, {"quay", "storm"}, {"storm"}]
THEIRS = [{"kran", "kai"}, {"kran", "werft"}, {"kran"}, {"kai"}, {"kai", "sturm"}, {"wind"}]
OURS += [set()] * 4
THEIRS += [set()] * 4
PAIRS = [(nth, nth) for nth in range(len(OURS))]


def learnt(ours, theirs, pairs):
    found = lexicon(ours, theirs, pairs)
    return {(word, other) for word in found.matches for other in found.matches[word]}


def test_words_that_stand_together_again_and_again_are_translations():
    assert learnt(OURS, THEIRS, PAIRS) == {("crane", "kran"), ("quay", "kai")}


def test_nothing_is_learnt_from_few_pairs_or_few_words():
    assert lexicon(OURS, THEIRS, PAIRS[:5]) is None
    assert lexicon([{"a"}] * 2 + [set()] * 8, [{"b"}] * 2 + [set()] * 8, PAIRS) is None


def test_words_that_stand_nearly_everywhere_are_left_out():
    ours = [words | {"the"} for words in OURS]
    theirs = [words | {"der"} for words in THEIRS]
    assert not any("the" in pair or "der" in pair for pair in learnt(ours, theirs, PAIRS))
