"""The formula of a verdict cell: «✓», or what is wrong with both numbers and what to do, or nothing.

Numbers are rounded for the eye only. Locale decides between «12,5» and «12.5», so nobody reads them back.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.rules import PERIOD_YEAR, RuleInstance, Side
from xlforms.errors import ExpressionError, GenerationError
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Node, Reference, Text
from xlforms.expressions.to_excel import MAX_TEXT, to_excel, verdict_to_excel, within_limits
from xlforms.layout.check_cells import CheckCell
from xlforms.layout.plan import Plan, SheetPlan
from xlforms.messages import say
from xlforms.workbook.locations import Places, kind_of, locations_of

PASSED, MARKS = "✓", {"hard": "✗", "soft": "?"}
HIDDEN = "…"  # stands for a personal answer
NUMBER_DIGITS, PERCENT_DIGITS = 2, 1

_ALWAYS_BLANK = "$A$2"  # of any sheet: column A has keys beside rows of answers only


def verdict_formulas(plan: Plan, year: int | None) -> dict[str, str]:
    """The Excel formula of every verdict, with its «=», by the id of the instance; `year` is that of the collection.

    Raises GenerationError for one that is more than Excel takes.
    """
    places, sheets = plan.cells(), {sheet.name: sheet for sheet in plan.sheets}
    found = {}
    for check in plan.checks:
        instance = check.instance
        printer = _Printer(instance, places, sheets[check.sheet], instance.year if year is None else year)
        try:
            found[instance.id] = "=" + within_limits(printer.verdict())
        except ExpressionError as error:
            detail = str(error)
            raise GenerationError(
                "workbook-rule-formula", sheet=check.sheet, rule=instance.rule, detail=detail
            ) from error
    return found


def opening(instance: RuleInstance) -> tuple[str | Side, ...]:
    """The words of a failed rule after its mark, with a capital letter."""
    first, *others = instance.words
    return (first[:1].upper() + first[1:], *others) if isinstance(first, str) else instance.words


def is_text(node: Node, instance: RuleInstance, plan_places: Places) -> bool:
    """Does a side hold a text?"""
    if not isinstance(node, Reference):
        return isinstance(node, Text)
    items = dict(instance.names).get(node.path, ())
    return len(items) == 1 and kind_of(plan_places[items[0]][1]) == "text"


def quoted(text: str) -> str:
    """A text as a formula takes it, in pieces that Excel can hold."""
    pieces = [text[at : at + MAX_TEXT] for at in range(0, len(text), MAX_TEXT)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


class _Printer:
    """Prints one instance for the sheet of its verdict."""

    def __init__(self, instance: RuleInstance, places: Places, here: SheetPlan, year: int | None) -> None:
        self._instance, self._places, self._here, self._year = instance, places, here, year
        self._names = dict(instance.names)

    def verdict(self) -> str:
        outcome = verdict_to_excel(self._instance.condition, self._locate)
        return f'CHOOSE(1+{outcome},{"&".join(self._failed())},"{PASSED}","","")'

    def _failed(self) -> Iterator[str]:
        text = MARKS[self._instance.severity] + " "
        for word in opening(self._instance):
            if isinstance(word, str):
                text += word
            elif word.shown == "hidden":
                text += HIDDEN
            else:
                yield quoted(text)
                yield self._side(word)
                text = ""
        if text:
            yield quoted(text)

    def _side(self, side: Side) -> str:
        blank = quoted(say("rule-blank"))
        if is_text(side.node, self._instance, self._places):
            text = self._text(side.node)
            return f'IFERROR(IF({text}="",{blank},{text}),{blank})'
        value = to_excel(side.node, self._locate)
        if side.shown == "date":
            day, month = (f'IF({name}({value})<10,"0","")&{name}({value})' for name in ("DAY", "MONTH"))
            return f'IFERROR({day}&"."&{month}&"."&YEAR({value}),{blank})'
        if side.shown == "percent":
            return f"IFERROR(ROUND(100*{value},{PERCENT_DIGITS})&{quoted(say('verdict-percent'))},{blank})"
        return f"IFERROR(ROUND({value},{NUMBER_DIGITS}),{blank})"

    def _text(self, node: Node) -> str:
        if isinstance(node, Text):
            return quoted(node.value)
        assert isinstance(node, Reference)
        (place,) = self._locate(node)
        return f"TRIM({place.text})"

    def _locate(self, reference: Reference) -> list[Location]:
        if reference.path == PERIOD_YEAR:
            return [Location(_ALWAYS_BLANK) if self._year is None else Location(str(self._year), constant=True)]
        return locations_of(self._names[reference.path], self._places, self._here)


def register_line(check: CheckCell) -> bool:
    """Does the verdict stand in the register itself?"""
    return check.row == check.line
