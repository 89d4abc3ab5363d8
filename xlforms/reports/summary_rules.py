"""The sheet «Правила»: how often each edit rule was met, broken, not applicable and not checked, counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from xlforms.checks.not_checked import Reason, reasons_not_checked
from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.definitions.rules import RuleInstance
from xlforms.expressions.semantics import Outcome
from xlforms.messages import say
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.rule_words import rule_words
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_OUTCOMES = (Outcome.PASSED, Outcome.FAILED, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED)
_COLUMNS = (
    ListColumn("Форма", 10, "row_centre"),
    ListColumn("Что проверяется", 62),
    ListColumn("Вид", 9, "row_centre"),
    ListColumn("Выполнено", 12, "row_count"),
    ListColumn("Нарушено", 11, "row_count"),
    ListColumn("из них объяснено", 12, "row_count"),
    ListColumn("Неприменимо", 14, "row_count"),
    ListColumn("Не проверено", 12, "row_count"),
    ListColumn("Правило", 24),
    ListColumn("Примечание", 40),
)
_PRINTED = 8


def write_rules(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, groups: Mapping[tuple[str, str], str]
) -> None:
    """A row for each rule of each form, in the order of the form; versions of one form are counted together.

    A rule that was broken leads to the schools that broke it: `groups` are their places by form and rule.
    """
    rows = [row for form in summary.forms for row in _rows(form, groups)]
    write_listing(
        sheet, styles, say("rules-title"), say("rules-hint"), _COLUMNS, rows, nothing=say("rules-none"),
        printed=_PRINTED,
    )  # fmt: skip


def _rows(form: FormSummary, groups: Mapping[tuple[str, str], str]) -> Iterator[tuple[Cell, ...]]:
    counts = {outcome: Counter[str]() for outcome in _OUTCOMES}
    explained: Counter[str] = Counter()
    rules: dict[str, RuleInstance] = {}
    words: dict[str, str] = {}
    broken: dict[str, str] = {}
    reasons: dict[str, Counter[Reason]] = {}
    for version in form.versions:
        outcomes = version.outcomes
        for outcome in _OUTCOMES:
            counts[outcome].update(outcomes.count(outcome))
        explained.update(finding.rule for finding in version.findings if finding.explained)
        for instance in outcomes.instances:
            rules.setdefault(instance.rule, instance)
        words = rule_words(outcomes.instances) | words
        for rule, found in reasons_not_checked(version.dataset, outcomes).items():
            reasons.setdefault(rule, Counter()).update(found)
        broken |= {outcomes.instances[number].rule: detail for number, detail in outcomes.broken.items()}
    for rule, instance in rules.items():
        passed, failed, not_applicable, not_checked = (counts[outcome][rule] for outcome in _OUTCOMES)
        place = groups.get((form.form, rule), "")
        yield (
            form.plan.code, words[rule], say(f"severity-{instance.severity}"), passed,
            Linked(failed, place) if failed and place else failed, explained[rule],
            not_applicable, not_checked, rule, _note(broken.get(rule, ""), reasons.get(rule, Counter())),
        )  # fmt: skip


def _note(broken: str, reasons: Counter[Reason]) -> str | None:
    """Why some verdicts could not be made."""
    if broken:
        return say("rules-broken", detail=broken)
    counted: tuple[Reason, ...] = ("unreadable", "as-text", "too-large")
    parts = [say(f"rules-not-checked-{reason}", count=reasons[reason]) for reason in counted if reasons[reason]]
    return say("rules-not-checked", reasons=", ".join(parts)) if parts else None
