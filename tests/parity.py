"""Random submissions in workbooks, and their verdicts as we compute them: what a second engine must agree with.

The parts of a submission are what a cell may hold after a paste: numbers of every size, texts, dates and logical values
where they do not belong, errors, spaces, blanks. Our verdicts are those of the returned workbook, read as every other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

from tests.checks.consistent_school import consistent_answers, questionnaire
from tests.definitions.forms import load_text, whole
from tests.every_rule_kind import BLOCKS, RULES
from tests.raw_cells import Content, ErrorCell, with_contents
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.dataset.dataset import build_dataset
from xlforms.definitions.items import IDENTITY_CARD, Item
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms
from xlforms.errors import IntakeRefusal
from xlforms.expressions.semantics import Outcome
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

Contents = Mapping[str, Content]
_FIRST, _LAST = date(2015, 1, 1), date(2025, 12, 31)
Disagreement = tuple[int, str, str, object]
"""Submission, instance, our sign, what the other engine shows."""

_NUMBERS: tuple[Content, ...] = (
    0, 1, 2, 3, 4, 5, 7, 10, 12, 25, 100, -1, -3, 0.25, 0.5, 2.5, 0.1 + 0.2, 0.3, 1 / 3, 2.675, 1e-7, 4.9999999,
    121.00000000000001, 1_000_000, 1_000_001, 999_999_999.99, 123_456_789_012.34, 1e15, -1e15, True, False,
    "много", "12", "12 ", "1 234", "12,5", "25 %", "2020 год", "12 чел.", "-", " ", "   ", "\u00a0", date(2020, 6, 5),
    "05.06.2020", ErrorCell("#N/A"), ErrorCell("#REF!"),
)  # fmt: skip
_DATES: tuple[Content, ...] = (
    _FIRST, _LAST, 45_000, 44_000, 44_000.5, 3, -5, 10_000_000, date(2101, 3, 26), "вчера", "05.06.2020", "2020-06-05",
    "5 июня 2020 г.", "45000", " ", True, ErrorCell("#VALUE!"),
)  # fmt: skip
_TEXTS: tuple[Content, ...] = (
    "да", "нет", "ДА", " да ", "да ", "+", "есть", "химия", "Химия", "химия  и физика", "хими\u00adя", "физика\u00a0",
    "0", "5", "=1", " ", "\u00a0", "а" * 300, 5, 0, 2.5, 44_000, True, False, ErrorCell("#N/A"),
)  # fmt: skip
# Blocks and rows that a school may leave out, so that rules about what must be there fail somewhere.
_FORGOTTEN = (
    ("factors.",),
    ("staff.russian", "staff.mathematics"),
    ("pupils.arrived", "pupils.police_register", "pupils.one_parent"),
)


@dataclass(frozen=True)
class Sample:
    """A form and random submissions to it."""

    form: LoadedForm
    plan: Plan
    submissions: tuple[Contents, ...]

    @property
    def verdicts(self) -> int:
        """How many verdicts there are over all submissions."""
        return len(self.plan.checks) * len(self.submissions)


def sample_of_kinds(number: int, seed: int, folder: Path) -> Sample:
    """Submissions to a form that has every kind of rule."""
    form = load_text(folder, whole(BLOCKS) + RULES)
    plan, random = build_plan(form), Random(seed)
    return Sample(form, plan, tuple(_random(plan, random, {}) for _ in range(number)))


def sample_of_questionnaire(number: int, seed: int) -> Sample:
    """Submissions to the whole questionnaire: nearly consistent ones, spoiled in a few places, and wild ones."""
    form = questionnaire()
    plan, random = build_plan(form), Random(seed)
    good: dict[str, Content] = {
        name: value for name, value in consistent_answers().items() if isinstance(value, int | float | str)
    }
    found: list[Contents] = [{}, good, *(_without(good, prefixes) for prefixes in _FORGOTTEN)]
    found += [good | {"staff.all.category_none": 12}, good | {"families.total.count": 5_000}]
    while len(found) < number:
        found.append(_random(plan, random, good if len(found) % 3 else {}))
    return Sample(form, plan, tuple(found[:number]))


def sample_of_roadmap(number: int, seed: int) -> Sample:
    """Reports on the roadmap of Kimry: statuses with and without what they oblige to, dates around the deadlines, and
    whatever a paste may bring."""
    form = load_form(next(source.path for source in available_forms() if source.id == "kimry-roadmap"))
    plan, random = build_plan(form), Random(seed)
    return Sample(form, plan, ({}, *(_report(plan, random) for _ in range(number - 1))))


def _report(plan: Plan, random: Random) -> Contents:
    start = {"contact.date": date(2020, 9, 1) + timedelta(days=random.randint(0, 400))} if random.random() < 0.8 else {}
    contents: dict[str, Content] = dict(_random(plan, random, start))
    for item in plan.items:
        if item.column == "date_done" and random.random() < 0.6:
            contents[item.name] = date(2020, 7, 1) + timedelta(days=random.randint(0, 500))
    return contents


def write_all(sample: Sample, folder: Path, plan: Plan | None = None) -> Iterator[Path]:
    """The workbook of each submission, one at a time; `plan` may differ from that of the sample on purpose."""
    path = folder / "parity.xlsx"
    blank = _blank(plan or sample.plan)
    for contents in sample.submissions:
        path.write_bytes(with_contents(blank, sample.plan, contents))
        yield path


def signs(sample: Sample, program: str) -> list[list[str]]:
    """What each verdict cell must begin with, «» for nothing: a list of instances for each submission. `program` is
    the one that computes the workbook and says so in it."""
    blank, found = _blank(sample.plan), []
    for contents in sample.submissions:
        found.append(_read(sample, with_contents(blank, sample.plan, contents), program))
    table = evaluate_rules(build_dataset(sample.plan, sample.form.sections, found)).table
    marks = {"hard": "✗", "soft": "?"}
    return [
        [
            {Outcome.PASSED: "✓", Outcome.FAILED: marks[check.severity]}.get(Outcome(outcome), "")
            for check, outcome in zip(sample.plan.checks, column, strict=True)
        ]
        for column in table.T
    ]


def disagreements(sample: Sample, number: int, ours: Sequence[str], theirs: Sequence[object]) -> list[Disagreement]:
    """Where the verdicts of one submission begin otherwise than ours."""
    pairs = zip(sample.plan.checks, ours, theirs, strict=True)
    return [(number, check.instance.id, sign, shown) for check, sign, shown in pairs if sign != _sign(shown)]


def _sign(shown: object) -> object:
    return shown[:1] if isinstance(shown, str) else "" if shown is None else shown


def _without(contents: Contents, prefixes: tuple[str, ...]) -> Contents:
    return {name: content for name, content in contents.items() if not name.startswith(prefixes)}


def _random(plan: Plan, random: Random, start: Contents) -> Contents:
    """A submission that differs from `start` in many cells or few, with numbers that are likely to add up, or wild; now
    and then a block is left blank."""
    share, wild = random.choice((0.02, 0.05, 0.3, 0.8, 1.0)), random.choice((0.0, 0.1, 0.6))
    contents = dict(start)
    for item in plan.items:
        if item.block == IDENTITY_CARD or random.random() > share:
            continue
        contents.pop(item.name, None)
        if random.random() > 0.15:
            contents[item.name] = _content(item, random, wild)
    forgotten = random.choice(plan.items).block if random.random() < 0.4 else ""
    return {name: content for name, content in contents.items() if name.partition(".")[0] != forgotten}


def _content(item: Item, random: Random, wild: float) -> Content:
    if item.nature == "number":
        return random.choice(_NUMBERS if random.random() < wild else (0, 1, 1, 2, 2, 3))
    if item.nature == "date":
        day = _FIRST + timedelta(days=random.randint(0, (_LAST - _FIRST).days))
        return day if random.random() >= wild else random.choice(_DATES)
    return random.choice(_TEXTS if random.random() < wild else (item.choices or ("химия", "Химия ", "физика", "право")))


def _blank(plan: Plan) -> bytes:
    target = BytesIO()
    write_workbook(plan, target)
    return target.getvalue()


def _read(sample: Sample, workbook: bytes, program: str) -> Submission:
    """The workbook as intake reads it, if that program had saved it; a blank one is rejected and has no answers."""
    form, plan = sample.form.form, sample.plan
    raw = replace(read_workbook(workbook, "parity.xlsx"), application=program)
    try:
        return read_submission(raw, {(form.form, form.version): prepare(plan)})
    except IntakeRefusal as refusal:
        if refusal.code != "empty-form":
            raise
        return Submission(form.form, form.version, "", [None] * len(plan.items), {}, [], [], {}, None, program)
