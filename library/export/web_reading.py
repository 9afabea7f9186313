"""Annotations from W3C Web Annotations: our own without loss, foreign ones as far as they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from library.export.web_annotation import ANNOTATION, VERSION, Exported
from library.export.web_selectors import Json, boxes_of_selectors, passage_of_selectors
from library.model.annotation import Annotation, AnnotationKind, Colour, Region, Target

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def annotation_of(json: Json, document_id: str) -> Exported:
    """The annotation that `web_annotation` wrote, or as much of a foreign one as we know.

    Raises `ValueError` where it is no annotation.
    """
    if "Annotation" not in _listed(json.get("type")):
        raise ValueError("This is no Web Annotation.")
    try:
        return _read(json, document_id)
    except (TypeError, OverflowError) as error:
        raise ValueError("A number in this Web Annotation is none.") from error


def _read(json: Json, document_id: str) -> Exported:
    targets = [(each, _target_of(each)) for each in _listed(json.get("target"))]
    bodies = [body for body in _listed(json.get("body")) if isinstance(body, Mapping)]
    made = _time(json.get("created")) or _EPOCH
    own = tuple(t for each, t in targets if t is not None and not _is_derived(each))
    annotation = Annotation(
        id=str(json.get("id", "")).removeprefix(ANNOTATION),
        document=document_id,
        kind=_kind(json, own),
        colour=_colour(json),
        targets=own,
        made=made,
        changed=_time(json.get("modified")) or made,
        note="\n\n".join(str(b.get("value", "")) for b in bodies if b.get("purpose") != "tagging"),
        tags=tuple(str(b.get("value", "")) for b in bodies if b.get("purpose") == "tagging"),
        deleted=_time(json.get("diptych:deleted")),
        reply_to=_id_or_none(json.get("diptych:replyTo")),
    )
    derived = tuple(t for each, t in targets if t is not None and _is_derived(each))
    return Exported(annotation, derived)


def _target_of(json: object) -> Target | None:
    if not isinstance(json, Mapping):
        return None
    selectors = [each for each in _listed(json.get("selector")) if isinstance(each, Mapping)]
    source = json.get("source")
    source = source if isinstance(source, Mapping) else {"id": source}
    passage = passage_of_selectors(str(source.get("id", "")).removeprefix(VERSION), selectors)
    if passage is not None:
        return passage
    page = source.get("diptych:page", 1)
    if not selectors or not isinstance(page, int):
        return None
    boxes, polygon = boxes_of_selectors(selectors)
    image, words = source.get("diptych:image", ""), json.get("diptych:words", "")
    return Region(max(page - 1, 0), boxes, polygon, str(image), str(words))


def _kind(json: Json, targets: Sequence[Target]) -> AnnotationKind:
    try:
        return AnnotationKind(json.get("diptych:kind", ""))
    except ValueError:
        if not targets:
            return AnnotationKind.DOCUMENT
        first = targets[0]
        return AnnotationKind.AREA if isinstance(first, Region) else AnnotationKind.HIGHLIGHT


def _colour(json: Json) -> Colour:
    try:
        return Colour(json.get("diptych:colour", ""))
    except ValueError:
        return Colour.YELLOW


def _is_derived(json: object) -> bool:
    return isinstance(json, Mapping) and json.get("diptych:derived") is True


def _id_or_none(value: object) -> str | None:
    return None if value is None else str(value).removeprefix(ANNOTATION)


def _time(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def _listed(value: object) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
