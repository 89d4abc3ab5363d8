"""Does the condition of a rule fit into a formula of Excel? Told when the form is loaded, not when it is sent out."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.definitions.names import Names
from xlforms.definitions.rules import PERIOD_YEAR
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Node, Reference
from xlforms.expressions.to_excel import verdict_to_excel

_CELL = "$AA$100"  # as long as a place can be: rules look at their own sheet but for a few
_RANGE = "$AA$100:$AB$200"


def check_size(condition: Node, names: Names) -> None:
    """Raises ExpressionError (`expression-too-long`) when it does not fit, names taken as contiguous cells."""

    def locate(reference: Reference) -> Sequence[Location]:
        if reference.path == PERIOD_YEAR:
            return [Location(_CELL)]
        items = names.resolve(reference.path, reference.position)
        texts = [Location(f"{_CELL}{n}", "text") for n, item in enumerate(items) if item.nature in ("text", "choice")]
        numbers = len(items) - len(texts)
        return [*texts, *([Location(_RANGE if numbers > 1 else _CELL, count=numbers)] if numbers else [])]

    verdict_to_excel(condition, locate)
