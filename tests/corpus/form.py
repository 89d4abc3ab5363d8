"""The form that the corpus is made of, its schools, and a workbook as a school should return it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from tests.reports.made_up import form_of
from xlforms.definitions.units import Unit
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

FORM = """
form: corpus
version: "1"
title: Проба
code: П-1
sections:
  - section: facts
    title: Сведения
    sheet: Сведения
    blocks:
      - card: c
        title: О школе
        fields:
          - {field: total, title: всего учеников, type: integer}
          - {field: share, title: доля, type: percent}
          - {field: day, title: день проверки, type: date}
          - {field: name, title: имя, type: text}
          - {field: story, title: рассказ, type: long_text}
          - {field: gym, title: есть ли спортзал, type: yes_no}
  - section: staff
    title: Кадровый состав
    sheet: Кадры
    blocks:
      - table: t
        row_title: Учителя
        columns:
          - {column: count, title: количество, type: integer}
          - {column: topic, title: тема, type: text}
        rows:
          - {row: all, title: Всего}
          - {row: music, title: музыки}
"""
ANSWERS: Mapping[str, int | float | str | date] = {
    "c.total": 120,
    "c.share": 0.25,
    "c.day": date(2020, 6, 5),
    "c.name": "слово",
    "c.story": "",
    "c.gym": "да",
    "t.all.count": 7,
    "t.all.topic": "общая",
    "t.music.count": 2,
    "t.music.topic": "хор",
    "contact.person": "Секретарь",
    "contact.position": "секретарь",
    "contact.date": date(2020, 6, 8),
}
"""What every school answers, unless the corpus says otherwise; `story` makes the answers of each its own."""

DISTRICT = "Первый район"
Parts = dict[str, bytes]
Make = Callable[[Unit], bytes]


def story(unit: str) -> str:
    """The answer to `c.story`: no two schools have the same answers."""
    return f"рассказ школы {unit}\nв две строки"


@cache
def plan() -> Plan:
    """The plan of FORM."""
    return form_of(FORM)[0]


def school(number: int) -> Unit:
    """A school by its number."""
    return Unit(f"{number:03}", f"Школа № {number}", DISTRICT)


def form(unit: Unit) -> bytes:
    """The form as the school should return it."""
    return with_answers({})(unit)


def blank(unit: Unit) -> bytes:
    """The form as it was issued."""
    return _written(unit, {})


def with_answers(answers: Mapping[str, object]) -> Make:
    """The form with other answers to some items."""
    return lambda unit: _written(unit, {**ANSWERS, "c.story": story(unit.unit), **answers})


def _written(unit: Unit, values: Mapping[str, object]) -> bytes:
    target = io.BytesIO()
    write_workbook(plan(), target, unit=unit, values=values)
    return target.getvalue()


def parts_of(workbook: bytes) -> Parts:
    """The parts of a zipped workbook in their order."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)  # of a fixed time, so that the same parts are the same bytes
            entry.compress_type = method
            archive.writestr(entry, content, compresslevel=1)
    return target.getvalue()


def with_parts(change: Callable[[Parts], Mapping[str, bytes]], of: Make = form) -> Make:
    """The form with its parts changed."""
    return lambda unit: packed(change(parts_of(of(unit))))


def with_part(name: str, change: Callable[[str], str | bytes], of: Make = form) -> Make:
    """The form with one part changed as text."""

    def changed(parts: Parts) -> Parts:
        content = change(parts[name].decode())
        if content == parts[name].decode():
            raise ValueError(f"{name} stayed as it was")
        return parts | {name: content.encode() if isinstance(content, str) else content}

    return with_parts(changed, of)


def sheet_part(section: str) -> str:
    """The name of the part with the sheet of a section."""
    return f"xl/worksheets/sheet{[sheet.section for sheet in plan().sheets].index(section) + 1}.xml"


FACTS, STAFF = sheet_part("facts"), sheet_part("staff")


def address(item: str) -> str:
    """The cell of an item."""
    cell = plan().cells()[item][1]
    return cell_name(cell.row, cell.column)


def with_cell(item: str, attributes: str, inside: str, of: Make = form) -> Make:
    """The form with the cell of an item written anew: attributes behind its address and style, and what it holds."""
    part = sheet_part(plan().cells()[item][0].section)
    return with_part(part, lambda xml: _with_cell(xml, address(item), f"{attributes}>{inside}"), of)


def with_typed(item: str, text: str, of: Make = form) -> Make:
    """The form with a text in the cell of an item, as it stands in XML."""
    return with_cell(item, ' t="inlineStr"', f'<is><t xml:space="preserve">{text}</t></is>', of)


def _with_cell(xml: str, place: str, inside: str) -> str:
    changed, count = re.subn(
        rf'<c (r="{place}"(?: s="[0-9]+")?)(?: t="[a-z]+")?(?:/>|>.*?</c>)',
        lambda found: f"<c {found[1]}{inside}</c>", xml,
    )  # fmt: skip
    if count != 1:
        raise ValueError(f"{count} cells {place}")
    return changed
