"""A small form with edit rules of every scope, and answers that break them."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import load_text, whole
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan

BLOCKS = """
- table: staff
  title: Учителя
  row_title: Кто
  columns:
    - {column: total, title: всего, type: integer}
    - {column: young, title: молодые, type: integer}
    - {column: old, title: опытные, type: integer}
  rows: [{row: all, title: все, rows: [{row: art, title: ИЗО}, {row: music, title: музыка}]}]
- card: school
  title: Школа
  fields:
    - {field: canteen, title: столовая, type: yes_no}
    - {field: seats, title: мест, type: integer, required_if: 'canteen = "да"'}
    - {field: part, title: занято, type: percent}
    - {field: opened, title: открыта, type: date, minimum: 1950-01-01, maximum: 2030-12-31}
    - {field: repaired, title: ремонт, type: date, minimum: 1950-01-01, maximum: 2030-12-31}
    - {field: motto, title: 'слово "да"', type: text}
"""
RULES = """
rules:
  - {rule: adds, kind: balance, each_row: staff, parts: [young, old], total: total, advice: Проверьте стаж.,
     message: "по стажу указано {parts}, а всего {total}"}
  - {rule: column, kind: balance, each_column: staff, parts: [art, music], total: all,
     message: "в строках вместе {parts}, а всего {total}", advice: Проверьте строки.}
  - {rule: no_canteen, kind: consistency, if: 'school.canteen = "нет"', then: school.seats = 0,
     message: "столовая – «{answer}», а мест {left}", show: {answer: school.canteen}, advice: Уберите места.}
  - {rule: full, kind: range, item: school.part, high: 90%, severity: soft, title: Столовая полна, reason: проба,
     message: "занято {item}", advice: Объясните.}
  - {rule: years, kind: order, items: [school.opened, school.repaired], message: "{earlier} позже, чем {later}",
     advice: Проверьте даты.}
  - {rule: load, kind: ratio, numerator: staff.all.total, denominator: school.seats, high: 10, severity: soft,
     title: Нагрузка, reason: проба, message: "на место {ratio}", advice: Объясните.}
"""


def checked_plan(folder: Path, blocks: str = BLOCKS, rules: str = RULES) -> Plan:
    """The plan of the form."""
    return build_plan(load_text(folder, whole(blocks) + rules))
