"""The numbers of a note are those of the other reports, over random rounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.docx.told import section_told, told
from tests.reports.made_up import SMALL_FORM, form_of, made_up_units, returned, submission, summary_of
from tests.reports.made_up_roadmap import MEASURES, progress_summary, report, said
from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.summary import Summary
from xlforms.intake.values import Value
from xlforms.reports.coverage import Coverage, coverage_by_form, coverage_by_municipality, total_coverage
from xlforms.reports.csv_files import TOTALS, total_rows
from xlforms.reports.figure_rows import KEY_FIGURES, figure_rows
from xlforms.reports.progress_files import PROGRESS, progress_rows

FORM = form_of(
    SMALL_FORM
    + """
key_figures:
  - {label: Всего, expression: staff.russian.total + staff.mathematics.total, unit: чел.}
  - {label: Русского, expression: staff.russian.total, unit: чел., better: more}
  - {label: Доля, expression: staff.russian.total / staff.mathematics.total, unit: "%", better: less}
"""
)
_NAMES = ("staff.russian.total", "staff.mathematics.total")
_ANSWERS = st.fixed_dictionaries({}, optional={name: st.integers(0, 400) for name in _NAMES})
_UNITS = [f"{number:03d}" for number in range(1, 15)]
_ROUNDS = st.dictionaries(st.sampled_from(_UNITS), _ANSWERS, max_size=14)
_STATUSES = st.dictionaries(
    st.sampled_from(_UNITS[:9]),
    st.dictionaries(st.sampled_from(MEASURES), st.sampled_from(["выполнено 2021-02-01", "в работе", "не применимо"])),
    min_size=1,
)
_quick = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])


def _round(answers: Mapping[str, Mapping[str, Value]]) -> Summary:
    received = [returned(submission(FORM, unit, given)) for unit, given in answers.items()]
    return summary_of(received, made_up_units(14, 3), form=FORM, as_of=date(2020, 6, 8))


def _number(text: str) -> float:
    """The number at the beginning of a text, a share as a fraction."""
    found = re.match(r"(−?\d+(?: \d{3})*(?:,\d+)?)( %)?", text)
    assert found is not None, text
    value = float(found[1].replace(" ", "").replace("−", "-").replace(",", "."))
    return value / 100 if found[2] else value


def _whole(share: float) -> str:
    return f"{int(share * 100 + 0.5)} %"


@given(_ROUNDS)
@_quick
def test_coverage(answers: dict[str, dict[str, Value]]) -> None:
    """Who answered: the same numbers as on «Обзор»."""
    summary = _round(answers)
    total = total_coverage(coverage_by_form(summary))
    first = section_told(summary, "Кто ответил и насколько полны данные")[0]
    numbers = [int(number) for number in re.findall(r"\d+", first.partition(".")[0])]
    if not total.accepted:
        expected = [0, total.expected]
    elif not total.missing:
        expected = [total.accepted, total.expected]
    else:
        expected = [total.accepted, total.expected, int(total.share * 100 + 0.5), total.missing]
    assert expected == numbers


@given(_ROUNDS)
@_quick
def test_municipalities_by_coverage(answers: dict[str, dict[str, Value]]) -> None:
    """Each municipality of the row of coverage has its own numbers, and each is there."""
    summary = _round(answers)
    parts = coverage_by_municipality(summary)
    rows = [line for line in told(summary) if line.startswith("Прислали форму")]
    assert (len({part.share for part in parts.values()}) > 1) == bool(rows)
    for row in rows:
        found = re.findall(r"(Район \d) — (\d+ %) \((\d+) из (\d+) школ", row.replace("школы", "школ"))
        assert sorted((name, *_shown(part)) for name, part in parts.items()) == sorted(found)


def _shown(part: Coverage) -> tuple[str, str, str]:
    return _whole(part.share), str(part.accepted), str(part.expected)


@given(_ROUNDS)
@_quick
def test_key_figures(answers: dict[str, dict[str, Value]]) -> None:
    """Each value is that of `key_figures.csv`, with the number of units it covers; a sum is that of `totals.csv`."""
    summary = _round(answers)
    rows = [dict(zip(KEY_FIGURES, row, strict=True)) for row in figure_rows(summary)]
    totals = [dict(zip(TOTALS, row, strict=True)) for row in total_rows(summary)]
    shown = [line.split(" | ") for line in section_told(summary, "Главные показатели")[2:]]
    assert bool(summary.forms) == bool(shown)
    for label, value, units in shown:
        known = next(row for row in rows if (row["label"], row["municipality"], row["unit"]) == (label, "", ""))
        assert f"{known['n']} из 14 школ" == units
        if known["value"] is None:
            assert "нет данных" == value
        else:
            assert abs(float(str(known["value"])) - _number(value)) <= 0.0051
        if label == "Русского" and known["n"]:
            sums = [row["value"] for row in totals
                    if (row["item"], row["statistic"], row["municipality"]) == (_NAMES[0], "sum", "")]  # fmt: skip
            assert [_number(value)] == [float(str(each)) for each in sums]


@given(_ROUNDS)
@_quick
def test_municipalities_by_figure(answers: dict[str, dict[str, Value]]) -> None:
    """Each municipality compared has the value and the number of units of `key_figures.csv`; the others are named."""
    summary = _round(answers)
    rows = [dict(zip(KEY_FIGURES, row, strict=True)) for row in figure_rows(summary)]
    lines = section_told(summary, "Муниципалитеты: кто впереди и кто отстаёт")
    for line in lines:
        label, _, rest = line.partition(" / чем ")
        for name, value, n in re.findall(r"(Район \d) — ([^(]+) \((\d+) школ", rest):
            known = next(row for row in rows if (row["label"], row["municipality"], row["unit"]) == (label, name, ""))
            assert int(n) == known["n"]
            assert int(n) >= 3
            assert abs(float(str(known["value"])) - _number(value)) <= 0.0051
    if summary.forms:
        small = {str(row["municipality"]) for row in rows if row["municipality"] and not row["unit"]
                 and isinstance(row["n"], int) and row["n"] < 3}  # fmt: skip
        told_of = {name for line in lines if "не сравниваются" in line for name in re.findall(r"Район \d", line)}
        assert small == told_of


@given(_STATUSES)
@_quick
def test_overdue(statuses: dict[str, dict[str, str]]) -> None:
    """What is done and overdue, and by measure: the rows of `progress.csv`."""
    files = [report(unit, said(**given)) for unit, given in statuses.items()]
    summary = progress_summary(files, 9, 2, date(2021, 9, 1))
    rows = [dict(zip(PROGRESS, row, strict=True)) for row in progress_rows(summary) if row[1] in statuses]
    count = {state: sum(row["state"] == state for row in rows) for state in STATES}
    late = {row["unit"] for row in rows if row["state"] == "overdue"}
    lines = section_told(summary, "Просроченные мероприятия")
    done, applicable = count["done"] + count["done_late"], len(rows) - count["not_applicable"]
    assert f"выполнено {done} из {applicable} применим" in lines[0]
    if not late:
        assert "Просроченных мероприятий нет" in lines[0]
        return
    assert re.search(rf" {count['overdue']} мероприяти\w+ в {len(late)} из {len(statuses)} школ", lines[0])
    for line in lines:
        for number, units in re.findall(r"^\* ([\d.]+) .* — в (\d+) из", line):
            assert int(units) == sum(row["number"] == number and row["state"] == "overdue" for row in rows)
