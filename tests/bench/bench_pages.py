"""How fast pages are drawn, and what the reading process costs.  Run by hand:

    python -m tests.bench.bench_pages [SCANS.pdf]

Without a file it draws one it makes: 40 pages of 2480 × 3508 pixels in grey, a scan of A4
at 300 dpi each.  Times are medians in milliseconds, memory is the process's share (PSS).
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pymupdf
from PIL import Image

from library.pages.pool import ReadingPool
from library.pages.requests import MAX_PIXELS, Draw, FileSource, ReadOutline
from library.pages.worker import Worker
from library.pages.worker.drawing import _drawn_by_mupdf
from library.pages.worker.scans import full_page_jpeg

SIZE = 900, 1273
PAGES = 150


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else _made(Path(folder) / "scans.pdf")
        _one_page(path)
        _through_the_pool(path)


def _made(path: Path, pages: int = 40) -> Path:
    noise = Image.effect_noise((2480, 3508), 40)
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=60)
    with pymupdf.open() as pdf:
        for _ in range(pages):
            page = pdf.new_page(width=595, height=842)
            page.insert_image(page.rect, stream=out.getvalue(), keep_proportion=False)
        pdf.save(path)
    return path


def _one_page(path: Path) -> None:
    """In this process: what the two ways of drawing cost by themselves."""
    worker = Worker(lambda seconds: None)
    canvas = memoryview(bytearray(MAX_PIXELS * 4))
    with pymupdf.open(path) as pdf:
        count = pdf.page_count
        page = next(number for number in range(count) if full_page_jpeg(pdf[number]))
        draw = Draw(FileSource(path), page, *SIZE)
        tell("direct JPEG page", lambda: worker.perform(draw, canvas))
        tell("the same page by MuPDF", lambda: _by_mupdf(pdf, page))
        tell("finding out that it is one", lambda: full_page_jpeg(pdf[page]))
        big = SIZE[0] * 4, SIZE[1] * 4
        tiles = (
            Draw(FileSource(path), page, *big, (x, 900, x + 512, 1412)) for x in range(0, 3000, 100)
        )
        worker.perform(next(tiles), canvas)
        tell("further tile at 4 times the size", lambda: worker.perform(next(tiles), canvas))


def _by_mupdf(pdf: pymupdf.Document, page: int) -> None:
    _drawn_by_mupdf(pdf[page], SIZE, None)
    pymupdf.TOOLS.store_shrink(100)


def _through_the_pool(path: Path) -> None:
    begun = perf_counter()
    pool = ReadingPool()
    outline = pool.submit(ReadOutline(FileSource(path))).result()
    print(f"{1e3 * (perf_counter() - begun):8.1f}  from nothing to the outline")
    pages = iter(range(min(PAGES, len(outline.sizes))))
    requests = (Draw(FileSource(path), page, *SIZE) for page in pages)
    count = len(outline.sizes[:PAGES])
    tell(f"a page, all told ({count} pages)", lambda: pool.submit(next(requests)).result(), count)
    front = pool._front.process
    print(f"{_pss(front._process.pid):8.1f}  MB after these pages, of the front process")
    print(f"{_pss(pool._back.process._process.pid):8.1f}  MB of the spare one")
    draw = Draw(FileSource(path), 0, *SIZE)
    pool.submit(draw).result()
    tell("the first page again", lambda: pool.submit(draw).result())
    taken = median(_after_a_kill(pool, draw) for _ in range(5))
    print(f"{taken:8.1f}  the same after a kill, with a spare")
    pool.close()


def _after_a_kill(pool: ReadingPool, draw: Draw) -> float:
    while not (pool._back.process and pool._back.process.is_ready):
        pass  # its start is not what is measured
    begun = perf_counter()
    pool._front.process.kill()
    pool.submit(draw).result()
    return 1e3 * (perf_counter() - begun)


def _pss(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def tell(what: str, deed: Callable[[], object], times: int = 15) -> None:
    taken = []
    for _ in range(times):
        begun = perf_counter()
        deed()
        taken.append(1e3 * (perf_counter() - begun))
    worst = max(taken)
    print(f"{median(taken):8.1f}  {what} (longest {worst:.1f})")


if __name__ == "__main__":
    main()
