"""The pool answers the newest first, and outlives the processes that read for it."""

import errno
import os
import select
import subprocess
import sys
from concurrent.futures import CancelledError, wait

import pytest

from library.errors import (
    FileCrashed,
    PageCrashed,
    PageDamaged,
    ReadingStopped,
    ReadingUnavailable,
)
from library.pages import reading_process
from library.pages.pool import ReadingPool, Urgency
from library.pages.requests import MAX_PIXELS, Draw, FileSource, ReadOutline
from tests.library.pages.conftest import ask

PATIENCE = 60  # seconds until a test that waits in vain gives up


def await_end(process):
    try:
        ended = os.pidfd_open(process)
    except ProcessLookupError:
        return
    assert select.select([ended], [], [], PATIENCE)[0]
    os.close(ended)


def in_order_of_answer(pool, requests):
    """The futures, and a list that their numbers join as they are answered."""
    answered = []
    futures = []
    for number, (request, urgency) in enumerate(requests):
        future = pool.submit(request, urgency)
        future.add_done_callback(lambda _, number=number: answered.append(number))
        futures.append(future)
    return futures, answered


def test_visible_pages_come_before_those_around_them_and_the_newest_first(pool, gate):
    pool.submit(ask("gate", gate))
    soon, visible = Urgency.SOON, Urgency.VISIBLE
    order = [soon, visible, visible, soon, visible]
    futures, answered = in_order_of_answer(pool, [(ask("answer"), one) for one in order])
    gate.write_bytes(b"open")
    wait(futures, PATIENCE)
    assert answered == [4, 2, 1, 3, 0]


def test_background_work_is_done_in_its_order(pool, gate):
    pool.submit(ask("gate", gate), Urgency.BACKGROUND)
    futures, answered = in_order_of_answer(pool, [(ask("answer"), Urgency.BACKGROUND)] * 4)
    gate.write_bytes(b"open")
    wait(futures, PATIENCE)
    assert answered == [0, 1, 2, 3]


def test_visible_pages_do_not_wait_for_background_work(pool, gate):
    behind = pool.submit(ask("gate", gate), Urgency.BACKGROUND)
    assert pool.submit(ask("answer")).result(PATIENCE)
    assert not behind.done()
    gate.write_bytes(b"open")
    assert behind.result(PATIENCE)


def test_a_visible_page_goes_to_the_other_process_while_the_front_one_is_busy(pool, gate):
    pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE)
    busy = pool.submit(ask("gate", gate))
    assert pool.submit(ask("answer")).result(PATIENCE)
    assert not busy.done()
    gate.write_bytes(b"open")
    assert busy.result(PATIENCE)


def test_cancelling_deletes_a_request_that_waits(pool, gate, tmp_path):
    first = pool.submit(ask("gate", gate))
    unwanted = pool.submit(ask("note", tmp_path / "asked"))
    assert unwanted.cancel()
    gate.write_bytes(b"open")
    first.result(PATIENCE)
    pool.submit(ask("answer")).result(PATIENCE)
    assert not (tmp_path / "asked").exists()


def test_a_page_that_kills_its_process_is_tried_once_more_and_costs_no_other(pool, tmp_path):
    error = pool.submit(ask("die", tmp_path / "asked")).exception(PATIENCE)
    assert isinstance(error, PageCrashed)
    assert str(error).startswith("Page 3 of die:")
    assert (tmp_path / "asked").read_text().splitlines() == ["asked"] * 2
    assert pool.submit(ask("answer")).result(PATIENCE)


def test_a_page_that_was_not_to_blame_is_drawn_at_the_second_try(pool, tmp_path):
    assert pool.submit(ask("die once", tmp_path / "asked")).result(PATIENCE)


def test_a_spare_process_steps_in_for_one_that_died(pool, tmp_path):
    first = pool.submit(ask("answer")).result(PATIENCE)
    spare = pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE)
    assert spare != first
    # Asked from behind, so that the process has surely begun to wait for more.
    pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE)
    stepped_in = pool.submit(ask("die once", tmp_path / "asked")).result(PATIENCE)
    assert stepped_in != first
    assert pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE) != stepped_in


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="tells when a process has ended")
def test_the_other_process_ends_when_it_has_nothing_to_do_and_starts_again(resting_pool):
    first = resting_pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE)
    await_end(int(first))
    assert resting_pool.submit(ask("answer"), Urgency.BACKGROUND).result(PATIENCE) != first


def test_a_page_without_end_is_ended_by_its_deadline(hasty_pool):
    assert isinstance(hasty_pool.submit(ask("hang")).exception(PATIENCE), PageCrashed)
    assert hasty_pool.submit(ask("answer")).result(PATIENCE)


def test_a_page_without_end_is_not_waited_for_a_second_time(hasty_pool, tmp_path):
    asked = tmp_path / "asked"
    hasty_pool.submit(ask("note and hang", asked)).exception(PATIENCE)
    assert asked.read_text().splitlines() == ["asked"]


def test_large_work_may_ask_for_more_time(hasty_pool, gate):
    future = hasty_pool.submit(ask("long gate", gate))
    with pytest.raises(TimeoutError):
        future.result(1.0)  # well beyond the deadline
    gate.write_bytes(b"open")
    assert future.result(PATIENCE)


def test_a_page_that_takes_all_memory_ends_in_a_sentence_and_a_new_process(pool):
    before = pool.submit(ask("answer")).result(PATIENCE)
    error = pool.submit(ask("eat")).exception(PATIENCE)
    assert isinstance(error, PageCrashed)
    assert pool.submit(ask("answer")).result(PATIENCE) != before


def test_a_system_without_room_is_said_in_a_sentence_and_may_have_some_later(pool, monkeypatch):
    def no_room(size):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with monkeypatch.context() as patch:
        patch.setattr(reading_process, "new_canvas", no_room)
        full = ReadingPool(worker="tests.library.pages.misbehaving")
        errors = [full.submit(ask("answer"), one).exception(PATIENCE) for one in Urgency]
    assert [type(error) for error in errors] == [ReadingUnavailable] * 3
    assert "too many open files" in str(errors[0])
    assert full.submit(ask("answer")).result(PATIENCE)
    full.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
def test_memory_that_cannot_be_had_leaves_nothing_behind_and_no_word():
    code = (
        "import resource; from library.pages.shared_canvas import new_canvas\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: new_canvas(2**20)\n"
        "except OSError as error: print(error.strerror)"
    )
    done = _run(code)
    assert (done.stdout, done.stderr) == (f"{os.strerror(errno.EFBIG)}\n", "")


def test_an_error_of_the_reading_process_arrives_as_it_was_raised(pool):
    error = pool.submit(ask("refuse")).exception(PATIENCE)
    assert type(error) is PageDamaged
    assert str(error) == "Page 5 of letter.pdf is damaged and could not be drawn."


def test_a_file_that_cannot_be_opened_without_a_crash_is_named(pool, tmp_path):
    request = ReadOutline(FileSource(tmp_path / "a.pdf", name=f"die:{tmp_path / 'asked'}"))
    assert isinstance(pool.submit(request).exception(PATIENCE), FileCrashed)


def test_pixels_stay_valid_after_the_next_drawing(pool, tmp_path):
    draw = Draw(FileSource(tmp_path / "a.pdf"), 0, 1, 1)
    first = pool.submit(draw).result(PATIENCE)
    pool.submit(draw).result(PATIENCE)
    pool.close()
    assert (first.width, first.height, bytes(first.data)) == (1, 1, b"BGRX")


def test_closing_cancels_what_waits_and_stops_what_runs(pool, gate):
    pool.submit(ask("answer")).result(PATIENCE)
    running = pool.submit(ask("hang"))
    while not running.running():
        pass
    behind = [pool.submit(ask("hang"), Urgency.BACKGROUND) for _ in range(2)]
    pool.close()
    assert isinstance(running.exception(PATIENCE), ReadingStopped)
    assert behind[-1].cancelled()
    with pytest.raises(CancelledError):
        pool.submit(ask("answer")).result(PATIENCE)


def test_closing_twice_or_before_the_first_process_runs_is_harmless(pool):
    pool.close()
    pool.close()


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (MAX_PIXELS, 2)])
def test_drawings_without_pixels_or_with_too_many_are_refused(pool, size, tmp_path):
    with pytest.raises(ValueError, match="pixels"):
        pool.submit(Draw(FileSource(tmp_path / "a.pdf"), 0, *size))


def test_the_windows_process_loads_neither_mupdf_nor_pillow_nor_qt():
    code = (
        "import sys, library.pages.pool;"
        "print([name for name in ('pymupdf', 'PIL', 'numpy', 'PySide6') if name in sys.modules])"
    )
    assert _run(code).stdout == "[]\n"


SCRIPT = """
import os, signal
from library.pages.pool import ReadingPool
from tests.library.pages.conftest import ask

if __name__ == "__main__":
    pool = ReadingPool(worker="tests.library.pages.misbehaving")
    pool.submit(ask("answer")).result()
    {end}
"""


def test_a_pool_that_nobody_closed_is_quiet_at_the_end(tmp_path):
    done = _run_script(tmp_path, SCRIPT.format(end="pool.submit(ask('hang'))"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_reading_processes_end_when_the_window_is_killed(tmp_path):
    # They share its standard output: that this returns shows that all have ended.
    done = _run_script(tmp_path, SCRIPT.format(end="os.kill(os.getpid(), signal.SIGKILL)"))
    assert done.returncode < 0


def _run_script(folder, text):
    script = folder / "script.py"
    script.write_text(text)
    return _run(f"import runpy; runpy.run_path({str(script)!r}, run_name='__main__')", script)


def _run(code, script=None):
    command = [sys.executable, "-W", "error"] + ([str(script)] if script else ["-c", code])
    environment = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
