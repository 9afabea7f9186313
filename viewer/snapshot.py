"""A picture of a document's tab, drawn without a display.

The document may be in the library, or a file that is read without being added to it.
"""

from __future__ import annotations

PATIENCE = 20.0  # seconds until a page that does not come is left blank
