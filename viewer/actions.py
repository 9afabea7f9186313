"""Every action of the window as a table: its words, its keys, its place in the menus.

What an action does stands in `main_window` (for the window) and `tab_commands` (for the
tab in front).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from viewer.icons import icon

CONTEXT = "actions"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.  `keys` are in Qt's portable notation; the first is shown in the menu."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


SEPARATOR = None
UNDO = "undo"  # made by the undo group, with the step's name
RECENT = "recent"  # a submenu, filled when it is opened

MENUS: tuple[tuple[str, tuple[ActionRow | str | None, ...]], ...] = (
    (
        "&File",
        (
            ActionRow("open", "&Open…", ("Ctrl+O",), "folder-open"),
            ActionRow("open_folder", "Open a &Folder of Pictures…", ("Ctrl+Shift+O",), "images"),
            RECENT,
            SEPARATOR,
            ActionRow("edit_record", "Edit Re&cord…", ("Ctrl+Alt+E",), "pencil"),
            ActionRow("fill_records", "Fill &Records from References…"),
            ActionRow("duplicates", "Find &Duplicates…"),
            ActionRow("people", "&People…", (), "user"),
            ActionRow("export", "&Export Annotations…", ("Ctrl+Shift+E",), "share"),
            ActionRow("backups", "&Backups…", (), "history"),
            SEPARATOR,
            ActionRow("close_tab", "&Close Tab", ("Ctrl+W",), "x"),
            SEPARATOR,
            ActionRow("quit", "&Quit", ("Ctrl+Q",), "log-out"),
        ),
    ),
    (
        "&Edit",
        (
            UNDO,
            SEPARATOR,
            ActionRow("copy", "&Copy", ("Ctrl+C",), "copy"),
            ActionRow("copy_quotation", "Copy with C&itation", ("Ctrl+Shift+C",), "quote"),
            ActionRow("copy_citation", "Copy Citation of the &Document", ("Ctrl+Alt+C",)),
            ActionRow("cite", "Cit&e…", ("Ctrl+Alt+Shift+C",)),
            SEPARATOR,
            ActionRow("find", "&Find in This Document", ("Ctrl+F",), "search"),
            ActionRow("find_next", "Find &Next", ("F3", "Ctrl+G")),
            ActionRow("find_previous", "Find &Previous", ("Shift+F3", "Ctrl+Shift+G")),
            ActionRow("find_document", "Find a &Document", ("Ctrl+Shift+F",), "library"),
            SEPARATOR,
            ActionRow("history", "&History…", ("Ctrl+H",), "history"),
            ActionRow("trash", "&Trash…", (), "trash-2"),
            SEPARATOR,
            ActionRow("preferences", "P&references…", ("Ctrl+,",), "settings"),
        ),
    ),
    (
        "&View",
        (
            ActionRow("zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom-in"),
            ActionRow("zoom_out", "Zoom &Out", ("Ctrl+-",), "zoom-out"),
            ActionRow("fit_page", "Fit &Page", ("Ctrl+0",)),
            ActionRow("fit_width", "Fit &Width", ("Ctrl+9",)),
            ActionRow("true_size", "&True Size", ("Ctrl+1",)),
            SEPARATOR,
            ActionRow("rotate_left", "Rotate &Left", ("Ctrl+[",), "rotate-ccw"),
            ActionRow("rotate_right", "Rotate &Right", ("Ctrl+]",), "rotate-cw"),
            ActionRow("single_page", "&Single Page", ("Ctrl+Shift+1",), "file", checkable=True),
            SEPARATOR,
            ActionRow("beside", "Scan &Beside Text", ("Ctrl+Alt+1",), "columns-2", checkable=True),
            ActionRow("stacked", "Scan &Above Text", ("Ctrl+Alt+2",), "rows-2", checkable=True),
            ActionRow("scan_only", "S&can Alone", ("Ctrl+Alt+3",), "image", checkable=True),
            ActionRow("text_only", "Te&xt Alone", ("Ctrl+Alt+4",), "file-text", checkable=True),
            ActionRow("strip", "Line b&y Line", ("Ctrl+Alt+5",), "rows-4", checkable=True),
            ActionRow("text_beside", "Another T&ext Beside", ("Ctrl+Alt+6",), checkable=True),
            SEPARATOR,
            ActionRow(
                *("scroll_together", "Sc&roll Both Sides Together", ("Ctrl+Alt+J",), "link"),
                checkable=True,
            ),
            ActionRow(
                *("light_words", "Li&ght Up Words", ("Ctrl+Shift+L",), "lightbulb"), checkable=True
            ),
            ActionRow("legend", "What the Light &Means", (), checkable=True),
            ActionRow("join_again", "&Join Scan and Text Again", ("Ctrl+J",)),
            ActionRow("place", "&This Stands Here…", ("Ctrl+Shift+J",)),
            ActionRow("differences", "Show &Differences", ("Ctrl+D",), "diff", checkable=True),
            ActionRow("show_differences", "&List of Differences", ("Ctrl+Shift+D",)),
            ActionRow("corrections", "Sho&w Corrections", ("Ctrl+Alt+R",), checkable=True),
            SEPARATOR,
            ActionRow("thumbnails", "T&humbnails", ("F8",), "panel-left", checkable=True),
            ActionRow("annotation_bar", "&Annotation Bar", ("F6",), checkable=True),
            ActionRow("sidebar", "Side Pa&nel", ("F7",), "panel-right", checkable=True),
            ActionRow("full_screen", "F&ull Screen", ("F11",), "maximize", checkable=True),
            SEPARATOR,
            ActionRow("dark", "&Dark", (), "moon", checkable=True),
        ),
    ),
    (
        "&Go",
        (
            ActionRow("library", "&Library", ("Ctrl+L", "F9"), "library"),
            SEPARATOR,
            ActionRow("back", "&Back", ("Alt+Left",), "arrow-left"),
            ActionRow("forward", "&Forward", ("Alt+Right",), "arrow-right"),
            SEPARATOR,
            ActionRow("first_page", "F&irst Page", ("Ctrl+Home",)),
            ActionRow("previous_page", "&Previous Page", ("Ctrl+PgUp",), "chevron-up"),
            ActionRow("next_page", "&Next Page", ("Ctrl+PgDown",), "chevron-down"),
            ActionRow("last_page", "L&ast Page", ("Ctrl+End",)),
            ActionRow("page_field", "&Go to Page…", ("Ctrl+Alt+G",)),
            SEPARATOR,
            ActionRow("next_tab", "Ne&xt Tab", ("Ctrl+Tab",)),
            ActionRow("previous_tab", "Pre&vious Tab", ("Ctrl+Shift+Tab",)),
        ),
    ),
    (
        "&Annotate",
        (
            ActionRow("highlight", "&Highlight", ("Alt+1",), "highlighter", checkable=True),
            ActionRow("underline", "&Underline", ("Alt+2",), "underline", checkable=True),
            ActionRow("note", "&Note", ("Alt+3",), "sticky-note", checkable=True),
            ActionRow("area", "A&rea on the Scan", ("Alt+5",), "square-dashed", checkable=True),
            SEPARATOR,
            ActionRow("check", "&Checked against the Scan", ("Ctrl+K",), "list-checks"),
            ActionRow("correct", "&Correct the Text…", ("Ctrl+R",), "spell-check"),
            ActionRow("all_corrections", "C&orrections…", ("Ctrl+Shift+R",)),
            ActionRow("doubts", "Notes to C&heck…", ("Ctrl+Shift+K",), "triangle-alert"),
            ActionRow("file_notes", "Notes of the &File…"),
            SEPARATOR,
            ActionRow("bookmark", "&Bookmark Here", ("Ctrl+B",), "bookmark"),
            ActionRow("star", "&Star This Document", ("Ctrl+Shift+S",), "star"),
            ActionRow("show_notes", "&Show Notes and Bookmarks", ("Ctrl+Shift+B",)),
            ActionRow("all_bookmarks", "&All Bookmarks…", ("Ctrl+Alt+B",)),
            ActionRow("all_tags", "&Tags…", ("Ctrl+Shift+T",), "tags"),
            SEPARATOR,
            ActionRow("show_details", "Show &Details", ("Ctrl+I",), "info"),
        ),
    ),
    (
        "&Help",
        (
            ActionRow("guide", "The &Guide", ("F1",), "book-open"),
            ActionRow("shortcuts", "&Keyboard Shortcuts", ("Ctrl+?",), "keyboard"),
            SEPARATOR,
            ActionRow("about", "&About Diptych", (), "info"),
        ),
    ),
)

WINDOW_ACTIONS = frozenset(
    (
        *("open", "open_folder", "quit", "preferences", "full_screen", "dark", "library"),
        *(
            "backups",
            "duplicates",
            "history",
            "trash",
            "all_bookmarks",
            "all_tags",
            "people",
            "find_document",
            "next_tab",
            "previous_tab",
            "guide",
            "shortcuts",
            "about",
        ),
    )
)


def translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def rows() -> tuple[tuple[str, ActionRow], ...]:
    """Every action with the menu it stands in."""
    return tuple(
        (menu, row) for menu, entries in MENUS for row in entries if isinstance(row, ActionRow)
    )


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """The actions of the table by name; those of a tab are greyed until one is in front."""
    return {row.name: _action(row, parent) for _, row in rows()}


def _action(row: ActionRow, parent: QWidget) -> QAction:
    action = QAction(translated(row.text), parent)
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.checkable)
    if row.icon:
        action.setIcon(icon(row.icon))
    keys = _shown(row.keys[0]) if row.keys else ""
    plain = action.text().replace("&", "").rstrip("…")
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
    parent.addAction(action)
    return action


def shortcut_rows() -> list[tuple[str, str, str]]:
    """Menu, action and keys of everything that has keys, for the table of shortcuts."""
    edit = translated("&Edit").replace("&", "")
    undoing = [
        (edit, translated("Undo"), _shown("Ctrl+Z")),
        (edit, translated("Redo"), f"{_shown('Ctrl+Shift+Z')}, {_shown('Ctrl+Y')}"),
    ]
    listed = [
        (
            translated(menu).replace("&", ""),
            translated(row.text).replace("&", "").rstrip("…"),
            ", ".join(_shown(keys) for keys in row.keys),
        )
        for menu, row in rows()
        if row.keys
    ]
    return undoing + listed + _on_the_scan()


def _on_the_scan() -> list[tuple[str, str, str]]:
    """What keys do together with the mouse."""
    control = _shown("Ctrl+A").removesuffix("A")
    group = translated("On the scan")
    return [
        (group, translated("Select the words in a box"), control + translated("drag")),
        (group, translated("Zoom at the pointer"), control + translated("wheel")),
        (group, translated("Loupe over the word under the pointer"), translated("hold Z")),
        (group, translated("Pan"), f"{_shown('Space')}+{translated('drag')}"),
    ]


def _shown(key: str) -> str:
    """Keys as this platform writes them."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
