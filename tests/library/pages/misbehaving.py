"""A worker that does what the name of the requested file says, well or badly.

"gate PATH" waits until something is written to the named pipe, "note PATH" adds a line to
the file, "die PATH" notes and dies, "die once PATH" dies unless the file is there already,
"note and hang PATH" says it all.
"""

import os
import signal
from pathlib import Path

from library.errors import PageDamaged


class Worker:
    def __init__(self, ask_for_time):
        self._ask_for_time = ask_for_time

    def perform(self, request, canvas):
        verb, _, path = request.source.name.partition(":")
        getattr(self, verb.replace(" ", "_"), self.answer)(Path(path))
        canvas[:4] = b"BGRX"
        return str(os.getpid()).encode()

    def answer(self, path):
        pass

    def gate(self, path):
        path.read_bytes()

    def long_gate(self, path):
        self._ask_for_time(60.0)
        path.read_bytes()

    def note(self, path):
        with path.open("a") as notes:
            notes.write("asked\n")

    def die(self, path):
        self.note(path)
        os.kill(os.getpid(), signal.SIGKILL)

    def die_once(self, path):
        if not path.exists():
            self.die(path)

    def hang(self, path):
        while True:
            signal.pause()

    def note_and_hang(self, path):
        self.note(path)
        self.hang(path)

    def eat(self, path):
        bytearray(2**30)  # which there is, but not for this process

    def refuse(self, path):
        raise PageDamaged("letter.pdf", 4)
