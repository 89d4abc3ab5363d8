"""What schools write most often in answer to open questions."""

from __future__ import annotations

from xlforms.consolidation.gathered_texts import GatheredTheme, TextGroup
from xlforms.messages import say
from xlforms.reports.docx.facts import NoteFacts
from xlforms.reports.docx.limits import Limits
from xlforms.reports.docx.note_parts import Paragraph, Part, Points
from xlforms.reports.docx.shortened import lead, quoted


def need_parts(facts: NoteFacts, limits: Limits) -> list[Part]:
    """The most frequent answers to the first questions that anybody answered."""
    themes = [(form.form, theme) for form in facts.summary.forms for theme in form.themes if _groups(theme)]
    parts = list[Part]()
    for form, theme in themes[: limits.themes]:
        most = limits.groups_alone if len(themes) == 1 else limits.groups
        parts += _theme_parts(theme, facts.by_form[form].accepted, most, limits)
    if len(themes) > limits.themes:
        parts.append(Paragraph(say("note-more-themes", more=len(themes) - limits.themes)))
    return parts


def _theme_parts(theme: GatheredTheme, answered: int, most: int, limits: Limits) -> list[Part]:
    groups = _groups(theme)
    units = {unit for group in groups for unit in group.units}
    together = any(len(group.units) > 1 for group in groups)
    code = "note-theme" if together else "note-theme-single"
    text = say(code, units=len(units), all=answered)
    lines = [_line(quoted(group.text, limits.quote), len(group.units), len(units), together) for group in groups[:most]]
    more = len(groups) - most
    if more > 0:
        lines.append(say("note-more-needs", more=more))
    return [Paragraph(text, lead=lead(theme.caption, limits.name)), Points(tuple(lines))]


def _line(text: str, units: int, answered: int, together: bool) -> str:
    return say("note-need", text=text, units=units, all=answered) if together else text


def _groups(theme: GatheredTheme) -> list[TextGroup]:
    """Those that name something: «нет» and «не требуется» are no need."""
    return [group for group in theme.groups if not group.nothing]
