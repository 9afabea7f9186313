"""The words of the guide: what its cover says, and its three typed pages.

A tab is what the typist's tabulator was: at the start of a paragraph an indent, within a
line a jump to the right.  Words between underscores are underlined on the scan.
"""

import re

DATE = "November 22, 2026"
TITLE = "How to Read with Diptych"
CITATION = f'"{TITLE}", {DATE}, Diptych, guide, sample record'
SUMMARY = (
    "A memorandum that teaches reading, annotating and bookmarking by being read. It is the "
    "guide of the program, written and typed for this purpose; no archive holds it."
)
LANGUAGE = "English"
CONTENTS = ("Original Scan", f"Transcript - {LANGUAGE}")

HEAD_TABS = "\t" * 6

PAGES: tuple[tuple[str, ...], ...] = (
    (
        f"MEMORANDUM{HEAD_TABS}{DATE}",
        "To: The reader",
        "From: The makers of Diptych",
        "Subject: Reading a scan beside its transcript.",
        "\tThis is the guide of the program. It was typed to be practised on, and lies in no "
        "archive; otherwise it is like a record from one, with a catalogue card, a scan and "
        "a transcript.",
        "\tThe sheet at the left is the scan. The same words stand at the right, set in type. "
        "What the catalogue says is in the side panel under Details, and what you think of "
        "it will be there under Notes.",
        "\tScan and text are joined, word by word. Rest the pointer on a word at the right, and "
        "its place on the sheet lights up; rest it on the sheet, and the word lights up in "
        "the text. Click, and you are taken there. The program has to read the sheet first; "
        "that takes some seconds, and the bottom line of the window says when it is done.",
        "\tClick the scan; then Page Down turns the page, Page Up turns it back. Hold Ctrl "
        "and turn the wheel of the mouse: the sheet grows where the pointer is. Ctrl+0 shows "
        "the whole page again, Ctrl+9 fits its width. Ctrl+Alt+G takes you to the page field; "
        "type a number there and press Enter.",
        "\tPull the line between scan and text to give one of them more room. You may also "
        "set them one above the other, or have one alone. Each document keeps the "
        "arrangement that you chose for it. Now press Page Down, and",
    ),
    (
        "the transcript comes with you to this page.",
        "\tA transcript gives the quick answer, and the scan the sure one. Select the words "
        "'_the quick answer_' in the text at the right. A small bar appears; choose yellow, "
        "and they are highlighted. There are eight colours, and what each of them means is "
        "for you to say.",
        "\tThe same bar underlines, and it takes notes. Select '_the sure one_', choose the note, "
        "and write in the side panel whether you agree. You need not save: what you type is "
        "kept as you type it. Changed your mind? Ctrl+Z takes back the last thing you did, "
        "and the Edit menu gives its name.",
        "\tIf you mark a great deal, take up a tool first and keep it in your hand: Alt+1 "
        "highlights, Alt+2 underlines, Alt+3 makes a note. Esc puts it down again.",
        "\tSome things have no words, such as a stamp, a stain or a signature. Press Alt+5 "
        "and draw a box on the scan, around the ring that a teacup has left at the foot of "
        "this page. Your notes on the scan and in the text stand together, in the order of "
        "reading. Click one, and you are taken to its place.",
    ),
    (
        "\tNext month you will not remember where you stopped. Press Ctrl+B: this page now "
        "has a bookmark, and it stands with your notes. Then close the program if you like. "
        "When you start it again, your documents are open as you left them, at the same "
        "page and the same size.",
        "\tTo find a word, click into the text and press Ctrl+F. Look for '_teacup_': it "
        "stands here twice, and F3 goes from one to the other.",
        "\tTo compare closely press Ctrl+Alt+5: each line of the scan now stands directly above "
        "its words. Press it again to have the sheets back.",
        "\tTo quote, select a passage and choose to copy it with its citation. What you "
        "paste then says from which record it was taken, so that others can find it too.",
        "\tNow bring papers of your own. Drop PDF files, or a folder with pictures of pages, "
        "on the Library tab. Diptych puts a copy into your library and keeps your notes "
        "beside it. The file itself is never changed, so you can always send it on as it "
        "came to you.",
        "\tThe menus hold the rest, each command with its shortcut. This guide stays in your "
        "library; write on it as much as you please.",
        "\tGood reading.",
    ),
)

_UNDERLINED = re.compile(r"_([^_]+)_")
_INDENT = "□"  # what the archive's files print for a tab


def transcript() -> tuple[str, ...]:
    """The paragraphs of the transcript, a marker such as "-2-" where a page begins."""
    paragraphs: list[str] = []
    for number, page in enumerate(PAGES, start=1):
        if number > 1:
            paragraphs.append(page_number(number))
        paragraphs.extend(_in_type(paragraph) for paragraph in page)
    return tuple(paragraphs)


def page_number(number: int) -> str:
    """How the typist numbered a page, from the second on."""
    return f"-{number}-"


def _in_type(typed: str) -> str:
    plain = _UNDERLINED.sub(r"\1", typed)
    return re.sub("\t+", lambda tabs: _INDENT * len(tabs[0]) + " ", plain)
