"""Annotations as Markdown, HTML and CSV.  The golden files were read before they were kept."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.export.html import html
from library.export.markdown import markdown
from library.export.rich_text import html_of_note
from library.export.table import COLUMNS, csv_table
from tests.library.export.notes import noted

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("written", "name"),
    [(markdown, "notes.md"), (html, "notes.html"), (csv_table, "notes.csv")],
)
def test_the_files_are_what_was_looked_at(written, name):
    assert written([noted()]) == (GOLDEN / name).read_bytes().decode("utf-8")


def test_notes_stand_in_reading_order_with_their_replies():
    notes = noted().notes
    assert [each.annotation.id for each in notes] == ["whole", "bridge", "asks", "stamp"]
    assert [reply.id for reply in notes[1].replies] == ["answer"]


def test_the_page_is_that_on_which_the_words_stand():
    pages = {each.annotation.id: each.page_shown for each in noted().notes}
    assert pages == {"whole": "", "bridge": "Page 1", "asks": "Page 2", "stamp": "Page 2"}


def test_an_area_quotes_the_words_under_it():
    assert noted().notes[3].quotation == "RECEIVED 7 MAR"


def test_no_cell_is_a_formula():
    rows = list(csv.DictReader(StringIO(csv_table([noted()]).removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[2]["quotation"] == "'=1+1 is"
    assert rows[3]["note"] == "'+"


@given(st.text())
def test_a_note_can_make_nothing_but_text(note):
    made = html_of_note(note).lower()
    for harm in ("<script", "<img", "<iframe", "<object", "<link", "<style", "javascript:"):
        assert harm not in made.replace("&lt;", "").replace("&quot;", "")


@pytest.mark.parametrize(
    "note",
    [
        "![](file:///etc/passwd)",
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "<img src=x>",
        "[x]: \\\\share\\x\n\n[x]",
    ],
)
def test_a_note_leads_nowhere_by_itself(note):
    made = html_of_note(note)
    assert "src=" not in made.replace("&lt;img src=x&gt;", "")
    assert "href=" not in made


def test_a_note_without_end_is_shown_as_it_was_written():
    assert html_of_note("<b>" + "[" * 1_000_000) == f"<pre>&lt;b&gt;{'[' * 1_000_000}</pre>"
