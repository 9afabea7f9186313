"""Records whose scan is German and whose translation is English."""

import json

import pytest

from library.alignment.recognised_text import recognised_text
from library.alignment.translation.pairing import pair_paragraphs
from library.model.geometry import Box
from library.model.link import ScanPageWords, ScanWord
from tests.library.alignment.translation.texts import shown, version_of

IN_STEP = [(nth, nth) for nth in range(9)]


@pytest.fixture
def record(shared):
    def record(name):
        return json.loads(shared("records", f"{name}.truth.json").read_text("utf-8"))

    return record


def scan_of(record):
    """The words of the scan, each page as wide and high as it is in points."""
    pages = []
    for page in record["scan"]:
        width, height = page["size"]
        words = [
            ScanWord(text, Box(left / width, top / height, right / width, bottom / height), line)
            for text, line, left, top, right, bottom in page["words"]
        ]
        pages.append(ScanPageWords(page["page"] - 1, tuple(words), (width, height)))
    return pages


def test_each_paragraph_finds_that_of_the_transcript(record):
    german, english = (
        version_of(version["label"], version["paragraphs"])
        for version in record("bilingual-crane-1931")["versions"]
    )
    assert shown(pair_paragraphs(english, german)) == IN_STEP


@pytest.mark.parametrize("name", ["translation-first-1931", "bilingual-crane-1931"])
def test_each_paragraph_finds_that_of_the_scan(record, name):
    found = record(name)
    german, _ = recognised_text(scan_of(found), "recognised", "de")
    english = version_of("en", found["versions"][-1]["paragraphs"])
    texts = [german.text[p.start : p.end] for p in german.paragraphs]
    pairs = shown(pair_paragraphs(english, german))
    assert [first for first, _ in pairs][:5] == [0, 1, 2, 3, 4]
    assert {texts[second] for _, second in pairs} == set(texts) - {"- 2 -"}
