"""Tesseract's data are found where the systems put them, and told apart."""

import pytest

from library.recognition import tessdata
from library.recognition.data_names import names_of
from library.recognition.tessdata import Tessdata, data_for, folders, how_to_get
from library.recognition.writing import Writing

RUSSIAN = Writing("CYRILLIC", ("ru",))
UKRAINIAN = Writing("CYRILLIC", ("uk",))
GERMAN = Writing("LATIN", ("de-AT",))


def put(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.traineddata").write_bytes(name.encode())
    return folder


@pytest.mark.parametrize(
    ("writing", "names"),
    [
        (RUSSIAN, ("rus",)),
        (UKRAINIAN, ("ukr", "rus")),
        (Writing("CYRILLIC", ("ru", "uk")), ("rus", "ukr")),
        (Writing("CYRILLIC"), ("rus",)),
        (Writing("CYRILLIC", ("az",)), ("aze_cyrl", "rus")),
        (Writing("CYRILLIC", ("bg",)), ("bul", "rus")),
        (Writing("GREEK", ("el",)), ("ell",)),
        (Writing("GREEK", ("grc",)), ("grc", "ell")),
        (Writing("ARABIC", ("prs", "fa")), ("fas", "ara")),
        (Writing("HEBREW", ("yi",)), ("yid", "heb")),
        (Writing("HANGUL", ("ko",)), ("kor",)),
        (GERMAN, ("deu", "eng")),
        (Writing("RUNIC"), ()),
    ],
)
def test_a_writing_is_read_by_data_of_its_language_or_of_its_script(writing, names):
    assert names_of(writing) == names


@pytest.mark.parametrize(
    "place",
    [
        "usr/share/tesseract-ocr/5/tessdata",
        "usr/share/tesseract/tessdata",
        "usr/share/tessdata",
        "usr/local/share/tessdata",
        "opt/homebrew/share/tessdata",
    ],
)
def test_data_are_found_where_the_system_puts_them(tmp_path, place):
    folder = put(tmp_path / place)
    assert folders({}, tmp_path)[0] == folder


def test_the_newest_tesseract_comes_first(tmp_path):
    old, new = (put(tmp_path / f"usr/share/tesseract-ocr/{n}/tessdata") for n in ("4.00", "5"))
    assert folders({}, tmp_path)[:2] == (new, old)


def test_data_of_windows_are_found(tmp_path):
    place = put(tmp_path / "Programs" / "Tesseract-OCR" / "tessdata")
    assert place in folders({"LOCALAPPDATA": str(tmp_path)}, tmp_path / "none")


def test_what_the_reader_names_comes_before_what_the_system_has(tmp_path):
    put(tmp_path / "usr/share/tessdata")
    own = put(tmp_path / "own")
    assert folders({"TESSDATA_PREFIX": str(own)}, tmp_path)[0] == own
    inner = put(own / "tessdata")
    assert folders({"TESSDATA_PREFIX": str(own)}, tmp_path)[0] == inner


def test_other_languages_are_read_as_far_as_their_data_lie_beside(tmp_path):
    place = put(tmp_path / "a", "rus", "eng")
    elsewhere = put(tmp_path / "b", "deu", "heb")
    data = data_for([RUSSIAN, GERMAN, Writing("HEBREW")], [place, elsewhere])
    assert data == Tessdata(place, ("rus", "eng"))


def test_the_data_of_the_language_itself_win_wherever_they_are(tmp_path):
    near, far = put(tmp_path / "a", "rus"), put(tmp_path / "b", "ukr")
    assert data_for([UKRAINIAN], [near, far]) == Tessdata(far, ("ukr",))
    assert data_for([UKRAINIAN], [near]) == Tessdata(near, ("rus",))


def test_without_data_for_the_first_writing_there_are_none(tmp_path):
    assert data_for([RUSSIAN, GERMAN], [put(tmp_path, "deu")]) is None


def test_no_more_than_three_languages_are_read_together(tmp_path):
    place = put(tmp_path, "rus", "ukr", "deu", "ell")
    data = data_for([RUSSIAN, UKRAINIAN, GERMAN, Writing("GREEK")], [place])
    assert data.names == ("rus", "ukr", "deu")


def test_other_data_of_one_name_are_another_version(tmp_path):
    data = Tessdata(put(tmp_path, "rus"), ("rus",))
    before = data.version
    (tmp_path / "rus.traineddata").write_bytes(b"exact instead of quick")
    assert data.version != before
    assert "rus" in data.version


@pytest.mark.parametrize(
    ("platform", "way"),
    [
        ("linux", "apt-get install tesseract-ocr-srp-latn"),
        ("darwin", "brew install"),
        ("win32", "installer"),
        ("freebsd14", "TESSDATA_PREFIX"),
    ],
)
def test_each_system_has_its_way_to_get_data(monkeypatch, platform, way):
    monkeypatch.setattr(tessdata.sys, "platform", platform)
    told = how_to_get(Writing("LATIN", ("sr",)))
    assert "srp_latn.traineddata" in told
    assert way in told
