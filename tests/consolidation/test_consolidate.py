"""From what was read to the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.consolidate import consolidate, expected_forms
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary, items_by_name
from xlforms.definitions.units import Unit
from xlforms.intake.values import Value


def _file(unit: str, answers: dict[str, Value] | None = None, **details: object) -> Received:
    given = answers if answers is not None else {"staff.russian.total": 1}
    return replace(returned(submission(small_form(), unit, given)), **details)  # type: ignore[arg-type]  # as asked


def _sum(summary: Summary, municipality: str) -> object:
    (form,) = summary.forms
    return next(
        total.value
        for total in form.totals
        if (total.item, total.municipality, total.statistic) == ("staff.russian.total", municipality, "sum")
    )


def test_register() -> None:
    """Units stand in the order of the register; those without a usable submission are missing."""
    files = [_file("003"), _file("001"), _file("002").rejected("damaged", "file-broken"), _file("77")]
    summary = summary_of(files, made_up_units(4, 2))
    assert ["001", "003"] == [file.unit for file in summary.forms[0].versions[0].files]
    assert [("002", "small"), ("004", "small")] == [(entry.unit.unit, entry.form) for entry in summary.missing]
    assert ["accepted", "accepted", "rejected", "rejected"] == [file.status for file in summary.received]
    assert ("Район 1", "Район 2") == summary.municipalities
    assert ["Район 1", "Район 2", ""] == [summary.municipality(unit) for unit in ("001", "003", "77")]
    assert [2, 1, 1] == [_sum(summary, name) for name in ("", "Район 1", "Район 2")]


def test_without_a_register() -> None:
    """The units are those that answered, with the name and municipality they gave; nobody can be missing."""
    files = [
        _file("2", given_name="Школа № 2", given_municipality="Второй"),
        _file("1", given_name="Школа № 1", given_municipality="Первый"),
    ]
    summary = summary_of(files, None)
    assert (Unit("2", "Школа № 2", "Второй"), Unit("1", "Школа № 1", "Первый")) == summary.units
    assert () == summary.missing


def test_units_that_named_no_municipality_are_in_the_region() -> None:
    """A unit without a municipality adds to the region, and does not take its place."""
    summary = summary_of([_file("1", given_municipality="Первый"), _file("2")], None)
    assert [2, 1] == [_sum(summary, name) for name in ("", "Первый")]


def test_nothing_came() -> None:
    """Without a submission there is no form; with a register everybody is missing."""
    summary = consolidate([], {}, expected_forms([], {"small"}), units=made_up_units(2, 1), collection=None, as_of=None)
    assert () == summary.forms
    assert [("001", ""), ("002", "")] == [(entry.unit.unit, entry.form) for entry in summary.missing]


@pytest.mark.parametrize(
    ("forms", "expected"), [(["small", "foreign"], ["small"]), (["small", "other"], ["other", "small"]), ([], [""])]
)
def test_expected_forms(forms: list[str], expected: list[str]) -> None:
    """Without a round the known forms that anything came for are expected; a form of strangers is not."""
    assert expected == expected_forms([_file("1", form=form) for form in forms], {"small", "other"})


def _version(number: str, field: str) -> FormParts:
    return form_of(f"""
form: small
version: '{number}'
title: Проба {number}
code: П
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks: [{{card: c, fields: [{{field: {field}, title: П, type: integer}}, {{field: b, title: Б, type: text}}]}}]
""")


def test_versions() -> None:
    """Each version is read by its own definition, the newest first, in the natural order of versions."""
    forms = {("small", number): _version(number, field) for number, field in (("2", "a"), ("9", "b9"), ("10", "a"))}
    files = [
        replace(returned(submission(parts, unit, {"c.b": "x"})), path=unit)
        for unit, parts in zip(("1", "2"), (forms["small", "2"], forms["small", "10"]), strict=True)
    ]
    summary = consolidate(files, forms, ["small"], units=None, collection=None, as_of=None)
    (form,) = summary.forms
    assert (["10", "2"], "Проба 10", "10") == (
        [version.plan.version for version in form.versions],
        form.title,
        form.plan.version,
    )
    assert {"c.a", "c.b"} <= set(items_by_name(form))


def test_checking_single_files() -> None:
    """Without choosing every file stands for itself, also several of one unit, and there are no totals."""
    files = [_file("1", path="a"), _file("1", path="b"), _file("", path="c")]
    summary = consolidate(
        files, {("small", "1"): small_form()}, (), units=None, collection=None, as_of=None, choosing=False
    )
    assert (["a", "b", "c"], ()) == (
        sorted(file.path for file in summary.forms[0].versions[0].files),
        summary.forms[0].totals,
    )


def test_findings_and_counted_answers() -> None:
    """An answer out of range is a finding and does not count; the submission does."""
    summary = summary_of([_file("001", {"staff.russian.total": 501, "staff.russian.young": 2})], made_up_units(1, 1))
    (version,) = summary.forms[0].versions
    assert ["staff.russian.total"] == [entry.item for entry in version.findings if not entry.counts]
    assert [False, True, False] == [
        bool(version.counted[f"staff.russian.{name}"][0]) for name in ("total", "young", "share")
    ]
    assert None is _sum(summary, "")
