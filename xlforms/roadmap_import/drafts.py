"""Gathers lines into sections and measures: sections open and close, tails are joined, deadlines under one number kept
apart. What comes out still has the texts of its cells as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from xlforms.roadmap_import.doubts import ImportDoubt, beginning
from xlforms.roadmap_import.joining import Above, join, relation, split_intro, with_tail, without_dash
from xlforms.roadmap_import.lines import Line
from xlforms.roadmap_import.numbers import restored_number
from xlforms.roadmap_import.sections import (
    SectionSign,
    section_depth,
    section_heading,
    section_number,
    section_signs,
)


@dataclass(slots=True)
class DraftMeasure:
    """A measure as far as it is read; `below` are the lines with deadlines of their own under its number."""

    line: Line
    below: list[Line] = field(default_factory=list)

    def add_tail(self, tail: Line) -> None:
        """Joins what a page break cut off to the last of its lines; what only the measure says, to the measure."""
        if not self.below:
            self.line = with_tail(self.line, tail)
            return
        last = self.below[-1]
        common = replace(
            tail,
            title="",
            deadline="",
            responsible="" if last.responsible else tail.responsible,
            result="" if last.result else tail.result,
        )
        own = replace(
            tail,
            responsible=tail.responsible if last.responsible else "",
            result=tail.result if last.result else "",
        )
        self.line, self.below[-1] = with_tail(self.line, common), with_tail(last, own)


@dataclass(slots=True)
class DraftPart:
    """A section as far as it is read; `sign` is what showed it, None for measures outside of all sections."""

    title: str = ""
    number: str = ""
    depth: int = 0
    sign: SectionSign | None = None
    line: Line | None = None
    measures: list[DraftMeasure] = field(default_factory=list)
    parts: list[DraftPart] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing stands in it yet."""
        return not self.measures and not self.parts


@dataclass(slots=True)
class Drafts:
    """The sections of a roadmap, inside one without title, and what was not sure."""

    root: DraftPart = field(default_factory=DraftPart)
    doubts: list[ImportDoubt] = field(default_factory=list)


def gather(lines: Sequence[Line]) -> Drafts:
    """The lines of a roadmap as sections and measures."""
    gathering = _Gathering()
    for line, sign in zip(lines, section_signs(lines), strict=True):
        gathering.add(line, sign)
    _settle_empty(gathering.drafts.root, gathering.drafts.doubts)
    return gathering.drafts


class _Gathering:
    """What is open while going down the lines: sections from the highest down, and the number before."""

    def __init__(self) -> None:
        self.drafts = Drafts()
        self._open: list[DraftPart] = []
        self._number = ""
        self._column = ""

    def add(self, line: Line, sign: SectionSign | None) -> None:
        """One more line."""
        measures = self._part.measures
        last = measures[-1] if measures else None
        if sign is not None and not self._goes_on(line, sign, last):
            self._open_section(line, sign)
            return
        if sign in ("certain", "between") and last is None:
            self._part.title = join(self._part.title, " ".join(line.title.split()))
            return
        if line.section and line.section != self._column:
            self._column = line.section
            self._open_section(Line(line.place, title=line.section), "certain")
            last = None
        line = self._with_number(line)
        kind = relation(line, self._above(last))
        if last is None or kind == "new":
            self._part.measures.append(DraftMeasure(line))
        elif kind == "tail":
            last.add_tail(line)
            text = line.title or line.responsible or line.result or line.deadline
            self._doubt(line, "import-joined", last.line, tail=beginning(text))
        else:
            self._add_below(last, line)

    @property
    def _part(self) -> DraftPart:
        return self._open[-1] if self._open else self.drafts.root

    def _goes_on(self, line: Line, sign: SectionSign, last: DraftMeasure | None) -> bool:
        """Whether what looks like a section ends the row above: it begins small, without a number."""
        if section_number(line) or not line.title[:1].islower():
            return False
        return last is not None or (sign in ("certain", "between") and bool(self._open) and self._part.is_empty)

    def _open_section(self, line: Line, sign: SectionSign) -> None:
        number = section_number(line)
        depth = section_depth(number, [(part.number, part.depth, part.is_empty) for part in self._open])
        while self._open and self._open[-1].depth >= depth:
            self._open.pop()
        part = DraftPart(section_heading(line), number, depth, sign, line)
        self._part.parts.append(part)
        self._open.append(part)
        if sign in ("bold", "numbering"):
            self._doubt(line, f"import-section-{sign}")
        elif sign == "between":
            self.drafts.doubts.append(ImportDoubt("import-section-between", line.place, title=line.title))

    def _above(self, last: DraftMeasure | None) -> Above | None:
        if last is None:
            return None
        upper = last.below[-1] if last.below else last.line
        return Above(upper.title, upper.deadline, bool(last.line.number))

    def _add_below(self, last: DraftMeasure, line: Line) -> None:
        line = replace(line, title=without_dash(line.title))
        if not last.below:
            common, first = split_intro(last.line.title)
            is_intro = not last.line.deadline and (last.line.title.endswith(":") or line.same_number)
            if last.line.deadline and first:
                last.below.append(replace(last.line, title=first, responsible="", result=""))
                last.line = replace(last.line, title=common, deadline="")
            elif is_intro:
                last.line = replace(last.line, title=last.line.title.rstrip(": "))
            else:
                number = last.line.number
                self._part.measures.append(DraftMeasure(replace(line, number=number)))
                self._doubt(line, "import-number-inherited", number=number)
                return
            self._doubt(last.line, "import-several-deadlines")
        responsible = "" if line.responsible == last.line.responsible else line.responsible
        result = "" if line.result == last.line.result else line.result
        last.below.append(replace(line, responsible=responsible, result=result))

    def _with_number(self, line: Line) -> Line:
        number = restored_number(line.number, line.typed, self._number)
        if number != line.number:
            self._doubt(line, "import-number-restored", written=line.number, number=number)
        self._number = number or self._number
        return replace(line, number=number)

    def _doubt(self, line: Line, code: str, shown: Line | None = None, **parameters: object) -> None:
        named = shown or line
        doubt = ImportDoubt(code, line.place, named.number, named.title, parameters)
        self.drafts.doubts.append(doubt)


def _settle_empty(part: DraftPart, doubts: list[ImportDoubt]) -> None:
    """Sections in which nothing stands: an uncertain one was a measure after all, a certain one goes."""
    kept = []
    for inner in part.parts:
        _settle_empty(inner, doubts)
        if not inner.is_empty or inner.line is None:
            kept.append(inner)
            continue
        line = inner.line
        is_measure = inner.sign in ("bold", "numbering")
        if is_measure:
            kept.append(DraftPart(measures=[DraftMeasure(line)]))
        code = "import-section-is-measure" if is_measure else "import-section-empty"
        doubts.append(ImportDoubt(code, line.place, line.number, line.title))
    part.parts = kept
