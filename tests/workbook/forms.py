"""Forms written in tests, and the workbooks that are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

from tests.definitions.forms import load_blocks
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

SCHOOL = Unit("056-01", "Школа № 1", "Первый район")
NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

EVERY_TYPE = """
- card: every
  title: Все виды
  fields:
    - {field: count, title: целое, type: integer, maximum: 500, required: true}
    - {field: area, title: площадь, type: decimal, maximum: 900, unit: кв. м}
    - {field: part, title: доля, type: percent}
    - {field: cost, title: расходы, type: money}
    - {field: year, title: год, type: year, maximum: 2025}
    - {field: day, title: дата, type: date, minimum: 2020-01-01, maximum: 2030-12-31}
    - {field: name, title: название, type: text, max_length: 50}
    - {field: story, title: рассказ, type: long_text}
    - {field: level, title: уровень, type: choice, choices: ["начальный, малый", базовый]}
    - {field: canteen, title: столовая, type: yes_no}
    - {field: mail, title: почта, type: email}
    - {field: phone, title: телефон, type: phone}
    - {field: ratio, title: на одного, type: decimal, computed: area / count}
- table: rooms
  title: Кабинеты
  row_title: Где
  columns:
    - {column: total, title: всего, type: integer, maximum: 50}
    - {column: ready, title: готовы, type: integer, maximum: 50, blank: zero}
    - {column: share, title: доля, type: percent, computed: ready / total}
    - {column: note, title: примечание, type: text}
  rows:
    - {row: main, title: основное здание}
    - {row: annex, title: пристройка, skip: [note]}
"""
FILLED: dict[str, object] = {"every.count": 4, "every.area": 10.0, "rooms.main.total": 8}


def plan_of(folder: Path, blocks: str = EVERY_TYPE) -> Plan:
    """The plan of a form of one section with these blocks."""
    return build_plan(load_blocks(folder, blocks))


def bytes_of(
    plan: Plan,
    unit: Unit | None = None,
    collection: Collection | None = None,
    values: Mapping[str, object] | None = None,
) -> bytes:
    """The workbook of a plan."""
    target = BytesIO()
    write_workbook(plan, target, unit=unit, collection=collection, values=values or {})
    return target.getvalue()


def opened(content: bytes, *, values: bool = False) -> Any:
    """The workbook as openpyxl reads it: formulas, or with `values` their stored values."""
    return load_workbook(BytesIO(content), data_only=values)


def part(content: bytes, name: str) -> Any:
    """One XML part of a workbook."""
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def sheet_part(content: bytes, number: int) -> Any:
    """The XML of a sheet, counted from 1: the title sheet."""
    return part(content, f"xl/worksheets/sheet{number}.xml")
