"""Faults of key figures: names that must be unique, and expressions that make no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlforms.definitions.faults import Fault, repeated, reserved
from xlforms.definitions.form import Form
from xlforms.definitions.items import SectionGrid
from xlforms.definitions.key_figures import BY_PLACE, SHARE
from xlforms.definitions.names import Names
from xlforms.definitions.review_expressions import kind_of_expression
from xlforms.definitions.yaml_places import text_mark_of
from xlforms.definitions.yaml_source import Location, MarkedDict, MarkedList
from xlforms.errors import ExpressionError, Problem
from xlforms.expressions.addends import quotient_settled_by_unit
from xlforms.expressions.nodes import Node, references
from xlforms.expressions.parse import parse

_OTHER_WORDS = {"unknown-item": "figure-item-unknown", "unknown-item-near": "figure-item-unknown-near"}


def review_figure_names(form: Form) -> Iterator[Fault]:
    """Ids and labels that were given before, and ids that look like those that are given by place."""
    lines = form.key_figures
    ids: list[tuple[Location, str]] = [
        (("key_figures", number, "key_figure"), line.key_figure)
        for number, line in enumerate(lines)
        if line.key_figure is not None
    ]
    yield from repeated(ids, "figure-repeated")
    by_place = frozenset(name for _, name in ids if re.fullmatch(rf"{BY_PLACE}\d+", name))
    yield from reserved(ids, by_place, "figure-reserved")
    labels: list[tuple[Location, str]] = [
        (("key_figures", number, "label"), " ".join(line.label.casefold().split())) for number, line in enumerate(lines)
    ]
    yield from repeated(labels, "figure-label-repeated")


def review_key_figures(tree: MarkedDict, sections: tuple[SectionGrid, ...], path: str) -> list[Problem]:
    """One problem for each faulty expression, at its place in the text."""
    names, problems = Names(sections), list[Problem]()
    lines = tree.get("key_figures")
    for number, line in enumerate(lines if isinstance(lines, MarkedList) else ()):
        assert isinstance(line, MarkedDict)  # its shape was checked
        text = str(line["expression"]).strip()
        try:
            _review(parse(text), str(line.get("unit") or "").strip(), names)
        except ExpressionError as error:
            where: Location = ("key_figures", number, "expression")
            mark = text_mark_of(tree, where)
            details = {**error.parameters, "text": text, "item": str(line["label"])}
            code = _OTHER_WORDS.get(error.code, error.code)
            column = mark.column + error.position if mark.column else 0
            problems.append(Problem(path, mark.line, column, code, details))
    return problems


def _review(node: Node, unit: str, names: Names) -> None:
    """Raises ExpressionError unless the expression gives a number or a condition of answers that are published."""
    kind = kind_of_expression(node, names)
    if kind not in ("number", "logic"):
        raise ExpressionError("figure-no-number", 0)
    if kind == "logic" and unit not in ("", SHARE):
        raise ExpressionError("figure-condition-unit", 0, unit=unit)
    named = references(node)
    if not named:
        raise ExpressionError("figure-without-items", 0)
    for name in named:
        for item in names.resolve(name.path, name.position):
            if item.personal:
                raise ExpressionError("figure-of-personal", name.position, personal=item.name)
    quotient = quotient_settled_by_unit(
        node, lambda name: all(item.nature == "number" for item in names.find(name.path))
    )
    if quotient is not None:
        raise ExpressionError("figure-quotient-in-if", quotient.position)
