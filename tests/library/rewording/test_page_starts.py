"""Pages begin where their first words are now."""

from hypothesis import given
from hypothesis import strategies as st

from library.model.document import Paragraph, Version, VersionKind
from library.rewording.page_starts import with_pages_of

PAGES = (
    "The first page tells of coal and of the mines in the south.",
    "The second page tells of grain, which nobody had.",
    "The third page is about harbours, ships and the ice in them.",
)
TEXT = "\n\n".join(PAGES)
STARTS = tuple(TEXT.index(page) for page in PAGES)


def version(text, starts=()):
    pages = tuple(range(len(starts)))
    return Version(
        "v",
        "Transcript",
        VersionKind.TRANSCRIPT,
        "en",
        pages,
        text,
        (Paragraph(0, len(text)),),
        starts,
    )


def starts_in(text):
    found = with_pages_of(version(TEXT, STARTS), version(text))
    assert found.pages == (0, 1, 2)
    return [text[start : start + 14] for start in found.page_starts]


def test_pages_begin_with_their_own_words():
    new = TEXT.replace("The first", "Indeed the first").replace("nobody had", "we did not have")
    assert starts_in(new) == ["Indeed the fir", "The second pag", "The third page"]


def test_a_page_that_is_gone_begins_where_the_next_one_does():
    new = "\n\n".join((PAGES[0], PAGES[2]))
    assert starts_in(new)[1:] == ["The third page"] * 2


@given(st.text(alphabet="abc \n", max_size=80), st.text(alphabet="abc \n", max_size=80), st.data())
def test_pages_stay_in_order_and_in_the_text(old, new, data):
    starts = sorted(data.draw(st.lists(st.integers(0, len(old)), max_size=4)))
    found = with_pages_of(version(old, tuple(starts)), version(new)).page_starts
    assert list(found) == sorted(found)
    assert len(found) == len(starts)
    assert all(0 <= start <= len(new) for start in found)
