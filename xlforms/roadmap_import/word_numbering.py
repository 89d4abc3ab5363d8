"""The automatic numbers of Word: «1.1.» before a paragraph stands nowhere in its text, it is counted.

Source: ECMA-376 part 1, 17.9 (numbering definitions, levels, overrides).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.oxml.xmlchemy import BaseOxmlElement

from xlforms.roadmap_import.word_elements import attribute, children, value_of

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LEVELS = 9
_LARGEST = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: its first number, the kind of its numbers, and its text with %1 to %9."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class ListNumbers:
    """The lists of a document. `label` must be asked for every paragraph in the order of the document: it counts."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, number: str, level: int) -> str:
        """The number before the next paragraph of the list `number` on a level, «-» for a bullet, else empty."""
        definition = self.definitions.get(number)
        known = self.levels.get(definition or "", {})
        if definition is None or level not in known:
            return ""
        counters = self._counters.setdefault(definition, {})
        if number not in self._begun:
            self._begun.add(number)
            for restarted in self.restarts.get(number, {}):
                counters.pop(restarted, None)
        first = self.restarts.get(number, {}).get(level, known[level].start)
        counters[level] = counters[level] + 1 if level in counters else first
        for deeper in range(level + 1, _LEVELS):
            counters.pop(deeper, None)
        if known[level].kind == "bullet":
            return "-"
        text = known[level].text
        for position in range(_LEVELS):
            count = counters.get(position, known.get(position, Level()).start)
            text = text.replace(f"%{position + 1}", numeral(count, known.get(position, Level()).kind))
        return text.strip()


def read_list_numbers(root: BaseOxmlElement | None) -> ListNumbers:
    """The lists that a document defines; `root` is its part `numbering`, None when it has none."""
    numbers = ListNumbers()
    for abstract in children(root, "w:abstractNum"):
        levels = {_integer(attribute(level, "w:ilvl")): _level(level) for level in children(abstract, "w:lvl")}
        numbers.levels[attribute(abstract, "w:abstractNumId")] = levels
    for number in children(root, "w:num"):
        name = attribute(number, "w:numId")
        numbers.definitions[name] = value_of(number, "w:abstractNumId")
        for override in children(number, "w:lvlOverride"):
            start = value_of(override, "w:startOverride")
            if start:
                numbers.restarts.setdefault(name, {})[_integer(attribute(override, "w:ilvl"))] = _integer(start)
    return numbers


def numeral(count: int, kind: str) -> str:
    """A count as Word prints it in a kind of numbers; kinds of other languages are printed as decimals."""
    if kind == "none":
        return ""
    if kind in ("upperRoman", "lowerRoman") and 0 < count <= _LARGEST:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (count // value)
            count %= value
        return text if kind == "upperRoman" else text.lower()
    letters = {"upperLetter": _LATIN.upper(), "lowerLetter": _LATIN, "russianUpper": _RUSSIAN.upper(),
               "russianLower": _RUSSIAN}.get(kind, "")  # fmt: skip
    if letters and 0 < count <= _LARGEST:
        return letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _level(element: BaseOxmlElement) -> Level:
    return Level(
        _integer(value_of(element, "w:start") or "1"),
        value_of(element, "w:numFmt") or "decimal",
        value_of(element, "w:lvlText"),
    )


def _integer(text: str) -> int:
    """A whole number of the file; what is none counts as 0, as Word takes it."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
