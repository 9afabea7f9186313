from dataclasses import replace

import pytest

from library.alignment.aligning import align
from library.model.geometry import Box
from library.model.link import Link, LinkKind, ScanPageWords, ScanWord
from tests.library.alignment.pages import page_of
from tests.library.alignment.simulated import typescript, verdict

LINES = (
    "The representative of the government handed over the infor-",
    "mation about the northern harbour on the third of September",
    "and declared that nothing further could be done this winter",
)
TEXT = " ".join(LINES).replace("- ", "")


def link_of(alignment, text, word):
    return alignment.link_at(text.index(word))


def test_every_word_of_a_clean_page_is_linked_to_its_own_box():
    page = page_of(*LINES)
    alignment = align(TEXT, [page], version="v")
    assert alignment.version == "v"
    assert not alignment.unmatched_words
    assert not alignment.unmatched_ranges
    harbour = next(word for word in page.words if word.text == "harbour")
    link = link_of(alignment, TEXT, "harbour")
    assert link.boxes == (harbour.box,)
    assert link.kind is LinkKind.WORD
    assert link.certainty >= 0.9


def test_a_word_broken_at_the_end_of_a_line_has_two_boxes():
    page = page_of(*LINES)
    link = link_of(align(TEXT, [page]), TEXT, "information")
    assert link.boxes == tuple(word.box for word in page.words if word.text in ("infor-", "mation"))


def test_words_run_together_get_their_parts_of_the_box():
    page = page_of(*(line.replace("northern harbour", "northernharbour") for line in LINES))
    merged = next(word.box for word in page.words if word.text == "northernharbour")
    alignment = align(TEXT, [page])
    northern, harbour = (link_of(alignment, TEXT, word) for word in ("northern", "harbour"))
    assert northern.kind is harbour.kind is LinkKind.PART
    assert northern.boxes[0].left == pytest.approx(merged.left)
    assert northern.boxes[0].right == pytest.approx(harbour.boxes[0].left, abs=0.01)
    assert harbour.boxes[0].right == pytest.approx(merged.right)


def test_a_word_broken_by_recognition_has_one_box_on_its_line():
    page = page_of(*(line.replace("September", "Sept ember") for line in LINES))
    (box,) = link_of(align(TEXT, [page]), TEXT, "September").boxes
    parts = [word.box for word in page.words if word.text in ("Sept", "ember")]
    assert box == replace(parts[0], right=parts[1].right)


FRAKTUR = (
    '1 Niemer)," antwortete er, aber zu',
    "Mbig **) kommt oft die Jungfer herauf und",
    'fchläfe hier."',
    ',, Wer ift die Jungfer?"',
    '1 Die Tochter meines Herrn.***)"',
    "Jh sprang auf; der Senner ging ihr ents",
    "gegen; — noch sah ich fie nicht, der Weg",
    "kam hinter der Hütte herauf, — sie rief ihm",
    "mit einer fehr wohlklingenden Stimme zu:",
    "guten Rbend Kütli, ich werde heut bei Euch",
    "bleiben, es fchonet, und s'ift fchanklit).",
    "Der Senner mußte ihr von mir sagen;",
    "denn ich hörte, daß er, vom Lußerer tt)",
    "sprach; sie ward ftill, und wahrsheinlich zö-",
    "*) Niemand.",
    "**) Ubend.",
    "***) Die Senner find bekanntlich nur die Hirten",
    "der Kühe, die wohlhabenden Alpenbeßißern",
    "gehören.",
)


def test_paragraphs_that_the_text_has_elsewhere_on_the_page_are_found():
    text = (
        "Der Senner mußte ihr von mir ſagen; denn ich hrte, daß er von Außerer††) ſprach; ſie "
        "ward ſtill, und wahrſcheinlich z- Ich ſprang auf; der Senner ging ihr entgegen; – noch "
        "ſah ich ſie nicht, der Weg kam hinter der Htte herauf, – ſie rief ihm mit einer ſehr "
        "wohlklingenden Stimme zu: „guten Abend, Rtli, ich werde heut bei Euch bleiben, es "
        "ſchonet, und s'iſt ſchankli†).“ „Niemer*),“ antwortete er, „aber zu Abig kommt oft die "
        "Jungfer herauf und ſchlft hier.“ „Wer iſt die Jungfer?“ „Die Tochter meines Herrn.***)“ "
        "*) Niemand. **) Abend. ***) Die Senner ſind bekanntlich nur die Hirten der Khe, die "
        "wohlhabenden Alpenbeſitzern gehren."
    )
    page = page_of(*FRAKTUR)
    alignment = align(text, [page])
    for word in ("kommt", "Jungfer", "Tochter", "mußte", "ward"):
        there = next(each for each in page.words if each.text == word)
        assert link_of(alignment, text, word).boxes == (there.box,)


def test_a_mark_without_letters_is_joined_by_its_place():
    text = TEXT.replace("government", "government —")
    page = page_of(*(line.replace("government", "government —") for line in LINES))
    assert link_of(align(text, [page]), text, "—").kind is LinkKind.WORD


def test_words_that_were_not_read_get_their_line_and_no_box_of_their_own():
    page = page_of(LINES[0], LINES[1].replace("harbour on the ", ""), LINES[2])
    link = link_of(align(TEXT, [page]), TEXT, "harbour")
    assert link.kind is LinkKind.LINE
    assert link.certainty < 0.7
    line = [word.box for word in page.words if word.line == 1]
    assert link.boxes == (Box(line[0].left, line[0].top, line[-1].right, line[0].bottom),)


def test_what_only_one_side_has_is_known():
    page = page_of("ARCHIVE COPY", *LINES)
    text = TEXT + " Signed by the hand of two witnesses"
    alignment = align(text, [page])
    assert [word.text for _, word in alignment.unmatched_words] == ["ARCHIVE", "COPY"]
    assert [text[start:end] for start, end in alignment.unmatched_ranges] == [
        "Signed by the hand of two witnesses"
    ]


def test_columns_that_were_read_across_are_linked_all_the_same():
    made = typescript(260, seed=4)
    words = made.pages[0].words
    half = max(word.line for word in words) // 2

    def moved(word):
        row, right = word.line % (half + 1), word.line > half
        left = word.box.left * 0.5 + (0.5 if right else 0.0)
        top = 0.05 + row * 0.02
        return replace(word, box=Box(left, top, left + word.box.width * 0.5, top + 0.012))

    across = sorted(map(moved, words), key=lambda word: (word.box.top, word.box.left))
    alignment = align(made.text, [replace(made.pages[0], words=tuple(across))])
    linked = {link.start for link in alignment.links if link.kind is not LinkKind.LINE}
    assert len(linked) >= 0.94 * len(made.words)


def test_a_page_scanned_twice_has_links_on_either_scan():
    made = typescript(1500, 0.03, seed=5)
    pages = [*made.pages[:2], made.pages[1], *made.pages[2:]]
    pages = [replace(page, page=nth) for nth, page in enumerate(pages)]
    alignment = align(made.text, pages)
    first, second = alignment.links_on(1), alignment.links_on(2)
    assert len(first) > 300
    assert abs(len(first) - len(second)) < 0.02 * len(first)


@pytest.mark.parametrize(
    ("errors", "floor"), [(0.0, 0.99), (0.05, 0.985), (0.1, 0.97), (0.2, 0.94), (0.3, 0.88)]
)
@pytest.mark.parametrize("disorder", [{}, {"missing": 0.2}, {"swapped": 0.3}])
def test_words_are_found_on_noisy_pages_and_hardly_a_sure_link_is_wrong(errors, floor, disorder):
    made = typescript(3000, errors, seed=11, **disorder)
    found = verdict(made, align(made.text, made.pages))
    assert found.recall >= floor - (0.04 if disorder and errors > 0.2 else 0.0)
    assert found.wrong_from(0.9) <= 0.001


def test_another_text_and_no_text_have_no_links():
    made, other = typescript(2000, 0.05, seed=1), typescript(2000, 0.05, seed=2)
    assert align(other.text, made.pages).links == ()
    assert align("", made.pages).links == ()
    assert align(made.text, []).links == ()
    assert align("— , .", [page_of("...", ": ;")]).links == ()


def test_the_same_input_gives_the_same_alignment():
    made = typescript(500, 0.1, seed=3)
    assert align(made.text, made.pages) == align(made.text, made.pages)


def test_a_fixed_link_stays_as_it_is():
    page = page_of(*LINES)
    start = TEXT.index("harbour")
    fixed = Link(start, start + 7, 0, (Box(0.7, 0.7, 0.8, 0.8),), 1.0, LinkKind.WORD)
    alignment = align(TEXT, [page], [fixed])
    assert alignment.links_between(start, start + 7) == (fixed,)
    assert len(alignment.links) == len(TEXT.split())


def test_what_stands_beside_a_fixed_link_goes_where_it_points():
    """The same paragraph stands on two pages, and the text has it once."""
    first, second = page_of(*LINES), page_of(*LINES, page=1)
    word = next(word for word in second.words if word.text == "northern")
    start = TEXT.index("northern")
    fixed = Link(start, start + 8, 1, (word.box,), 1.0, LinkKind.WORD)
    alignment = align(TEXT, [first, second], [fixed])
    assert link_of(alignment, TEXT, "northern") == fixed
    assert all(
        any(link.page == 1 for link in alignment.links_between(n, n + 1))
        for n in (TEXT.index("about"), TEXT.index("harbour"))
    )


def test_pages_without_words_do_no_harm():
    empty = ScanPageWords(1, (), (600.0, 800.0))
    made = typescript(300, seed=9)
    assert verdict(made, align(made.text, [*made.pages, replace(empty, page=9)])).recall == 1.0


def test_strange_characters_do_no_harm():
    page = ScanPageWords(0, (ScanWord("\ud800\u0301", Box(0, 0, 1, 1), 0),), (1.0, 1.0))
    assert align("\ud800 \U0001f600 \u0301", [page]).links == ()
