from library.alignment.fixing import marked
from library.alignment.normalising import words_in
from library.model.geometry import Box
from library.model.link import Link, LinkKind
from tests.library.alignment.pages import page_of

TEXT = "one two three"


def test_the_words_of_a_fixed_link_are_marked_alike_on_both_sides():
    page = page_of("one tvvo three")
    link = Link(4, 7, 0, (page.words[1].box,), 1.0, LinkKind.WORD)
    work = marked(TEXT, words_in(TEXT), [page], [link])
    assert work.words[1] == work.pages[0].words[1].text
    assert work.words[::2] == ["one", "three"]
    assert work.fixed == {1}


def test_a_link_over_several_words_is_one_mark():
    page = page_of("one two three")
    whole = Box(0.0, 0.0, 1.0, 1.0)
    work = marked(TEXT, words_in(TEXT), [page], [Link(0, 7, 0, (whole,), 1.0, LinkKind.WORD)])
    assert work.words[1:] == ["", "three"]
    assert [word.text for word in work.pages[0].words] == [work.words[0]]


def test_links_are_marked_apart_and_other_pages_left_alone():
    page, other = page_of("one two three"), page_of("one two three", page=1)
    links = [
        Link(start, end, 0, (word.box,), 1.0, LinkKind.WORD)
        for (start, end), word in zip(words_in(TEXT), page.words, strict=True)
    ]
    work = marked(TEXT, words_in(TEXT), [page, other], links)
    assert len(set(work.words)) == 3
    assert work.pages[1] is other
