"""The root of all errors that a reader should hear of."""

from library.surrogates import without_surrogates


class DiptychError(Exception):
    """The root.  `str(error)` is a sentence for the reader.  All can be pickled."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(without_surrogates(sentence))

    def __reduce__(self) -> tuple[object, ...]:
        # Else unpickling would hand the sentence to an `__init__` that takes other things.
        return _with_sentence, (type(self), str(self)), self.__dict__


def _with_sentence(kind: type[DiptychError], sentence: str) -> DiptychError:
    error = kind.__new__(kind, sentence)
    Exception.__init__(error, sentence)
    return error
