"""How well and how fast texts are joined with their scans: one table.

    python -m tests.bench.bench_alignment [--shared FOLDER] [--keep FOLDER] [--large]

Made pages come from our own simulator, or from that in `--shared`, which has real prose; the
records and sets there are imported, recognised and joined as the program does it.  `--keep`
names a library for them, so that the next time nothing is recognised again.

Recall counts words with a box of their own or a part of one, at any certainty; lines do not
count.  Of made pages a link is right where it covers half of the word and little else, wrong
where it hardly touches it; for real ones see `joining/scoring.py`.  Times are of the CPU, but
for the one page that is joined from nothing; the seeds are none that anything was tuned on.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.joining.made import loaded, measure_foreign, measure_large, measure_made
from tests.bench.joining.reading import Reader
from tests.bench.joining.real import measure_first_page, measure_real
from tests.bench.joining.table import Table, print_reliability, share_right
from tests.library.alignment.simulated import typescript

SURE = 0.9


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, help="with data/ and prototypes/simulate.py")
    parser.add_argument("--keep", type=Path, help="a library for what is recognised")
    parser.add_argument("--large", action="store_true", help="join 200,000 words, too")
    asked = parser.parse_args()
    make = loaded(asked.shared / "prototypes" / "simulate.py") if asked.shared else typescript
    table = Table()
    made = measure_made(make, table)
    table.at_least("made pages: right if sure", share_right(made, SURE), 0.999)
    measure_foreign(make, table)
    if asked.large:
        measure_large(make, table)
    real = _measured(asked.shared / "data", asked.keep, table) if asked.shared else []
    print_reliability("made pages", made)
    if real:
        print_reliability("real pages", real)


def _measured(data: Path, keep: Path | None, table: Table) -> list[tuple[float, bool]]:
    with TemporaryDirectory() as name:
        measure_first_page(data, Path(name) / "first", table)
        reader = Reader(keep or Path(name) / "library")
        real = measure_real(data, reader, table)
        reader.close()
    table.at_least("real pages: right if sure", share_right(real, SURE), 0.995)
    return list(real)


if __name__ == "__main__":
    main()
