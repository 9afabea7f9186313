"""A library to look at: `python -m tests.bench.make_shelf FOLDER [--documents N]`.

Records of six archives from 1931 to 1970 in four languages, with collections inside
collections, saved searches, stars, tags, notes and pages to preview.  The files themselves
are missing: the shelf is there to be looked at, the documents not to be opened.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour
from library.model.change import Change, Holding
from library.model.dates import read_date
from library.model.document import VersionKind
from library.model.reading import ReadingPosition
from library.model.record import Head
from library.model.shelved import Collection, DocumentTag, Membership, SmartCollection, ToRead
from library.searching.parsing import parse
from library.shelving.question import ShelfQuestion
from library.shelving.saving import asked_text
from library.store.store import Store
from tests.documents import a_document

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
ARCHIVES = {
    "Library of Congress": ("W. Averell Harriman Papers", "Cordell Hull Papers"),
    "National Archives": ("State Department Central Files", "Office of Strategic Services"),
    "Hoover Institution": ("Stanley Hornbeck Papers",),
    "Politisches Archiv": ("Büro Staatssekretär", "Botschaft Moskau"),
    "Российский архив": ("Фонд 39", "Фонд 06"),
    "Public Record Office": ("FO 371", "PREM 3"),
}
PEOPLE = (
    *("Harriman, W. Averell", "Stalin, Joseph", "Molotov, Vyacheslav", "Hull, Cordell"),
    *("Eden, Anthony", "Hornbeck, Stanley", "Litvinov, Maxim", "Kennan, George F."),
    *("Clark Kerr, Archibald", "Schulenburg, Friedrich Werner von der", "Hopkins, Harry"),
    *("Vyshinsky, Andrey", "Dekanozov, Vladimir", "Winant, John G.", "Leahy, William D."),
)
KINDS = ("Memorandum", "Cable", "Report", "Letter", "Minutes", "Aide-mémoire", "Despatch")
MATTERS = (
    *("air power and the Japanese", "the garrison at Rabaul", "shipping losses in the Pacific"),
    *("lend-lease deliveries", "the Polish question", "bases in the Far East", "a second front"),
    *("the Turkish straits", "reparations", "railway repairs", "the harbour of Dairen"),
)
WORDS = (
    "The Ambassador asked whether his arrival could be expected soon and Marshal Stalin replied "
    "that he would arrive in the near future. The Ambassador said he desired to inquire about "
    "intelligence from Rabaul, Truk and the Marianas and thanked him for the letter."
)
TAGS = ("bases", "check date", "chapter 2", "for the footnotes", "translation needed")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=5000)
    asked = parser.parse_args()
    with Store.open(asked.folder) as store:
        fill(store, asked.documents, random.Random(7))


def fill(store: Store, size: int, chance: random.Random) -> None:
    ids = []
    for number in range(size):
        document = store.add_document(made(number, chance), NOW - timedelta(minutes=7 * number))
        ids.append(document.id)
        if number % 500 == 0:
            print(f"{number} documents", flush=True)
    collect(store, ids, chance)
    mark(store, ids, chance)
    picture = page()
    for each in ids[:40]:
        store.save_preview(each, 0, picture, picture)
        store.save_position(each, ReadingPosition(), NOW - timedelta(hours=chance.randrange(900)))


def made(number: int, chance: random.Random):
    repository = chance.choice([*ARCHIVES, "Library of Congress", "Library of Congress"])
    language = {"Politisches Archiv": "de", "Российский архив": "ru"}.get(repository, "en")
    language = language if chance.random() < 0.95 else "fr"
    kind, matter = chance.choice(KINDS), chance.choice(MATTERS)
    people = chance.sample(PEOPLE, chance.choice((0, 1, 1, 2, 3)))
    pages = chance.choice((1, 1, 2, 3, 4, 9, 31))
    document = a_document(f"{kind} on {matter}", sentences(chance), f"{number:064x}", pages)
    record = replace(
        document.record,
        date=read_date(day(chance)),
        citation=f"“{kind} on {matter},” {repository}, Box {number % 90}.",
        summary=f"On {matter}, as it was discussed by {' and '.join(people) or 'the staff'}.",
        language_codes=(language,),
        repository=repository,
        collection=chance.choice(ARCHIVES[repository]),
        container=f"Box {chance.randrange(1, 200)}",
        contributors=tuple(people),
        head=Head(classification=chance.choice((None, None, "Secret", "Top Secret"))),
    )
    (text,) = document.versions
    text = replace(text, language=language)
    versions = [text] if chance.random() < 0.8 else []
    if versions and language != "en" and chance.random() < 0.6:
        versions.append(replace(text, kind=VersionKind.TRANSLATION, language="en"))
    return replace(document, record=record, versions=tuple(versions))


def day(chance: random.Random) -> str:
    """As archives write dates: most of the war, some uncertain, some unknown."""
    year = int(chance.triangular(1931, 1970, 1944))
    at = date(year, 1, 1) + timedelta(days=chance.randrange(365))
    exact = f"{at:%B} {at.day}, {at.year}"
    forms = (
        exact,
        exact,
        exact,
        exact,
        f"{at:%B %Y}",
        f"{year}",
        f"circa {year}",
        f"{year // 10}0s",
        "",
    )
    return chance.choice(forms)


def sentences(chance: random.Random) -> str:
    words = WORDS.split()
    return " ".join(chance.choice(words) for _ in range(chance.randrange(40, 160)))


def collect(store: Store, ids: list[str], chance: random.Random) -> None:
    thesis = Collection("thesis", "Thesis")
    chapters = [
        Collection("ch2", "Chapter 2 · Far East", "thesis", 0),
        Collection("ch3", "Chapter 3 · Bases", "thesis", 1),
    ]
    papers = Collection("harriman", "Harriman papers", "", 1)
    asked = asked_text(
        ShelfQuestion(search=parse("Rabaul date:1944-01..1944-06")), "Rabaul date:1944-01..1944-06"
    )
    smart = SmartCollection("rabaul", "Rabaul, spring 1944", asked)
    store.apply(Change.add("New Collection", thesis, *chapters, papers, smart))
    for collection, share in (
        (thesis, 0.06),
        (chapters[0], 0.04),
        (chapters[1], 0.02),
        (papers, 0.2),
    ):
        members = [each for each in ids if chance.random() < share]
        store.apply(Change.add("Add", *(Membership(collection.id, each) for each in members)))


def mark(store: Store, ids: list[str], chance: random.Random) -> None:
    for each in chance.sample(ids, min(len(ids), 38)):
        store.apply(Change.add("Star", Bookmark(f"star {each}", each, "A star", NOW)))
    for each in chance.sample(ids, min(len(ids), 112)):
        store.apply(Change.add("To Read", ToRead(each, NOW)))
    for each in chance.sample(ids, min(len(ids), 300)):
        store.apply(Change.add("Tag", DocumentTag(each, chance.choice(TAGS))))
    for number, each in enumerate(chance.sample(ids, min(len(ids), 200))):
        note = Annotation(
            f"note {number}", each, AnnotationKind.DOCUMENT, Colour.YELLOW, (), NOW, NOW, "A note."
        )
        store.apply(Change.add("Note", note))
    for each in ids[-7:]:
        store.apply(Change.alter("Remove", Holding(each), Holding(each, NOW)))


def page() -> bytes:
    """A page as a typewriter left it, as JPEG."""
    picture = Image.new("RGB", (850, 1100), "#e9e5dc")
    pen = ImageDraw.Draw(picture)
    for line in range(32):
        pen.text((90, 120 + line * 28), WORDS[line * 3 : line * 3 + 92], fill="#3a352d")
    held = BytesIO()
    picture.save(held, "JPEG", quality=80)
    return held.getvalue()


if __name__ == "__main__":
    main()
