"""Faults in expressions (`computed`, `required_if`): their grammar, the items that they name, the kinds they mix."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.items import Item, SectionGrid, items_of
from xlforms.definitions.names import Names
from xlforms.definitions.written_places import places_of
from xlforms.definitions.yaml_source import Mark, MarkedDict
from xlforms.errors import ExpressionError, Problem
from xlforms.expressions.functions import FUNCTIONS
from xlforms.expressions.kinds import check
from xlforms.expressions.nodes import Call, Node, Reference, children, references
from xlforms.expressions.parse import parse

_OTHER_KIND = {"number": "expression-not-a-number", "logic": "expression-not-a-condition"}


def review_expressions(tree: MarkedDict, sections: tuple[SectionGrid, ...], path: str) -> list[Problem]:
    """One problem for each faulty expression text of a block, at every line of the block where the text stands."""
    names, problems, seen = Names(sections), list[Problem](), set[tuple[str, str, str]]()
    faulty: set[str] = set()
    for item in items_of(sections):
        computed = "logic" if item.nature == "choice" else "number"
        for key, wanted in (("computed", computed), ("required_if", "logic")):
            text = getattr(item, key)
            if not text:
                continue
            try:
                check_expression(text, wanted, names, item)
            except ExpressionError as error:
                faulty |= {item.name} if key == "computed" else set()
                if (item.block, key, text) in seen:
                    continue
                seen.add((item.block, key, text))
                details = {**error.parameters, "text": text, "item": item.name}
                for mark in places_of(tree, item.block, key, text):
                    column = mark.column + error.position if mark.column else 0
                    problems.append(Problem(path, mark.line, column, error.code, details))
    sound = [item for item in items_of(sections) if item.name not in faulty]
    return problems + _circle_problems(tree, sound, names, path)


def _circle_problems(tree: MarkedDict, items: list[Item], names: Names, path: str) -> list[Problem]:
    found: dict[Mark, Problem] = {}
    for item in _circular(items, names):
        for mark in places_of(tree, item.block, "computed", item.computed):
            details: dict[str, object] = {"text": item.computed, "item": item.name}
            found.setdefault(mark, Problem(path, mark.line, mark.column, "computed-circle", details))
    return list(found.values())


def check_expression(text: str, wanted: str, names: Names, here: Item) -> None:
    """Raises ExpressionError unless the text makes sense, names existing items and is of the kind `wanted`."""
    if kind_of_expression(parse(text), names, here) != wanted:
        raise ExpressionError(_OTHER_KIND[wanted], 0)


def kind_of_expression(node: Node, names: Names, here: Item | None = None) -> str:
    """The kind of an expression (see `kinds.check`), seen from the item that it stands at, if it stands at one.

    Raises ExpressionError when it makes no sense or names what does not exist.
    """

    def kind_of(reference: Reference) -> str:
        natures = {item.nature for item in names.resolve(reference.path, reference.position, here)}
        if len(natures) > 1:
            return "any"
        nature = natures.pop()
        return "text" if nature == "choice" else nature

    found = check(node, kind_of)
    for reference in single_names(node):
        if len(names.resolve(reference.path, reference.position, here)) > 1:
            raise ExpressionError("expression-list-outside", reference.position, name=reference.path)
    return found


def single_names(node: Node) -> Iterator[Reference]:
    """The names in a tree that must mean one item, because they do not stand directly in a function of lists."""
    if isinstance(node, Reference):
        yield node
    in_list = isinstance(node, Call) and FUNCTIONS[node.function].takes_lists
    for child in children(node):
        if not (in_list and isinstance(child, Reference)):
            yield from single_names(child)


def _circular(items: list[Item], names: Names) -> Iterator[Item]:
    """The computed items that need themselves, perhaps through others; a spreadsheet shows an error for them."""
    own = {item.name for item in items}
    needs = {
        item.name: {
            needed.name
            for reference in references(parse(item.computed))
            for needed in names.resolve(reference.path, 0, item)
            if needed.computed
        }
        & own
        for item in items
        if item.computed
    }
    # Whatever needs only what is settled is settled; what is left needs itself or something that does.
    while settled := {name for name, needed in needs.items() if not needed}:
        needs = {name: needed - settled for name, needed in needs.items() if name not in settled}
    return (item for item in items if item.name in needs)
