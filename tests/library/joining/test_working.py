"""A document is joined as its words come in: from text layers first, else by recognition."""

from dataclasses import replace
from pathlib import Path

import pytest

from library.errors import RecognitionUnavailable
from library.joining.working import JoinedFurther, Means, join_document
from library.model.document import Document, Page, PageKind, Paragraph, StoredFile, Version
from library.model.document import VersionKind as Kind
from library.model.record import Record
from library.pages.requests import FileSource
from tests.library.joining.fakes import FakeEngine, FakeKept, FakePool, Here, words_of

FIRST = (
    "The engineer said that the new bridge would bear",
    "forty tons if the ice on the river did not come",
    "before the second pier had been finished by them",
)
SECOND = (
    "Nothing more was settled on that evening, and the",
    "mayor went home with the papers under one arm in",
    "the rain that had begun to fall upon the harbour",
)
TEXT = " ".join(FIRST) + "\n\n" + " ".join(SECOND)
SPOILED = tuple(
    "".join("xq "[nth % 3] if nth % 3 < 2 and nth % 4 else c for nth, c in enumerate(line))
    for line in FIRST
)


def a_document(kind=Kind.TRANSCRIPT, layers=(False, False), text=TEXT):
    version = Version("t", "A text", kind, "en", (), text, (Paragraph(0, len(text)),))
    return Document(
        "d",
        Record("A talk about the bridge"),
        (StoredFile("f" * 64, "talk.pdf", 1, "application/pdf"),),
        tuple(
            Page(PageKind.SCAN, 600, 800, text_layer=layer, frame=frame)
            for frame, layer in enumerate(layers)
        ),
        (version,),
        is_record=True,
    )


def joined(document, layers=None, recognised=None, kept=None, on_screen=0):
    """The steps of the work, its result, and the engine."""
    engine = FakeEngine(recognised or {0: words_of(*FIRST), 1: words_of(*SECOND)})
    means = Means(FakePool(layers), kept or FakeKept(), Here(), lambda _: engine)
    sources = (FileSource(Path("talk.pdf")),)
    work = join_document(document, sources, means, on_screen=lambda: on_screen)
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value, engine


def linked(result, version="t"):
    return len({(k.start, k.end) for k in result.alignment(version).links if k.certainty >= 0.9})


def test_pages_without_words_of_their_own_are_recognised_and_joined():
    _, result, engine = joined(a_document())
    assert linked(result) == len(TEXT.split())
    assert sorted(engine.read) == [0, 1]
    assert result.pages == {0, 1}


def test_the_page_on_screen_is_joined_before_the_others():
    steps, _, engine = joined(a_document(), on_screen=1)
    assert engine.read == [1, 0]
    told = [step.joined.pages for step in steps if isinstance(step, JoinedFurther)]
    assert told[0] == {1}
    assert told[-1] == {0, 1}


def test_a_text_layer_that_says_what_the_transcript_says_is_not_read_again():
    layers = {0: words_of(*FIRST), 1: words_of(*SECOND)}
    _, result, engine = joined(a_document(layers=(True, True)), layers)
    assert engine.read == []
    assert linked(result) == len(TEXT.split())


def test_a_spoiled_text_layer_is_read_again_and_the_better_one_is_taken():
    layers = {0: words_of(*SPOILED), 1: words_of(*SECOND)}
    _, result, engine = joined(a_document(layers=(True, True)), layers)
    assert engine.read == [0]
    assert linked(result) == len(TEXT.split())


def test_the_text_layer_stays_where_recognition_finds_even_less():
    half = (FIRST[0], *SPOILED[1:])
    layers = {0: words_of(*half), 1: words_of(*SECOND)}
    nothing = {0: words_of("Qzx vwk"), 1: words_of(*SECOND)}
    _, result, engine = joined(a_document(layers=(True, True)), layers, nothing)
    assert engine.read == [0]
    assert any(link.page == 0 for link in result.alignment("t").links)


def test_what_was_recognised_once_is_not_recognised_again():
    kept = FakeKept()
    joined(a_document(), kept=kept)
    _, result, engine = joined(a_document(), kept=kept)
    assert engine.read == []
    assert linked(result) == len(TEXT.split())


def test_without_an_engine_a_sentence_says_how_to_get_it_and_the_rest_is_joined():
    def missing(_):
        raise RecognitionUnavailable("Install the extra.")

    means = Means(FakePool({0: words_of(*FIRST)}), FakeKept(), Here(), missing)
    sources = (FileSource(Path("talk.pdf")),)
    steps = list(join_document(a_document(layers=(True, False)), sources, means))
    last = [step for step in steps if isinstance(step, JoinedFurther)][-1]
    assert last.problem == "Install the extra."
    assert last.joined.pages == {0}
    assert linked(last.joined) > 25


def test_a_document_without_a_transcript_gets_the_recognised_text():
    _, result, _ = joined(a_document(Kind.TRANSLATION, text="Nothing of it.\n\nAt all."))
    assert result.recognised is not None
    assert result.recognised.kind is Kind.RECOGNISED
    text = result.recognised.text
    for link in result.alignment(result.recognised.id).links:
        assert text[link.start : link.end] in TEXT


@pytest.mark.parametrize(("layer", "read"), [(FIRST, [0]), (SPOILED, [0, 1])])
def test_without_a_transcript_one_page_tells_what_the_text_layers_are_worth(layer, read):
    document = replace(a_document(layers=(True, True)), versions=())
    layers = {0: words_of(*layer), 1: words_of(*SECOND)}
    _, result, engine = joined(document, layers)
    assert sorted(engine.read) == read
    assert "The engineer said" in result.recognised.text


def test_the_work_can_be_stopped_at_every_step():
    steps, _, _ = joined(a_document())
    for count in range(1, len(steps)):
        engine = FakeEngine({0: words_of(*FIRST), 1: words_of(*SECOND)})
        means = Means(FakePool(), FakeKept(), Here(), lambda _, engine=engine: engine)
        work = join_document(a_document(), (FileSource(Path("talk.pdf")),), means)
        for _ in range(count):
            next(work)
        work.close()  # raises where something would go on
