"""Random submissions in workbooks, and their verdicts as we compute them: what a second engine must agree with.

The parts of a submission are what a cell may hold, not what intake would make of it: numbers of every size, texts in
cells of numbers, spaces, blanks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.checks.consistent_school import consistent_answers, questionnaire
from tests.definitions.forms import load_text, whole
from tests.every_rule_kind import BLOCKS, RULES
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.dataset.dataset import build_dataset
from xlforms.definitions.items import IDENTITY_CARD, Item
from xlforms.definitions.load import LoadedForm
from xlforms.expressions.semantics import Outcome
from xlforms.intake.submission import InvalidAnswer, Submission
from xlforms.intake.values import Value
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.workbook.answers import FIRST_DAY
from xlforms.workbook.write import write_workbook

Content = int | float | str | date
Contents = Mapping[str, Content]
Disagreement = tuple[int, str, str, object]
"""Submission, instance, our sign, what the other engine shows."""

_NUMBERS: tuple[Content, ...] = (
    0, 1, 2, 3, 4, 5, 7, 10, 12, 25, 100, -1, -3, 0.25, 0.5, 0.1 + 0.2, 0.3, 1 / 3, 2.675, 1e-7, 4.9999999,
    1_000_000, 999_999_999.99, 123_456_789_012.34, 1e15, -1e15, "много", "12 чел.", "-", " ",
)  # fmt: skip
_TEXTS = ("да", "нет", "ДА", " да ", "химия", "Химия", "химия  и физика", "0", "5", "=1", " ", "а" * 300)
# Blocks and rows that a school may leave out, so that rules about what must be there fail somewhere.
_FORGOTTEN = (
    ("factors.",),
    ("staff.russian", "staff.mathematics"),
    ("pupils.arrived", "pupils.police_register", "pupils.one_parent"),
)
_FIRST, _LAST = date(2015, 1, 1), date(2025, 12, 31)


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
    found.append(good | {"staff.all.category_none": 12})
    while len(found) < number:
        found.append(_random(plan, random, good if len(found) % 3 else {}))
    return Sample(form, plan, tuple(found[:number]))


def write_all(sample: Sample, folder: Path, plan: Plan | None = None) -> Iterator[Path]:
    """The workbook of each submission, one at a time; `plan` may differ from that of the sample on purpose."""
    path = folder / "parity.xlsx"
    for contents in sample.submissions:
        write_workbook(plan or sample.plan, path, values=contents)
        yield path


def signs(sample: Sample) -> list[list[str]]:
    """What each verdict cell must begin with, «» for nothing: a list of instances for each submission."""
    submissions = [_submission(sample, contents) for contents in sample.submissions]
    table = evaluate_rules(build_dataset(sample.plan, sample.form.sections, submissions)).table
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
        return day if random.random() >= wild else random.choice((_FIRST, _LAST, 45_000, 44_000, "вчера"))
    return random.choice(_TEXTS if random.random() < wild else (item.choices or ("химия", "Химия ", "физика", "право")))


def _submission(sample: Sample, contents: Contents) -> Submission:
    values: list[Value | None] = [None] * len(sample.plan.items)
    invalid: dict[int, InvalidAnswer] = {}
    for position, item in enumerate(sample.plan.items):
        content = contents.get(item.name)
        if item.nature in ("number", "date") and isinstance(content, str):
            invalid[position] = InvalidAnswer("not-a-number", content)
        elif item.nature == "date" and isinstance(content, int):
            values[position] = FIRST_DAY + timedelta(days=content)
        elif isinstance(content, str):
            values[position] = content if content.strip(" ") else None
        else:
            values[position] = content
    form = sample.form.form
    return Submission(form.form, form.version, "1", values, invalid, [], [], {}, None, "")
