"""Each document gets the engine that reads its script, or is told what is missing."""

import pytest

from library.errors import RecognitionUnavailable, ScriptUnreadable
from library.recognition import engine
from library.recognition.choosing import engine_for
from tests.library.recognition.written import RUSSIAN, written

DATA = "rus", "ukr", "eng", "ell", "ara", "heb"


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """A set of what is installed: packages and names of data; to be changed by the test."""
    things = {"rapidocr", "onnxruntime", "tesserocr", *DATA}

    def put_data(environment=None):
        for name in DATA:
            file = tmp_path / f"{name}.traineddata"
            file.unlink(missing_ok=True)
            if name in things:
                file.write_bytes(b"data")
        return (tmp_path,)

    monkeypatch.setattr(engine, "find_spec", lambda name: name if name in things else None)
    monkeypatch.setattr(engine, "version", lambda name: f"{name}-1")
    monkeypatch.setattr(engine, "folders", put_data)
    return things


@pytest.mark.parametrize(
    ("document", "engine_and_data"),
    [
        (written(), ("rapidocr",)),
        (written(codes=("de",)), ("rapidocr",)),
        (written(codes=("zh-Hant",)), ("rapidocr",)),
        (written(codes=("ja",)), ("rapidocr",)),
        (written(translation="The mayor asked."), ("rapidocr",)),
        (written(codes=("ru",)), ("tesserocr", "rus")),
        (written(codes=("ru", "en")), ("tesserocr", "rus+eng")),
        (written(codes=("en", "ru")), ("tesserocr", "rus+eng")),
        (written(codes=("bg",)), ("tesserocr", "rus")),
        (written(codes=("el",)), ("tesserocr", "ell")),
        (written(codes=("ar",)), ("tesserocr", "ara")),
        (written(codes=("he",)), ("tesserocr", "heb")),
        (written(codes=("uk", "ru")), ("tesserocr", "ukr+rus")),
        (written(codes=("ru",), transcript="The mayor asked."), ("rapidocr",)),
        (written(codes=("en",), transcript=RUSSIAN), ("tesserocr", "rus")),
        (written(transcript="ᚠᚢᚦ"), ("rapidocr",)),
    ],
)
def test_the_engine_reads_the_script(installed, document, engine_and_data):
    chosen = engine_for(document)
    assert (chosen.name, *chosen.arguments[1:]) == engine_and_data


def test_results_are_kept_apart_by_engine_and_languages(installed):
    documents = [written(codes=codes) for codes in [("de",), ("ru",), ("ru", "en"), ("el",)]]
    chosen = [engine_for(document) for document in documents]
    assert len({(setup.name, setup.version) for setup in chosen}) == 4
    assert chosen[2].version.startswith("tesserocr-1 rus:4+eng:4/")


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ({"tesserocr"}, ["diptych[tesseract]"]),
        ({"ell"}, ["ell.traineddata"]),
        ({"tesserocr", "ell"}, ["diptych[tesseract]", "ell.traineddata"]),
    ],
)
def test_what_is_missing_is_named_exactly(installed, missing, named):
    installed -= missing
    with pytest.raises(ScriptUnreadable, match="Greek") as failure:
        engine_for(written(codes=("el",)))
    parts = ["diptych[tesseract]", "ell.traineddata"]
    assert [part for part in parts if part in str(failure.value)] == named


def test_what_is_missing_is_one_sentence(installed):
    installed -= {"tesserocr", "ell"}
    with pytest.raises(RecognitionUnavailable) as failure:
        engine_for(written(codes=("el",)))
    assert str(failure.value).startswith(
        "To find words in Greek script on scans, Diptych needs its extra “tesseract” "
        "(pip install 'diptych[tesseract]') and Tesseract's data ell.traineddata ("
    )


def test_a_document_mostly_in_latin_script_is_read_without_tesseract(installed):
    installed -= {"tesserocr"}
    assert engine_for(written(codes=("en", "ru"))).name == "rapidocr"
    with pytest.raises(ScriptUnreadable):
        engine_for(written(codes=("ru", "en")))


def test_what_reads_latin_script_may_be_missing_too(installed):
    installed -= {"onnxruntime"}
    with pytest.raises(RecognitionUnavailable, match=r"diptych\[ocr\]"):
        engine_for(written())
    assert engine_for(written(codes=("ru",))).name == "tesserocr"


def test_an_engine_that_proves_not_to_be_whole_names_all_it_needs(installed):
    told = engine_for(written(codes=("el",))).how_to_get
    assert "diptych[tesseract]" in told
    assert "ell.traineddata" in told
