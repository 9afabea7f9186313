"""Notes whose place in the text is not sure: each with the places where it may stand now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from library.model.anchor import AnchorState, Candidate
from library.model.annotation import Passage
from viewer.anchoring import Doubt
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.dialogs.wording import note_line
from viewer.places import Place
from viewer.reading import Reading

_AROUND = 32  # characters shown on either side of a candidate
_LONGEST = 70  # characters of it


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the places where a passage may stand; None: none was found."""

    passage: Passage
    candidate: Candidate | None


class DoubtsDialog(ListingDialog):
    """Stands beside the text: what is chosen here is shown there."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Notes to Check"), self.tr("Every note stands where it should."))
        self.explain(
            self.tr(
                "The text has changed since these notes were made. Choose a place to see it in "
                "the text. Where none is right, select the words in the text and place it there."
            )
        )
        self.resize(480, 460)
        self._reading = reading
        accept = Deed(self.tr("Accept"), self._accept, alone=True, suits=_has_place)
        self.add_deed(accept)
        self.add_deed(Deed(self.tr("Place at Selected Words"), self._place, alone=True))
        self.add_deed(Deed(self.tr("It Is Gone"), self._give_up))
        reading.notes_changed.connect(self._refresh)
        self._refresh()
        self.chosen_changed.connect(self._show_chosen)

    def _refresh(self) -> None:
        self.show_entries(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for number, doubt in enumerate(self._reading.anchoring.doubts()):
            head = self._heading(number + 1, doubt)
            for candidate in doubt.anchor.candidates:
                alike = self.tr("{0} % alike").format(round(100 * candidate.likeness))
                key = Choice(doubt.passage, candidate)
                yield Entry(key, head, self._snippet(doubt.passage, candidate), alike, "map-pin")
            if not doubt.anchor.candidates:
                words = self.tr("No place like it was found")
                yield Entry(Choice(doubt.passage, None), head, words, icon="circle-help")

    def _heading(self, number: int, doubt: Doubt) -> str:
        lost = doubt.anchor.state is AnchorState.LOST
        state = self.tr("lost") if lost else self.tr("please check")
        return f"{number}. {note_line(doubt.note)} – {state}"

    def _snippet(self, passage: Passage, candidate: Candidate) -> str:
        version = self._reading.document.version(passage.version)
        text = version.text if version is not None else ""
        words = text[candidate.start : candidate.end]
        words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        before = text[max(0, candidate.start - _AROUND) : candidate.start]
        after = text[candidate.end : candidate.end + _AROUND]
        return " ".join(f"…{before}«{words}»{after}…".split())

    def _show_chosen(self) -> None:
        """In the text, without a step of the way back for each that is looked at."""
        chosen = self.chosen()
        if len(chosen) == 1 and (candidate := chosen[0].candidate) is not None:
            version = chosen[0].passage.version
            place = Place(version=version, offset=candidate.start, end=candidate.end)
            self._reading.show(place)

    def _accept(self, keys: Sequence[Choice]) -> None:
        candidate = keys[0].candidate
        if candidate is not None:
            self._reading.anchoring.place(keys[0].passage, candidate.start, candidate.end)

    def _place(self, keys: Sequence[Choice]) -> None:
        selected = self._reading.mending.selected
        if selected is not None and selected.version == keys[0].passage.version:
            self._reading.anchoring.place(keys[0].passage, selected.start, selected.end)
        else:
            self.explain(self.tr("Select the words in the text first; then place it there."))

    def _give_up(self, keys: Sequence[Choice]) -> None:
        for passage in dict.fromkeys(key.passage for key in keys):
            self._reading.anchoring.give_up(passage)


def _has_place(choice: Choice) -> bool:
    return choice.candidate is not None
