"""The head of a memorandum is read where a text has one."""

from library.importers.head import read_head
from library.importers.texts import compose
from library.model.document import Version, VersionKind
from library.model.record import Head


def head_of(*paragraphs):
    composed = compose(["\n\n".join(paragraphs)])
    return read_head(
        Version("v", "T", VersionKind.TRANSCRIPT, "en", (), composed.text, composed.paragraphs)
    )


def test_a_whole_head_is_read():
    head = head_of(
        "TOP SECRET",
        "Memorandum of Conversation",
        "Date: May 1, 1950",
        "Place: The White House",
        "Participants: The President\nMr. A. B. Miller",
        "The Ambassador of France",
        "Subject: Trade and Tariffs.",
        "The President said that he had read the paper.",
    )
    assert head == Head(
        present=("The President", "Mr. A. B. Miller", "The Ambassador of France"),
        subject="Trade and Tariffs",
        classification="TOP SECRET",
        place="The White House",
    )


def test_names_end_where_the_talk_begins():
    head = head_of(
        "PRESENT:",
        "Mr. Miller",
        "Mr. Smith.",
        "Mr. Miller opened the meeting and said that he was glad to see everyone here.",
        "Mr. Jones was not there.",
    )
    assert head.present == ("Mr. Miller", "Mr. Smith.")


def test_a_place_stands_after_the_date_of_a_memorandum_only():
    lines = ["May 1, 1950, 9:30 p.m.", "The Kremlin"]
    assert head_of(*lines, "Present: Mr. Smith").place == "The Kremlin"
    assert head_of(*lines, "Dear Mr. Smith,").place is None


def test_a_text_without_a_head_has_none():
    assert head_of("Dear Sirs,", "Secret talks were held. Present were all: none.") == Head()
    assert head_of() == Head()
