"""The text that is shown beside the one in front, and how the two keep abreast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.abreast import Abreast, abreast
from library.model.document import Document, Version
from library.model.joined import Joined

if TYPE_CHECKING:
    from viewer.reading import Reading

_Known = tuple[Document, Joined, Version, Version]


class Beside(QObject):
    """The second text of a document tab, if the reader wants one."""

    changed = Signal(object)  # Version | None

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self._told: Version | None = None
        self._known: tuple[_Known, Abreast] | None = None
        reading.version_changed.connect(self._tell)
        reading.document_changed.connect(self._tell)

    @property
    def version(self) -> Version | None:
        """The text that is shown beside, None where there is none."""
        chosen = self._reading.document.version(self._reading.position.beside)
        return chosen if chosen in self.choices else None

    @property
    def choices(self) -> tuple[Version, ...]:
        """The texts that can be shown beside the one in front."""
        front = self._reading.version
        return tuple(v for v in self._reading.document.versions if front and v.id != front.id)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the texts that are shown: of the one in front, and of the one beside it."""
        return tuple(text.id for text in (self._reading.version, self.version) if text is not None)

    def shows(self, version_id: str) -> bool:
        """Whether this is one of the texts that are shown."""
        return version_id in self.shown

    def show(self, version_id: str) -> None:
        """Show this text beside, or none ("")."""
        self._reading.keep(beside=version_id)
        self._tell()

    def toggle(self) -> None:
        """Show another text beside, or no more; nothing where there is none."""
        if self.choices:
            self.show("" if self.version is not None else self.choices[0].id)

    def comes_to_front(self, version_id: str) -> bool:
        """If this is the text beside: exchange the two, and be at the same place in it."""
        front, beside = self._reading.version, self.version
        if front is None or beside is None or beside.id != version_id:
            return False
        offset = round(self.beside_of(self._reading.position.offset))
        self._reading.keep(version=beside.id, beside=front.id, offset=offset)
        return True

    def in_front(self, version_id: str | None, offset: int) -> int:
        """The place in the text in front that goes with one in either text that is shown."""
        is_beside = self.version is not None and self.version.id == version_id
        return round(self.front_of(offset)) if is_beside else offset

    def beside_of(self, offset: float) -> float:
        """The place in the text beside that goes with one in the text in front."""
        both = self._abreast()
        return offset if both is None else both.second_of(offset)

    def front_of(self, offset: float) -> float:
        """The place in the text in front that goes with one in the text beside."""
        both = self._abreast()
        return offset if both is None else both.first_of(offset)

    def _abreast(self) -> Abreast | None:
        front, beside = self._reading.version, self.version
        if front is None or beside is None:
            return None
        asked = (self._reading.document, self._reading.joint.joined, front, beside)
        if self._known is None or any(
            a is not b for a, b in zip(self._known[0], asked, strict=True)
        ):
            self._known = asked, abreast(*asked)
        return self._known[1]

    def _tell(self, _: object = None) -> None:
        if self.version is not self._told:
            self._told = self.version
            self.changed.emit(self._told)
