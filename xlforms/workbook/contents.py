"""What one workbook holds besides the plan: whose it is, for which round, and the answers already known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from xlforms.definitions.collection import Collection
from xlforms.definitions.items import IDENTITY_CARD
from xlforms.definitions.units import Unit
from xlforms.errors import GenerationError
from xlforms.layout.plan import Plan
from xlforms.workbook.computed_values import computed_values

UNIT_CODE, UNIT_NAME, UNIT_MUNICIPALITY = (f"{IDENTITY_CARD}.{field}" for field in ("code", "name", "municipality"))


@dataclass(frozen=True, slots=True)
class Contents:
    """`values` holds answers by item name, those of the unit's identity included; `computed` what follows from them;
    `locked` the items that nobody types, because the register of units has given them."""

    plan: Plan
    unit: Unit | None
    collection: Collection | None
    values: Mapping[str, object]
    computed: Mapping[str, float]
    locked: frozenset[str]

    @property
    def unit_code(self) -> str:
        """The code of the unit, empty in a blank form."""
        return self.unit.unit if self.unit is not None else ""


def contents_of(plan: Plan, unit: Unit | None, collection: Collection | None, values: Mapping[str, object]) -> Contents:
    """Joins the answers with what is known of the unit; a blank text is no answer.

    Raises GenerationError for a value of an item that the form does not ask.
    """
    asked = {item.name for item in plan.items}
    given: dict[str, object] = {}
    for name, value in values.items():
        if name not in asked:
            raise GenerationError("workbook-unknown-item", form=plan.form, item=name)
        if value is not None and value != "":
            given[name] = value.date() if isinstance(value, datetime) else value
    computed = computed_values(plan, given)
    if unit is None:
        return Contents(plan, None, collection, given, computed, frozenset())
    identity = {UNIT_CODE: unit.unit, UNIT_NAME: unit.name, UNIT_MUNICIPALITY: unit.municipality}
    return Contents(plan, unit, collection, given | identity, computed, frozenset(identity))
