"""Paragraphs of a translation find those of the original."""

import pytest

from library.alignment.translation.pairing import pair_paragraphs
from library.alignment.translation.rounds import doubted
from tests.library.alignment.translation.made import Made, made
from tests.library.alignment.translation.texts import shown, version_of

GERMAN = [
    "An den Herrn Bürgermeister in Lindenau",
    "Am 14. März 1929 hat Herr Albert Kestner die Brücke Nr. 7 besichtigt und für gut befunden.",
    "Die Kosten von 1 200 Mark trägt die Stadt.",
    "gez. Dr. Otto Wieland",
]
ENGLISH = [
    "To the Mayor of Lindenau",
    "On 14 March 1929 Mr. Albert Kestner inspected bridge no. 7 and found it to be sound.",
    "The town bears the cost of 1,200 marks.",
    "signed Dr. Otto Wieland",
]
RUSSIAN = [
    "СОВЕРШЕННО СЕКРЕТНО",
    "Запись беседы с послом Югославии В. Поповичем 12 октября 1947 г.",
    "Попович сообщил, что Тито намерен посетить Софию для встречи с Димитровым.",
    "Он спросил, когда будут поставлены 25 паровозов, обещанных в Белграде.",
    "Я ответил, что этот вопрос решает Микоян, и обещал ему доложить.",
    "А. Лаврентьев",
]
FROM_RUSSIAN = [
    "TOP SECRET",
    "Record of a conversation with the Ambassador of Yugoslavia, V. Popović, 12 October 1947",
    "Popović told me that Tito intends to visit Sofia in order to meet Dimitrov.",
    "He asked when the 25 locomotives promised in Belgrade would be delivered.",
    "I replied that this question is decided by Mikoyan, and promised to report it to him.",
    "A. Lavrent'ev",
]
GREEK = [
    "Ο Υπουργός κ. Παπανδρέου έφθασε στο Λονδίνο την 3η Μαΐου 1944.",
    "Συζήτησε με τον κ. Τσώρτσιλ;",
    "Ο Καραμανλής δεν ήταν παρών.",
]
FROM_GREEK = [
    "The Minister, Mr. Papandreou, arrived in London on 3 May 1944.",
    "Did he speak with Mr. Churchill?",
    "Karamanlis was not present.",
]


def pairs(english, original):
    return shown(pair_paragraphs(version_of("translation", english), version_of("o", original)))


def in_step(count):
    return [(nth, nth) for nth in range(count)]


@pytest.mark.parametrize(
    ("translation", "original"),
    [(ENGLISH, GERMAN), (FROM_RUSSIAN, RUSSIAN), (FROM_GREEK, GREEK)],
    ids=["Latin", "Cyrillic", "Greek"],
)
def test_a_letter_finds_its_original_in_any_script(translation, original):
    assert pairs(translation, original) == in_step(len(original))
    assert pairs(original, translation) == in_step(len(original))


def test_a_paragraph_that_was_not_translated_has_no_partner():
    assert pairs(ENGLISH, GERMAN[:2] + GERMAN[3:]) == [(0, 0), (1, 1), (3, 2)]
    assert pairs(FROM_RUSSIAN, RUSSIAN[:1] + RUSSIAN[2:])[-3:] == [(3, 2), (4, 3), (5, 4)]


def test_paragraphs_that_the_translator_joined_both_belong_to_the_original():
    joined = [*FROM_RUSSIAN[:3], f"{FROM_RUSSIAN[3]} {FROM_RUSSIAN[4]}", FROM_RUSSIAN[5]]
    found = pairs(joined, RUSSIAN)
    assert {(3, 3), (3, 4), (4, 5)} <= set(found)


def test_a_paragraph_that_a_page_break_parts_belongs_to_one_that_is_whole():
    parted = [*GERMAN[:1], "Am 14. März 1929 hat Herr Albert Kestner", "-2-"]
    parted += ["die Brücke Nr. 7 besichtigt und für gut befunden.", *GERMAN[2:]]
    assert pairs(ENGLISH, parted) == [(0, 0), (1, 1), (1, 3), (2, 4), (3, 5)]


def test_page_markers_that_both_have_hold_the_paragraphs_between_them():
    """Lines that nothing is known by; of one text more stand on the first page."""
    ours = ["one"] * 4 + ["-2-"] + ["one"] * 6
    theirs = ["two"] * 5 + ["-2-"] + ["two"] * 5
    held = pairing_of(ours, theirs).pairs
    assert held
    assert all((pair.first > 4) == (pair.second > 5) for pair in held)
    unheld = pairing_of(["one"] * 10, ["two"] * 10).pairs
    assert (4, 4) in [(pair.first, pair.second) for pair in unheld]


def pairing_of(translation, original):
    return pair_paragraphs(version_of("translation", translation), version_of("o", original))


def test_page_markers_are_in_no_pair():
    found = pairing_of([*ENGLISH[:2], "-2-", *ENGLISH[2:]], [*GERMAN[:2], "-2-", *GERMAN[2:]])
    assert shown(found) == [(0, 0), (1, 1), (3, 3), (4, 4)]


def test_texts_that_have_nothing_in_common_have_hardly_a_pair():
    other = ["Fisch und Brot waren teuer geworden, sagten alle.", "Warum?", "Ja!", "Nein!"]
    assert len(pairs(FROM_RUSSIAN, other)) <= 1


def test_texts_of_which_few_paragraphs_find_a_partner_are_doubted():
    evident = {(0, 0): 0.95, (5, 5): 0.9999}
    found = doubted(evident, 10)
    assert found[0, 0] < 0.5 < found[5, 5] < evident[5, 5]
    assert doubted(evident, 3) == pytest.approx(evident)


def test_an_empty_text_has_no_pairs():
    assert pairing_of(ENGLISH, []).pairs == ()
    assert pairing_of([], GERMAN).pairs == ()


def test_what_is_shown_of_made_texts_is_right():
    texts = [made(40, seed, dropped=0.1, joined=0.1) for seed in range(12)]
    right, found, there = (sum(counts) for counts in zip(*map(counted, texts), strict=True))
    assert right >= 0.96 * found
    assert right >= 0.86 * there


def counted(text: Made):
    found = set(shown(pairing_of(text.translation, text.original)))
    return len(found & text.pairs), len(found), len(text.pairs)


def test_a_long_text_of_which_the_middle_was_left_out_is_found_on_either_side_of_it():
    text = made(1200, 5)
    shortened = text.original[:300] + text.original[700:]
    found = pairing_of(text.translation, shortened)
    after = [pair for pair in found.pairs if pair.second >= 300 and pair.probability >= 0.9]
    assert len(after) > 450
    assert all(pair.first == pair.second + 400 for pair in after[10:])
