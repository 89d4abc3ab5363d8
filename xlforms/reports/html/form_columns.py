"""The answers and totals of one form by columns: what the page needs to lead from a number to schools, files and cells.

By columns, because the names of fields then stand once and not at every value: 1,000 schools by 500 items in 2 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import plain
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.submission import Submission
from xlforms.layout.place import cell_name
from xlforms.messages import say
from xlforms.reports.html.figure_columns import (
    figure_answers,
    figure_shown,
    figure_sources,
    figure_totals,
    figure_type,
    figure_unit,
)
from xlforms.reports.html.first_figures import first_figures
from xlforms.reports.html.form_items import FormItem
from xlforms.reports.html.indexed_texts import IndexedTexts
from xlforms.reports.html.sent_columns import sent_columns

_EPOCH = 719163  # the ordinal of 1970-01-01, where browsers begin to count days
Columns = dict[str, object]


def form_columns(summary: Summary, form: FormSummary, items: Sequence[FormItem], places: Sequence[str]) -> Columns:
    """What the page is told of a form; `places` are the municipalities by their numbers.

    `sent` are the submissions, `items` what is asked and, behind it, the key figures. `answers[i]` is one text, for
    item i one entry a submission with commas between: a number, days since 1970, the number of a text or choice in
    `texts`, nothing for what does not count; a browser reads one long text many times faster than as many lists, and
    takes it apart when it is asked for. `totals[i]` holds the statistics `kinds[kind[i]]` of totals.csv or
    key_figures.csv for each of `groups` in turn (-1 is the region). `rests` are the items that each key figure is
    computed of.
    """
    texts = IndexedTexts()
    names = [*(entry.item.name for entry in items), *(result.figure.id for result in form.figures)]
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    return {
        "form": form.form,
        "code": form.plan.code,
        "title": form.title,
        "sent": sent_columns(form, order),
        "missing": [order[missing.unit.unit] for missing in summary.missing if missing.form == form.form],
        "items": _item_columns(form, items),
        "sections": _section_titles(form, items),
        "first": [names.index(name) for name in first_figures(form, items)],
        "cells": [_cells(version, names) for version in form.versions],
        "moved": _moved(form, names),
        "left_out": _left_out(form, names),
        "answers": [
            *(_joined(_answers(form, entry.item, texts)) for entry in items),
            *(_joined(figure_answers(form, result)) for result in form.figures),
        ],
        **_totals(form, names, places),
        "rests": [[names.index(name) for name in figure_sources(form, result.figure) if name in names]
                  for result in form.figures],
        "texts": texts.texts,
    }  # fmt: skip


def _section_titles(form: FormSummary, items: Sequence[FormItem]) -> list[str]:
    """The headings that items are chosen under, key figures first."""
    own = [say("page-key-figures-title")] if form.figures else []
    return [*own, *dict.fromkeys(entry.section.title for entry in items)]


def _item_columns(form: FormSummary, items: Sequence[FormItem]) -> Columns:
    titles = _section_titles(form, items)
    sections = {title: number for number, title in enumerate(titles)}
    figures = [result.figure for result in form.figures]
    return {
        "name": [*(entry.item.name for entry in items), *(figure.id for figure in figures)],
        "label": [*(_label(entry) for entry in items), *(figure.label for figure in figures)],
        "section": [*(sections[entry.section.title] for entry in items), *(0 for _ in figures)],
        "type": [*(entry.item.type for entry in items), *(figure_type(form, figure) for figure in figures)],
        "unit": [*(entry.item.unit for entry in items), *(figure_unit(figure) for figure in figures)],
        "shown": [*(entry.shown for entry in items), *(figure_shown(form, figure) for figure in figures)],
    }  # fmt: skip


def _label(entry: FormItem) -> str:
    parts = (entry.block.title, entry.row, entry.column)
    return " / ".join(" ".join(part.split()) for part in parts if part)


def _cells(version: VersionSummary, names: Iterable[str]) -> Columns:
    """Sheet and cell of each item in one version, empty for one that it does not have."""
    known = version.plan.cells()
    places = [known.get(name) for name in names]
    return {
        "sheet": ["" if place is None else place[0].name for place in places],
        "cell": ["" if place is None else cell_name(place[1].row, place[1].column) for place in places],
    }


def _moved(form: FormSummary, names: Sequence[str]) -> Columns:
    """Answers that were found elsewhere than in the Plan."""
    numbers = {name: number for number, name in enumerate(names)}
    rows = []
    for sent, version, submission in _submissions(form):
        for position, (sheet, cell) in submission.moved.items():
            item = numbers.get(version.plan.items[position].name)
            if item is not None:
                rows.append((sent, item, sheet, cell))
    return _by_columns(("sent", "item", "sheet", "cell"), rows)


def _left_out(form: FormSummary, names: Sequence[str]) -> Columns:
    """Answers that were given and do not count, as they stood."""
    rows: list[tuple[object, ...]] = []
    for number, name in enumerate(names):
        start = 0
        for version in form.versions:
            if name in version.dataset.positions:
                given = version.dataset.column(name).states != State.BLANK
                for row in np.flatnonzero(given & ~version.counted[name]).tolist():
                    rows.append((start + row, number, _as_it_stood(version, row, name)))
            start += len(version.files)
    return _by_columns(("sent", "item", "raw"), rows)


def _as_it_stood(version: VersionSummary, row: int, name: str) -> str:
    position, submission = version.dataset.positions[name], version.dataset.submissions[row]
    if position in submission.invalid:
        return submission.invalid[position].raw or say("report-unreadable")
    return str(submission.values[position])


def _answers(form: FormSummary, item: Item, texts: IndexedTexts) -> list[object]:
    found: list[object] = []
    for version in form.versions:
        asked = version.dataset.items.get(item.name)
        if asked is None or asked.nature != item.nature:
            found += [None] * len(version.files)
            continue
        operand = version.dataset.operand(asked)
        mask = version.counted[item.name]
        if item.nature == "number":
            found += _numbers(operand.values, mask)
        elif item.nature == "date":
            days = np.where(mask, operand.values, _EPOCH).astype(np.int64) - _EPOCH
            found += [day if counts else None for day, counts in zip(days.tolist(), mask.tolist(), strict=True)]
        else:
            found += texts.numbers(operand.values, mask)
    return found


def _joined(answers: Iterable[object]) -> str:
    return ",".join(["" if answer is None else str(answer) for answer in answers])


def _numbers(values: npt.NDArray[np.float64] | npt.NDArray[np.object_], mask: Mask) -> list[object]:
    shown = np.where(mask, values, 0.0).astype(np.float64)
    whole = bool((shown == np.floor(shown)).all()) and bool((np.abs(shown) < 2**53).all())
    numbers = shown.astype(np.int64).tolist() if whole else [plain(value) for value in shown.tolist()]
    return [number if counts else None for number, counts in zip(numbers, mask.tolist(), strict=True)]


def _totals(form: FormSummary, names: Sequence[str], places: Sequence[str]) -> Columns:
    """Totals by item, group and statistic; an item without any has none."""
    statistics: dict[str, dict[str, list[tuple[str, object]]]] = {}
    for _, item, municipality, statistic, value in (*form.totals, *figure_totals(form)):
        statistics.setdefault(item, {}).setdefault(municipality, []).append((statistic, value))
    kinds: dict[tuple[str, ...], int] = {(): 0}
    kind, totals = [], []
    for name in names:
        groups = statistics.get(name, {})
        names_of = tuple(statistic for statistic, _ in next(iter(groups.values()), []))
        kind.append(kinds.setdefault(names_of, len(kinds)))
        totals.append([value for pairs in groups.values() for _, value in pairs])
    groups_of = next(iter(statistics.values()), {})
    numbers = {place: number for number, place in enumerate(places)}
    return {
        "kinds": [list(names_of) for names_of in kinds],
        "kind": kind,
        "groups": [numbers.get(group, -1) if group else -1 for group in groups_of],
        "totals": totals,
    }


def _submissions(form: FormSummary) -> Iterator[tuple[int, VersionSummary, Submission]]:
    number = 0
    for version in form.versions:
        for submission in version.dataset.submissions:
            yield number, version, submission
            number += 1


def _by_columns(names: Sequence[str], rows: Sequence[Sequence[object]]) -> Columns:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
