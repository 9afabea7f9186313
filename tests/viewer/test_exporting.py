"""Annotations leave the window into a file."""

import pytest

from tests.records import make_record
from tests.viewer.desk import select
from viewer.exporting import Exporting


@pytest.fixture
def tab(desk, tmp_path):
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    desk.wait(lambda: len(tab.reading.joint.joined.pages) == 2)
    for words in ("forty tons", "The engineer"):
        select(tab, words)
        desk.press("highlight")
    desk.wait(lambda: not desk.session.jobs.running)
    return tab


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", b"# A Talk"), ("html", b"<!DOCTYPE"), ("pdf", b"%PDF")]
)
def test_all_annotations_of_a_document_are_written(desk, tab, tmp_path, form, begins):
    target = tmp_path / f"notes.{form}"
    Exporting(desk.session, (tab.reading.document.id,)).begin(form, target)
    desk.wait(target.exists)
    desk.wait(lambda: not desk.session.jobs.running)
    assert target.read_bytes().startswith(begins)


def test_only_the_chosen_ones_are_written(desk, tab, tmp_path):
    target = tmp_path / "notes.md"
    chosen = next(note.id for note in desk.notes if note.targets[0].quote == "forty tons")
    Exporting(desk.session, (tab.reading.document.id,), (chosen,)).begin("markdown", target)
    desk.wait(lambda: target.exists() and not desk.session.jobs.running)
    text = target.read_text("utf-8")
    assert "forty tons" in text
    assert "The engineer" not in text
    assert "page 2 of the scan" in text, "by the links"


def test_a_place_that_cannot_be_written_is_said(desk, tab, tmp_path):
    failed = []
    desk.session.failed.connect(failed.append)
    (tmp_path / "taken").write_text("a file, no folder")
    target = tmp_path / "taken" / "notes.md"
    Exporting(desk.session, (tab.reading.document.id,)).begin("markdown", target)
    desk.wait(lambda: bool(failed))
    assert "notes.md could not be written" in failed[0]
