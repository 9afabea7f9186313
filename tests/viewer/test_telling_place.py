"""That a library lies in a synchronised folder is told once."""

import pytest

from viewer.telling_place import tell_of_place


@pytest.fixture
def told(desk):
    def start():
        desk.window.tabs.messages.close_message()
        desk.window.tabs.messages.forget_closed()  # what is told again would be seen
        tell_of_place(desk.session, desk.settings)
        return desk.window.tabs.messages.sentence

    return start


def test_it_is_told_at_the_first_start_alone(desk, told):
    (desk.store.folder / ".nextcloudsync.log").touch()
    assert "folder that Nextcloud synchronises" in told()
    assert told() == ""


def test_nothing_is_told_of_a_library_on_a_disk_of_this_computer(told):
    assert told() == ""
