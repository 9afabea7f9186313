"""All tags of the library: renamed, merged, coloured, taken away.  Each is a step to undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from library.model.annotation import Annotation, Colour
from library.model.change import Change, Edit
from library.model.retagging import recoloured, retagged
from library.shelving.changing import tagged
from library.store.tags import TagUse
from viewer import labels
from viewer.colours import add_colours
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.session import Session


class TagsManager(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Tags"),
            self.tr("No tag yet. Ctrl+T gives tags to the notes that are chosen."),
        )
        self._session = session
        self.add_deed(Deed(self.tr("Rename or Merge…"), self._rename))
        self.add_deed(Deed(self.tr("Colour…"), self._choose_colour))
        self.add_deed(Deed(self.tr("Delete"), self._delete))
        session.changed.connect(self._refresh)
        self._refresh()

    def merge(self, names: Sequence[str], new: str) -> None:
        """Call all of these so; where there is a tag of this name, they become one."""
        self._alter(labels.RENAME_TAGS, names, (new,))

    def _refresh(self) -> None:
        self.show_entries(self._entries())

    def _entries(self) -> Iterator[Entry]:
        coloured = {style.id: style.colour for style in self._session.store.tags.styles()}
        for use in self._session.store.tags.used():
            count = self.tr("once") if use.uses == 1 else self.tr("{0} times").format(use.uses)
            colour = coloured.get(use.name)
            yield Entry(use, self.tr("Tags"), use.name, count, "tag", colour)

    def _rename(self, keys: Sequence[TagUse]) -> None:
        names = [use.name for use in keys]
        question = self.tr("The new name. A name that another tag has makes them one.")
        new, given = QInputDialog.getText(self, self.windowTitle(), question, text=names[0])
        if given and new.strip():
            self.merge(names, " ".join(new.split()))

    def _choose_colour(self, keys: Sequence[TagUse]) -> None:
        menu = QMenu(self)
        add_colours(menu, lambda colour: self._colour([use.name for use in keys], colour))
        menu.exec(self.cursor().pos())

    def _colour(self, names: Sequence[str], colour: Colour) -> None:
        styles = self._session.store.tags.styles()
        edits = recoloured(styles, names, colour)
        if edits:
            self._session.history.do(None, Change(labels.COLOUR_TAGS, edits))

    def _delete(self, keys: Sequence[TagUse]) -> None:
        names = [use.name for use in keys]
        self._alter(labels.DELETE_TAGS, names, ())

    def _alter(self, label: str, names: Sequence[str], new: Sequence[str]) -> None:
        """Have all that had these tags have the new ones instead."""

        def altered(note: Annotation) -> Annotation:
            return retagged(note, names, new)

        tags = self._session.store.tags
        holders = {note.id: note for name in names for note in tags.holders(name)}
        of_notes = (Edit(note, altered(note)) for note in holders.values() if altered(note) != note)
        holding = {tag.document for name in names for tag in tags.documents(name)}
        of_documents = tagged(holding, tags.of_document, new, set(names) - set(new))
        edits = (*of_notes, *of_documents)
        if edits:
            self._session.history.do(None, Change(label, edits))
