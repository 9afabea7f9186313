"""A second start hands its files to the first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from viewer.handover import FOLDER, Handover, hand_over


@pytest.fixture
def second():
    """Runs a second start beside the first."""
    with ThreadPoolExecutor(1) as executor:
        yield lambda *arguments: executor.submit(hand_over, *arguments)


@pytest.fixture
def first(qapp, tmp_path):
    first = Handover(tmp_path)
    yield first
    first.close()


def test_the_first_window_hears_the_paths_of_the_second_start(first, second, tmp_path, qtbot):
    paths = [Path("/archive/a record.pdf"), Path("/archive/Хрущёв.pdf")]
    with qtbot.waitSignal(first.received) as heard:
        handing = second(tmp_path, paths)
    assert heard.args == [paths]
    assert handing.result()


def test_a_start_without_files_is_heard_too(first, second, tmp_path, qtbot):
    with qtbot.waitSignal(first.received) as heard:
        second(tmp_path, [])
    assert heard.args == [[]]


def test_nothing_is_handed_over_where_no_window_listens(tmp_path):
    assert not hand_over(tmp_path, [Path("a.pdf")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("message", ["not json", '{"paths": []}', "[1, 2]", "[" * 99_999])
def test_a_message_that_is_not_ours_is_passed_over(first, second, tmp_path, qtbot, message):
    (tmp_path / FOLDER / "0.json").write_text(message)
    with qtbot.waitSignal(first.received) as heard:
        second(tmp_path, [Path("b.pdf")])
    assert heard.args == [[Path("b.pdf")]]


def test_what_a_crashed_window_left_is_cleared(qapp, tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "old.json").write_text('["old.pdf"]')
    first = Handover(tmp_path)
    assert list((tmp_path / FOLDER).iterdir()) == []
    first.close()
    assert not (tmp_path / FOLDER).exists()


def test_files_are_not_swallowed_where_a_crashed_window_left_its_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("viewer.handover.PATIENCE", 0.0)
    (tmp_path / FOLDER).mkdir()
    assert not hand_over(tmp_path, [Path("a.pdf")])
    assert list((tmp_path / FOLDER).iterdir()) == []
