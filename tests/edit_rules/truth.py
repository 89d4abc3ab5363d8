"""A rule read from YAML and judged, for truth tables: each line of a table is one school's answers.

The card of the trial form has whole numbers a, b, c, decimals x, y, dates d, e, a text t, a choice k (да, нет) and z, a
number whose blank is zero. In a table, `None` is a blank and a `Wrong` is something that cannot be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.definitions.forms import load_text, whole
from xlforms.checks.rule_outcomes import RuleOutcomes, evaluate_rules
from xlforms.checks.rules import check_rules
from xlforms.dataset.dataset import Dataset, build_dataset
from xlforms.definitions.load import LoadedForm
from xlforms.expressions.semantics import Outcome
from xlforms.intake.submission import InvalidAnswer, Submission
from xlforms.intake.values import Value
from xlforms.layout.build import build_plan

FAILED, PASSED = Outcome.FAILED, Outcome.PASSED
NOT_APPLICABLE, NOT_CHECKED = Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is no answer of its type: a text or an error where a number belongs."""

    raw: str = "много"


Answers = Mapping[str, Value | Wrong | None]

_CARD = """
- card: c
  fields:
    - {field: a, title: графа А, type: integer}
    - {field: b, title: графа Б, type: integer}
    - {field: c, title: графа В, type: integer}
    - {field: x, title: графа Х, type: decimal}
    - {field: y, title: графа У, type: decimal}
    - {field: d, title: дата Д, type: date}
    - {field: e, title: дата Е, type: date}
    - {field: t, title: текст Т, type: text}
    - {field: k, title: выбор К, type: yes_no}
    - {field: z, title: графа Я, type: integer, blank: zero}
- table: rows
  row_title: №
  open_rows: 3
  columns:
    - {column: name, title: название, type: text}
    - {column: number, title: номер, type: integer}
"""


def form_with(rule: str, folder: Path) -> LoadedForm:
    """The trial form with one rule."""
    return load_text(folder, whole(_CARD) + f"rules:\n  - {rule}\n")


def dataset_of(form: LoadedForm, *schools: Answers, year: int | None = None) -> Dataset:
    """The answers of schools to a form, names without a block standing for fields of the card `c`."""
    plan = build_plan(form)
    positions = {item.name: number for number, item in enumerate(plan.items)}
    submissions = []
    for number, answers in enumerate(schools, start=1):
        values: list[Value | None] = [None] * len(plan.items)
        invalid: dict[int, InvalidAnswer] = {}
        for name, answer in answers.items():
            position = positions[name if "." in name else f"c.{name}"]
            if isinstance(answer, Wrong):
                invalid[position] = InvalidAnswer("not-a-number", answer.raw)
            else:
                values[position] = answer
        submissions.append(
            Submission(form.form.form, form.form.version, str(number), values, invalid, [], [], {}, None, "LibreOffice")
        )
    return build_dataset(plan, form.sections, submissions, rules=form.rules, year=year)


def judged(rule: str, *schools: Answers, year: int | None = None) -> RuleOutcomes:
    """The outcomes of a rule."""
    with TemporaryDirectory() as folder:
        return evaluate_rules(dataset_of(form_with(rule, Path(folder)), *schools, year=year))


def outcome(rule: str, year: int | None = None, **answers: Value | Wrong | None) -> Outcome:
    """The outcome of a rule of one instance for one school."""
    ((found,),) = judged(rule, answers, year=year).table
    return Outcome(found)


def said(rule: str, answers: Answers, year: int | None = None) -> list[tuple[str, str]]:
    """What is said of one school's failures: item and words."""
    with TemporaryDirectory() as folder:
        dataset = dataset_of(form_with(rule, Path(folder)), answers, year=year)
    return [(finding.item, str(finding.parameters["text"])) for finding in check_rules(dataset)]
