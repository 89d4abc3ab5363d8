"""Loads a form from YAML: shape by pydantic, then review, then expressions; every problem at once, with its line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from xlforms.definitions.expand import expand
from xlforms.definitions.form import Form
from xlforms.definitions.item_types import TypeName
from xlforms.definitions.items import Item, SectionGrid, items_of
from xlforms.definitions.names import Names
from xlforms.definitions.review import review
from xlforms.definitions.yaml_source import MarkedDict, mark_of, read_yaml
from xlforms.errors import DefinitionError, ExpressionError, Problem
from xlforms.expressions.kinds import check
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse

_PYDANTIC_CODES = {
    "missing": "key-missing",
    "string_pattern_mismatch": "bad-id",
    "string_too_long": "text-too-long",
    "too_short": "list-empty",
    "list_type": "list-expected",
    "dict_type": "mapping-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "block-kind": "block-kind",
}


@dataclass(frozen=True)
class LoadedForm:
    """A form ready for use: the definition, its grids, and the file it came from."""

    form: Form
    sections: tuple[SectionGrid, ...]
    path: str


def load_form(path: Path) -> LoadedForm:
    """The form in a YAML file.

    Raises DefinitionError with every mistake of the file, each with its line.
    """
    tree = read_yaml(path)
    context: dict[str, object] = {"path": str(path), "problems": []}
    problems: list[Problem] = []
    form: Form | None = None
    try:
        form = Form.model_validate(tree, context=context)
    except ValidationError as error:
        problems = [_problem(str(path), tree, details) for details in error.errors(include_url=False)]
    unknown: list[Problem] = context["problems"]  # type: ignore[assignment]  # filled by Model
    problems += unknown
    if form is not None:
        for location, code, details in review(form):
            mark = mark_of(tree, location)
            problems.append(Problem(str(path), mark.line, mark.column, code, details))
    if form is not None and not problems:
        sections = expand(form)
        problems = _expression_problems(str(path), tree, sections)
        if not problems:
            return LoadedForm(form, sections, str(path))
    raise DefinitionError(sorted(_once(problems), key=lambda problem: (problem.line, problem.column, problem.code)))


def _problem(path: str, tree: MarkedDict, error: ErrorDetails) -> Problem:
    location = tuple(step for step in error["loc"] if not str(step).startswith("<"))
    mark = mark_of(tree, location)
    key, kind = str(location[-1]) if location else "", error["type"]
    details: dict[str, object] = {"key": key, "value": _short(error.get("input")), "detail": error["msg"]}
    code = _PYDANTIC_CODES.get(kind, "bad-value")
    if kind == "literal_error" and key == "type":
        known = get_args(TypeName)
        near = get_close_matches(str(error.get("input")), known, n=1, cutoff=0.5)
        code = "unknown-type-near" if near else "unknown-type"
        details |= {"near": near[0] if near else "", "known": ", ".join(known)}
    return Problem(path, mark.line, mark.column, code, details)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _once(problems: list[Problem]) -> list[Problem]:
    seen: dict[tuple[int, int, str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.line, problem.column, problem.code, str(problem.parameters)), problem)
    return list(seen.values())


def _expression_problems(path: str, tree: MarkedDict, sections: tuple[SectionGrid, ...]) -> list[Problem]:
    """One problem for each faulty expression text, at the line where it stands."""
    names, problems, seen = Names(sections), [], set[tuple[str, str]]()
    for item in items_of(sections):
        for key, wanted in (("computed", "number"), ("required_if", "logic")):
            text = getattr(item, key)
            if not text:
                continue
            try:
                check_expression(text, wanted, names, item)
            except ExpressionError as error:
                if (key, text) in seen:
                    continue
                seen.add((key, text))
                line, column = _find(tree, key, text)
                details = dict(error.parameters) | {"text": text, "item": item.name}
                problems.append(Problem(path, line, column + error.position if column else 0, error.code, details))
    return problems


def check_expression(text: str, wanted: str, names: Names, here: Item) -> None:
    """Raises ExpressionError unless the text is an expression of the wanted kind over items that exist."""
    node = parse(text)

    def kind_of(reference: Reference) -> str:
        natures = {item.nature for item in names.resolve(reference.path, reference.position, here)}
        if len(natures) > 1:
            return "any"
        nature = natures.pop()
        return "text" if nature == "choice" else nature

    found = check(node, kind_of)
    if found != wanted:
        raise ExpressionError("expression-kind", 0, wanted=wanted, found=found)


def _find(value: object, key: str, text: str) -> tuple[int, int]:
    """Line and column of the value of `key: text`, searching the whole tree in order."""
    if isinstance(value, MarkedDict):
        if value.get(key) == text:
            mark = value.value_marks[key]
            return mark.line, mark.column
        entries: list[object] = list(value.values())
    elif isinstance(value, list):
        entries = value
    else:
        return 0, 0
    return next((place for entry in entries if (place := _find(entry, key, text))[0]), (0, 0))
