"""Every coded message, in Russian and English, and the endings of Russian words after numbers.

A text is a `str.format` template. A whole number takes the right ending of its noun when the field lists the three
forms: `{count:школа|школы|школ}` prints «1 школа», «2 школы», «5 школ» (and `{count:school|schools}` in English). With
a tilde the word stands without its number, for verbs: `{count:~пришла|пришли|пришло} {count:школа|школы|школ}`.
"""

from __future__ import annotations

import errno
import os
from typing import Literal

from xlforms.catalogue import (
    checks,
    commands,
    containers,
    deadlines,
    definition_items,
    definitions,
    docx_report,
    docx_roadmaps,
    expressions,
    html_report,
    intake,
    key_figures,
    ledger,
    needs,
    progress,
    reports,
    roadmap_import,
    rules,
    structure,
    summary,
    system,
    units,
    workbook,
    yaml_files,
)

Language = Literal["ru", "en"]

CATALOGUE: dict[str, tuple[str, str]] = {
    **commands.MESSAGES,
    **deadlines.MESSAGES,
    **definitions.MESSAGES,
    **definition_items.MESSAGES,
    **expressions.MESSAGES,
    **yaml_files.MESSAGES,
    **rules.MESSAGES,
    **units.MESSAGES,
    **key_figures.MESSAGES,
    **workbook.MESSAGES,
    **intake.MESSAGES,
    **containers.MESSAGES,
    **checks.MESSAGES,
    **structure.MESSAGES,
    **reports.MESSAGES,
    **summary.MESSAGES,
    **needs.MESSAGES,
    **progress.MESSAGES,
    **ledger.MESSAGES,
    **html_report.MESSAGES,
    **docx_report.MESSAGES,
    **docx_roadmaps.MESSAGES,
    **roadmap_import.MESSAGES,
    **system.MESSAGES,
}

_SYSTEM = {os.strerror(getattr(errno, code.partition("-")[2])): code for code in system.MESSAGES}
"""What the operating system says in English, and the code of our words for it."""


class _Counted(int):
    """A whole number that knows how to print a noun after itself."""

    def __format__(self, specification: str) -> str:
        if "|" not in specification:
            return format(int(self), specification)
        if specification.startswith("~"):
            return noun(int(self), *specification[1:].split("|"))
        return counted(int(self), *specification.split("|"))


def counted(number: int, *forms: str) -> str:
    """The number with its noun: two forms are English (one, many), three are Russian (1, 2-4, 5 and more)."""
    return f"{number} {noun(number, *forms)}"


def noun(number: int, *forms: str) -> str:
    """The form of a noun that goes with a number.

    The Russian rule: by the last two digits 11-14 take the third form, else by the last digit 1 the first,
    2-4 the second, the rest the third.
    """
    if len(forms) == 2:
        return forms[0] if abs(number) == 1 else forms[1]
    last, last_two = abs(number) % 10, abs(number) % 100
    if last == 1 and last_two != 11:
        return forms[0]
    if 2 <= last <= 4 and not 12 <= last_two <= 14:
        return forms[1]
    return forms[2]


def say(code: str, language: Language = "ru", **parameters: object) -> str:
    """The message of a code with its parameters filled in; an unknown code is a mistake of ours and raises KeyError."""
    russian, english = CATALOGUE[code]
    template = russian if language == "ru" else english
    return template.format(**{name: _ready(name, value, language) for name, value in parameters.items()})


def _ready(name: str, value: object, language: Language) -> object:
    """A parameter as templates take it: a whole number knows its noun, a word of the system speaks our language."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _Counted(value)
    if name == "detail" and value in _SYSTEM:
        return say(_SYSTEM[value], language)
    return value
