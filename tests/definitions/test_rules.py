"""Rules spelled out: instances, whole names, messages with captions, explanations."""

from __future__ import annotations

import pickle
from pathlib import Path

from tests.definitions.forms import load_text, whole
from xlforms.definitions.load import LoadedForm
from xlforms.definitions.rules import RuleInstance, Side
from xlforms.expressions.to_text import to_text

BLOCKS = """
- table: staff
  title: Учителя
  columns:
    - {column: subject, title: предмет, type: text, only_rows: [other]}
    - {column: total, title: количество, type: integer}
    - group: years
      title: стаж
      columns:
        - {column: young, title: до 5 лет, type: integer}
        - {column: old, title: свыше 5 лет, type: integer}
    - {column: share, title: доля, type: percent, computed: total / staff.all.total}
  rows:
    - {row: all, title: Всего}
    - {row: physics, title: физики}
    - {row: other, title: других (каких), repeat: 2}
- card: house
  fields:
    - {field: built, title: год постройки, type: year}
    - {field: checked, title: дата осмотра, type: date}
    - {field: head, title: директор, type: text, personal: true}
    - {field: worn, title: износ, type: percent}
"""


def _load(folder: Path, *rules: str, head: str = "") -> LoadedForm:
    return load_text(folder, head + whole(BLOCKS) + "rules:\n" + "".join(f"  - {rule}\n" for rule in rules))


def _words(instance: RuleInstance) -> str:
    """The words of a rule, values as `<expression:how shown>`."""
    return "".join(
        f"<{to_text(part.node)}:{part.shown}>" if isinstance(part, Side) else part for part in instance.words
    )


def test_one_line_for_all_rows(tmp_path: Path) -> None:
    """A rule of each row has an instance for every row, with whole names, beside the row's own total."""
    form = _load(tmp_path, "{rule: adds, kind: balance, each_row: staff, except: [other], parts: years, total: total}")

    assert [
        ("adds_all", "adds", "balance", "hard", "row", "staff.all.total", "sum(staff.all.years) = staff.all.total",
         ("staff.all.total", "staff.all.young", "staff.all.old"),
         (("staff.all.years", ("staff.all.young", "staff.all.old")), ("staff.all.total", ("staff.all.total",)))),
        ("adds_physics", "adds", "balance", "hard", "row", "staff.physics.total",
         "sum(staff.physics.years) = staff.physics.total",
         ("staff.physics.total", "staff.physics.young", "staff.physics.old"),
         (("staff.physics.years", ("staff.physics.young", "staff.physics.old")),
          ("staff.physics.total", ("staff.physics.total",)))),
    ] == [
        (each.id, each.rule, each.kind, each.severity, each.scope, each.anchor, to_text(each.condition), each.items,
         each.names)
        for each in form.rules
    ]  # fmt: skip


def test_columns(tmp_path: Path) -> None:
    """In a rule of each column names mean rows; a repeated row means its members; a group of columns can be chosen."""
    form = _load(
        tmp_path,
        "{rule: sums, kind: balance, each_column: staff, columns: [years], parts: [physics, other], total: all}",
    )

    assert [
        ("sums_young", "sum(staff.physics.young, staff.other.young) = staff.all.young", "column"),
        ("sums_old", "sum(staff.physics.old, staff.other.old) = staff.all.old", "column"),
    ] == [(each.id, to_text(each.condition), each.scope) for each in form.rules]


def test_closed_cells(tmp_path: Path) -> None:
    """An instance that speaks of a closed cell vanishes; a limit may name a repeated row."""
    form = _load(
        tmp_path,
        "{rule: named, kind: required_if, each_row: staff, item: subject, condition: total > 0}",
        "{rule: first, kind: share, each_row: staff, rows: [all, other], part: total, whole: 5}",
    )

    assert ["named_other_1", "named_other_2", "first_all", "first_other_1", "first_other_2"] == [
        each.id for each in form.rules
    ]


def test_rest_of_the_row(tmp_path: Path) -> None:
    """`row` means the other answers, a whole group by its name, and nothing that is computed."""
    form = _load(
        tmp_path,
        "{rule: number, kind: required_if, each_row: staff, rows: [other], item: total, condition: answered(row)}",
    )

    assert "if answered(staff.other_1.subject, staff.other_1.years) then answered(staff.other_1.total)" == to_text(
        form.rules[0].condition
    )
    assert ("staff.other_1.total",) == form.rules[0].items


def test_messages(tmp_path: Path) -> None:
    """Values are shown as their items are; captions are those that stand beside the row, the column or the item."""
    form = _load(
        tmp_path,
        "{rule: a, kind: share, each_row: staff, rows: [physics], part: years, whole: staff.all.total}",
        "{rule: b, kind: share, each_column: staff, columns: [total], part: [physics, other], whole: all}",
        "{rule: c, kind: order, items: [house.built, period_year], "
        'message: "построено в {left}, а собираем за {right_name} {right}."}',
        "{rule: d, kind: range, item: house.checked, low: house.checked - 30, advice: Проверьте дату.}",
        "{rule: e, kind: expression, each_row: staff, rows: [physics], condition: house.worn <= 25%, "
        'show: {days: house.checked - house.checked, name: house.head}, '
        'message: "{row}: {left}, больше {right}, дней {days}, сказал {name}; {names} {{так}}", advice: Проверьте!}',
        "{rule: f, kind: ratio, numerator: staff.all.young, denominator: staff.all.total, high: 0.5, "
        'message: "молодых {ratio:%}, не больше {high:%}?"}',
        head="",
    )  # fmt: skip

    assert [
        "«стаж» – <sum(staff.physics.years):number>, это больше, чем «Всего / количество» – <staff.all.total:number>."
        " Часть не может быть больше целого: проверьте оба числа.",
        "«физики», «других (каких) – 1», «других (каких) – 2» – <sum(staff.physics.total, staff.other.total):number>,"
        " это больше, чем «Всего» – <staff.all.total:number>. Часть не может быть больше целого: проверьте оба числа.",
        "построено в <house.built:number>, а собираем за «год сбора сведений» <period_year:number>."
        " Проверьте, не перепутаны ли они.",
        "указано <house.checked:date>, а возможно не меньше <house.checked - 30:date>. Проверьте дату.",
        "«физики»: <house.worn:percent>, больше <0.25:percent>, дней <house.checked - house.checked:number>, "
        "сказал <house.head:hidden>; «износ» {так}. Проверьте!",
        "молодых <staff.all.young / staff.all.total:percent>, не больше <0.5:percent>? Проверьте оба числа.",
    ] == [_words(each) for each in form.rules]


def test_explanations(tmp_path: Path) -> None:
    """Each instance of a soft rule has a place for an explanation on a last sheet; without soft rules there is none."""
    soft = "severity: soft, title: Мало ли, reason: потому"
    rule = f"{{rule: few, kind: range, each_row: staff, rows: [all, physics], item: total, low: 5, {soft}}}"
    whole_form = f"{{rule: old, kind: range, item: house.built, low: 1900, {soft} и всё, title: Старое}}".replace(
        "title: Мало ли, ", ""
    )
    form = _load(tmp_path, rule, whole_form)
    last = form.sections[-1]

    assert ("check", "Проверка") == (last.id, last.sheet)
    assert [
        ("explanations.few_all.text", "Мало ли: Всего / Пояснение", "long_text", False),
        ("explanations.few_physics.text", "Мало ли: физики / Пояснение", "long_text", False),
        ("explanations.old.text", "Старое / Пояснение", "long_text", False),
    ] == [(item.name, item.label, item.type, item.required) for item in last.blocks[0].cells.values()]
    assert [item.name for item in last.blocks[0].cells.values()] == [each.explanation for each in form.rules]
    assert ["title", "one"] == [
        section.id for section in _load(tmp_path, "{rule: few, kind: range, item: house.built, low: 1}").sections
    ]


def test_instances_are_plain(tmp_path: Path) -> None:
    """They cross to other processes, with the year of the form."""
    form = _load(tmp_path, "{rule: c, kind: order, items: [house.built, period_year]}", head="year: 2020\n")

    assert form.rules == pickle.loads(pickle.dumps(form.rules))
    assert [2020] == [each.year for each in form.rules]
