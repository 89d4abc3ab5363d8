"""The answers themselves, tidy."""

from __future__ import annotations

from datetime import date

from tests.reports.made_up import form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.consolidate import consolidate
from xlforms.intake.submission import InvalidAnswer
from xlforms.reports.data_files import data_files
from xlforms.reports.machine_table import MachineTable

_FORM = """
form: f
version: "{version}"
title: Ф
code: Ф
contact: [{{field: person, title: Кто, type: text, personal: true}}]
sections:
  - section: s
    title: Раздел
    sheet: Лист
    blocks:
      - table: staff
        title: Кадры
        columns:
          - {{column: who, title: кто, type: text, only_rows: [b]}}
          - {{column: total, title: всего, type: integer}}
          - {{column: share, title: доля, type: percent, computed: total / 10}}
        rows: [{{row: a, title: А}}, {{row: b, title: Б}}]
      - table: rooms
        open_rows: 3
        columns: [{{column: name, title: имя, type: text}}, {{column: line, title: ряд, type: integer, blank: zero}}]
      - card: home
        fields:
          - {{field: wing, title: корпус, type: text}}
          - {{field: day, title: день, type: date}}
          - {{field: ok, title: годен, type: yes_no}}
          - {{field: key, title: ключ, type: text, personal: true}}
"""
FORM = form_of(_FORM.format(version="1"))


def _files() -> dict[str, MachineTable]:
    answers = submission(
        FORM,
        "001",
        {
            "staff.a.total": 3,
            "staff.b.total": 2_000_000,
            "staff.b.who": "казахского",
            "rooms.2.name": "=зал",
            "home.wing": "Б",
            "home.day": date(2020, 6, 5),
            "home.ok": "да",
            "home.key": "тайна",
            "contact.person": "тайна",
        },
        invalid={"rooms.3.line": InvalidAnswer("not-a-number", "пять")},
    )
    files = [returned(answers), returned(submission(FORM, "002", {"staff.a.total": 1}))]
    return {file.name: file for file in data_files(summary_of(files, made_up_units(2, 1), form=FORM))}


def test_table() -> None:
    """A row for each unit and row of the form; closed cells and answers that do not count are empty."""
    file = _files()["data/f.staff"]
    assert (("unit", "municipality", "row", "who", "total", "share"), ("unit", "row")) == (file.header, file.key)
    assert ("Кадры", "Ф. Строка – строка таблицы у одной организации.") == (file.title, file.description)
    assert ({"a": "А", "b": "Б"}, ["a", "b"]) == (file.columns[2].labels, file.columns[2].constraints["enum"])
    assert (
        ("001", "Район 1", "a", None, 3, 0.3),
        ("001", "Район 1", "b", "казахского", None, None),
        ("002", "Район 1", "a", None, 1, 0.1),
        ("002", "Район 1", "b", None, None, None),
    ) == file.rows


def test_open_rows() -> None:
    """Only rows with an answer that counts; a blank that is zero is written as zero."""
    file = _files()["data/f.rooms"]
    assert (("name", "line"), (("001", "Район 1", "2", "=зал", 0),)) == (file.header[3:], file.rows)
    assert ("Раздел", ("unit", "row"), {}) == (file.title, file.key, file.columns[2].labels)


def test_card() -> None:
    """One row a unit; personal items have no column, and a card of nothing else has no file."""
    files = _files()
    file = files["data/f.home"]
    assert (("unit", "municipality", "wing", "day", "ok"), ("unit",)) == (file.header, file.key)
    assert (("001", "Район 1", "Б", date(2020, 6, 5), "да"), ("002", "Район 1", None, None, None)) == file.rows
    assert ["data/f.unit", "data/f.staff", "data/f.rooms", "data/f.home"] == list(files)
    assert ("code", "name", "unit_municipality") == files["data/f.unit"].header[2:]


def test_versions() -> None:
    """Units stand in the order of the register, whatever version they sent; old columns come after the new ones."""
    older = form_of(_FORM.format(version="0").replace("column: total", "column: old").replace("total / 10", "old / 10"))
    forms = {("f", "0"): older, ("f", "1"): FORM}
    files = [
        returned(submission(FORM, "002", {"staff.a.total": 1})),
        returned(submission(older, "001", {"staff.a.old": 7})),
    ]
    summary = consolidate(files, forms, ["f"], units=made_up_units(2, 1), collection=None, as_of=None)
    file = next(file for file in data_files(summary) if file.name == "data/f.staff")
    assert ("who", "total", "share", "old") == file.header[3:]
    assert [("001", "a", None, 7), ("001", "b", None, None), ("002", "a", 1, None), ("002", "b", None, None)] == [
        (row[0], row[2], row[4], row[6]) for row in file.rows
    ]
