"""The last section of a form with soft rules: a place to explain each answer that looks improbable."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import (
    CHECK_SECTION,
    EXPLANATIONS_TABLE,
    BlockGrid,
    ColumnLine,
    Item,
    RowLine,
    SectionGrid,
)
from xlforms.definitions.rules import RuleInstance

EXPLANATION_COLUMN = "text"
_COLUMN_TITLE = "Пояснение"
_HELP = "Необычный ответ может быть и верным. Если он верен, коротко объясните его здесь; если нет, исправьте его."


def explanation_item(instance_id: str) -> str:
    """The name of the item in which an instance of a soft rule is explained."""
    return f"{EXPLANATIONS_TABLE}.{instance_id}.{EXPLANATION_COLUMN}"


def explanations(rules: Sequence[RuleInstance]) -> tuple[SectionGrid, ...]:
    """The section «Проверка» with a row for each instance of a soft rule, or nothing when there is none."""
    soft = [rule for rule in rules if rule.severity == "soft"]
    if not soft:
        return ()
    block = BlockGrid(
        kind="table",
        id=EXPLANATIONS_TABLE,
        title="",
        help="",
        row_title="О чём вопрос",
        footnotes=(),
        columns=(ColumnLine(EXPLANATION_COLUMN, _COLUMN_TITLE, width=60),),
        rows=tuple(RowLine(rule.id, rule.title) for rule in soft),
        open_rows=False,
        cells={(rule.id, EXPLANATION_COLUMN): _item(rule) for rule in soft},
    )
    return (
        SectionGrid(
            id=CHECK_SECTION,
            title="Проверка: пояснения к ответам",
            sheet="Проверка",
            orientation="landscape",
            help=_HELP,
            footnotes=(),
            blocks=(block,),
        ),
    )


def _item(rule: RuleInstance) -> Item:
    kind = ITEM_TYPES["long_text"]
    return Item(
        name=rule.explanation,
        block=EXPLANATIONS_TABLE,
        row=rule.id,
        column=EXPLANATION_COLUMN,
        captions=(rule.title, _COLUMN_TITLE),
        type=kind.name,
        nature=kind.nature,
        max_length=kind.max_length,
    )
