"""Files that are known to be odd or hostile open, or say why not; none stops the others."""

from pathlib import Path

import pytest

from library.errors import DocumentError
from library.pages.pool import ReadingPool
from library.pages.requests import Draw, FileSource, ReadOutline

DATA = Path(__file__).parents[4] / "shared" / "data"
FILES = sorted(
    path
    for folder in ("damaged/files", "sets/ocrmypdf_pdfs")
    for path in DATA.joinpath(folder).rglob("*.p*")
    if path.suffix in {".pdf", ".png"}
)
PATIENCE = 120


@pytest.fixture(scope="module")
def pool():
    pool = ReadingPool(drawing_seconds=2.0)
    yield pool
    pool.close()


@pytest.mark.skipif(not FILES, reason="The collection of odd files is not here.")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_opens_or_says_in_a_sentence_why_not(pool, path):
    problem = _problem(pool, FileSource(path))
    assert problem == "" or (path.name in problem and problem.endswith("."))


def _problem(pool, source):
    """Draw the first two pages; the sentence that says why not."""
    try:
        outline = pool.submit(ReadOutline(source)).result(PATIENCE)
        for page, (width, height) in enumerate(outline.sizes[:2]):
            scale = 600 / max(width, height)
            size = max(1, round(width * scale)), max(1, round(height * scale))
            pool.submit(Draw(source, page, *size)).result(PATIENCE)
    except DocumentError as error:
        return str(error)
    return ""
