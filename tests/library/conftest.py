"""Documents with known contents, which lie beside the project where they are measured."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def shared():
    """The shared data, where they are."""

    def path(*parts):
        found = SHARED.joinpath(*parts)
        if not found.exists():
            pytest.skip("the shared data are not here")
        return found

    return path


@pytest.fixture
def truth(shared):
    """What people found in a shared record, and the record itself."""

    def truth(name):
        content = json.loads(shared("records", f"{name}.truth.json").read_text("utf-8"))
        return shared("records", f"{name}.pdf"), content["versions"]

    return truth
