"""What goes wrong, in one bar under the tabs: no sentence is lost, none is repeated."""

from __future__ import annotations

from viewer.dialogs.message_bar import MessageBar

AT_ONCE = 3  # sentences


class Messages(MessageBar):
    """Several sentences stand together until they are closed.

    A sentence that the reader closed does not come back until something was saved again:
    a disk that is full says so once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sentences: list[str] = []
        self._closed: set[str] = set()

    def add(self, sentence: str) -> None:
        if sentence in self._closed:
            return
        shown = self._sentences if self.sentence else []
        if sentence not in shown:
            self._sentences = [*shown, sentence][-AT_ONCE:]
        self.say("\n".join(self._sentences))

    def forget_closed(self) -> None:
        """Saving works again: what is wrong from now on is news."""
        self._closed.clear()

    def close_message(self) -> None:
        self._closed.update(self._sentences)
        super().close_message()
