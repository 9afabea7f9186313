"""A dialog that is as high as its words need, in whatever face and size they are set."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

_CHANGES = (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize)


class Sheet(QDialog):
    """Its width is settled; its height follows from the lines that words take in it."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _CHANGES:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            wraps = layout.hasHeightForWidth()
            height = (
                layout.totalHeightForWidth(self.width()) if wraps else layout.sizeHint().height()
            )
            self.setFixedHeight(height)
