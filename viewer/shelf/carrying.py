"""What is dragged about the Library tab."""

from __future__ import annotations

DOCUMENTS = "application/x-diptych-documents"  # those that are chosen in the table
COLLECTION = "application/x-diptych-collection"  # the id of a collection, UTF-8
