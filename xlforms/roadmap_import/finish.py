"""From drafts to the measures of a form: texts in one line, ids, several deadlines of one cell told apart."""

from __future__ import annotations

import re
from dataclasses import replace

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline
from xlforms.roadmap_import.doubts import ImportDoubt
from xlforms.roadmap_import.drafts import DraftMeasure, DraftPart
from xlforms.roadmap_import.joining import is_list_item, without_dash
from xlforms.roadmap_import.lines import Line
from xlforms.roadmap_import.parts import ImportedMeasure, ImportedPart

_LONGEST_ID = 40
_GOES_ON = re.compile(r"[,;:/(–-]$|\b(?:и|или|по|с|в|на|за|для|отдела|управления)$", re.IGNORECASE)
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = ("a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
          "ts", "ch", "sh", "shch", "e", "yu", "ya")  # fmt: skip
_LETTERS = dict(zip(_CYRILLIC, _LATIN, strict=True))


class Finisher:
    """Makes the measures of one roadmap; ids are unique in it."""

    def __init__(self, window: Window) -> None:
        self.doubts: list[ImportDoubt] = []
        self._window = window
        self._ids: set[str] = set()
        self._numbers: set[str] = set()
        self._unnumbered = 0

    def finish(self, root: DraftPart) -> tuple[ImportedPart, ...]:
        """The sections in printed order; measures outside of all sections make one without a heading."""
        outside = (ImportedPart("", self._measures(root)),) if root.measures else ()
        return (*outside, *(self._part(part) for part in root.parts))

    def _part(self, part: DraftPart) -> ImportedPart:
        return ImportedPart(
            one_line(part.title), self._measures(part), tuple(self._part(inner) for inner in part.parts)
        )

    def _measures(self, part: DraftPart) -> tuple[ImportedMeasure, ...]:
        return tuple(self._measure(draft, part, n) for n, draft in enumerate(part.measures, start=1))

    def _measure(self, draft: DraftMeasure, part: DraftPart, position: int) -> ImportedMeasure:
        number = draft.line.number
        if number and number in self._numbers:
            self.doubts.append(ImportDoubt("import-number-repeated", draft.line.place, number, draft.line.title))
        self._numbers.add(number)
        draft = self._told_apart(draft)
        if not draft.line.title:
            self.doubts.append(ImportDoubt("import-without-title", draft.line.place, number))
        if not number and not part.number:
            self._unnumbered += 1
        name = self._id(number or (f"{part.number}.{position}" if part.number else str(self._unnumbered)))
        below = tuple(self._finished(line, self._id(f"{name}_{n}"), "") for n, line in enumerate(draft.below, start=1))
        return replace(self._finished(draft.line, name, number), measures=below)

    def _told_apart(self, draft: DraftMeasure) -> DraftMeasure:
        """A list of titles in one cell beside as many deadlines in another is as many measures under one number."""
        line = draft.line
        title, deadlines = line.title.split("\n"), line.deadline.split("\n")
        common, items = title[0], title[1:]
        dated = all(read_deadline(text, self._window).kind != "undated" for text in deadlines)
        if draft.below or len(deadlines) < 2 or len(items) != len(deadlines) or not dated:
            return draft
        if not all(is_list_item(item) for item in items) and not common.endswith(":"):
            return draft
        self.doubts.append(ImportDoubt("import-several-deadlines", line.place, line.number, line.title))
        below = [
            replace(line, title=without_dash(item), deadline=deadline, responsible="", result="")
            for item, deadline in zip(items, deadlines, strict=True)
        ]
        return DraftMeasure(replace(line, title=common.rstrip(": "), deadline=""), below)

    def _finished(self, line: Line, name: str, number: str) -> ImportedMeasure:
        return ImportedMeasure(
            id=name,
            number=number,
            title=one_line(line.title) or "–",
            deadline=one_line(line.deadline).rstrip(",;"),
            responsible=positions(line.responsible),
            result=one_line(line.result),
            place=line.place,
        )

    def _id(self, wanted: str) -> str:
        """An id that nothing has yet: «3.2» is m3_2, a second one m3_2_2.

        A measure without a number is called by the number of its section and its place in it, else by its place.
        """
        plain = measure_id(wanted)
        name, count = plain, 1
        while name in self._ids:
            count += 1
            name = f"{plain[: _LONGEST_ID - 4]}_{count}"
        self._ids.add(name)
        return name


def measure_id(number: str) -> str:
    """A number, or an id, as an id: small Latin letters and digits with «_» between them, «m» before."""
    text = "".join(_LETTERS.get(letter, letter) for letter in number.lower().removeprefix("m"))
    return ("m" + "_".join(re.findall(r"[a-z0-9]+", text) or ["0"]))[:_LONGEST_ID]


def one_line(text: str) -> str:
    """A text of a cell in one line."""
    return " ".join(text.split())


def positions(text: str) -> str:
    """Those responsible in one line; positions written one under the other get commas between them."""
    lines = [one_line(line) for line in text.split("\n")]
    joined = ""
    for line in filter(None, lines):
        joined += f"{'' if not joined else ' ' if _GOES_ON.search(joined) else ', '}{line}"
    return re.sub(r"\s+(?=[,;])", "", joined).rstrip(",; ")
