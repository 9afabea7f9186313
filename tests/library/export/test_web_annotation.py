"""Annotations as W3C Web Annotations: others understand them, and nothing is lost on the way."""

import json
from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from library.export.web_annotation import Exported, annotation_page, web_annotation
from library.export.web_reading import annotation_of
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Colour,
    Passage,
    Region,
    passage_of,
)
from library.model.geometry import Box
from tests.documents import NOON, a_document, annotations, passages, regions

DOCUMENT = replace(a_document(), id="d1")
VERSION = DOCUMENT.versions[0]
BOX = Box(0.125, 0.25, 0.5, 0.3125)


def an_annotation(*targets, kind=AnnotationKind.HIGHLIGHT, note=""):
    return Annotation("a1", "d1", kind, Colour.GREEN, targets, NOON, NOON, note, ("air", "doubt"))


def written(annotation, *derived):
    """As it stands in a file."""
    return json.loads(json.dumps(web_annotation(DOCUMENT, Exported(annotation, derived))))


@given(
    annotations("d1", VERSION.id), st.lists(passages(VERSION.id) | regions, max_size=2).map(tuple)
)
def test_what_was_written_is_read_without_loss(annotation, derived):
    exported = Exported(annotation, derived)
    text = json.dumps(web_annotation(DOCUMENT, exported))
    assert annotation_of(json.loads(text), "d1") == exported


def test_a_passage_is_told_by_its_words_and_by_its_place():
    passage = passage_of(VERSION.id, VERSION.text, 5, 8)
    (target,) = written(an_annotation(passage))["target"]
    quote, position = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert VERSION.text.startswith(quote["prefix"] + quote["exact"] + quote["suffix"])
    assert position == {"type": "TextPositionSelector", "start": 5, "end": 8}
    assert target["source"]["diptych:label"] == VERSION.label


def test_a_box_is_told_in_parts_of_the_page():
    (target,) = written(an_annotation(Region(2, (BOX,)), kind=AnnotationKind.AREA))["target"]
    (selector,) = target["selector"]
    assert selector["type"] == "FragmentSelector"
    assert selector["value"] == "xywh=percent:12.5,25,37.5,6.25"
    assert target["source"]["diptych:page"] == 3


def test_several_boxes_and_polygons_are_told_as_shapes():
    two = Region(0, (BOX, Box(0.1, 0.5, 0.2, 0.6)))
    triangle = Region(0, (BOX,), polygon=((0.125, 0.25), (0.5, 0.25), (0.3, 0.3125)))
    for region, shape in ((two, "<rect"), (triangle, "<polygon")):
        ((selector,),) = (t["selector"] for t in written(an_annotation(region))["target"])
        assert selector["type"] == "SvgSelector"
        assert shape in selector["value"]


def test_the_derived_region_of_a_passage_is_told_and_told_apart():
    passage = passage_of(VERSION.id, VERSION.text, 0, 4)
    own, derived = written(an_annotation(passage), Region(0, (BOX,)))["target"]
    assert "diptych:derived" not in own
    assert derived["diptych:derived"] is True


def test_note_and_tags_are_bodies_that_others_know():
    note, *tags = written(an_annotation(note="*Frantic*?"))["body"]
    assert (note["purpose"], note["format"], note["value"]) == (
        "commenting", "text/markdown", "*Frantic*?"
    )  # fmt: skip
    assert [tag["value"] for tag in tags] == ["air", "doubt"]


def test_a_note_on_the_whole_document_has_the_document_as_its_target():
    (target,) = written(an_annotation(kind=AnnotationKind.DOCUMENT))["target"]
    assert target["label"] == DOCUMENT.record.title


def test_a_annotation_page_names_its_documents():
    page = annotation_page([(DOCUMENT, [Exported(an_annotation())])])
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    (document,) = page["diptych:documents"]
    assert document["label"] == "A letter"
    assert page["items"][0]["diptych:document"] == document["id"]


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://hypothes.is/a/xyz",
    "type": "Annotation",
    "created": "2024-05-03T10:00:00Z",
    "body": {"type": "TextualBody", "value": "Compare Deane."},
    "target": {
        "source": "https://archive.example/1",
        "selector": {"type": "TextQuoteSelector", "exact": "shuttle bombing", "prefix": "for "},
    },
}


def test_a_foreign_annotation_is_read_as_far_as_it_goes():
    annotation = annotation_of(FOREIGN, "d1").annotation
    assert annotation.note == "Compare Deane."
    assert annotation.kind is AnnotationKind.HIGHLIGHT
    (passage,) = annotation.targets
    assert isinstance(passage, Passage)
    assert (passage.quote, passage.before) == ("shuttle bombing", "for ")


def test_a_foreign_fragment_is_a_region():
    target = {
        "source": "x",
        "selector": {"type": "FragmentSelector", "value": "xywh=percent:10,20,30,5"},
    }
    (region,) = annotation_of({**FOREIGN, "target": target}, "d1").annotation.targets
    (box,) = region.boxes
    assert (box.left, box.top, round(box.right, 6), round(box.bottom, 6)) == (0.1, 0.2, 0.4, 0.25)


NAMES = ["type", "target", "body", "selector", "source", "value", "created", "diptych:boxes"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["Annotation", "x"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner),
)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES), st.booleans())
def test_nothing_that_a_file_holds_does_more_than_be_refused(found, says_so):
    with suppress(ValueError):
        annotation_of({**found, **({"type": "Annotation"} if says_so else {})}, "d1")
