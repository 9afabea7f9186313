from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.searching.echo import echo
from library.searching.parsing import DEEPEST, parse
from library.searching.query import (
    And,
    Dated,
    Field,
    Near,
    Not,
    Or,
    Query,
    Scope,
    Within,
    Words,
    Written,
    sought,
)


def w(text, **more):
    return Words(tuple(text.casefold().split()), text, **more)


@pytest.mark.parametrize(
    ("asked", "root"),
    [
        ("Rabaul", w("Rabaul")),
        ("rabaul garrison", And((w("rabaul"), w("garrison")))),
        ("rabaul AND garrison", And((w("rabaul"), w("garrison")))),
        ('"spring 1944"', w("spring 1944")),
        ("„Spring 1944“", w("Spring 1944")),
        ("a OR b c", Or((w("a"), And((w("b"), w("c")))))),
        ("(a OR b) c", And((Or((w("a"), w("b"))), w("c")))),
        ("a NOT b", And((w("a"), Not(w("b"))))),
        ("a -b", And((w("a"), Not(w("b"))))),
        ("NOT NOT a", w("a")),
        ("well-known", Words(("well", "known"), "well-known")),
        ("garris*", w("garris", begins=True)),
        ('"the garris"*', w("the garris", begins=True)),
        ("a NEAR b", Near((w("a"), w("b")), 10)),
        ("a NEAR/3 b NEAR c", Near((w("a"), w("b"), w("c")), 10)),
        ("title:rabaul", Within(Field.TITLE, w("rabaul"))),
        ("PERSON: (a OR b)", Within(Field.PERSON, Or((w("a"), w("b"))))),
        ("lang:ru", Written("ru")),
        ("date:1944", Dated(date(1944, 1, 1), date(1944, 12, 31), "1944")),
        (
            "date:1944-03..1944-06",
            Dated(date(1944, 3, 1), date(1944, 6, 30), "1944-03..1944-06"),
        ),
        ('date:"March 1944"', Dated(date(1944, 3, 1), date(1944, 3, 31), "March 1944")),
        ("date:..1944", Dated(date.min, date(1944, 12, 31), "..1944")),
        ("and or", And((w("and"), w("or")))),
        ("10:30", Words(("10", "30"), "10:30")),
    ],
)
def test_queries_are_understood(asked, root):
    assert parse(asked) == Query(root)


def test_a_part_of_the_library_is_named():
    assert parse("in:notes rabaul") == Query(w("rabaul"), Scope.NOTES)


@pytest.mark.parametrize(
    ("asked", "said", "root"),
    [
        ("(a", "A bracket was opened that is not closed.", w("a")),
        ("a) b", "A bracket is closed here that was not opened.", And((w("a"), w("b")))),
        ("a OR", "OR stands between two things to look for.", w("a")),
        ("AND a", "AND stands between two things to look for.", w("a")),
        ("a NOT", "NOT stands before what is to be left out.", w("a")),
        ("NEAR a", "NEAR stands between two words or phrases.", w("a")),
        ("title:", "There is nothing after “title:”.", None),
        ("in:cellar a", "“in:” is followed by one of: notes, records, texts,", w("a")),
        ("date:soon a", "“soon” is not understood as a date;", w("a")),
        ("date:1944-02-30", "“1944-02-30” is not understood as a date;", None),
        ("date:1945..1944", "“1945..1944” is not understood as a date;", None),
        ("!!!", "There is no word in this that could be looked for.", None),
        ("w " * 100, "Only the first 64 words of this are looked for.", And((w("w"),) * 64)),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_is_sought(asked, said, root):
    query = parse(asked)
    assert any(problem.startswith(said) for problem in query.problems)
    assert query.root == root


def test_an_empty_query_is_no_problem():
    assert parse("  ") == Query(None)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("rabaul", "Documents with “rabaul”"),
        ("rabaul date:1944", "Documents with “rabaul”, dated 1944"),
        ("a -b", "Documents with “a”, without “b”"),
        (
            "in:notes (a OR b*)",
            "In your notes: documents with “a”, or with words that begin with “b”",
        ),
        ("a NEAR/3 b", "Documents with “a” and “b” at most 3 words apart"),
        ("title:x lang:ru", "Documents with “x” in the title, in the language “ru”"),
        ("", ""),
    ],
)
def test_a_query_is_said_in_plain_words(asked, said):
    assert echo(parse(asked)) == said


_PIECES = """
AND OR NOT NEAR NEAR/3 ( ) " “ ” * - : title: note: lang: date: in: in:notes date:1944..1945
date:9999 date:0000 a rabaul* ' \\ % _ {col} ^ + é 会 -- ;
"""
pieces = st.sampled_from([" ", "\x00", *_PIECES.split()])
hostile = st.lists(pieces | st.text(max_size=6), max_size=40).map(" ".join) | st.lists(
    pieces, max_size=60
).map("".join)


@settings(max_examples=4000, deadline=None)
@given(hostile | st.text())
def test_no_query_raises(asked):
    query = parse(asked)
    assert (query.root is None) == (echo(query) == "")
    assert all(problem.endswith(".") for problem in query.problems)
    if query.root is not None:
        assert all(
            leaf.tokens if isinstance(leaf, Words) else len(leaf.parts) > 1
            for leaf, _ in sought(query.root)
        )


@pytest.mark.parametrize("asked", ["(" * 1900, "NOT " * 490, "title:" * 330, "-" * 2000])
def test_deep_queries_do_not_raise(asked):
    parse(asked + "a")
    parse("(" * DEEPEST + "a" + ")" * DEEPEST)
