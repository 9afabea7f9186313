"""Words recognised on pages become a text in paragraphs that knows its words' places."""

from library.alignment.recognised_text import recognised_text
from library.model.document import VersionKind
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of

LINES = [
    "The committee met on Tuesday in the large room",
    "of the town hall and heard the report of its com-",
    "mittee on water.",
]


def test_it_is_a_version_that_says_it_was_recognised():
    version, alignment = recognised_text([page_of(*LINES, page=3)], "r1", "en")
    assert (version.id, version.label, version.language) == ("r1", "Recognised text", "en")
    assert version.kind is VersionKind.RECOGNISED
    assert (version.pages, version.page_starts) == ((3,), (0,))
    assert alignment.version == "r1"


def test_every_word_links_to_its_own_box():
    page = page_of("two words", "and more")
    version, alignment = recognised_text([page], "r1", None)
    found = {version.text[link.start : link.end]: link.boxes for link in alignment.links}
    assert found == {word.text: (word.box,) for word in page.words}
    assert {(link.certainty, link.kind) for link in alignment.links} == {(1.0, LinkKind.WORD)}


def test_a_word_broken_at_the_end_of_a_line_is_one_word_with_two_boxes():
    page = page_of(*LINES)
    version, alignment = recognised_text([page], "r1", None)
    assert version.text == " ".join(LINES).replace("com- mittee", "committee")
    link = alignment.link_at(version.text.index("committee on"))
    assert version.text[link.start : link.end] == "committee"
    assert [word.text for word in page.words if word.box in link.boxes] == ["com-", "mittee"]


def test_no_page_gives_an_empty_text():
    version, alignment = recognised_text([], "r1", None)
    assert (version.text, version.paragraphs, alignment.links) == ("", (), ())
