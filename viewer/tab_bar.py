"""The toolbar of a document tab: where the reader is on the left, tools in the middle."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from library.model.annotation import Colour
from library.model.reading import Fit
from viewer.colours import add_colours, colour_name, swatch
from viewer.places import Place
from viewer.reading import Reading

ZOOMS = (25, 50, 75, 100, 150, 200, 400, 800)  # per cent
HEIGHT = 48


class TabBar(QWidget):
    """Shows the reading's page, zoom, tool and colour, and the actions as buttons."""

    zoom_chosen = Signal(float)  # factor
    fit_chosen = Signal(object)  # Fit
    typed = Signal()  # a page or a zoom was typed, and Enter: the reader wants to read on

    def __init__(self, reading: Reading, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._reading = reading
        self._actions = actions
        self._page = self._make_page_field()
        self._pages = QLabel()
        self._pages.setObjectName("softText")
        self._zoom = self._make_zoom_box()
        self._colour = self._make_colour_button()
        self._tools = self._group(
            *("highlight", self._colour, "underline", "note", "area", None),
            *("scroll_together", "beside", "stacked", "strip"),
        )
        self._lay_out()
        reading.page_changed.connect(lambda _: self._show_page())
        reading.jumped.connect(lambda _: self._show_page())
        reading.document_changed.connect(lambda _: self._show_page())
        reading.colour_changed.connect(self._show_colour)
        self._show_page()
        self._show_colour(reading.colour)

    def edit_page(self) -> None:
        """Put the caret into the page field, ready to type."""
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.selectAll()

    def show_zoom(self, factor: float, fit: Fit) -> None:
        """Tell how large the scan is drawn."""
        names = {Fit.PAGE: self.tr("Fit page"), Fit.WIDTH: self.tr("Fit width")}
        self._zoom.setEditText(names.get(fit) or f"{factor * 100:.0f} %")

    def enable_zoom(self, enabled: bool) -> None:  # noqa: FBT001 - a state
        """Whether there is a scan to be zoomed."""
        self._zoom.setEnabled(enabled)

    def show_tools(self, shown: bool) -> None:  # noqa: FBT001 - slot of a toggled action
        self._tools.setVisible(shown)

    # --- Making ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = self._group(
            *("thumbnails", None, "back", "forward", None, self._page, self._pages),
            *("zoom_out", self._zoom, "zoom_in", "rotate_right"),
        )
        right = self._group("find", "copy_quotation", "bookmark", "sidebar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for part, side in (
            (left, Qt.AlignmentFlag.AlignLeft),
            (self._tools, Qt.AlignmentFlag.AlignHCenter),
            (right, Qt.AlignmentFlag.AlignRight),
        ):
            row.addWidget(part, 1 if part is self._tools else 0, side)

    def _group(self, *parts: str | QWidget | None) -> QWidget:
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in parts:
            if part is None:
                row.addWidget(_rule())
            elif isinstance(part, QWidget):
                row.addWidget(part)
            else:
                row.addWidget(self._button(part))
        return group

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(self._actions[name].text().replace("&", ""))
        button.setObjectName(f"{name}_button")
        return button

    def _make_page_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("page_field")
        field.setFixedWidth(52)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(self.tr("Page"))
        field.setToolTip(self.tr("Type a page number and press Enter"))
        field.setValidator(QIntValidator(1, 999_999, field))
        field.returnPressed.connect(self._go_to_typed_page)
        return field

    def _make_zoom_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("zoom_box")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setFixedWidth(104)
        box.setAccessibleName(self.tr("Zoom"))
        box.addItem(self.tr("Fit page"), Fit.PAGE)
        box.addItem(self.tr("Fit width"), Fit.WIDTH)
        for percent in ZOOMS:
            box.addItem(f"{percent} %", percent / 100)
        box.activated.connect(self._take_zoom_row)
        field = QLineEdit(box)
        field.setAccessibleName(self.tr("Zoom"))
        field.returnPressed.connect(self._take_typed_zoom)
        box.setLineEdit(field)
        return box

    def _make_colour_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("colour_button")
        button.setIconSize(QSize(18, 18))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        menu = QMenu(button)
        add_colours(menu, self._reading.take_colour)
        for number, action in enumerate(menu.actions(), start=1):
            action.setText(f"{action.text()}\t{number}")
        button.setMenu(menu)
        return button

    # --- Showing and hearing ---------------------------------------------------------

    def _show_page(self) -> None:
        pages = self._reading.document.scan_pages
        here = self._reading.page
        self._page.setText(str(pages.index(here) + 1) if here in pages else "")
        self._pages.setText(self.tr("of {0}").format(len(pages)))
        self._page.setEnabled(bool(pages))

    def _show_colour(self, colour: Colour) -> None:
        self._colour.setIcon(swatch(colour))
        text = self.tr("Colour: {0}").format(colour_name(colour))
        self._colour.setToolTip(text)
        self._colour.setAccessibleName(text)

    def _go_to_typed_page(self) -> None:
        pages = self._reading.document.scan_pages
        number = min(max(int(self._page.text() or "1"), 1), len(pages))
        self._reading.go_to(Place(page=pages[number - 1]))
        self._show_page()
        self.typed.emit()

    def _take_zoom_row(self, row: int) -> None:
        value = self._zoom.itemData(row)
        if isinstance(value, Fit):
            self.fit_chosen.emit(value)
        else:
            self.zoom_chosen.emit(value)

    def _take_typed_zoom(self) -> None:
        digits = self._zoom.currentText().replace("%", "").strip()
        if digits.isdigit():
            self.zoom_chosen.emit(int(digits) / 100)
            self.typed.emit()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("upright")
    rule.setFixedSize(17, 20)
    return rule
