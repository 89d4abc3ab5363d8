"""What the school sees and what the officer is told never differ: every verdict, as LibreOffice computes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.compared_verdicts import count_verdicts
from tests.office.entries import CellValue
from tests.office.libreoffice import FileFormat, LibreOffice
from tests.parity import (
    Disagreement,
    Sample,
    disagreements,
    sample_of_kinds,
    sample_of_questionnaire,
    sample_of_roadmap,
    signs,
    write_all,
)
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.checks.shown import check_shown
from xlforms.dataset.dataset import build_dataset
from xlforms.expressions.nodes import Not
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

pytestmark = pytest.mark.office

SEED = 20_200_515
OF_KINDS, OF_QUESTIONNAIRE, OF_ROADMAP = 32, 40, 12
LIBREOFFICE = "LibreOffice"


def _compared(office: LibreOffice, sample: Sample, folder: Path, plan: Plan | None = None) -> list[Disagreement]:
    """Every verdict of every submission that LibreOffice computes otherwise."""
    ours = signs(sample, LIBREOFFICE)
    written = write_all(sample, folder, plan)
    pairs = zip(ours, _shown(office, sample.plan, written), strict=True)
    return [one for number, (mine, theirs) in enumerate(pairs) for one in disagreements(sample, number, mine, theirs)]


def _shown(office: LibreOffice, plan: Plan, workbooks: Iterator[Path]) -> Iterator[list[CellValue]]:
    places = [(check.sheet, cell_name(check.row, check.column)) for check in plan.checks]
    for path in workbooks:
        computed = office.read(path)
        yield [computed[sheet].get(cell) for sheet, cell in places]


def test_every_kind_of_rule(office: LibreOffice, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """A form with all kinds: random submissions, no verdict differs."""
    sample = sample_of_kinds(OF_KINDS, SEED, tmp_path)
    found = _compared(office, sample, tmp_path)
    count_verdicts(pytestconfig, sample.verdicts, len(found))
    assert [] == found


def test_whole_questionnaire(office: LibreOffice, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """The resource questionnaire: blank, consistent, spoiled and wild submissions, no verdict differs."""
    sample = sample_of_questionnaire(OF_QUESTIONNAIRE, SEED)
    found = _compared(office, sample, tmp_path)
    count_verdicts(pytestconfig, sample.verdicts, len(found))
    assert [] == found


def test_roadmap(office: LibreOffice, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """What status, date, evidence and reason oblige to: no verdict on any measure differs."""
    sample = sample_of_roadmap(OF_ROADMAP, SEED)
    found = _compared(office, sample, tmp_path)
    count_verdicts(pytestconfig, sample.verdicts, len(found))
    assert [] == found


def test_the_samples_are_large_and_varied(tmp_path: Path) -> None:
    """At least 20,000 verdicts; every rule passes, fails and says nothing somewhere."""
    samples = (
        sample_of_kinds(OF_KINDS, SEED, tmp_path),
        sample_of_questionnaire(OF_QUESTIONNAIRE, SEED),
        sample_of_roadmap(OF_ROADMAP, SEED),
    )
    assert sum(sample.verdicts for sample in samples) >= 20_000
    for sample in samples:
        seen: dict[str, set[str]] = {check.rule: set() for check in sample.plan.checks}
        for column in signs(sample, LIBREOFFICE):
            for check, sign in zip(sample.plan.checks, column, strict=True):
                seen[check.rule].add(sign.replace("?", "✗"))
        assert {} == {rule: found for rule, found in seen.items() if not {"✓", "✗"} <= found}


@pytest.mark.parametrize("file_format", ["xlsx", "ods"])
def test_returned_workbooks_say_what_we_say(office: LibreOffice, tmp_path: Path, file_format: FileFormat) -> None:
    """Saved by LibreOffice and read as every returned file: no verdict in it is told to differ from ours."""
    sample = sample_of_kinds(4, SEED + 1, tmp_path)
    keys, saved = prepare(sample.plan), tmp_path / f"saved.{file_format}"
    found = []
    for workbook in write_all(sample, tmp_path):
        office.recalculate(workbook, saved, file_format)
        raw = read_workbook(saved.read_bytes(), saved.name)
        found.append(read_submission(raw, {(sample.plan.form, sample.plan.version): keys}))
    dataset = build_dataset(sample.plan, sample.form.sections, found)
    assert [] == list(check_shown(dataset, evaluate_rules(dataset)))
    assert sum(len(submission.repairs) for submission in found) > 10
    assert sum(len(submission.invalid) for submission in found) > 10


def test_planted_disagreement_is_caught(office: LibreOffice, tmp_path: Path) -> None:
    """Test of the test: one rule says the opposite in the workbook, and just this rule is reported."""
    sample = sample_of_kinds(3, SEED, tmp_path)
    decided = [
        [number for number, sign in enumerate(row) if sign] for row in zip(*signs(sample, LIBREOFFICE), strict=True)
    ]
    place = max(range(len(decided)), key=lambda check: len(decided[check]))
    checks = list(sample.plan.checks)
    instance = checks[place].instance
    checks[place] = replace(checks[place], instance=replace(instance, condition=Not(instance.condition)))
    found = _compared(office, sample, tmp_path, replace(sample.plan, checks=tuple(checks)))
    assert [(number, instance.id) for number in decided[place]] == [(number, name) for number, name, _, _ in found]
    assert decided[place]
