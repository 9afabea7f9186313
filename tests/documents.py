"""Documents, notes and bookmarks of every kind, for tests with hypothesis."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Passage,
    Region,
)
from library.model.correction import Correction, CorrectionKind
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    StoredFile,
    Version,
    VersionKind,
)
from library.model.geometry import Box
from library.model.placement import Placement
from library.model.record import ArchiveDate, Head, Record, Source

NOON = datetime(2026, 3, 4, 12, 0, 0, 123456, UTC)

texts = st.text(max_size=30)
maybe_texts = st.none() | texts
text_tuples = st.lists(texts, max_size=3).map(tuple)
counts = st.integers(0, 2**40)
lengths = st.floats(0, 1e6)
parts = st.floats(0, 1)
times = st.datetimes(timezones=st.just(UTC))

records = st.builds(
    Record,
    title=texts,
    date=st.none() | st.builds(ArchiveDate, texts, maybe_texts),
    citation=maybe_texts,
    summary=maybe_texts,
    credits=maybe_texts,
    original_language=text_tuples,
    language_codes=text_tuples,
    contents=text_tuples,
    url=maybe_texts,
    record_id=maybe_texts,
    repository=maybe_texts,
    collection=maybe_texts,
    container=maybe_texts,
    contributors=text_tuples,
    head=st.builds(Head, text_tuples, maybe_texts, maybe_texts, maybe_texts),
    sources=st.dictionaries(texts, st.sampled_from(Source), max_size=4),
)
files = st.builds(StoredFile, texts, texts, counts, texts)
pages = st.builds(
    Page, st.sampled_from(PageKind), lengths, lengths, st.booleans(), counts, counts, texts
)
paragraphs = st.builds(
    Paragraph, counts, counts, counts, st.sampled_from(ParagraphRole), st.none() | counts
)
numbers = st.lists(counts, max_size=4).map(tuple)
versions = st.builds(
    Version,
    id=texts,
    label=texts,
    kind=st.sampled_from(VersionKind),
    language=maybe_texts,
    pages=numbers,
    text=st.text(),
    paragraphs=st.lists(paragraphs, max_size=4).map(tuple),
    page_starts=numbers,
)
documents = st.builds(
    Document,
    id=st.just(""),
    record=records,
    files=st.lists(files, max_size=3).map(tuple),
    pages=st.lists(pages, max_size=4).map(tuple),
    versions=st.lists(versions, max_size=3).map(tuple),
    is_record=st.booleans(),
    problem=texts,
)

boxes = st.builds(Box.between, parts, parts, parts, parts)
corners = st.lists(st.tuples(parts, parts), max_size=4).map(tuple)
regions = st.builds(Region, counts, st.lists(boxes, max_size=3).map(tuple), corners, texts, texts)


def passages(version):
    return st.builds(Passage, st.just(version), counts, counts, texts, texts, texts)


def annotations(document, version, ids=texts):
    return st.builds(
        Annotation,
        id=ids,
        document=st.just(document),
        kind=st.sampled_from(AnnotationKind),
        colour=st.sampled_from(Colour),
        targets=st.lists(passages(version) | regions, max_size=3).map(tuple),
        made=times,
        changed=times,
        note=texts,
        tags=text_tuples,
        deleted=st.none() | times,
        reply_to=maybe_texts,
    )


def bookmarks(document, version, ids=texts):
    return st.builds(
        Bookmark,
        id=ids,
        document=st.just(document),
        name=texts,
        made=times,
        page=st.none() | counts,
        passage=st.none() | passages(version),
        deleted=st.none() | times,
    )


def corrections(document, version, ids=texts):
    return st.builds(
        Correction,
        id=ids,
        document=st.just(document),
        kind=st.sampled_from(CorrectionKind),
        passage=passages(version),
        made=times,
        changed=times,
        text=texts,
        deleted=st.none() | times,
    )


def placements(document, version, ids=texts):
    return st.builds(
        Placement,
        id=ids,
        document=st.just(document),
        passage=passages(version),
        place=st.none() | passages(version),
        made=times,
        deleted=st.none() | times,
    )


def a_document(title="A letter", text="Dear Sir,\n\nAll is well.", digest="", pages=1):
    """A plain document of one file, with one transcript."""
    return Document(
        id="",
        record=Record(title, sources={"title": Source.FILE}),
        files=(StoredFile(digest, f"{title}.pdf", 10, "application/pdf"),),
        pages=tuple(Page(PageKind.SCAN, 595.0, 842.0, text_layer=False) for _ in range(pages)),
        versions=(
            Version(
                "",
                "Transcript - English",
                VersionKind.TRANSCRIPT,
                "en",
                (),
                text,
                (Paragraph(0, len(text)),),
            ),
        ),
    )
