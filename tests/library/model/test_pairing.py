from library.model.pairing import Pairing, ParagraphPair

PAIRING = Pairing(
    "english",
    "german",
    (
        ParagraphPair(0, 0, 0.99),
        ParagraphPair(1, 1, 0.95),
        ParagraphPair(1, 2, 0.6),
        ParagraphPair(2, 2, 0.97),
    ),
)


def test_partners_are_found_from_either_side():
    assert PAIRING.partners("english", 1) == (1, 2)
    assert PAIRING.partners("german", 2) == (1, 2)


def test_doubtful_pairs_are_left_out_where_the_reader_is_shown_them():
    assert PAIRING.partners("english", 1, least=0.9) == (1,)
    assert PAIRING.partners("german", 2, least=0.9) == (2,)


def test_a_paragraph_without_counterpart_has_no_partners():
    assert PAIRING.partners("english", 7) == ()


def test_another_version_has_no_partners():
    assert PAIRING.partners("french", 0) == ()
