"""What Tesseract tells of a page becomes words in lines."""

from library.recognition.worker.seen import Seen, words_of

TABLE = """\
1\t1\t0\t0\t0\t0\t0\t0\t1653\t2339\t-1\t
2\t1\t1\t0\t0\t0\t197\t211\t146\t22\t-1\t
4\t1\t1\t1\t1\t0\t197\t211\t146\t22\t-1\t
5\t1\t1\t1\t1\t1\t286\t211\t57\t22\t75.000000\t\u200fסודי\u200f
5\t1\t1\t1\t1\t2\t197\t211\t77\t22\t90.5\tביותר
4\t1\t1\t1\t2\t0\t197\t279\t1159\t38\t-1\t
5\t1\t1\t1\t2\t1\t1229\t279\t127\t38\t0.000000\t \n\
5\t1\t1\t1\t2\t2\t200\t279\t20\t38\t33.0\t1944
5\t1\t2\t1\t1\t1\t200\t400\t20\t38\t12.0\t—
"""


def test_words_have_their_places_and_certainties():
    first, *_ = words_of(TABLE)
    assert first == Seen("סודי", 286, 211, 343, 233, line=0, certainty=0.75)


def test_words_of_a_line_share_its_number():
    assert [(seen.text, seen.line) for seen in words_of(TABLE)] == [
        ("סודי", 0),
        ("ביותר", 0),
        ("1944", 1),
        ("—", 2),
    ]


def test_of_an_empty_page_nothing_is_told():
    assert list(words_of("")) == []
