"""A YAML tree checked against a model: every key that is missing, unknown or of the wrong shape, with its line."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from xlforms.definitions.item_types import TypeName
from xlforms.definitions.model import Model, Reports
from xlforms.definitions.yaml_places import existing_steps, mark_of
from xlforms.definitions.yaml_source import Location, MarkedDict
from xlforms.errors import Problem

_QUOTED = re.compile(r"'([^']*)'")  # pydantic says 'a', 'b' or 'c'

AnyModel = TypeVar("AnyModel", bound=Model)

_CODES = {
    "missing": "key-missing",
    "string_too_long": "text-too-long",
    "string_too_short": "text-empty",
    "string_type": "text-expected",
    "too_short": "list-empty",
    "too_long": "list-too-long",
    "list_type": "list-expected",
    "dict_type": "mapping-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "bool_type": "true-false-expected",
    "int_type": "number-expected",
    "int_from_float": "number-expected",
    "float_type": "number-expected",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "literal_error": "word-unknown",
    "date-unreadable": "date-unreadable",
}
_PATTERN_CODES = {"form": "bad-form-id", "collection": "bad-form-id", "version": "bad-version"}


def check_shape(model: type[AnyModel], tree: MarkedDict, path: str) -> tuple[AnyModel | None, list[Problem]]:
    """The model that a tree makes, None when its shape is wrong, and every problem of shape."""
    reports = Reports(path)
    try:
        made: AnyModel | None = model.model_validate(tree, context=reports)
    except ValidationError as error:
        made = None
        for details in error.errors(include_url=False):
            location = tuple(details["loc"])
            if details["type"] == "missing" and (mark_of(tree, location[:-1]), location[-1]) in reports.renamed:
                continue  # the misspelt key was reported with the right one beside it
            reports.problems.append(_problem(path, tree, details))
    return made, _first_of_each_place(reports.problems)


def _problem(path: str, tree: MarkedDict, error: ErrorDetails) -> Problem:
    kind, steps, value = error["type"], existing_steps(tree, error["loc"]), error.get("input")
    mark = mark_of(tree, steps)
    key = str(error["loc"][-1]) if kind == "missing" else next((s for s in reversed(steps) if isinstance(s, str)), "")
    code = _CODES.get(kind, "bad-value")
    details: dict[str, object] = {"key": key, "value": _short(value)}
    if isinstance(value, str):  # a limit set over a converted text speaks of it as of a list
        code = {"too_short": "text-empty", "too_long": "text-too-long"}.get(kind, code)
    if kind == "string_pattern_mismatch":
        code = _PATTERN_CODES.get(key, "bad-id")
    elif kind == "literal_error" and key == "type":
        known = get_args(TypeName)
        near = get_close_matches(str(value), known, n=1, cutoff=0.5)
        code = "unknown-type-near" if near else "unknown-type"
        details |= {"near": near[0] if near else "", "known": ", ".join(known)}
    elif kind == "kind-unclear":
        return _kind_problem(path, tree, steps, error["msg"].split(", "), value)
    context = error.get("ctx", {})
    details |= {name: f"{context[name]:g}" for name in ("ge", "le") if name in context}
    if "max_length" in context:
        details["max_length"] = context["max_length"]
    if "expected" in context:
        details["expected"] = ", ".join(_QUOTED.findall(context["expected"]))
    if isinstance(value, str | list):
        details["length"] = len(value)
    return Problem(path, mark.line, mark.column, code, details)


def _kind_problem(path: str, tree: MarkedDict, steps: Location, known: list[str], value: object) -> Problem:
    """An entry that says neither `table:` nor `card:` (or the like), perhaps because the word is misspelt."""
    for key in value if isinstance(value, MarkedDict) else ():
        near = get_close_matches(key, known, n=1, cutoff=0.7)
        if near:
            mark = mark_of(tree, (*steps, key))
            return Problem(path, mark.line, mark.column, "unknown-key-near", {"key": key, "near": near[0]})
    mark = mark_of(tree, steps)
    return Problem(path, mark.line, mark.column, "kind-unclear", {"known": ", ".join(f"{key}:" for key in known)})


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _first_of_each_place(problems: list[Problem]) -> list[Problem]:
    """One problem for each place and key: a value that fits none of three alternatives is one mistake."""
    kept: dict[tuple[int, int, object], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.line, problem.column, problem.parameters.get("key")), problem)
    return list(kept.values())
