"""What the actions of a document tab do, by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from library.model.reading import Arrangement, Fit
from viewer.arrangements import ARRANGEMENTS
from viewer.document_tab import DocumentTab
from viewer.places import Tool

Command = Callable[[DocumentTab], None]


def _mark(tool: Tool) -> Command:
    """Mark the selected words where there are some, else take the tool in hand."""

    def run(tab: DocumentTab) -> None:
        marks = {
            Tool.HIGHLIGHT: tab.text.highlight_selection,
            Tool.UNDERLINE: tab.text.underline_selection,
            Tool.NOTE: tab.text.note_selection,
        }
        if tool in marks and tab.text.has_selection:
            marks[tool]()
            tab.show_state()
        else:
            tab.reading.take_tool(tool)

    return run


def _arrange(arrangement: Arrangement) -> Command:
    return lambda tab: tab.reading.arrange(arrangement)


def _copy(tab: DocumentTab) -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        focus.copy()
    else:
        tab.text.view.copy()


def _correct(tab: DocumentTab) -> None:
    if tab.text.has_selection:
        tab.bring_text()
        tab.text.correct()
    else:
        tab.say(tab.tr("Select the words first; then say what they should read."))


def _star(tab: DocumentTab) -> None:
    starred = tab.reading.notebook.star()
    tab.say(tab.tr("The document was starred.") if starred else tab.tr("The star was taken away."))


def ask_for_place(tab: DocumentTab) -> None:
    """Ask where on the scan the selected words stand."""
    mending = tab.reading.mending
    if mending.selected is None:
        tab.say(tab.tr("Select words in the text first; then say where they stand."))
    elif not mending.can_place(mending.selected):
        tab.say(tab.tr("These words cannot be joined with the scan one by one."))
    else:
        mending.begin(mending.selected)


def bookmark_here(tab: DocumentTab) -> None:
    """Mark the selected passage, or else the page."""
    if not tab.reading.is_kept:
        tab.say(tab.tr("The document is still being added to your library."))
    elif tab.text.has_selection:
        tab.text.bookmark_selection()
    else:
        pages, page = tab.reading.document.scan_pages, tab.reading.page
        number = pages.index(page) + 1 if page in pages else page + 1
        tab.reading.notebook.bookmark(tab.tr("Page {0}").format(number), page)
        tab.say(tab.tr("Page {0} was bookmarked.").format(number))


COMMANDS: dict[str, Command] = {
    "copy": _copy,
    "copy_quotation": lambda tab: tab.text.copy_with_citation(),
    "copy_citation": lambda tab: tab.citing.cite_document(),
    "find": lambda tab: tab.find_in_text(),
    "find_next": lambda tab: tab.text.find_next(),
    "find_previous": lambda tab: tab.text.find_previous(),
    "zoom_in": lambda tab: tab.scan.view.zoom_in(),
    "zoom_out": lambda tab: tab.scan.view.zoom_out(),
    "fit_page": lambda tab: tab.scan.view.set_fit(Fit.PAGE),
    "fit_width": lambda tab: tab.scan.view.set_fit(Fit.WIDTH),
    "true_size": lambda tab: tab.scan.view.set_zoom(1.0),
    "rotate_left": lambda tab: tab.scan.view.rotate(-90),
    "rotate_right": lambda tab: tab.scan.view.rotate(90),
    "single_page": lambda tab: tab.scan.view.set_single_page(not tab.reading.position.single_page),
    **{name: _arrange(arrangement) for name, arrangement in ARRANGEMENTS.items()},
    "text_beside": lambda tab: tab.show_text_beside(),
    "back": lambda tab: tab.reading.go_back(),
    "forward": lambda tab: tab.reading.go_forward(),
    "first_page": lambda tab: tab.scan.view.first_page(),
    "previous_page": lambda tab: tab.scan.view.previous_page(),
    "next_page": lambda tab: tab.scan.view.next_page(),
    "last_page": lambda tab: tab.scan.view.last_page(),
    "page_field": lambda tab: tab.bar.edit_page(),
    "highlight": _mark(Tool.HIGHLIGHT),
    "underline": _mark(Tool.UNDERLINE),
    "note": _mark(Tool.NOTE),
    "area": _mark(Tool.AREA),
    "bookmark": bookmark_here,
    "check": lambda tab: tab.text.check(),
    "correct": _correct,
    "star": _star,
    "show_notes": lambda tab: tab.show_notes(),
    "show_details": lambda tab: tab.show_details(),
    "place": ask_for_place,
    "show_differences": lambda tab: tab.show_differences(),
}
