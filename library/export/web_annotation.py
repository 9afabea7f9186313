"""Annotations as W3C Web Annotations in JSON-LD; `web_reading` has the way back, without loss.

What the model has words for is said in them: any reader of Web Annotations understands the
note, the tags, the passage and the region.  What it has none for (the kind of mark, its
colour by name, the trash, a derived target) stands in terms of our own, `diptych:`.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from library.export.web_selectors import Json, passage_selectors, region_selector
from library.model.annotation import Annotation, Passage, Region, Target
from library.model.document import Document, Version

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"diptych": "urn:diptych:terms:"}]
ANNOTATION, VERSION, PAGE = (
    "urn:diptych:annotation:",
    "urn:diptych:version:",
    "urn:diptych:page:",
)
DOCUMENT = "urn:diptych:document:"


@dataclass(frozen=True, slots=True)
class Exported:
    """An annotation with what the links tell of its other side."""

    annotation: Annotation
    derived: tuple[Target, ...] = ()


def annotation_page(documents: Sequence[tuple[Document, Sequence[Exported]]]) -> Json:
    """An AnnotationPage of the annotations of these documents.

    Each annotation names its document; the documents stand beside them.
    """
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "id": "urn:diptych:annotations",
        "diptych:documents": [_source_of_document(document) for document, _ in documents],
        "items": [
            web_annotation(document, each) for document, exported in documents for each in exported
        ],
    }


def web_annotation(document: Document, exported: Exported) -> Json:
    """One annotation; `document` tells what its texts and pages are called."""
    annotation = exported.annotation
    targets = [_target(document, target, derived=False) for target in annotation.targets]
    targets += [_target(document, target, derived=True) for target in exported.derived]
    found: dict[str, Any] = {
        "type": "Annotation",
        "id": ANNOTATION + annotation.id,
        "motivation": _motivation(annotation),
        "created": annotation.made.isoformat(),
        "modified": annotation.changed.isoformat(),
        "body": list(_bodies(annotation)),
        "target": targets or [_source_of_document(document)],
        "diptych:document": DOCUMENT + document.id,
        "diptych:kind": annotation.kind.value,
        "diptych:colour": annotation.colour.value,
    }
    if annotation.reply_to is not None:
        found["diptych:replyTo"] = ANNOTATION + annotation.reply_to
    if annotation.deleted is not None:
        found["diptych:deleted"] = annotation.deleted.isoformat()
    return found


def _motivation(annotation: Annotation) -> str:
    if annotation.reply_to is not None:
        return "replying"
    return "commenting" if annotation.note else "highlighting"


def _bodies(annotation: Annotation) -> Iterable[Json]:
    if annotation.note:
        yield {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/markdown",
            "value": annotation.note,
        }
    for tag in annotation.tags:
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}


def _target(document: Document, target: Target, *, derived: bool) -> Json:
    if isinstance(target, Passage):
        found: dict[str, Any] = {
            "type": "SpecificResource",
            "source": _source_of_version(target.version, document.version(target.version)),
            "selector": passage_selectors(target),
        }
    else:
        found = {
            "type": "SpecificResource",
            "source": _source_of_page(document, target),
            "selector": [region_selector(target)],
        }
        if target.words:
            found["diptych:words"] = target.words
    if derived:
        found["diptych:derived"] = True
    return found


def _source_of_version(version_id: str, version: Version | None) -> Json:
    source: dict[str, Any] = {"id": VERSION + version_id, "type": "Text"}
    if version is not None:
        source["diptych:label"] = version.label
        if version.language:
            source["language"] = version.language
    return source


def _source_of_page(document: Document, region: Region) -> Json:
    source: dict[str, Any] = {
        "id": f"{PAGE}{document.id}/{region.page + 1}",
        "type": "Image",
        "diptych:page": region.page + 1,
    }
    if region.image:
        source["diptych:image"] = region.image
    return source


def _source_of_document(document: Document) -> Json:
    source: dict[str, Any] = {
        "id": DOCUMENT + document.id,
        "type": "Dataset",
        "label": document.record.title,
        "diptych:files": [file.digest for file in document.files],
    }
    if document.record.url:
        source["diptych:record"] = document.record.url
    return source
