"""Every exception of xlforms.

XlformsError
├── UsageError            the command was asked for something that cannot be: a form that does not exist, a missing file
├── DefinitionError       a form, collection or register of units has mistakes; holds all of them with their places
├── ExpressionError       one expression of a form cannot be understood; holds the position in its text
├── GenerationError       a workbook cannot be written as its definition asks
├── IntakeRefusal         a returned file cannot be read; holds the coded reason of `received.csv`
└── OutputError           a result cannot be written, for instance because Excel holds the file open

An exception carries a code and its parameters; the words are in `xlforms.messages`, in both languages.
What is wrong with an answer is not an exception but a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field


class XlformsError(Exception):
    """The base of all: a message code and the parameters of its text."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.code}: {details}" if details else self.code


class UsageError(XlformsError):
    """The command cannot do what it was asked."""


@dataclass(frozen=True)
class Problem:
    """One mistake in a file that a person wrote: where it is (line and column from 1, 0 if unknown) and what it is.

    `sheet` is given for a workbook; line and column are those of its cell then.
    """

    path: str
    line: int
    column: int
    code: str
    parameters: dict[str, object] = field(default_factory=dict)
    sheet: str = ""


class DefinitionError(XlformsError):
    """A form, a collection or a register of units cannot be used; `problems` lists every mistake at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("definition-invalid", count=len(problems))
        self.problems = tuple(problems)


class ExpressionError(XlformsError):
    """An expression cannot be understood; `position` is the offset in its text, from 0."""

    def __init__(self, code: str, position: int, **parameters: object) -> None:
        super().__init__(code, **parameters)
        self.position = position


class GenerationError(XlformsError):
    """The spreadsheet library or a limit of Excel refuses a part of the form; nothing is written by halves."""


class IntakeRefusal(XlformsError):  # noqa: N818  # a refusal is not a fault of ours
    """A returned file is not read; `reason` is the coded word of `received.csv`, the code gives the sentence."""

    def __init__(self, reason: str, code: str, **parameters: object) -> None:
        super().__init__(code, **parameters)
        self.reason = reason


class OutputError(XlformsError):
    """A result cannot be written where it was asked."""
