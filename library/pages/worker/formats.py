"""What format a file has: importers ask it too, in processes that may not load MuPDF."""

from library.pages.formats import HEAD, Format, says_pdf, told_format

__all__ = ["HEAD", "Format", "says_pdf", "told_format"]
