from PySide6.QtGui import QImage

from viewer.drawing.pictures import Pictures
from viewer.drawing.pieces import Piece


def picture(width=10, height=10):
    return QImage(width, height, QImage.Format.Format_RGB32)


def test_the_picture_not_looked_at_for_longest_goes_first():
    pictures = Pictures(room=2 * 400)
    first, second, third = (Piece(n, 10, 10) for n in range(3))
    pictures.put(first, picture())
    pictures.put(second, picture())
    pictures.get(first)
    pictures.put(third, picture())
    assert first in pictures
    assert second not in pictures
    assert pictures.held == 800


def test_a_picture_larger_than_the_room_is_kept_while_it_is_needed():
    pictures = Pictures(room=100)
    pictures.put(Piece(0, 10, 10), picture())
    assert Piece(0, 10, 10) in pictures


def test_putting_a_piece_twice_counts_it_once():
    pictures = Pictures(room=1000)
    pictures.put(Piece(0, 10, 10), picture())
    pictures.put(Piece(0, 10, 10), picture())
    assert pictures.held == 400


def test_another_size_stands_in_the_whole_page_below_its_tiles():
    pictures = Pictures(room=10_000)
    tile, small, large = Piece(0, 40, 40, (0, 0, 10, 10)), Piece(0, 10, 10), Piece(0, 20, 20)
    for piece in (tile, small, large):
        pictures.put(piece, picture())
    assert [piece for piece, _ in pictures.stand_ins(0, 80)] == [large, tile]


def test_the_thumbnail_stands_in_where_nothing_else_is_there():
    pictures = Pictures(room=10_000)
    pictures.thumbnail = lambda _page: picture(6, 8)
    assert [piece for piece, _ in pictures.stand_ins(0, 80)] == [Piece(0, 6, 8)]


def test_clearing_leaves_nothing():
    pictures = Pictures(room=10_000)
    pictures.put(Piece(0, 10, 10), picture())
    pictures.clear()
    assert len(pictures) == 0
    assert pictures.held == 0
