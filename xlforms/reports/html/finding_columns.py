"""The findings on submissions that count, by columns: texts that come again are told once."""

from __future__ import annotations

from xlforms.checks.finding import Finding
from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.messages import say
from xlforms.reports.frequent_findings import finding_words
from xlforms.reports.html.indexed_texts import IndexedTexts
from xlforms.reports.rule_words import rule_words

BLANK, COUNTED, LEFT_OUT = 0, 1, 2


def finding_columns(summary: Summary) -> dict[str, object]:
    """One entry for each finding, in the order of the register, then of the form.

    `form` and `sent` tell the submission, `what`, `sheet`, `place`, `text` and `explanation` are numbers of `texts`;
    `counted` is BLANK, COUNTED or LEFT_OUT: what became of the answer.
    """
    texts = IndexedTexts()
    texts.number("")
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    rows: list[tuple[int, tuple[object, ...]]] = []
    for number, form in enumerate(summary.forms):
        rows += _form_rows(number, form, order, texts)
    rows.sort(key=lambda row: row[0])
    names = ("form", "sent", "hard", "what", "sheet", "place", "cell", "text", "explanation", "counted", "rule")
    columns: dict[str, object] = {name: [row[place] for _, row in rows] for place, name in enumerate(names)}
    return columns | {"texts": texts.texts}


def _form_rows(
    number: int, form: FormSummary, order: dict[str, int], texts: IndexedTexts
) -> list[tuple[int, tuple[object, ...]]]:
    rows: list[tuple[int, tuple[object, ...]]] = []
    start = 0
    for version in form.versions:
        rules = rule_words(version.dataset.rules)
        for finding in version.findings:
            what = rules.get(finding.rule) or finding_words(finding.code)
            row = (
                number,
                start + finding.submission,
                int(finding.severity == "hard"),
                texts.number(what),
                texts.number(finding.sheet),
                texts.number(" / ".join(" ".join(caption.split()) for caption in finding.captions)),
                finding.cell,
                texts.number(_sentence(finding)),
                texts.number(" ".join(finding.explanation.split())),
                _became(version, finding),
                texts.number(finding.rule),
            )
            rows.append((order[version.files[finding.submission].unit], row))
        start += len(version.files)
    return rows


def _sentence(finding: Finding) -> str:
    """What is wrong and what to do, without the place, which has columns of its own."""
    text = say(finding.code, "ru", **finding.parameters).rstrip()
    return text[:1].upper() + text[1:]


def _became(version: VersionSummary, finding: Finding) -> int:
    position = version.dataset.positions.get(finding.item)
    if position is not None:
        submission = version.dataset.submissions[finding.submission]
        if submission.values[position] is None and position not in submission.invalid:
            return BLANK
    return COUNTED if finding.counts else LEFT_OUT
