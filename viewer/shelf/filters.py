"""What filters are on, each to be taken away: a row of chips above the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from library.shelving.question import Facet, ShelfQuestion
from viewer.icons import icon
from viewer.shelf.facet_items import ORDER
from viewer.shelf.facet_list import with_toggled
from viewer.shelf.naming import facet_name, value_name
from viewer.shelf.time_axis import span_words

_SIDE, _GAP, _PAD = 16, 6, 8  # px
_SIGN = QSize(12, 12)


class Filters(QFrame):
    """Hidden while there is none."""

    asked = Signal(object)  # ShelfQuestion
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Filters that are on"))
        self._chips: list[QPushButton] = []
        self._clear = self._link(self.tr("Clear filters"))
        self._save = self._link(self.tr("Save as smart collection…"))
        self._save.clicked.connect(self.save_asked)
        self._question = ShelfQuestion()
        self._clear.clicked.connect(lambda: self.asked.emit(without_filters(self._question)))
        self.hide()

    @property
    def chips(self) -> list[str]:
        """What stands on them."""
        return [chip.text().strip() for chip in self._chips]

    def show_question(self, question: ShelfQuestion) -> None:
        self._question = question
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(*each) for each in _filters(question)]
        self.setVisible(bool(self._chips))
        self._place()

    def press(self, chip: str) -> None:
        """Take the filter with these words away."""
        next(each for each in self._chips if each.text().strip() == chip).click()

    def _chip(
        self, kind: str, words: str, without: Callable[[ShelfQuestion], ShelfQuestion]
    ) -> QPushButton:
        chip = QPushButton(icon("x"), f"{words} ", self)  # room before the cross
        chip.setObjectName("chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross after the words
        chip.setIconSize(_SIGN)
        chip.setAccessibleName(self.tr("{0}: {1}. Take this filter away").format(kind, words))
        chip.setToolTip(self.tr("{0}: {1}").format(kind, words))
        chip.clicked.connect(lambda: self.asked.emit(without(self._question)))
        chip.show()
        return chip

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self)
        link.setObjectName("link")
        return link

    # --- Lines of chips --------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def _place(self) -> None:
        """From left to right, on as many lines as are needed."""
        shown = [*self._chips, self._clear, self._save]
        at, high = QPoint(_SIDE, _PAD), 0
        for chip in shown:
            size = chip.sizeHint().boundedTo(QSize(max(60, self.width() - 2 * _SIDE), 200))
            if at.x() > _SIDE and at.x() + size.width() > self.width() - _SIDE:
                at = QPoint(_SIDE, at.y() + high + _GAP)
                high = 0
            chip.setGeometry(QRect(at, size))
            between = _GAP if chip in self._chips[:-1] else 2 * _GAP
            at.setX(at.x() + size.width() + between)
            high = max(high, size.height())
        self.setFixedHeight(at.y() + high + _PAD)


def without_filters(question: ShelfQuestion) -> ShelfQuestion:
    """The question without chosen values and days; place and search stay."""
    return replace(question, chosen={}, days=None)


def _filters(
    question: ShelfQuestion,
) -> Iterator[tuple[str, str, Callable[[ShelfQuestion], ShelfQuestion]]]:
    """Each filter's kind and words, and how the question is without it."""
    if question.days is not None:
        yield QCoreApplication.translate("Shelf", "Time"), span_words(question.days), _without_days
    for facet in ORDER:
        for value in sorted(question.chosen.get(facet, ())):
            yield facet_name(facet), value_name(facet, value), _without(facet, value)


def _without_days(question: ShelfQuestion) -> ShelfQuestion:
    return replace(question, days=None)


def _without(facet: Facet, value: str) -> Callable[[ShelfQuestion], ShelfQuestion]:
    return lambda question: with_toggled(question, facet, value)
