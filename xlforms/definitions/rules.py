"""Edit rules spelled out: one instance for each row, column or place that a rule speaks of.

Plain values without any library, so that the layout, worker processes and checks carry them lightly. Names in their
trees are whole (`staff.physics.total`), so nobody needs to know the row they were written for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlforms.expressions.nodes import Node

PERIOD_YEAR = "period_year"
"""A name in trees that is no item: the year of the collection, a blank number when nobody said it."""

Severity = Literal["hard", "soft"]
Scope = Literal["row", "column", "form"]
Shown = Literal["number", "percent", "date", "text", "hidden"]


@dataclass(frozen=True, slots=True)
class Side:
    """A value that a message shows: its tree, and how to print it.

    A number has at most two decimals and a percent one, rounded half away from zero, without zeros at the end; a date
    is 05.06.2020. `hidden` stands for a personal answer, which is never repeated. What is blank is «не указано».
    """

    node: Node
    shown: Shown


@dataclass(frozen=True, slots=True)
class RuleInstance:
    """A rule in one place.

    `rule` is the id in YAML, `id` that of the instance: `staff_experience_physics`. `condition` is what answers must
    meet. `message` says what is wrong: texts and sides in turn; `advice` what to do. `names` tells for each name in the
    trees which items it means; `items` are those that take part in the condition. The verdict stands beside the item
    `anchor`, one of `items` and an answer, not a computed cell. `explanation` is the item in which a soft rule may be
    explained, else empty. `title` is what the rule is about here, in a few words, `heading` what it is about
    everywhere, if the author says so. `year` is `period_year` where the collection names none.
    """

    id: str
    rule: str
    kind: str
    severity: Severity
    scope: Scope
    title: str
    condition: Node
    message: tuple[str | Side, ...]
    advice: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    items: tuple[str, ...]
    anchor: str
    explanation: str = ""
    year: int | None = None
    heading: str = ""

    @property
    def words(self) -> tuple[str | Side, ...]:
        """Message and advice together, as the school sees them: «по стажу указано 5, а всего 6. Проверьте стаж.»"""
        last = self.message[-1]
        stop = "" if isinstance(last, str) and last.endswith(("?", "!")) else "."
        return (*self.message, f"{stop} {self.advice}")
