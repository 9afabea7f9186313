"""Files and texts made bad on purpose, the same way for the same chance."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from random import Random

# What readers of text fall for: no characters, half ones, ones that turn the line around,
# marks without end, numbers without end, brackets that nothing closes.
NASTY = (
    "\0", "\ud800", "\udfff", "\ufeff", "\u202e", "\u2066\u202e", "\u2028", "\x85", "\x1b[31m",
    "\U0010ffff", "e" + "\u0301" * 300, "9" * 5000, "-1", "1e999", "NaN", "٣٣", "²", "⑨", "\r",
    "[" * 3000, "{" * 3000, "(" * 3000, '"', "'", "\\", "\\u0000", "<!ENTITY a SYSTEM 'file:'>",
    "../../../etc/passwd", "%00", "{}" * 500, "/" * 400, "9999-99-99", "0000-00-00", "\t\n\f",
    "İıſß", "\u200d" * 200, "  - ", "TY  - ", "@article{", "$" * 300, "*" * 999, "> " * 999,
)  # fmt: skip
# What regular expressions and recursion fall for, when it comes again and again.
_UNITS = (
    " ", "\t", "a ", "and ", "a and ", "1", "-", ".", ",", "(", "[", "![", "{", "}", "<", "`", "*",
    "_", '"', "\\", "&", "|", "\n", "\n\n", "\n> ", "http://", "a-\n", "OR ", "NEAR ", "1944-", "é",
)  # fmt: skip
_LONG = 10**6  # characters, now and then
_LONG_IN = 100  # one text in so many has a stretch as long
_VALUES = (
    None, True, -1, 0, 10**400, 1e308, -0.0, "", "\0", "\ud800", "x" * 10_000, [], {}, [[]],
    [None], {"": None}, {"id": []}, ["\u202e"], 2**63, "NaN", "99999-01-01T00:00:00Z",
)  # fmt: skip


def garbled(seeds: Sequence[bytes], chance: Random) -> bytes:
    """Flipped bytes, a piece of another, an end too early: one to four of these."""
    bad = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(bad) + 1)
        match chance.randrange(6):
            case 0 | 1:
                for _ in range(chance.choice((1, 3, 30))):
                    if bad:
                        bad[chance.randrange(len(bad))] ^= chance.randint(1, 255)
            case 2:
                del bad[at:]
            case 3:
                del bad[at : at + chance.choice((1, 40, 4000))]
            case 4:
                other = chance.choice(seeds)
                cut = chance.randrange(len(other) + 1)
                bad[at : at + chance.choice((0, 400))] = other[cut : cut + chance.choice((4, 4000))]
            case _:
                bad[at:at] = bad[at : at + 2000] * chance.choice((1, 5))
    return bytes(bad)


def garbled_text(seeds: Sequence[str], chance: Random) -> str:
    bad = chance.choice(seeds)
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(bad) + 1)
        end = min(start + chance.choice((0, 1, 8, 200)), len(bad))
        other = chance.choice(seeds)
        cut = chance.randrange(len(other) + 1)
        piece = chance.choice(
            ("", chance.choice(NASTY), chance.choice(NASTY), other[cut : cut + 30], bad[:60] * 3)
        )
        bad = bad[:start] + piece + bad[end:]
    if not chance.randrange(_LONG_IN):
        unit, at = chance.choice(_UNITS), chance.randrange(len(bad) + 1)
        bad = bad[:at] + unit * (_LONG // len(unit)) + bad[at:]
    return bad


def garbled_json(seed: object, chance: Random) -> str:
    """Other values, and no values, at some places of this one; or its text made bad."""
    if not chance.randrange(4):
        return garbled_text([json.dumps(seed)], chance)
    bad = json.loads(json.dumps(seed))
    for _ in range(chance.randint(1, 4)):
        bad = _with_another_value(bad, chance)
    return json.dumps(bad, ensure_ascii=chance.random() < 0.5)


def _with_another_value(value: object, chance: Random) -> object:
    keys: list[object] = []
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    if not keys or not chance.randrange(5):
        return deepcopy(chance.choice(_VALUES))
    key = chance.choice(keys)
    value[key] = _with_another_value(value[key], chance)  # type: ignore[index]
    return value
