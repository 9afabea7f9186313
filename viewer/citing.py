"""A passage on its way into the reader's own text: quotation, citation, and its lines as a picture.

All three are pasted at once.  The words are on the clipboard at once; the picture joins them
as soon as it is drawn, unless something else was copied meanwhile.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from library.citing.cited import cited
from library.citing.style import Style
from library.citing.styled import Styled
from library.citing.styles import SENTENCES, with_quotation
from library.joining.citable import pages_of
from library.joining.cropping import Crop, crops
from library.model.annotation import Passage
from library.pages.contents import Pixels
from library.pages.requests import MAX_PIXELS, Draw
from viewer.drawing.drawings import image_of
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.settings import Settings

_DOTS = 200 / 72  # device pixels to the point: enough to be printed
_WIDEST = 2400  # px, of a whole page: pictures may be large already


class PassageCiting(QObject):
    """Copies the passages of one document that the reader cites."""

    told = Signal(str)

    def __init__(self, reading: Reading, pages: PageSource, settings: Settings) -> None:
        super().__init__(reading)
        self._reading = reading
        self._pages = pages
        self._settings = settings
        self._number = 0  # of the passage that was cited last
        self._awaited = 0  # pictures

    @property
    def is_idle(self) -> bool:
        """Whether no picture is still being drawn."""
        return not self._awaited

    def cite_document(self) -> None:
        """Copy the citation of the whole document."""
        _copy(SENTENCES[self._style](cited(self._reading.document)), ())
        self.told.emit(self.tr("The citation was copied."))

    def cite(self, passage: Passage) -> None:
        """Copy the quotation with its citation in the reader's style, and its lines."""
        document, joined = self._reading.document, self._reading.joint.joined
        version = document.version(passage.version)
        if version is None:
            return
        stretch = passage.start, passage.end
        pages = pages_of(document, version, joined, *stretch)
        said = with_quotation(passage.quote, cited(document, pages), self._style)
        self._number += 1
        _copy(said, ())
        parts = crops(document, joined, version.id, *stretch)
        found: dict[int, QImage] = {}
        self._awaited += len(parts)
        for nth, crop in enumerate(parts):
            take = partial(self._take, self._number, said, len(parts), found, nth)
            self._pages.ask(self._drawing(crop), take)
        self.told.emit(self.tr("The words were copied with their citation."))

    @property
    def _style(self) -> Style:
        return self._settings.citation_style

    def _drawing(self, crop: Crop) -> Draw:
        page = self._reading.document.pages[crop.page]
        box, dots = crop.box, min(_DOTS, _WIDEST / page.width)
        area = box.width * box.height * page.width * page.height * dots**2
        if area > MAX_PIXELS / 2:
            dots *= (MAX_PIXELS / 2 / area) ** 0.5
        width, height = round(page.width * dots), round(page.height * dots)
        left, right = round(box.left * width), max(round(box.right * width), 1)
        top, bottom = round(box.top * height), max(round(box.bottom * height), 1)
        source, frame = self._reading.source(crop.page)
        return Draw(source, frame, width, height, (left, top, right, bottom))

    def _take(
        self, number: int, said: Styled, wanted: int, found: dict[int, QImage], nth: int,
        answer: object,
    ) -> None:  # fmt: skip
        """A picture came: with the last of them, all are copied.  One that failed is missing."""
        self._awaited -= 1
        found[nth] = image_of(answer).copy() if isinstance(answer, Pixels) else QImage()
        is_newest = number == self._number
        if len(found) == wanted and is_newest and QGuiApplication.clipboard().text() == said.plain:
            pictures = [found[each] for each in sorted(found) if not found[each].isNull()]
            _copy(said, pictures)


def _copy(said: Styled, pictures: Sequence[QImage]) -> None:
    data = QMimeData()
    data.setText(said.plain)
    shown = "".join(f'<p><img src="data:image/png;base64,{_png(each)}"></p>' for each in pictures)
    data.setHtml(f"<p>{said.html}</p>{shown}")
    if pictures:
        data.setImageData(pictures[0])
    QGuiApplication.clipboard().setMimeData(data)


def _png(picture: QImage) -> str:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know bytes alone
    return b64encode(held.data()).decode("ascii")
