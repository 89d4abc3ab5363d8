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
from xlforms.workbook.prepared import Prepared, consequences, prepared
from xlforms.workbook.verdict_values import ShownVerdict

UNIT_CODE, UNIT_NAME, UNIT_MUNICIPALITY = (f"{IDENTITY_CARD}.{field}" for field in ("code", "name", "municipality"))


@dataclass(frozen=True, slots=True)
class Contents:
    """`prepared` is what a workbook shares with others of its form and round. `values` holds answers by item, those
    of the unit's identity included; `computed` and `verdicts` (by the id of the rule's instance) what follows from
    them; `needed` the items that are missing because of other answers; `locked` the items that nobody types, because
    the register of units has given them."""

    plan: Plan
    prepared: Prepared
    unit: Unit | None
    collection: Collection | None
    values: Mapping[str, object]
    computed: Mapping[str, float | str]
    verdicts: Mapping[str, ShownVerdict]
    needed: frozenset[str]
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
    identity: dict[str, object] = {}
    if unit is not None:
        identity = {UNIT_CODE: unit.unit, UNIT_NAME: unit.name, UNIT_MUNICIPALITY: unit.municipality}
    known = given | identity
    year = collection.year if collection is not None else None
    shared = prepared(plan, year)
    follows = shared.blank if shared.looked_at.isdisjoint(known) else consequences(plan, known, year)
    return Contents(
        plan=plan,
        prepared=shared,
        unit=unit,
        collection=collection,
        values=known,
        computed=follows.computed,
        verdicts=follows.verdicts,
        needed=follows.needed,
        locked=frozenset(identity),
    )
