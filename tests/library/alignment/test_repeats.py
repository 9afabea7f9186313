import numpy as np

from library.alignment.joined_words import Found, scan_of
from library.alignment.normalising import stream_of
from library.alignment.repeats import distrust_repeats, drop_foreign, drop_islands
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of

FORMULA = "according to the decision of the politburo"
UNIQUE = "harvest deliveries from northern districts remained insufficient"


def found_at(*places):
    return [
        None if place is None else Found([place], [(0.0, 1.0)], 1.0, LinkKind.WORD, 0.95)
        for place in places
    ]


def test_a_formula_on_its_own_is_not_trusted():
    text = f"{FORMULA} xyz {FORMULA}"
    scan = scan_of([page_of(FORMULA)])
    joins = found_at(*range(7), *[None] * 8)
    distrust_repeats(joins, scan, stream_of(text.split()))
    assert max(found.certainty for found in joins if found) < 0.5


def test_a_formula_that_unique_words_continue_is_trusted():
    text = f"{FORMULA} {UNIQUE} {FORMULA}"
    scan = scan_of([page_of(f"{FORMULA} {UNIQUE}")])
    joins = found_at(*range(14), *[None] * 7)
    distrust_repeats(joins, scan, stream_of(text.split()))
    assert min(found.certainty for found in joins if found) > 0.9


def test_a_link_must_stand_in_a_run():
    joins = found_at(*range(6), *[None] * 20, 90, 91, *[None] * 20)
    drop_islands(joins, np.full(len(joins), 6))
    assert all(joins[:6])
    assert not any(joins[6:])


def test_a_small_island_that_continues_a_large_one_is_kept():
    joins = found_at(*range(10), *[None] * 10, 20, 21)
    drop_islands(joins, np.full(len(joins), 6))
    assert joins[-1] is not None


def test_names_that_a_translation_shares_are_no_links():
    scan = scan_of([page_of("Herrn Albrecht Lohmann wohnhaft seit vielen Jahren zu Rosenfurt")])
    text = stream_of(
        [
            "Mr.",
            "Albrecht",
            "Lohmann",
            "who",
            "has",
            "lived",
            "for",
            "many",
            "years",
            "at",
            "this",
            "town",
        ]
    )
    joins = found_at(None, 1, *[None] * 10)
    drop_foreign(joins, scan, text)
    assert not any(joins)
