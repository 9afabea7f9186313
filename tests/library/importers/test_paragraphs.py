"""Lines that a PDF wrapped become the paragraphs that their author wrote."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from library.importers.paragraphs import lay_out, laying_out
from library.model.document import ParagraphRole
from library.pages.contents import Line, PageContents, Span

LETTER, SIZE, LEADING, LEFT, COLUMN = 6.0, 10.0, 13.5, 70.0, 60


def line(text, top, left=LEFT, block=0, size=SIZE):
    right = left + LETTER * len(text) * size / SIZE
    return Line((Span(text, "Courier", size, bold=False),), left, top, right, top + 12, block)


def page(*lines, number=0, hidden=False):
    return PageContents(number, 612, 792, lines, 0.0, hidden_text=hidden, links=())


def wrapped(words):
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= COLUMN:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def set_in_type(paragraphs, gap=11.0):
    """One page, however long, with a gap between the paragraphs."""
    lines, top = [], 70.0
    for block, words in enumerate(paragraphs):
        for text in wrapped(words):
            lines.append(line(text, top, block=block))
            top += LEADING
        top += gap
    return page(*lines)


def paragraphs_of(*pages):
    composed = lay_out(pages)
    return [composed.text[p.start : p.end] for p in composed.paragraphs]


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=60)
FIRST = ["word"] * 30  # more than one line, so that the leading shows


@given(st.lists(WORDS, max_size=8))
def test_wrapped_paragraphs_come_back(paragraphs):
    paragraphs = [FIRST, *paragraphs]
    assert paragraphs_of(set_in_type(paragraphs)) == [" ".join(words) for words in paragraphs]


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.floats(0, 700), st.floats(0, 500), st.integers(0, 3)),
        max_size=20,
    ),
    st.booleans(),
)
def test_any_lines_become_a_well_formed_text(lines, hidden):
    rows = [line(text, top, left, block) for text, top, left, block in lines]
    composed = lay_out([page(*rows, hidden=hidden), page(*rows, number=1, hidden=hidden)])
    text = composed.text
    assert text == "\n\n".join(text[p.start : p.end] for p in composed.paragraphs)
    assert unicodedata.is_normalized("NFC", text)
    assert not any(run in text for run in ("  ", "□", "\t", "\u00a0", "\ufffd", " \n", "\n\n\n"))
    assert len(composed.page_starts) == 2
    assert list(composed.page_starts) == sorted(composed.page_starts)


def test_a_paragraph_goes_on_over_the_page_where_its_line_is_full():
    first = page(*(line("word " * 12, 70 + k * LEADING) for k in range(3)))
    second = page(line("And more. " * 7, 70), line("the end.", 70 + LEADING), number=1)
    composed = lay_out([first, second])
    assert len(composed.paragraphs) == 1
    assert composed.text[composed.page_starts[1] :].startswith("And more.")


def test_a_short_last_line_ends_the_paragraph_with_the_page():
    first = page(line("word " * 12, 70), line("the end.", 70 + LEADING))
    second = page(line("A new beginning " * 3, 70), number=1)
    assert len(paragraphs_of(first, second)) == 2


def test_an_indented_first_line_begins_a_paragraph_without_a_gap():
    lines = [
        line("One paragraph which is as long as a line of this column is.", 70, LEFT + 20),
        line("It goes on and ends somewhere near the edge of the column,", 70 + LEADING),
        line(
            "Another one begins here, and it is also long as lines are", 70 + 2 * LEADING, LEFT + 20
        ),
        line("and goes on until it ends.", 70 + 3 * LEADING),
    ]
    assert [text.split()[0] for text in paragraphs_of(page(*lines))] == ["One", "Another"]


def test_a_line_broken_on_purpose_stays_broken():
    lines = [line("word " * 12, 30), line("word " * 12, 30 + LEADING)]
    lines += [line("The Council", 100), line("Woburn House", 100 + LEADING)]
    assert paragraphs_of(page(*lines))[-1] == "The Council\nWoburn House"


def test_a_hyphen_at_the_end_of_a_line_is_kept_where_the_word_is_not_known():
    text = paragraphs_of(
        page(line("x" * 45 + " the free-", 70), line("meal service was opened here", 70 + LEADING))
    )
    assert text[0].endswith("free-meal service was opened here")


def test_a_broken_word_is_mended_where_the_text_has_it_whole():
    lines = [
        line("x" * 45 + " a commit-", 70),
        line("tee, and the committee wrote to the other one, which is", 70 + LEADING),
    ]
    assert "a committee, and the committee" in paragraphs_of(page(*lines))[0]


def test_page_markers_stand_alone_in_every_form():
    for marker in ("-2-", "- 2 -", "– 2 –", "(p. 2)", "[p. 2]", "Page 2", "page 2 of 5"):
        lines = [line("word " * 12, 70), line(marker, 83.5), line("word " * 12, 97)]
        composed = lay_out([page(*lines)])
        (found,) = [p for p in composed.paragraphs if p.role is ParagraphRole.PAGE_MARKER]
        assert (composed.text[found.start : found.end], found.number) == (marker, 2)


def test_numbers_in_the_text_are_no_page_markers():
    for text in ("(2)", "[2]", "2", "-2- and more", "p. 2, above", "1944-2-3"):
        assert all(p.role is ParagraphRole.BODY for p in lay_out([page(line(text, 70))]).paragraphs)


def test_pieces_on_one_height_are_one_line():
    pieces = [line("von der", 70), line("Stadt", 70.5, left=140)]
    assert paragraphs_of(page(*pieces)) == ["von der Stadt"]


def test_blanks_of_every_kind_are_one_space_and_indent_the_line():
    composed = lay_out([page(line("□□\u00a0The\t□ Kremlin\ufffd", 70))])
    assert composed.text == "The Kremlin"
    assert composed.paragraphs[0].indent == 3


def test_chinese_lines_are_joined_without_a_space():
    top = (line("会" * 60, 70), line("谈" * 60, 70 + LEADING))
    assert paragraphs_of(page(*top)) == ["会" * 60 + "谈" * 60]


def test_a_long_text_is_laid_out_step_by_step():
    pages = [page(*[line(f"{n}.{m}", 70 + 20 * m) for m in range(30)]) for n in range(100)]
    steps = list(laying_out(pages))
    assert {step.doing for step in steps} == {"Gathering lines", "Joining lines"}
    assert len(steps) == 100 // 20 + 100 * 30 // 1000
    assert all(0 <= step.done < step.total == 100 for step in steps)
