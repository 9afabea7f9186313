"""A `Worker` that reads on every page what it was made with."""

from library.pages.contents import PageReading, Word


class Worker:
    def __init__(self, *told):
        self.told = told

    def read(self, pixels):
        return PageReading(tuple(Word(text, 0.0, 0.0, 1.0, 1.0, 0) for text in self.told))
