"""A text is replaced, and all that the reader made in it follows or is asked about."""

from dataclasses import replace
from random import Random

import pytest

from library.errors import ChangedElsewhere
from library.joining.keeping import keep_what_joining_tells
from library.model.anchor import AnchorState
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    passage_of,
)
from library.model.change import Change
from library.model.document import VersionKind
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind
from library.model.own_link import OwnLink
from library.progress import quietly
from library.rewording.rewording import anchoring_again, replacing_text, replacing_texts
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.library.alignment.anchoring.edited import STRENGTHS, edited, paragraphs_of, passages

OLD = (
    "Dear Sir,\n\nThe delegation arrives on Monday. The minister will receive it at noon.\n\n"
    "The delegation leaves on Friday by the night train."
)
NEW = OLD.replace("Dear Sir", "Dear Sir, dear Madam").replace("at noon", "at one")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def document(store):
    return store.add_document(a_document(text=OLD), NOON)


@pytest.fixture
def version(document):
    return document.versions[0]


def passage(version, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = version.text.index(words, start + 1)
    return passage_of(version.id, version.text, start, start + len(words))


def highlight(document, *targets, name="h"):
    kind, colour = AnnotationKind.HIGHLIGHT, Colour.GREEN
    return Annotation(name, document.id, kind, colour, targets, NOON, NOON)


def words_at(store, document, wanted):
    place = store.texts.anchors(document.id).of(wanted).place
    return place and store.document(document.id).versions[0].text[slice(*place)]


def test_notes_bookmarks_and_links_follow(store, document, version):
    first, second, third = (
        passage(version, words) for words in ("receive it at noon", "Monday", "night train")
    )
    link = OwnLink("o", document.id, third, Region(0, (Box(0, 0, 1, 1),)), NOON)
    bookmark = Bookmark("b", document.id, "", NOON, passage=second)
    store.apply(Change.add("Make", highlight(document, first), bookmark, link))
    report = quietly(replacing_text(store, document.id, replace(version, text=NEW)))
    assert report.counts == {
        AnchorState.ANCHORED: 2,
        AnchorState.MOVED: 1,
        AnchorState.PLEASE_CHECK: 0,
        AnchorState.LOST: 0,
    }
    assert words_at(store, document, first) == "receive it at one"
    assert words_at(store, document, second) == "Monday"
    assert words_at(store, document, third) == "night train"
    assert store.annotations(document.id) == (highlight(document, first),)


def test_what_is_gone_is_lost_and_comes_back_with_its_words(store, document, version):
    wanted = passage(version, "The delegation", nth=1)
    store.apply(Change.add("Mark", highlight(document, wanted)))
    without = replace(version, text=OLD[: OLD.index("\n\nThe delegation leaves")])
    quietly(replacing_text(store, document.id, without))
    assert store.texts.anchors(document.id).of(wanted).state is AnchorState.LOST
    quietly(replacing_text(store, document.id, version))
    assert store.texts.anchors(document.id).of(wanted).place == (wanted.start, wanted.end)


def test_passages_are_carried_from_the_wording_they_were_made_in(store, document, version):
    old = passage(version, "receive it at noon")
    store.apply(Change.add("Mark", highlight(document, old)))
    quietly(replacing_text(store, document.id, replace(version, text=NEW)))
    newer = passage(store.document(document.id).versions[0], "dear Madam")
    store.apply(Change.add("Mark", highlight(document, newer, name="n")))
    newest = NEW.replace("arrives", "will arrive")
    quietly(replacing_text(store, document.id, replace(version, text=f"Copy.\n\n{newest}")))
    assert words_at(store, document, old) == "receive it at one"
    assert words_at(store, document, newer) == "dear Madam"


def test_a_note_made_meanwhile_is_found_too(store, document, version):
    early, late = passage(version, "Monday"), passage(version, "night train")
    store.apply(Change.add("Mark", highlight(document, early)))
    work = replacing_text(store, document.id, replace(version, text=NEW))
    next(work)
    store.apply(Change.add("Mark", highlight(document, late, name="late")))
    quietly(work)
    assert words_at(store, document, late) == "night train"


def test_where_notes_never_stop_coming_it_is_given_up(store, document, version):
    def busy():
        work = replacing_text(store, document.id, replace(version, text=NEW))
        for nth, step in enumerate(work):
            late = passage_of(version.id, OLD, 40 + nth, 45 + nth)
            store.apply(Change.add("Mark", highlight(document, late, name=f"n{nth}")))
            yield step

    store.apply(Change.add("Mark", highlight(document, passage(version, "Monday"))))
    with pytest.raises(ChangedElsewhere):
        quietly(busy())
    assert store.document(document.id) == document


def test_the_same_text_changes_nothing(store, document, version):
    report = quietly(replacing_text(store, document.id, version))
    assert (report.change, report.anchors) == (None, {})


def test_texts_read_anew_go_to_their_namesakes_and_others_stay(store):
    (version,) = a_document(text=OLD).versions
    other = replace(version, label="Translation - English", kind=VersionKind.TRANSLATION)
    document = store.add_document(
        replace(a_document(), versions=(version, other, replace(version, text="Second part."))),
        NOON,
    )
    read = (
        replace(other, text="Translated anew."),
        replace(version, text=NEW),
        replace(version, text="The second part."),
        replace(version, text="A third part."),
    )
    again = replace(document, versions=read)
    found = quietly(replacing_texts(store, document.id, again))
    assert [version.id for version, _ in found] == [each.id for each in document.versions]
    texts = [each.text for each in store.document(document.id).versions]
    assert texts == [NEW, "Translated anew.", "The second part."]


def test_undo_and_redo_end_where_they_began(store, document, version):
    chance = Random(3)
    made = edited(chance, paragraphs_of(chance, 300), STRENGTHS["anew"])
    quietly(replacing_text(store, document.id, replace(version, text=made.old)))
    wanted = passages(chance, made.old, 20, version.id)
    marks = [highlight(document, each, name=str(nth)) for nth, each in enumerate(wanted)]
    store.apply(Change.add("Mark", *marks))
    change = quietly(replacing_text(store, document.id, replace(version, text=made.new))).change
    after = store.texts.anchors(document.id)
    for _ in range(2):
        store.apply(change.reversed())
        assert store.texts.anchors(document.id).found == {}
        store.apply(change)
        assert store.texts.anchors(document.id) == after
    assert {each.id for each in store.annotations(document.id)} == {mark.id for mark in marks}


def test_links_tell_of_passages_where_they_stand_now(store, document, version):
    wanted = passage(version, "Monday")
    store.apply(Change.add("Mark", highlight(document, wanted)))
    quietly(replacing_text(store, document.id, replace(version, text=NEW)))
    now = store.document(document.id)
    joined = Joined({version.id: alignment_of(version, NEW)}, pages=frozenset({0}))
    keep_what_joining_tells(now, joined, store)
    (region,) = store.derived(document.id)["h"]
    nth = NEW.split().index("Monday.")
    assert region.boxes == (Box(0, nth / 100, 1, (nth + 1) / 100),)


# --- With the scan -------------------------------------------------------------------------

TWICE = "The committee met, and resolved nothing. " * 2
MORE = f"At last. {TWICE}{TWICE}"
THIRD = 9 + len(TWICE), 22 + len(TWICE)


def alignment_of(version, text):
    """Each word in a box of its own, one below the other, as they come."""
    links, at = [], 0
    for nth, word in enumerate(text.split()):
        at = text.index(word, at)
        box = Box(0, nth / 100, 1, (nth + 1) / 100)
        links.append(Link(at, at + len(word), 0, (box,), 1.0, LinkKind.WORD))
        at += len(word)
    return Alignment(version.id, tuple(links))


@pytest.fixture
def linked(store, document, version):
    """A passage that stands there twice, and that the reader has linked with the scan."""
    quietly(replacing_text(store, document.id, replace(version, text=TWICE)))
    wanted = passage_of(version.id, TWICE, 0, 13)
    region = Region(0, (Box(0, 0.14, 1, 0.16),))  # the third time in the new text
    store.apply(Change.add("Link", OwnLink("o", document.id, wanted, region, NOON)))
    return wanted


def test_the_scan_is_heard_when_it_is_known(store, document, version, linked):
    new = replace(version, text=MORE)
    alignment = alignment_of(version, MORE)
    report = quietly(replacing_text(store, document.id, new, alignment))
    assert report.anchors[linked].place == THIRD


def test_the_scan_is_heard_later_too(store, document, version, linked):
    quietly(replacing_text(store, document.id, replace(version, text=MORE)))
    before = store.texts.anchors(document.id).of(linked)
    quietly(anchoring_again(store, document.id, {version.id: alignment_of(version, MORE)}))
    after = store.texts.anchors(document.id).of(linked)
    assert before != after
    assert after.place == THIRD


def test_what_was_made_in_a_wording_that_was_gone_back_from_is_found_again(
    store, document, version
):
    change = quietly(replacing_text(store, document.id, replace(version, text=NEW))).change
    late = passage(store.document(document.id).versions[0], "receive it at one")
    store.apply(Change.add("Mark", highlight(document, late)))
    store.apply(change.reversed())
    assert store.texts.anchors(document.id).of(late).candidates == ()
    quietly(anchoring_again(store, document.id, {}))
    assert words_at(store, document, late) == "receive it at noon"
