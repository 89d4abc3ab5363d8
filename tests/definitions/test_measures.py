"""The measures of a roadmap: spelled out, printed, asked, and their mistakes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.definitions.forms import faults, load_text, whole
from xlforms.definitions.items import BlockGrid
from xlforms.definitions.load import LoadedForm
from xlforms.definitions.roadmap import Measure

ROADMAP = "roadmap: {start: 2020-09-01, end: 2021-08-31, school_year: 2020}\n"
PLAN = """
- measures: plan
  title: Мероприятия
  parts:
    - part: 1. Кадры
      measures:
        - measure: m1
          number: "1.1"
          title: Провести семинар
          deadline: 15.10.2020
          responsible: методист
          result: справка
        - measure: m2
          number: "1.2"
          title: "Мониторинг:"
          responsible: директор
          measures:
            - {measure: m2_1, title: программ, deadline: 01.04.2021}
            - {measure: m2_2, title: успеваемости, due_end: 2021-06-30, responsible: завуч}
      parts:
        - part: 1.1. Молодые учителя
          measures:
            - {measure: m3, title: Закрепить наставников}
"""


def _load(folder: Path, plan: str = PLAN) -> LoadedForm:
    return load_text(folder, ROADMAP + whole(plan))


def _grid(form: LoadedForm) -> BlockGrid:
    return form.sections[1].blocks[0]


def _items(name: str) -> dict[str, str]:
    return {
        column: f"plan.{name}.{column}" for column in ("status", "date_done", "result", "evidence", "reason", "note")
    }


def test_measures_are_spelled_out(tmp_path: Path) -> None:
    """Numbers, headings, deadlines: one number of two measures is two, which take from it what they do not say."""
    form = _load(tmp_path)

    assert [
        ("m1", "1.1", "Провести семинар", "1. Кадры", "15.10.2020", "методист", "справка"),
        ("m2_1", "1.2", "Мониторинг: программ", "1. Кадры", "01.04.2021", "директор", ""),
        ("m2_2", "1.2", "Мониторинг: успеваемости", "1. Кадры", "", "завуч", ""),
        ("m3", "", "Закрепить наставников", "1. Кадры – 1.1. Молодые учителя", "", "", ""),
    ] == [(m.id, m.number, m.title, m.part, m.deadline, m.responsible, m.result) for m in form.measures]
    assert [_items(name) for name in ("m1", "m2_1", "m2_2", "m3")] == [measure.items for measure in form.measures]


def test_dates_of_the_definition_win(tmp_path: Path) -> None:
    """What the author says is taken whole: an end without a start stays without one."""
    form = _load(tmp_path, PLAN.replace("deadline: 15.10.2020", "deadline: 15.10.2020\n          due_end: 2020-11-01"))

    def due(measure: Measure) -> tuple[str, date | None, date | None, str]:
        return measure.id, measure.due_start, measure.due_end, measure.kind

    assert [
        ("m1", None, date(2020, 11, 1), "dated"),
        ("m2_1", date(2021, 4, 1), date(2021, 4, 1), "dated"),
        ("m2_2", None, date(2021, 6, 30), "dated"),
        ("m3", None, None, "undated"),
    ] == [due(measure) for measure in form.measures]


def test_the_plan_is_printed_and_the_rest_is_asked(tmp_path: Path) -> None:
    """Headings and captions of rows carry the printed numbers; deadline, responsible and result are texts."""
    grid = _grid(_load(tmp_path))

    assert [
        ("", "1. Кадры", 0),
        ("m1", "1.1. Провести семинар", 1),
        ("", "1.2. Мониторинг:", 1),
        ("m2_1", "программ", 2),
        ("m2_2", "успеваемости", 2),
        ("", "1.1. Молодые учителя", 1),
        ("m3", "Закрепить наставников", 2),
    ] == [(row.id, row.caption, row.level) for row in grid.rows]
    assert [
        ("deadline", True), ("responsible", True), ("expected", True), ("status", False), ("date_done", False),
        ("result", False), ("evidence", False), ("reason", False), ("note", False),
    ] == [(column.id, column.printed) for column in grid.columns]  # fmt: skip
    assert ["15.10.2020", "методист", "справка"] == [
        grid.printed["m1", column] for column in ("deadline", "responsible", "expected")
    ]
    assert ("не начато", "в работе", "выполнено", "не выполнено", "не применимо") == grid.cells["m1", "status"].choices
    assert grid.cells["m3", "status"].required


def test_a_long_measure_is_short_in_captions(tmp_path: Path) -> None:
    """A finding names the beginning of the measure, not its three hundred letters; the row prints all of them."""
    title = " ".join(["слово"] * 60)
    grid = _grid(_load(tmp_path, PLAN.replace("Провести семинар", title)))

    assert f"1.1. {title}" == grid.rows[1].caption
    assert ("Мероприятия", "1.1. " + "слово " * 12 + "…", "Статус") == grid.cells["m1", "status"].captions


def test_faults_of_measures(tmp_path: Path) -> None:
    """Each mistake with its line, all at once."""
    plan = """
- measures: plan
  parts:
    - part: Пустой
    - measures:
        - {measure: m1, title: Одно, due_start: 2021-05-01, due_end: 2021-04-01}
        - {measure: m1, title: одно}
        - {measure: m2, title: Много, due_end: 2021-04-01, measures: [{measure: m3, title: а}]}
"""
    contact = "contact: [{field: name, title: Имя, type: text}]\n"

    assert [
        (2, "roadmap-contact-date"),
        (14, "part-empty"),
        (16, "roadmap-dates-crossed"),
        (17, "caption-repeated"),
        (17, "measure-repeated"),
        (18, "measure-dates-of-many"),
    ] == sorted(faults(tmp_path, ROADMAP + contact + whole(plan)))


def test_measures_need_the_days_of_the_roadmap(tmp_path: Path) -> None:
    """Without them no deadline could be read and no date refused; nor may they end before they begin."""
    crossed = "roadmap: {start: 2021-09-01, end: 2020-08-31}\n"

    assert [(10, "roadmap-missing")] == faults(tmp_path, whole(PLAN))
    assert [(1, "roadmap-dates-crossed")] == faults(tmp_path, crossed + whole(PLAN))


def test_rules_of_the_author_may_speak_of_measures(tmp_path: Path) -> None:
    """The answers and the deadline of a row have names; a row without a deadline has no instance of the rule."""
    rule = (
        "rules:\n"
        "  - {rule: early, kind: expression, each_row: plan, condition: date_done <= due_end + 30, severity: soft,\n"
        "     title: Срок, reason: проба}\n"
    )
    form = load_text(tmp_path, ROADMAP + whole(PLAN) + rule)

    assert ["early_m1", "early_m2_1", "early_m2_2"] == [each.id for each in form.rules if each.rule == "early"]


def test_empty_printed_columns_are_left_out(tmp_path: Path) -> None:
    """A roadmap that names no expected results has no column for them."""
    named = [column.id for column in _grid(_load(tmp_path)).columns if column.printed]
    silent = [
        column.id for column in _grid(_load(tmp_path, PLAN.replace("result: справка", ""))).columns if column.printed
    ]
    assert (["deadline", "responsible", "expected"], ["deadline", "responsible"]) == (named, silent)
