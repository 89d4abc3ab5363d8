"""Open texts gathered by what they were asked."""

from __future__ import annotations

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.gathered_texts import GatheredTheme
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

FORM = """
form: needs
version: "1"
title: Нужды
code: НЖ-1
sections:
  - section: needs
    title: Нужды
    sheet: Нужды
    blocks:
      - card: canteen
        title: Столовая
        fields:
          - {field: lacks, title: чего нет, type: long_text, gathered: true}
          - {field: note, title: примечание, type: long_text}
          - {field: head, title: кто отвечает, type: long_text, personal: true}
      - table: building
        title: Здание
        columns:
          - {column: main, title: основное}
          - {column: annex, title: пристрой}
        rows:
          - {row: repair, title: требует ремонта, type: long_text, max_length: 20, gathered: true}
          - {row: built, title: год, type: year}
      - table: staff
        columns:
          - {column: count, title: всего, type: integer}
          - {column: wanted, title: кого не хватает, type: text, gathered: true}
        rows:
          - {row: teachers, title: учителя}
          - {row: others, title: другие}
      - table: factors
        open_rows: 2
        columns:
          - {column: inner, title: Внутренние факторы, type: long_text, gathered: true}
          - {column: help, title: Необходима помощь, type: long_text, gathered: first}
"""


def _summary(answers: dict[str, dict[str, Value]], form: FormParts | None = None) -> Summary:
    parts = form or form_of(FORM)
    received = [returned(submission(parts, unit, entered)) for unit, entered in answers.items()]
    return summary_of(received, made_up_units(4, 2), form=parts)


def _shape(theme: GatheredTheme) -> tuple[str, str, str, list[tuple[str, list[tuple[str, str, str]]]]]:
    return (theme.row, theme.column, theme.caption, [
        (group.text, [(saying.unit, saying.item, saying.place) for saying in group.sayings]) for group in theme.groups
    ])  # fmt: skip


def test_themes() -> None:
    """Marked texts by field, by column, and by row where that gives fewer themes; those marked first stand first."""
    answers: dict[str, dict[str, Value]] = {
        "002": {"canteen.lacks": "посуды", "factors.1.help": "Автобус", "building.repair.annex": "кровля"},
        "001": {"factors.2.help": "автобус", "factors.1.inner": "мало учителей", "building.repair.main": "кровля",
                "staff.others.wanted": "логопед", "canteen.note": "не собирается"},
    }  # fmt: skip
    assert [
        ("", "help", "Необходима помощь", [
            ("Автобус", [("001", "factors.2.help", ""), ("002", "factors.1.help", "")]),
        ]),
        ("", "lacks", "Столовая – чего нет", [("посуды", [("002", "canteen.lacks", "")])]),
        ("repair", "", "Здание – требует ремонта", [
            ("кровля", [("001", "building.repair.main", "основное"), ("002", "building.repair.annex", "пристрой")]),
        ]),
        ("", "wanted", "кого не хватает", [("логопед", [("001", "staff.others.wanted", "другие")])]),
        ("", "inner", "Внутренние факторы", [("мало учителей", [("001", "factors.1.inner", "")])]),
    ] == [_shape(theme) for theme in _summary(answers).forms[0].themes]  # fmt: skip


def test_only_what_counts() -> None:
    """A text that does not count and a blank one are not gathered, and personal ones never are."""
    parts = form_of(FORM.replace(", gathered: true", "").replace(", gathered: first", ""))
    answers: dict[str, Value] = {"canteen.head": "Тайный", "canteen.note": " ", "building.repair.main": "х" * 30,
                                 "canteen.lacks": "посуды"}  # fmt: skip
    wrong = {"factors.1.help": InvalidAnswer("error-value", "#ССЫЛКА!")}
    summary = summary_of([returned(submission(parts, "001", answers, invalid=wrong))], made_up_units(1, 1), form=parts)
    assert ["Столовая – чего нет"] == [theme.caption for theme in summary.forms[0].themes]


def test_units_of_a_theme() -> None:
    """Who wrote, who of them named something, and the same in one municipality."""
    answers: dict[str, dict[str, Value]] = {
        "001": {"factors.1.help": "нет"}, "002": {"factors.1.help": "мебель", "factors.2.help": "Мебель"},
        "003": {"factors.1.help": "автобус"}, "004": {"factors.1.help": "автобус"},
    }  # fmt: skip
    summary = _summary(answers)
    theme = summary.forms[0].themes[0]
    parts = theme.split(summary.municipality)
    assert [("автобус", 2), ("Мебель", 1), ("нет, не требуется", 1)] == [
        (group.text, len(group.units)) for group in theme.groups
    ]
    assert {("002", "003", "004"), ("001", "002", "003", "004")} == {
        tuple(sorted(theme.naming_units)), tuple(sorted(theme.units))
    }  # fmt: skip
    assert {"Район 1": ["Мебель", "нет, не требуется"], "Район 2": ["автобус"]} == {
        name: [group.text for group in part.groups] for name, part in sorted(parts.items())
    }


def test_own_words() -> None:
    """A school that says it otherwise is quoted; capitals and punctuation are not another wording."""
    answers: dict[str, dict[str, Value]] = {
        "001": {"factors.1.help": "учитель физики"}, "002": {"factors.1.help": "Учитель физики."},
        "003": {"factors.1.help": "учителя физики"}, "004": {"factors.1.help": "учитель физики"},
    }  # fmt: skip
    group = _summary(answers).forms[0].themes[0].groups[0]
    assert ["", "", "учителя физики", ""] == [group.own_words(saying) for saying in group.sayings]
