"""Which municipalities lead and which lag, by the share that answered and by key figures with a good end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xlforms.consolidation.totals import REGION
from xlforms.messages import say
from xlforms.reports.docx.coverage_words import coverage_words
from xlforms.reports.docx.facts import NoteFacts
from xlforms.reports.docx.figure_words import ShownFigure, shown_figures, units_words, with_doubts
from xlforms.reports.docx.limits import ENOUGH, Limits
from xlforms.reports.docx.municipality_ranks import Rank, extremes, rank_coverage, rank_figure, too_few, without_value
from xlforms.reports.docx.note_parts import NoteTable, Paragraph, Part
from xlforms.reports.docx.shares import share_words
from xlforms.reports.docx.shortened import name_some, shorten_name

_Row = tuple[str, str, str]


def municipality_parts(facts: NoteFacts, limits: Limits) -> list[Part]:
    """A table with a row for each thing compared, and what could not be compared; nothing for a single municipality."""
    if len(facts.by_municipality) < 2:
        return []
    figures = [figure for figure in shown_figures(facts, limits) if figure.result.figure.better]
    rows, remarks = _coverage_rows(facts, limits), list[Part]()
    for figure in figures[: limits.compared]:
        ranks = rank_figure(figure.result, figure.values)
        if len(ranks) < 2:
            remarks.append(Paragraph(say("note-not-compared", figure=figure.label, enough=ENOUGH)))
        elif len({rank.shown for rank in ranks}) == 1:
            remarks.append(Paragraph(say("note-all-equal", figure=figure.label, places=len(ranks),
                                         value=ranks[0].shown)))  # fmt: skip
        else:
            rows.append(_figure_row(facts, figure, ranks, limits))
    remarks += _left_out(figures[: limits.compared], limits)
    if len(figures) > limits.compared:
        remarks.append(Paragraph(say("note-more-compared", more=len(figures) - limits.compared)))
    if not rows:
        return remarks
    heads = (say("note-head-figure"), say("note-head-ahead"), say("note-head-behind"))
    table = NoteTable(say("note-municipalities-about"), heads, tuple(rows), (0.26, 0.37, 0.37))
    return [Paragraph(say("note-municipalities-how")), table, *remarks]


def _coverage_rows(facts: NoteFacts, limits: Limits) -> list[_Row]:
    """One row, unless nobody knows who was expected or all municipalities are alike."""
    parts = facts.by_municipality
    if not facts.summary.registered or len({part.share for part in parts.values()}) < 2:
        return []
    total = facts.total
    ranks = rank_coverage(parts, total)
    share = share_words(total.accepted, total.expected)
    region = say("note-answered-region", share=share, of=coverage_words(facts, total))
    return [(region, *_cells(ranks, lambda rank: coverage_words(facts, parts[rank.place]), limits))]


def _figure_row(facts: NoteFacts, figure: ShownFigure, ranks: Sequence[Rank], limits: Limits) -> _Row:
    better = say(f"indicators-{figure.result.figure.better}")
    n = units_words(facts, figure.result.places[REGION], figure.coverage)
    label = say("note-figure-region", figure=figure.label, better=better, value=figure.values[REGION], units=n)
    return (label, *_cells(ranks, lambda rank: with_doubts(say("note-units", units=rank.n), rank.doubtful), limits))


def _cells(ranks: Sequence[Rank], units: Callable[[Rank], str], limits: Limits) -> tuple[str, str]:
    found = extremes(ranks, limits)
    return (
        _lines(found.ahead, found.more_ahead, units, limits),
        _lines(found.behind, found.more_behind, units, limits),
    )


def _lines(ranks: Sequence[Rank], more: int, units: Callable[[Rank], str], limits: Limits) -> str:
    lines = [
        say("note-place", place=shorten_name(rank.place, limits.place), value=rank.shown, units=units(rank))
        for rank in ranks
    ]
    return "\n".join([*lines, *([say("note-more-alike", more=more)] if more else [])]) or say("note-nobody")


def _left_out(figures: Sequence[ShownFigure], limits: Limits) -> list[Part]:
    """Which municipalities are too small to compare; said once when they are the same for all figures."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for figure in figures:
        groups.setdefault(tuple(too_few(figure.result)), []).append(figure.label)
    remarks = list[Part]()
    for figure in figures:
        nothing = without_value(figure.result)
        if nothing:
            names = name_some(nothing, limits.extremes, limits)
            remarks.append(Paragraph(say("note-no-value-there", figure=figure.label, names=names)))
    for places, labels in groups.items():
        if places:
            code = "note-too-few" if len(groups) == 1 else "note-too-few-by"
            names = name_some(places, limits.extremes, limits)
            remarks.append(Paragraph(say(code, names=names, enough=ENOUGH,
                                         figures="», «".join(labels), count=len(labels))))  # fmt: skip
    return remarks
