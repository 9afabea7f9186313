from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from library.model.document import Version, VersionKind
from viewer.transcript.offsets import Offsets, astral_characters, to_code_points, to_units
from viewer.transcript.pieces import LONGEST, for_qt, pieces_of

scripts = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("abc é\u0301\u0308 שלוםְ قالَ 漢字 👩‍👩‍👧 𐀀𝒜🌉"),
    ),
    max_size=60,
)


@given(scripts, st.data())
def test_every_code_point_comes_back_from_utf16(text, data):
    index = data.draw(st.integers(0, len(text)))
    astral = astral_characters(text)
    units = to_units(astral, index)
    assert units == len(text[:index].encode("utf-16-le")) // 2
    assert to_code_points(astral, units) == index


def test_the_middle_of_a_pair_is_its_start():
    assert to_code_points(astral_characters("a🌉b"), 2) == 1


def make_version(paragraphs, **more):
    return Version("v", "Text", VersionKind.TEXT, None, (), "\n\n".join(paragraphs), (), **more)


def set_in_type(version):
    """The text in Qt's document, and the way between them."""
    offsets, shown = Offsets(), []
    for piece in pieces_of(version):
        offsets.append(piece.start, piece.end, version.text[piece.start : piece.end])
        shown.append(for_qt(version.text[piece.start : piece.end]))
    document = QTextDocument()
    QTextCursor(document).insertText("\u2029".join(shown))
    return document, offsets


paragraphs = st.lists(scripts.filter(lambda text: text.strip("\n")), min_size=1, max_size=6)


@given(paragraphs)
def test_qt_shows_each_character_where_the_offsets_say(qapp, texts):
    version = make_version(texts)
    document, offsets = set_in_type(version)
    assert document.blockCount() == len(offsets)
    for piece in pieces_of(version):
        for offset in range(piece.start, piece.end):
            cursor = QTextCursor(document)
            cursor.setPosition(offsets.position(offset))
            cursor.setPosition(offsets.position(offset + 1), QTextCursor.MoveMode.KeepAnchor)
            character = version.text[offset]
            if character.isprintable():
                assert cursor.selectedText() == character
            assert offsets.offset(offsets.position(offset)) == offset


@given(paragraphs)
def test_positions_and_offsets_keep_their_order(qapp, texts):
    version = make_version(texts)
    document, offsets = set_in_type(version)
    positions = [offsets.position(offset) for offset in range(len(version.text) + 1)]
    assert positions == sorted(positions)
    found = [offsets.offset(position) for position in range(document.characterCount())]
    assert found == sorted(found)


def test_a_blank_line_belongs_to_the_paragraph_before_it():
    _, offsets = set_in_type(make_version(["One", "Two"]))
    assert [offsets.position(offset) for offset in (3, 4, 5)] == [3, 3, 4]
    assert [offsets.offset(position) for position in (3, 4)] == [3, 5]


def test_what_is_not_told_yet_stands_at_the_end():
    offsets = Offsets()
    assert offsets.position(7) == 0
    offsets.append(0, 3, "One")
    assert offsets.position(99) == 3
    assert offsets.offset(99) == 3


def test_a_very_long_paragraph_is_set_in_parts_that_lose_nothing():
    words = "word " * LONGEST
    for text in (words, "漢" * (3 * LONGEST)):
        pieces = list(pieces_of(make_version([text])))
        assert len(pieces) > 2
        assert max(piece.end - piece.start for piece in pieces) <= 2 * LONGEST
        shown = "".join(text[piece.start : piece.end] for piece in pieces)
        assert "".join(shown.split()) == "".join(text.split())


def test_what_qt_would_take_for_structure_is_shown_as_a_space(qapp):
    version = make_version(["a\u2029b\ufdd0c\ufffcd\x00e\rf"])
    document, offsets = set_in_type(version)
    assert document.toPlainText() == "a b c d e f"
    assert len(offsets) == 1
