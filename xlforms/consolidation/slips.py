"""Slips of the pen: whether two different words may be one word written wrongly."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

SHORTEST_SLIP = 6  # letters of a stem
_SHORTEST_OTHER_SLIP = 10
_SAME_BEGINNING = 2
_DOUBLED = re.compile(r"(.)\1+")
_SIGNS = re.compile("[ьъ]")
_ALIKE = frozenset(map(frozenset, ("ао", "еи", "ея", "ия", "еэ")))  # vowels that sound alike when not stressed


def is_slip(one: str, other: str) -> bool:
    """Whether two words of `compared_words` differ by one slip.

    In words of 6 letters and more: two neighbouring letters that changed places, a letter written twice. In stems of
    nouns and adjectives also: a soft or hard sign left out, a vowel for one that sounds alike when not stressed; from
    10 letters on any other single letter. The first two letters are never the slip: Russian prefixes live there
    («оплата», «доплата»). The distance counts a swap as one step (optimal string alignment).

    Measured as in `compared_words`: how many stems of the language have another word one such step away. Swapped or
    doubled letters: 0.2 % at most (0.4 % at 10 letters, among verbs); signs: none; vowels: 0.7 % at most
    («красавец», «красавица»). Any other letter: 13 % at 6 letters («подход», «поход»), 5 % at 8 («контакт»,
    «контракт»), 3 % at 9, 0.8 % at 10, none from 11 on. To merge two needs wrongly is worse than to show one twice.
    """
    stem, _, kind = one.partition("|")
    other_stem, _, other_kind = other.partition("|")
    shortest = min(len(stem), len(other_stem))
    if (
        kind != other_kind
        or shortest < SHORTEST_SLIP
        or not (stem.isalpha() and other_stem.isalpha())
        or stem[:_SAME_BEGINNING] != other_stem[:_SAME_BEGINNING]
        or OSA.distance(stem, other_stem, score_cutoff=1) != 1
    ):
        return False
    if _is_clumsy(stem, other_stem):
        return True
    return bool(kind) and (shortest >= _SHORTEST_OTHER_SLIP or _sounds_alike(stem, other_stem))


def _is_clumsy(stem: str, other: str) -> bool:
    """Letters that changed places, or one that was written twice, in stems one step apart."""
    if len(stem) == len(other):
        return sorted(stem) == sorted(other)
    return _DOUBLED.sub(r"\1", stem) == _DOUBLED.sub(r"\1", other)


def _sounds_alike(stem: str, other: str) -> bool:
    """Vowels that are confused when not stressed, or a sign left out, in stems one step apart."""
    if len(stem) != len(other):
        return _SIGNS.sub("", stem) == _SIGNS.sub("", other)
    return {frozenset(pair) for pair in zip(stem, other, strict=True) if pair[0] != pair[1]} <= _ALIKE
