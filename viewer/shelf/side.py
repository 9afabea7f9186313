"""The left side of the shelf: the places, and below them the facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from library.model.shelved import Collection, SmartCollection
from library.shelving.question import Place
from viewer.shelf.facet_list import FacetList
from viewer.shelf.place_items import Places
from viewer.shelf.places_view import PlacesView

_WIDTH, _LEAST = 240, 150  # px


class Side(QScrollArea):
    """Both scroll together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places, self.facets = PlacesView(), FacetList()
        self._smart: Sequence[SmartCollection] = ()
        self._collections: Sequence[Collection] = ()
        self._sizes: dict[Place | str, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(_LEAST)
        inside = QWidget()
        inside.setObjectName("side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 10, 8, 16)
        column.setSpacing(4)
        column.addWidget(self.places)
        column.addWidget(self.facets)
        column.addStretch(1)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 400)

    def show_collections(
        self, smart: Sequence[SmartCollection], collections: Sequence[Collection]
    ) -> None:
        self._smart, self._collections = smart, collections
        self._fill()

    def take_sizes(self, sizes: Mapping[Place, int] | Mapping[str, int]) -> None:
        """How many documents are in places, or fit saved searches by their ids."""
        for key, size in sizes.items():
            self._sizes[key] = size
        self._fill()

    def _fill(self) -> None:
        self.places.fill(Places(self._smart, self._collections, self._sizes))
