"""Errors cross process boundaries as what they are."""

import inspect
import pickle
from pathlib import Path

import pytest

from library import errors

SAMPLES = {int: 3, str: "letter.pdf", Path: Path("folder/letter.pdf")}
NAMES = ("letter.pdf", "map.tif")
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.DiptychError)
]


def sample(kind):
    if kind.__init__ is Exception.__init__:
        return kind("A sentence.")
    parameters = list(inspect.signature(kind).parameters.values())
    return kind(*(SAMPLES.get(parameter.annotation, NAMES) for parameter in parameters))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_is_pickled_with_its_kind_and_its_sentence(kind):
    error = sample(kind)
    error.add_note("where it happened")
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(arrived) is kind
    assert str(arrived) == str(error)
    assert arrived.__notes__ == ["where it happened"]
