"""Values packed small: JSON, deflated.  What would fill the memory is not unpacked."""

from __future__ import annotations

import json
import zlib
from typing import Any

from library.errors import ContentsTooLarge

MOST = 2**29  # bytes; the longest text that is read from a file comes to less


def pack(value: object) -> bytes:
    return zlib.compress(plain(value))


def plain(value: object) -> bytes:
    """The value as bytes, the same for the same value."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def unpack(packed: bytes, most: int = MOST) -> Any:  # noqa: ANN401 -- whatever was packed
    """The value.  Raises `ContentsTooLarge` where it takes more bytes than `most`.

    A few kilobytes of a library that somebody made on purpose could else come to terabytes.
    """
    reader = zlib.decompressobj()
    contents = reader.decompress(packed, most)
    if reader.unconsumed_tail:
        raise ContentsTooLarge
    return json.loads(contents + reader.flush())
