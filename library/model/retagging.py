"""Tags changed in all annotations that have them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from library.model.annotation import Annotation, Colour
from library.model.change import Edit
from library.model.tag import TagStyle


def retagged(note: Annotation, old: Collection[str], new: Iterable[str]) -> Annotation:
    """The annotation with new tags where the first of the old ones was."""
    tags: list[str] = []
    for tag in note.tags:
        tags += list(new) if tag in old else [tag]
    return replace(note, tags=tuple(dict.fromkeys(tags)))


def recoloured(
    styles: Iterable[TagStyle], names: Iterable[str], colour: Colour
) -> tuple[Edit, ...]:
    """The edits that give tags of these names a colour."""
    known = {style.id: style for style in styles}
    made = ((known.get(name), TagStyle(name, colour)) for name in names)
    return tuple(Edit(before, after) for before, after in made if before != after)
