"""Random changes of bytes, as damage and malice make them; the same seed gives the same bytes."""

from __future__ import annotations

import random

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
_MOST_CHANGES = 8


def mutated(content: bytes, chance: random.Random, words: tuple[bytes, ...] = ()) -> bytes:
    """The bytes with one to eight changes: bits, numbers, pieces lost, doubled or moved; `words` are put in as well."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        place = chance.randrange(len(changed) + 1)
        length = min(len(changed) - place, chance.choice((1, 2, 4, 16, 200, 5000)))
        match chance.randrange(7 if words else 6):
            case 0 if place < len(changed):
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                size = chance.choice((1, 2, 4))
                number = chance.choice(_NUMBERS) & (256**size - 1)
                changed[place : place + size] = number.to_bytes(size, "little")
            case 2:
                del changed[place : place + length]
            case 3:
                changed[place:place] = changed[place : place + length] * chance.choice((1, 2, 50))
            case 4:
                changed[place : place + length] = chance.randbytes(length)
            case 5:
                del changed[place:]
            case _ if words:
                changed[place : place + chance.choice((0, length))] = chance.choice(words)
    return bytes(changed)
