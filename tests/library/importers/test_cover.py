"""Covers are read by the order and the type of their labels."""

from library.importers.cover import read_cover
from library.pages.contents import Line, PageContents, Span

TITLE, LABEL, VALUE = (16.0, True), (11.0, True), (11.0, False)
HEAD = [("May 1, 1950", VALUE), ("A Title", TITLE), ("Citation:", LABEL), ('"A Title", …', VALUE)]
SUMMARY = [("Summary:", LABEL), ("A summary.", VALUE)]
FOOT = [
    ("Original Language:", LABEL),
    ("Russian", VALUE),
    ("Chinese (Mandarin)", VALUE),
    ("Contents:", LABEL),
    ("Original Scan", VALUE),
]


def page(*texts):
    lines = [
        Line((Span(text, "F", *style),), 72, 72 + 30 * k, 72 + 6 * len(text), 85 + 30 * k, k)
        for k, (text, style) in enumerate(texts)
    ]
    return PageContents(0, 612, 792, tuple(lines), 0.0, hidden_text=False, links=())


def test_a_cover_may_go_on_over_the_page():
    cover = read_cover([page(*HEAD, *SUMMARY), page(("It goes on.", VALUE), *FOOT), page()])
    assert cover.pages == 2
    assert cover.summary.split() == ["A", "summary.", "It", "goes", "on."]
    assert cover.original_language == ("Russian", "Chinese (Mandarin)")


def test_labels_may_share_a_line_with_their_values():
    plain = [
        (text, VALUE)
        for text in ("May 1, 1950", "A Title", 'Citation: "A Title", …', "Summary: He said")
    ]
    plain += [("Summary:", VALUE), ("and left.", VALUE), ("Contents: Original Scan", VALUE)]
    cover = read_cover([page(*plain)])
    assert (cover.title, cover.date.edtf) == ("A Title", "1950-05-01")
    assert cover.citation == ('"A Title", …',)
    assert " ".join(cover.summary.split()) == "He said Summary: and left."
    assert cover.contents == ("Original Scan",)


def test_a_date_that_cannot_be_understood_is_shown_as_it_is():
    head = [("After the 2nd congress", VALUE), *HEAD[1:]]
    assert read_cover([page(*head, *FOOT)]).date.shown == "After the 2nd congress"
    alike = [("After the 2nd congress", TITLE), *HEAD[1:]]
    cover = read_cover([page(*alike, *FOOT)])
    assert (cover.title, cover.date.shown) == ("A Title", "After the 2nd congress")


def test_a_title_without_a_date_that_goes_on_with_a_year_stays_whole():
    alike = [("The Harvest", TITLE), ("in 1944", TITLE), ("A View", TITLE)]
    assert read_cover([page(*alike, *HEAD[2:], *FOOT)]).title == "The Harvest in 1944 A View"


def test_site_headers_are_no_dates():
    head = [("Digital Archive", VALUE), ("Documents for All", VALUE), *HEAD[1:]]
    assert read_cover([page(*head, *FOOT)]).date is None


def test_labels_out_of_order_make_no_cover():
    assert read_cover([page(*FOOT, *HEAD)]) is None
    assert read_cover([page(*HEAD)]) is None
    assert read_cover([page()]) is None
    assert read_cover([]) is None
