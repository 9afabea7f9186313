"""Annotations as one page of HTML that stands by itself: it loads nothing from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from library.citing.archive import cite
from library.export.gathering import Noted, NotedDocument, titles
from library.export.rich_text import html_of_note
from library.model.note_links import with_links
from library.model.shade import SHADES

_STYLE = """
body { font: 17px/1.55 Georgia, "Gentium Plus", serif; color: #23211d; background: #fffdf9;
  max-width: 42em; margin: 3em auto; padding: 0 1.5em }
h1 { font-size: 1.5em; line-height: 1.25; margin: 2em 0 .3em }
.citation, .place, .tags { color: #6b665c; font-size: .82em }
article { border-left: 4px solid; padding: .1em 0 .1em 1em; margin: 1.6em 0 }
blockquote { margin: .3em 0; font-style: italic }
.tags span { background: #d5e2e7; color: #23211d; border-radius: .8em; padding: .1em .6em;
  margin-right: .4em }
.reply { margin: .6em 0 0 1.2em; padding-left: .8em; border-left: 1px solid #e2dfd8 }
""" + "".join(f".{colour.value} {{ border-color: {shade} }}\n" for colour, shade in SHADES.items())


def html(documents: Sequence[NotedDocument]) -> str:
    title = documents[0].document.record.title if len(documents) == 1 else "Annotations"
    body = "\n".join(line for each in documents for line in _document(each))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _document(noted: NotedDocument) -> Iterator[str]:
    yield f"<h1>{escape(noted.document.record.title)}</h1>"
    yield f'<p class="citation">{escape(cite(noted.document))}</p>'
    names = titles(noted.notes)
    for note in noted.notes:
        yield from _note(note, names)


def _note(noted: Noted, names: Mapping[str, str]) -> Iterator[str]:
    annotation = noted.annotation
    place = noted.page_shown or "The document"
    yield f'<article class="{annotation.colour.value}" id="{escape(annotation.id)}">'
    yield f'<p class="place">{escape(place)} · {annotation.kind.value}</p>'
    if noted.quotation:
        yield f"<blockquote>“{escape(noted.quotation)}”</blockquote>"
        yield f'<p class="citation">{escape(noted.citation)}</p>'
    if annotation.note:
        yield html_of_note(with_links(annotation.note, lambda name: _link(name, names)))
    yield from _tags(annotation.tags)
    for reply in noted.replies:
        day = f'<p class="place">{reply.made.date().isoformat()}</p>'
        yield f'<div class="reply">{day}{html_of_note(reply.note)}</div>'
    yield "</article>"


def _link(name: str, names: Mapping[str, str]) -> str | None:
    return f"[“{names[name]}”](#{name})" if name in names else None


def _tags(tags: Iterable[str]) -> Iterator[str]:
    shown = "".join(f"<span>{escape(tag)}</span>" for tag in tags)
    if shown:
        yield f'<p class="tags">{shown}</p>'
