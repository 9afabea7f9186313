"""Which backups are kept: laws, whatever the clock says."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from library.store.safety.retention import kept

MOST = 10 + 12 + 10 + 9
START = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)

times = st.lists(st.datetimes(timezones=st.just(UTC)), max_size=80)
pauses = st.lists(st.timedeltas(timedelta(0), timedelta(days=20)), max_size=120)


def one_by_one(times):
    """What is left where old backups are let go after each new one."""
    left = []
    for time in times:
        left.append(time)
        keep = kept(left)
        left = [each for place, each in enumerate(left) if place in keep]
    return left


@settings(deadline=None)
@given(times)
def test_the_last_ones_are_kept_whatever_the_clock_says(times):
    keep = kept(times)
    assert set(range(len(times))[-10:]) <= keep
    assert len(keep) <= MOST
    assert one_by_one(times)[-10:] == times[-10:]


@settings(deadline=None)
@given(times)
def test_what_was_kept_is_kept_again(times):
    left = [time for place, time in enumerate(times) if place in kept(times)]
    assert kept(left) == frozenset(range(len(left)))


@settings(deadline=None)
@given(pauses)
def test_letting_go_one_by_one_keeps_what_letting_go_at_once_does(pauses):
    times = [START]
    for pause in pauses:
        times.append(times[-1] + pause)
    assert one_by_one(times) == [time for place, time in enumerate(times) if place in kept(times)]


def test_a_year_of_backups_each_half_hour_reaches_back_nine_months():
    times = [START + timedelta(minutes=30 * n) for n in range(2 * 24 * 365)]
    left = one_by_one(times)
    last = times[-1]
    days = {time.date() for time in left if last - time < timedelta(days=12)}
    assert {last.date() - timedelta(days=n) for n in range(12)} <= days
    assert len({time.isocalendar()[:2] for time in left}) >= 10
    assert len({(time.year, time.month) for time in left}) == 9
    assert len(left) <= MOST


def test_a_clock_that_was_ahead_for_a_while_lets_no_new_backup_go():
    ahead = [START + timedelta(days=3000, minutes=n) for n in range(40)]
    after = [START + timedelta(days=n) for n in range(30)]
    left = one_by_one([*ahead, *after])
    assert set(after[-10:]) <= set(left)
