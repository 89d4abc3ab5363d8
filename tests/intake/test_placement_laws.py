"""Rows and columns in any order, any one witness lost: every answer is right, or it is said that it was not counted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.all_forms import FORMS, plan_named
from tests.effort import EVERYTHING
from tests.intake.mistreated import account_for
from tests.possible_answers import Answer, random_answers
from tests.test_round_trip import blank_form, with_answers
from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.raw import CellKind, RawCell, RawWorkbook
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.row_witnesses import SheetKeys
from xlforms.layout.plan import CODE_COLUMN, KEY_COLUMN, KEY_ROW, LABEL_COLUMN

Cells = dict[tuple[int, int], RawCell]
_SEEDS = st.integers(0, 2**32)
_FILLINGS = 3


@cache
def _prepared(name: str) -> PlanKeys:
    return prepare(plan_named(name))


@cache
def _filled(name: str, number: int) -> tuple[dict[str, Answer], RawWorkbook]:
    """Answers to all items of a form, and the form with them."""
    plan = plan_named(name)
    answers = random_answers(plan.items, random.Random(number))
    return answers, with_answers(plan, blank_form(name), answers)


def _read_changed(name: str, chance: random.Random, change: Callable[[SheetKeys, Cells], Cells]) -> list[str]:
    """The items that are wrong in silence after a change of one sheet of a filled-in form."""
    plan, keys = plan_named(name), _prepared(name)
    answers, filled = _filled(name, chance.randrange(_FILLINGS))
    section = chance.choice([sheet for sheet in plan.sheets if sheet.row_keys])
    sheets = tuple(
        replace(sheet, cells=change(keys.sheets[section.section], dict(sheet.cells)))
        if sheet.name == section.name
        else sheet
        for sheet in filled.sheets
    )
    submission = read_submission(replace(filled, sheets=sheets), {(plan.form, plan.version): keys})
    account = account_for(plan, answers, submission)
    assert len(account.right) + len(account.named) + len(account.wrong) >= len(answers)
    return account.wrong


def _lost(cells: Cells, places: list[tuple[int, int]], how: str) -> Cells:
    """The cells with some of them cleared, or overwritten with a text of no meaning."""
    gone: Cells = {} if how == "cleared" else dict.fromkeys(places, (CellKind.TEXT, "…", False))
    return {place: cell for place, cell in cells.items() if place not in set(places)} | gone


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40 if EVERYTHING else 6)
@given(seed=_SEEDS)
def test_rows_in_any_order(name: str, seed: int) -> None:
    """Rows of a block are shuffled whole, without keys, or without keys and codes, and one kind of witness is lost.

    Left out is what nothing tells: captions that moved alone with the answers are lost.
    """
    chance = random.Random(seed)

    def change(keys: SheetKeys, cells: Cells) -> Cells:
        first_column = chance.choice((KEY_COLUMN, CODE_COLUMN, LABEL_COLUMN))
        rows = list(chance.choice(keys.blocks).rows)
        order = chance.sample(rows, len(rows))
        moves = dict(zip(rows, order, strict=True))
        moved = {
            (moves.get(row, row) if column >= first_column else row, column): cell
            for (row, column), cell in cells.items()
        }
        told = [KEY_COLUMN, CODE_COLUMN] + ([LABEL_COLUMN] if first_column < LABEL_COLUMN else [])
        column = chance.choice(told)
        lost = chance.sample(rows, chance.randint(0, len(rows)))
        return _lost(moved, [(row, column) for row in lost], chance.choice(("cleared", "overwritten")))

    assert [] == _read_changed(name, chance, change)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40 if EVERYTHING else 6)
@given(seed=_SEEDS)
def test_columns_in_any_order(name: str, seed: int) -> None:
    """Columns of a table are shuffled with or without their keys and numbers, and one kind of witness is lost.

    Left out is what nothing tells: the only witness that has moved with the answers is lost.
    """
    chance = random.Random(seed)

    def change(keys: SheetKeys, cells: Cells) -> Cells:
        tables = [block for block in keys.blocks if block.numbers and keys.sheet.section != "check"]
        if not tables:
            return cells
        block = chance.choice(tables)
        first, last = block.rows[0], block.rows[-1]
        heads = {head.column: _header_rows(keys, first, head.column) for head in block.heads}
        number_row = max(row for rows in heads.values() for row in rows)
        shared = len({head.heading for head in block.heads}) < len(block.heads)
        ways: list[set[int]] = [{KEY_ROW}, set()] if shared else [{KEY_ROW}, set(), {KEY_ROW, number_row}]
        kept = chance.choice(ways)
        rows = set(range(min(min(found) for found in heads.values()), last + 1))
        rows |= set() if kept else {KEY_ROW}
        order = chance.sample(sorted(heads), len(heads))
        moves = dict(zip(sorted(heads), order, strict=True))
        moved = {
            (row, moves.get(column, column) if row in rows and row not in kept else column): cell
            for (row, column), cell in cells.items()
        }
        told = ["key"] + ([] if shared and kept else ["number"]) + ([] if number_row in kept else ["heading"])
        witness = chance.choice(told)
        places = {
            "key": [(KEY_ROW, column) for column in heads],
            "number": [(number_row, column) for column in heads],
            "heading": [
                (row, column) for column in heads for row in sorted(rows - {KEY_ROW, number_row}) if row < first
            ],
        }[witness]
        lost = chance.sample(places, chance.randint(0, len(places)))
        return _lost(moved, lost, chance.choice(("cleared", "overwritten")))

    assert [] == _read_changed(name, chance, change)


def _header_rows(keys: SheetKeys, first: int, column: int) -> list[int]:
    """The rows of the heading and the number over one column."""
    above = max((row for row, _ in keys.sheet.row_keys if row < first), default=0)
    roles = ("header", "answer_header", "column_number")
    return [
        cell.row
        for cell in keys.sheet.fixed
        if above < cell.row < first and cell.column <= column <= cell.last_column and cell.role in roles
    ]
