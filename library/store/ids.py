"""Names for what is kept: short, safe in addresses and file names, never used twice."""

import base64
import secrets

LENGTH = 10  # 50 random bits: two documents of a library never meet


def new_id() -> str:
    return base64.b32encode(secrets.token_bytes(LENGTH)).decode("ascii")[:LENGTH].lower()
