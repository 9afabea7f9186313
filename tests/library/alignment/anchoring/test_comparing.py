"""What two texts have in common, in order or not."""

from hypothesis import given
from hypothesis import strategies as st

from library.alignment.anchoring.blocks import Block, in_order, joined, left_over
from library.alignment.anchoring.comparing import compared

texts = st.text(alphabet="ab .\n中", max_size=60) | st.lists(
    st.sampled_from(["Moscow", "Berlin", "the", "of", "1947", "\n\n"]), max_size=40
).map(" ".join)


def shared(old, new):
    return [old[block.old : block.old_end] for block in compared(old, new)]


def characters(blocks):
    return [(b.old + nth, b.new + nth) for b in blocks for nth in range(b.length)]


@given(texts, texts)
def test_blocks_are_equal_text_and_share_no_character(old, new):
    blocks = compared(old, new)
    assert all(old[b.old : b.old_end] == new[b.new : b.new_end] for b in blocks)
    for side in zip(*characters(blocks), strict=True):
        assert len(set(side)) == len(side)
    assert blocks == sorted(blocks)


@given(texts)
def test_a_text_has_all_in_common_with_itself(text):
    assert compared(text, text) == ([Block(0, 0, len(text))] if text else [])


def test_texts_without_a_word_in_common_are_compared_by_letters():
    assert shared("Mosow", "Moscow") == ["Mos", "ow"]


def test_unrelated_texts_have_nothing_in_common():
    assert compared("Dear Sir, all is well", "We regret that no train left") == []


def test_a_misspelt_word_between_others_is_compared_by_letters():
    old, new = "He went to Mosow by the night train", "He went to Moscow by the night train"
    assert shared(old, new) == ["He went to Mos", "ow by the night train"]


def test_what_was_moved_is_found_and_marked_as_moved():
    one, two = "The first item of the agenda is coal.", "Then the ministers discussed grain."
    three = "Nothing was resolved on either of these, and the meeting rose at ten o'clock."
    blocks = compared(f"{one}\n\n{two}\n\n{three}", f"{two}\n\n{three}\n\n{one}")
    assert [block for block in blocks if block.moved] == [
        Block(0, len(two) + len(three) + 4, len(one), moved=True)
    ]
    assert sum(block.length for block in blocks) >= len(one) + len(two) + len(three)


def test_few_words_in_common_between_unrelated_paragraphs_count_for_nothing():
    old = "The delegation of Poland left early. " + "Coal and steel were discussed at length. " * 3
    new = "Rain fell upon the harbour all of that winter, and the delegation of fishermen waited."
    assert all(block.length >= 12 for block in compared(old, new))


def test_in_order_keeps_as_many_as_follow_one_another():
    blocks = [Block(0, 5, 1), Block(1, 0, 1), Block(2, 1, 1), Block(3, 9, 1)]
    assert in_order(blocks) == blocks[1:]


def test_blocks_that_touch_are_joined():
    assert joined([Block(2, 7, 1), Block(0, 5, 2), Block(3, 9, 1)]) == [
        Block(0, 5, 3),
        Block(3, 9, 1),
    ]


def test_what_is_left_over_lies_between_what_is_taken():
    assert list(left_over([(0, 10), (20, 30)], [(8, 10), (2, 4), (20, 22)])) == [
        (0, 2),
        (4, 8),
        (22, 30),
    ]
