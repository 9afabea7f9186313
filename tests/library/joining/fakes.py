"""Stand-ins for the processes that read, recognise and join, each at once and here."""

from concurrent.futures import Future

from library.joining.joining import agreement, join
from library.pages.contents import PageReading, Pixels, Word
from library.pages.requests import Draw


def words_of(*lines):
    """Words in the even pitch of a typewriter, a line below the other."""
    found = []
    for row, line in enumerate(lines):
        at = 0
        for text in line.split():
            at = line.index(text, at)
            left, top = 0.05 + at * 0.01, 0.05 + row * 0.03
            found.append(Word(text, left, top, left + len(text) * 0.01, top + 0.02, row, 0.99))
            at += len(text)
    return tuple(found)


def _done(answer):
    future = Future()
    future.set_result(answer)
    return future


class FakePool:
    """Answers with the words of hidden text layers, and draws pages as wide as their number."""

    def __init__(self, layers=None):
        self.layers = layers or {}

    def submit(self, request, urgency):
        if isinstance(request, Draw):
            return _done(Pixels(request.page, 1, b""))
        return _done(self.layers.get(request.page, ()))


class FakeEngine:
    """Reads on each page what it was given for it."""

    name, version = "fake", "1"

    def __init__(self, pages):
        self.pages = pages
        self.read = []

    def start(self):
        pass

    def begin(self, pixels):
        self.read.append(pixels.width)

    def answer(self, seconds):
        return PageReading(self.pages[self.read[-1]])

    def stop(self):
        pass


class FakeKept:
    def __init__(self):
        self.kept = {}

    def reading(self, *key):
        return self.kept.get(key)

    def save_reading(self, *key_and_reading):
        *key, reading = key_and_reading
        self.kept[tuple(key)] = reading


class Here:
    """Joins in this process."""

    def join(self, document, pages, own_links):
        return _done(join(document, pages, own_links))

    def agreement(self, words, others):
        return _done(agreement(words, others))
