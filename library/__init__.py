"""The library of documents: reading, joining, keeping and searching them, without a window."""

__version__ = "0.1.0"
