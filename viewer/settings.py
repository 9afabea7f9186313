"""What the reader set for the whole program, kept in an INI file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from library.citing.style import Style
from library.model.annotation import Colour
from viewer.theme import Scheme


@dataclass(frozen=True, slots=True)
class Typography:
    """How texts are set."""

    size: float = 17.5  # px
    line_height: float = 1.6
    line_length: int = 36  # em


class Settings(QObject):
    """The settings, typed; each change is written at once."""

    typography_changed = Signal(object)  # Typography
    colour_names_changed = Signal(object)  # dict[Colour, str]

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def scheme(self) -> Scheme:
        try:
            return Scheme(str(self._store.value("scheme", Scheme.SYSTEM)))
        except ValueError:
            return Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("scheme", str(scheme))

    @property
    def typography(self) -> Typography:
        usual = Typography()
        return Typography(
            size=self._number("typography/size", usual.size, 9, 60),
            line_height=self._number("typography/line_height", usual.line_height, 1, 3),
            line_length=int(self._number("typography/line_length", usual.line_length, 16, 120)),
        )

    @typography.setter
    def typography(self, typography: Typography) -> None:
        for name, value in asdict(typography).items():
            self._store.setValue(f"typography/{name}", value)
        self.typography_changed.emit(self.typography)

    @property
    def colour_names(self) -> dict[Colour, str]:
        """The names that the reader gave to colours."""
        given = {colour: self._store.value(f"colours/{colour.value}") for colour in Colour}
        return {colour: str(name) for colour, name in given.items() if name}

    @colour_names.setter
    def colour_names(self, names: Mapping[Colour, str]) -> None:
        for colour in Colour:
            self._store.setValue(f"colours/{colour.value}", names.get(colour, ""))
        self.colour_names_changed.emit(dict(names))

    @property
    def citation_style(self) -> Style:
        """How passages, notes and documents are cited when they are copied: a sentence."""
        try:
            style = Style(str(self._store.value("citation_style", Style.ARCHIVE)))
        except ValueError:
            return Style.ARCHIVE
        return style if style.is_sentence else Style.ARCHIVE

    @citation_style.setter
    def citation_style(self, style: Style) -> None:
        self._store.setValue("citation_style", style.value)

    @property
    def trash_days(self) -> int:
        """Days after which notes in the trash go for good; 0 for never."""
        return int(self._number("trash_days", 0, 0, 36_500))

    @trash_days.setter
    def trash_days(self, days: int) -> None:
        self._store.setValue("trash_days", days)

    @property
    def writes_sidecars(self) -> bool:
        """Whether notes and records are written beside the files, too."""
        return str(self._store.value("sidecars", True)).lower() == "true"

    @writes_sidecars.setter
    def writes_sidecars(self, writes: bool) -> None:
        self._store.setValue("sidecars", writes)

    @property
    def window(self) -> QByteArray:
        """Qt's geometry of the window, empty at the first start."""
        value = self._store.value("window", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @window.setter
    def window(self, geometry: QByteArray) -> None:
        self._store.setValue("window", geometry)

    def shows(self, part: str, usual: bool = True) -> bool:  # noqa: FBT001, FBT002 - a setting's value
        """Whether a part of the window ("thumbnails", "sidebar") is shown."""
        return str(self._store.value(f"shows/{part}", usual)).lower() == "true"

    def shows_at_first(self, part: str, runs: int) -> bool:
        """Whether a part is shown: as the reader chose, else in the first so many runs."""
        before = round(self._number(f"runs/{part}", 0, 0, runs))
        self._store.setValue(f"runs/{part}", before + 1)
        return self.shows(part, usual=before < runs)

    def show(self, part: str, shown: bool) -> None:  # noqa: FBT001 - a setting's value
        self._store.setValue(f"shows/{part}", shown)

    def is_news(self, fact: str) -> bool:
        """Whether the reader was not told of `fact` before; from now on, he was."""
        told = json.loads(str(self._store.value("told", "[]")))
        if fact in told:
            return False
        self._store.setValue("told", json.dumps([*told, fact]))
        return True

    def _number(self, key: str, usual: float, least: float, most: float) -> float:
        try:
            value = float(str(self._store.value(key, usual)))
        except ValueError:
            return usual
        return min(max(value, least), most)
