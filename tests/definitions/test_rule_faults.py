"""Faulty rules are told at their place in the file, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import load_text, whole
from xlforms.errors import DefinitionError
from xlforms.messages import say

BLOCKS = """
- table: staff
  columns:
    - {column: subject, title: предмет, type: text, only_rows: [other]}
    - {column: total, title: количество, type: integer}
    - group: years
      title: стаж
      columns:
        - {column: young, title: до 5 лет, type: integer}
        - {column: old, title: свыше 5 лет, type: integer}
    - {column: share, title: доля, type: percent, computed: total / staff.all.total}
  rows: [{row: all, title: Всего}, {row: physics, title: физики}, {row: other, title: других, repeat: 2}]
- card: house
  fields: [{field: built, title: год постройки, type: year}, {field: checked, title: осмотр, type: date}]
"""


def _faults(folder: Path, *rules: str) -> list[tuple[int, str, str]]:
    """Number of the rule from 1, what stands at the place told (up to eight letters), and what is said of it."""
    text = whole(BLOCKS) + "rules:\n" + "".join(f"  - {rule}\n" for rule in rules)
    with pytest.raises(DefinitionError) as caught:
        load_text(folder, text)
    lines = text.split("\n")
    first = lines.index("rules:") + 1
    found = []
    for problem in caught.value.problems:
        russian, english = (say(problem.code, language, **problem.parameters) for language in ("ru", "en"))
        assert russian != english
        place = lines[problem.line - 1][problem.column - 1 :][:8] if problem.column else ""
        found.append((problem.line - first, place, russian))
    return found


def test_shape(tmp_path: Path) -> None:
    """Kinds, keys, tables, rows and columns that do not exist, each with a near match."""
    assert [
        (1, "kind: ba", "вида правил «balanse» нет. Может быть, «balance»?"),
        (2, "kind: su", "вида правил «sums» нет. Есть: balance, consistency, expression, order, range, ratio, "
                        "required_if, share, unique"),
        (3, "totl: to", "ключа «totl» у правила вида balance не бывает. Может быть, «total»?"),
        (4, "color: r", "ключа «color» у правила вида share не бывает. Его ключи: part, whole"),
        (5, "rule: e,", "правилу вида share не хватает ключа «whole»"),
        (6, "severty:", "ключа «severty» у правила вида share не бывает. Может быть, «severity»?"),
        (7, "each_row", "таблицы «staf» в форме нет. Может быть, «staff»?"),
        (8, "phisics]", "строки «phisics» в этой таблице нет. Может быть, «physics»?"),
        (9, "yers], p", "графы «yers» в этой таблице нет. Может быть, «years»?"),
        (10, "each_col", "правило проходит либо по строкам, либо по графам. Оставьте each_row или each_column"),
        (11, "columns:", "ключ «columns» имеет смысл только вместе с each_column"),
        (12, "except: ", "ключ «except» имеет смысл только вместе с each_row"),
        (13, "rule: l,", "правилу вида range нужен хотя бы один из ключей: low, high"),
        (14, "items: h", "у ключа «items» должен стоять список не меньше чем из двух имён: [built, overhauled]"),
        (15, "if: [hou", "у ключа «if» может стоять одно выражение, а не список"),
        (16, "rule: o,", "правило вида unique сравнивает строки таблицы. Добавьте each_row: имя_таблицы"),
        (17, "rule: a,", "правило «a» в форме уже есть. Дайте другое имя"),
        (18, "rule: ra", "имя правила «range» занято: так называются замечания к отдельным ответам. Дайте другое"),
        (19, "rule: p,", "мягкому правилу (severity: soft) нужен ключ «reason»: title – о чём вопрос, reason – откуда "
                         "порог"),
        (20, "title: t", "правило с названием «t» уже есть: на листе «Проверка» их не различить. Назовите это иначе"),
    ] == _faults(
        tmp_path,
        "{rule: a, kind: balanse, parts: [house.built], total: house.built}",
        "{rule: b, kind: sums, parts: [house.built], total: house.built}",
        "{rule: c, kind: balance, each_row: staff, parts: years, totl: total}",
        "{rule: d, kind: share, part: house.built, whole: house.built, color: red}",
        "{rule: e, kind: share, part: house.built}",
        "{rule: f, kind: share, part: house.built, whole: house.built, severty: soft}",
        "{rule: g, kind: share, each_row: staf, part: total, whole: total}",
        "{rule: h, kind: share, each_row: staff, rows: [all, phisics], part: total, whole: total}",
        "{rule: i, kind: share, each_column: staff, columns: [yers], part: all, whole: all}",
        "{rule: j, kind: share, each_row: staff, each_column: staff, part: all, whole: all}",
        "{rule: k, kind: share, each_row: staff, columns: [total], part: total, whole: total}",
        "{rule: k2, kind: share, except: [total], part: house.built, whole: house.built}",
        "{rule: l, kind: range, item: house.built}",
        "{rule: m, kind: order, items: house.built}",
        "{rule: n, kind: consistency, if: [house.built > 1], then: house.built > 1}",
        "{rule: o, kind: unique, by: [house.built]}",
        "{rule: a, kind: share, part: house.built, whole: house.built}",
        "{rule: range, kind: share, part: house.built, whole: house.built}",
        "{rule: p, kind: share, part: house.built, whole: house.built, severity: soft, title: t}",
        "{rule: q, kind: share, part: house.built, whole: house.built, severity: soft, title: t, reason: r}",
    )  # fmt: skip


def test_wrong_values(tmp_path: Path) -> None:
    """What pydantic refuses has its line too."""
    assert [
        (1, "severity", "у ключа «severity» не может стоять «medium». Возможно: hard, soft"),
        (2, "rule: Б,", "имя «Б» не годится. Имена пишут строчными латинскими буквами, цифрами и «_», первой – буква: "
                        "years_0_3"),
        (3, "whole: {", "у ключа «whole» должен быть текст, а стоит «{'a': 1}»"),
        (4, "kind: ba", "не хватает ключа «rule». Добавьте строку «rule: …»"),
    ] == [
        (number, place if number < 4 else "kind: ba", text)
        for number, place, text in _faults(
            tmp_path,
            "{rule: a, kind: share, part: house.built, whole: house.built, severity: medium}",
            "{rule: Б, kind: share, part: house.built, whole: house.built}",
            "{rule: c, kind: share, part: house.built, whole: {a: 1}}",
            "{kind: share, part: house.built, whole: house.built}",
        )
    ]  # fmt: skip


def test_expressions(tmp_path: Path) -> None:
    """Grammar, names and kinds are told at their letter, once for all rows."""
    assert [
        (1, "totl, wh", "показателя «totl» в форме нет (выражение: totl). Может быть, «total»?"),
        (2, "staff.ph", "показателя «staff.phisics.total» в форме нет (выражение: staff.phisics.total). Может быть, "
                        "«staff.physics.total»?"),
        (3, "subject,", "здесь нужно число, а стоит текст, дата или условие. Замените показатель или действие"),
        (4, ", then: ", "выражение обрывается. Допишите, с чем сравнивать или что считать"),
        (5, "total}", "здесь нужно условие, а стоит значение. Сравните его с чем-нибудь. Пример: total > 0"),
        (6, "2 * tota", "здесь нужно имя показателя, а стоит «2 * total»"),
        (7, "house.ch", "здесь нужно число не меньше нуля, а стоит «house.checked»"),
        (8, "house.bu", "здесь нужно число, год или дата, а «house.built > 0» – не то"),
        (9, "years <=", "«staff.all.years» – это сразу несколько показателей. Возьмите их в функцию, например "
                        "sum(staff.all.years) или count(staff.all.years)"),
        (10, "row > 0}", "«row» – это сразу несколько показателей. Возьмите их в функцию, например sum(row) или "
                         "count(row)"),
        (11, "rule: k,", "здесь встретились значения разного рода (число, текст, дата, условие). Сравнивайте число с "
                         "числом, текст с текстом в кавычках, дату с датой"),
        (12, "phisics]", "показателя «phisics» в форме нет (выражение: phisics). Может быть, «physics»?"),
        (13, "rule: m,", "правилу «m» негде действовать: во всех его строках или графах нужные ячейки закрыты"),
        (14, "rule: n,", "правило «n» не касается ни одного ответа: всё, на что оно смотрит, вычисляется"),
    ] == _faults(
        tmp_path,
        "{rule: a, kind: share, each_row: staff, part: totl, whole: total}",
        "{rule: b, kind: share, each_row: staff, part: total, whole: staff.phisics.total}",
        "{rule: c, kind: share, each_row: staff, part: subject, whole: total}",
        "{rule: d, kind: consistency, if: house.built >, then: house.built > 1}",
        "{rule: e, kind: expression, each_row: staff, condition: total}",
        "{rule: f, kind: required_if, each_row: staff, item: 2 * total, condition: total > 0}",
        "{rule: g, kind: balance, parts: [house.built], total: house.built, tolerance: house.checked}",
        "{rule: h, kind: order, items: [house.built, house.built > 0]}",
        "{rule: i, kind: expression, each_row: staff, condition: years <= total}",
        "{rule: j, kind: expression, each_row: staff, condition: row > 0}",
        "{rule: k, kind: order, items: [house.built, house.checked]}",
        "{rule: l, kind: balance, each_column: staff, columns: [total], total: all, parts: [physics, phisics]}",
        "{rule: m, kind: required_if, each_row: staff, rows: [physics], item: subject, condition: total > 0}",
        "{rule: n, kind: range, each_row: staff, rows: [physics], item: share, high: 1}",
    )  # fmt: skip


def test_messages(tmp_path: Path) -> None:
    """A value that the rule has not, and brackets that do not match, at their place in the message."""
    assert [
        (1, "{lft}, в", "значения «lft» у этого правила нет. Может быть, «left»?"),
        (2, "{wholly:", "значения «zzzz» у этого правила нет. Есть: left, right, part, whole, left_name, right_name, "
                        "part_name, whole_name, names. Другие можно добавить ключом show"),
        (3, "есть {le", "фигурные скобки в сообщении не сходятся. Значение пишут так: {left}"),
        (4, "{left:.2", "значения «left:.2f» у этого правила нет. Есть: left, right, part, whole, left_name, "
                        "right_name, part_name, whole_name, names. Другие можно добавить ключом show"),
    ] == [
        (number, place if number != 2 else "{wholly:", text)
        for number, place, text in _faults(
            tmp_path,
            '{rule: a, kind: share, part: house.built, whole: 5, message: "есть {lft}, всего {right}"}',
            '{rule: b, kind: share, part: house.built, whole: 5, message: "есть {zzzz}"}',
            '{rule: c, kind: share, part: house.built, whole: 5, message: "есть {left"}',
            '{rule: d, kind: share, part: house.built, whole: 5, message: "есть {left:.2f}"}',
        )
    ]  # fmt: skip


def test_too_long_for_a_formula(tmp_path: Path) -> None:
    """A rule that Excel could not hold is refused when the form is loaded."""
    table = """
- table: many
  open_rows: 200
  columns: [{column: name, title: имя, type: text}]
"""
    text = whole(table) + "rules:\n  - {rule: once, kind: unique, each_row: many, by: [name]}\n"
    with pytest.raises(DefinitionError) as caught:
        load_text(tmp_path, text)

    assert ["expression-too-long"] == [problem.code for problem in caught.value.problems]


def test_names_that_run_together(tmp_path: Path) -> None:
    """Two rules whose instances would have one name."""
    assert [(2, "rule: a_", "правило «a_physics» в форме уже есть. Дайте другое имя")] == _faults(
        tmp_path,
        "{rule: a, kind: share, each_row: staff, part: total, whole: 5}",
        "{rule: a_physics, kind: share, part: house.built, whole: 5}",
    )
