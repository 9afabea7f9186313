"""The short forms of the tables: a few of each, in seconds."""

import sys

import pytest

from tests.reliability.cutting import cut_power
from tests.reliability.disks import ON_OWN_DISK, WAYS, may_mount, try_all
from tests.reliability.killing import kill_writers
from tests.reliability.losing_bytes import flip_bytes, restore_at_random
from tests.reliability.noting import shared
from tests.reliability.recording import compiler
from tests.reliability.writing import WRITERS

pytestmark = [
    pytest.mark.quick,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]
records = pytest.mark.skipif(compiler() is None, reason="there is no compiler for the recorder")


@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_acknowledged_is_lost_by_kills(kind, tmp_path):
    result = kill_writers(kind, 2, tmp_path)
    assert result.faults == []
    assert result.acknowledged or result.under_way  # a migration may outlast its writer's life


@records
@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_acknowledged_is_lost_by_power_cuts(kind, tmp_path):
    result = cut_power(kind, 3, tmp_path, seconds=0.3)
    assert result.faults == []
    assert result.acknowledged or kind == "migrations"  # each takes longer than the rest
    assert result.syncs


@records
@pytest.mark.parametrize("kind", ["notes", "imports"])
def test_nothing_acknowledged_is_lost_where_others_write_too(kind, tmp_path):
    """There it is saved without a log."""
    place = shared(tmp_path)
    for result in (
        kill_writers(kind, 2, place / "kills"),
        cut_power(kind, 3, place / "cuts", seconds=0.3),
    ):
        assert result.faults == []
        assert result.acknowledged
    assert not list(place.rglob("library.db-wal"))


@records
def test_a_disk_that_lies_about_what_is_synced_is_found_to_lose_notes(tmp_path):
    assert cut_power("notes", 4, tmp_path, seconds=0.3, lies=True).faults


def test_where_nothing_can_be_saved_one_sentence_says_so_and_nothing_is_lost(tmp_path):
    mounts = may_mount(tmp_path)
    cases = try_all(tmp_path, mounts=mounts, deeds=("notes", "files"))
    assert [fault for case in cases for fault in case.faults] == []
    assert len(cases) == 2 * (len(WAYS) if mounts else len(WAYS) - len(ON_OWN_DISK))


def test_going_back_to_any_backup_gives_exactly_what_it_was_made_of(tmp_path):
    assert restore_at_random(5, tmp_path) == []


def test_whichever_byte_is_flipped_nothing_crashes_and_every_hurt_note_is_named(tmp_path):
    found = flip_bytes(5, tmp_path, notes=40)
    assert found.faults == []
    assert found.told + found.harmless == found.flips
