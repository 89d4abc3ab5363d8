"""Spells out the measures and indicators of a form: headings above them, what they inherit, what deadlines mean."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline
from xlforms.definitions.form import Form
from xlforms.definitions.indicators import IndicatorRow, Indicators
from xlforms.definitions.measures import MeasureRow, Measures, Part, Roadmap
from xlforms.definitions.roadmap import ANSWER_COLUMNS, Indicator, IndicatorPeriod, Measure

SHARE_UNIT, MONEY_UNIT = "%", "руб."


def measures_of(form: Form) -> tuple[Measure, ...]:
    """The measures of a reviewed form in printed order; empty when it is no roadmap."""
    blocks = [block for section in form.sections for block in section.blocks if isinstance(block, Measures)]
    return tuple(
        measure
        for block in blocks
        for part, headings in _parts(block.parts, ())
        for row in part.measures
        for measure in _leaves(block, row, " – ".join(headings), form.roadmap)
    )


def indicators_of(form: Form) -> tuple[Indicator, ...]:
    """The indicators of a reviewed form in printed order."""
    blocks = [block for section in form.sections for block in section.blocks if isinstance(block, Indicators)]
    return tuple(
        Indicator(
            id=row.indicator,
            block=block.id,
            title=row.title,
            group=block.title,
            measured=row.measured,
            unit=unit_of(row),
            better=row.better,
            periods=tuple(
                IndicatorPeriod(
                    label,
                    *(
                        f"{block.id}.{row.indicator}.{column}_{n}"
                        for column in ("target", "fact", "deviation", "attained")
                    ),
                )
                for n, label in enumerate(block.years, start=1)
            ),
        )
        for block in blocks
        for row in block.rows
    )


def unit_of(row: IndicatorRow) -> str:
    """The unit of measure of an indicator, as printed."""
    return {"share": SHARE_UNIT, "money": MONEY_UNIT}.get(row.measured, "") or row.unit


def window_of(roadmap: Roadmap | None) -> Window:
    """The days in which deadlines without a year are looked for."""
    return Window() if roadmap is None else Window(roadmap.start, roadmap.end, roadmap.school_year)


def _parts(parts: list[Part], above: tuple[str, ...]) -> Iterator[tuple[Part, tuple[str, ...]]]:
    for part in parts:
        headings = (*above, part.part) if part.part else above
        yield part, headings
        yield from _parts(part.parts, headings)


def _leaves(block: Measures, row: MeasureRow, part: str, roadmap: Roadmap | None) -> Iterator[Measure]:
    """The measure itself, or those below it, which take from it what they do not say themselves."""
    for below in row.measures:
        taken = {
            key: getattr(below, key) or getattr(row, key) for key in ("number", "deadline", "responsible", "result")
        }
        title = f"{row.title.rstrip(':. ')}: {below.title}"
        yield from _leaves(block, below.model_copy(update={**taken, "title": title}), part, roadmap)
    if row.measures:
        return
    meant = read_deadline(row.deadline, window_of(roadmap))
    explicit = row.due_start is not None or row.due_end is not None
    yield Measure(
        id=row.measure,
        block=block.id,
        number=row.number,
        title=row.title,
        part=part,
        deadline=row.deadline,
        responsible=row.responsible,
        result=row.result,
        due_start=row.due_start if explicit else meant.start,
        due_end=row.due_end if explicit else meant.end,
        kind="dated" if explicit else meant.kind,
        items={column: f"{block.id}.{row.measure}.{column}" for column in ANSWER_COLUMNS},
    )
