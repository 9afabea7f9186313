"""In which script a scan is written is told by its transcript, else by the record."""

import pytest

from library.recognition.writing import Writing, writings_of
from tests.library.recognition.written import RUSSIAN, UKRAINIAN, written

ENGLISH = "The mayor asked whether that was enough."


@pytest.mark.parametrize(
    ("document", "writings"),
    [
        (written(), ()),
        (written(codes=("ru",)), (Writing("CYRILLIC", ("ru",)),)),
        (
            written(codes=("el", "en")),
            (Writing("GREEK", ("el",)), Writing("LATIN", ("en",))),
        ),
        (written(translation=ENGLISH), ()),
        (written(translation=ENGLISH, codes=("ru",)), (Writing("CYRILLIC", ("ru",)),)),
        (written(transcript=ENGLISH, codes=("ru",)), (Writing("LATIN", ("ru",)),)),
        (written(transcript=RUSSIAN), (Writing("CYRILLIC"),)),
        (written(transcript="12-3-1944", codes=("ru",)), (Writing("CYRILLIC", ("ru",)),)),
        (written(text=RUSSIAN), (Writing("CYRILLIC"),)),
        (written(text=ENGLISH, codes=("ru",)), (Writing("CYRILLIC", ("ru",)),)),
        (written(recognised=RUSSIAN), ()),
    ],
)
def test_what_is_written(document, writings):
    assert writings_of(document) == writings


def test_the_language_of_the_transcript_comes_before_those_of_the_record():
    document = written(transcript=UKRAINIAN, language="uk", codes=("ru", "uk"))
    assert writings_of(document) == (Writing("CYRILLIC", ("uk", "ru")),)


def test_of_several_transcripts_the_longest_comes_first():
    document = written(transcript=ENGLISH, other_transcript=RUSSIAN * 3)
    assert [writing.script for writing in writings_of(document)] == ["CYRILLIC", "LATIN"]
