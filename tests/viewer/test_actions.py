"""The table of actions: keys that mean one thing each, and the table that tells of them."""

from collections import Counter

from viewer.actions import rows, shortcut_rows


def test_no_two_actions_share_keys():
    keys = Counter(key for _, row in rows() for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_table_of_shortcuts_says_what_keys_do_with_the_mouse(qapp):
    assert ("On the scan", "Select the words in a box", "Ctrl+drag") in shortcut_rows()
