"""Made-up rounds for tests of reports: a small form, numbered schools, answers given by item name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.definitions.items import SectionGrid
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer, Repair, Submission
from xlforms.intake.values import Value
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan

SMALL_FORM = """
form: small
version: "1"
title: Малая анкета
code: МА-1
sections:
  - section: staff
    title: Кадровый состав
    sheet: Кадры
    help: Заполните все строки.
    blocks:
      - table: staff
        row_title: Учителя
        columns:
          - {column: total, title: количество, type: integer, maximum: 500, required: true}
          - group: who
            title: из них
            columns:
              - {column: young, title: молодые, type: integer, maximum: 500}
              - {column: share, title: "% молодых", type: percent, computed: young / total}
          - {column: topic, title: тема курсов, type: text}
        rows:
          - {row: russian, title: русского языка}
          - heading: "из них:"
            rows:
              - {row: mathematics, title: математики}
        footnotes: ["* Каждый учитель показан один раз."]
  - section: building
    title: Здание
    sheet: Здание
    orientation: portrait
    blocks:
      - card: building
        title: О здании
        fields:
          - {field: built, title: год постройки, type: year, minimum: 1800, maximum: 2020}
          - {field: kind, title: спортивный зал, type: choice, choices: [типовой, приспособленный, нет]}
          - {field: warm, title: тепло ли, type: yes_no}
          - {field: area, title: площадь, type: decimal, unit: кв. м}
          - {field: wear, title: износ, type: percent}
          - {field: checked, title: дата осмотра, type: date}
          - {field: head, title: кто отвечает, type: text, personal: true}
          - {field: lacks, title: чего не хватает, type: long_text}
"""

RIGHT_ANSWERS: dict[str, Value] = {
    "contact.person": "Тайный", "contact.position": "директор", "contact.date": date(2020, 6, 1), "unit.code": "1",
    "unit.name": "Школа", "unit.municipality": "Район", "staff.russian.total": 5, "staff.mathematics.total": 5,
}  # fmt: skip
FormParts = tuple[Plan, tuple[SectionGrid, ...]]
_MORNING = datetime(2020, 6, 1, 9, 0, tzinfo=UTC)


@cache
def small_form() -> FormParts:
    """The small form, laid out."""
    return form_of(SMALL_FORM)


def form_of(text: str) -> FormParts:
    """A form from its YAML, laid out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "1.yaml"
        path.write_text(text, encoding="utf-8")
        loaded = load_form(path)
    return build_plan(loaded), loaded.sections


def made_up_units(count: int, municipalities: int) -> Units:
    """«Школа № 1»… shared out among «Район 1»… in blocks, with codes 001, 002…"""
    share = -(-count // municipalities)
    return Units(
        "units.csv",
        tuple(
            Unit(f"{number:03d}", f"Школа № {number}", f"Район {(number - 1) // share + 1}", f"s{number}@example.org")
            for number in range(1, count + 1)
        ),
    )


def submission(
    form: FormParts,
    unit: str,
    answers: Mapping[str, Value],
    *,
    invalid: Mapping[str, InvalidAnswer] | None = None,
    repairs: Mapping[str, tuple[str, str]] | None = None,
    signed_on: date | None = None,
) -> Submission:
    """One returned workbook; `repairs` give code and former text by item name."""
    plan, _ = form
    positions = {item.name: number for number, item in enumerate(plan.items)}
    values: list[Value | None] = [None] * len(plan.items)
    for name, value in answers.items():
        values[positions[name]] = value
    return Submission(
        form=plan.form,
        version=plan.version,
        unit=unit,
        values=values,
        invalid={positions[name]: answer for name, answer in (invalid or {}).items()},
        repairs=[Repair(positions[name], code, before) for name, (code, before) in (repairs or {}).items()],
        notes=[],
        moved={},
        signed_on=signed_on,
        application="LibreOffice",
    )


def returned(answers: Submission, *, path: str = "", hours: int = 0) -> Received:
    """A file that holds a submission, `hours` after the first morning."""
    name = path or f"получено/{answers.unit}.xlsx"
    return Received(
        path=name,
        member="",
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        status="accepted",
        unit=answers.unit,
        form=answers.form,
        version=answers.version,
        modified=_MORNING + timedelta(hours=hours),
        submission=answers,
    )


def summary_of(
    received: Sequence[Received],
    units: Units | None,
    *,
    form: FormParts | None = None,
    collection: Collection | None = None,
    as_of: date | None = None,
) -> Summary:
    """Consolidates files of one form (the small one unless said)."""
    parts = form or small_form()
    plan = parts[0]
    forms = {(plan.form, plan.version): parts}
    return consolidate(received, forms, [plan.form], units=units, collection=collection, as_of=as_of)
