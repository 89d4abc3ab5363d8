"""The analytical note for the head of a ministry: what a round came to, in plain sentences made of its data.

Whatever there is nothing to say of is left out. How much is told of the rest is cut until it fits on two pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.docx.coverage_words import coverage_parts
from xlforms.reports.docx.facts import NoteFacts, note_facts
from xlforms.reports.docx.figure_words import figure_parts
from xlforms.reports.docx.height import page_count
from xlforms.reports.docx.limits import LEVELS, Limits
from xlforms.reports.docx.municipality_words import municipality_parts
from xlforms.reports.docx.need_words import need_parts
from xlforms.reports.docx.note_parts import Note, NoteSection, Paragraph, Part, Points
from xlforms.reports.docx.overdue_words import overdue_parts
from xlforms.reports.docx.quality_words import quality_paragraph
from xlforms.reports.docx.shortened import shorten
from xlforms.reports.next_steps import next_steps
from xlforms.reports.round_title import round_facts, round_forms, round_title

_PAGES = 2


def make_note(summary: Summary) -> Note:
    """The fullest note of at most two pages."""
    facts = note_facts(summary)
    quality, steps = quality_paragraph(facts), [step.text for step in next_steps(summary)]
    note = _note(facts, quality, steps, LEVELS[0])
    for limits in LEVELS[1:]:
        if page_count(note) <= _PAGES:
            break
        note = _note(facts, quality, steps, limits)
    return note


def _note(facts: NoteFacts, quality: Paragraph | None, steps: Sequence[str], limits: Limits) -> Note:
    """The whole note; sections are numbered as they come."""
    found: tuple[tuple[str, Sequence[Part]], ...] = (
        ("coverage", [*coverage_parts(facts, limits), *([quality] if quality is not None else [])]),
        ("figures", figure_parts(facts, limits)),
        ("municipalities", municipality_parts(facts, limits)),
        ("needs", need_parts(facts, limits)),
        ("roadmaps", overdue_parts(facts.summary, limits)),
        ("steps", _step_parts(steps, limits)),
    )
    told = [(name, parts) for name, parts in found if parts]
    sections = tuple(
        NoteSection(f"{number}. {say(f'note-{name}')}", tuple(parts))
        for number, (name, parts) in enumerate(told, start=1)
    )
    summary = facts.summary
    days = " ".join(shorten(fact, limits.name) for fact in round_facts(summary))
    facts_told = tuple(filter(None, (shorten(round_forms(summary), limits.title), days)))
    return Note(say("note-title"), shorten(round_title(summary), limits.title), facts_told, sections)


def _step_parts(steps: Sequence[str], limits: Limits) -> list[Part]:
    """The steps of «Обзор»; of very many roadmaps only the first are told."""
    told = [*steps[: limits.steps - 1], steps[-1]] if len(steps) > limits.steps else steps
    return [Points(tuple(told), numbered=True), Paragraph(say("note-where"))]
