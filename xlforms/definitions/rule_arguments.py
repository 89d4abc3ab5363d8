"""The expressions of a rule: parsed once, then read in each of its rows or columns and checked for their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlforms.definitions.names import Names
from xlforms.definitions.review_expressions import single_names
from xlforms.definitions.rule import Rule
from xlforms.definitions.rule_line import Line, bound, is_closed
from xlforms.definitions.rules import PERIOD_YEAR
from xlforms.definitions.yaml_source import Location
from xlforms.edit_rules.kind import Kind, Role
from xlforms.errors import ExpressionError
from xlforms.expressions.kinds import check
from xlforms.expressions.nodes import Call, Node, Number, Reference
from xlforms.expressions.parse import parse

OWN_ITEM = "item"  # the key of the item that a rule is about; `row` means the rest of its row


@dataclass(frozen=True, slots=True)
class TextFault:
    """What is wrong with one text of a rule: where it stands below the rule, and the error with the place in it."""

    location: Location
    text: str
    error: ExpressionError


@dataclass(frozen=True, slots=True)
class Written:
    """One expression of a rule: where it stands below the rule, its text and its tree; what may stand there."""

    key: str
    location: Location
    text: str
    node: Node
    role: Role | None


def written(rule: Rule, kind: Kind) -> tuple[list[Written], list[TextFault]]:
    """All expressions of a reviewed rule, and the faults of their grammar. The role of a shown value is None."""
    texts: list[tuple[str, Location, str, Role | None]] = []
    for key in kind.keys:
        value = rule.arguments.get(key.name, [])
        if isinstance(value, str):
            texts.append((key.name, (key.name,), value, key.role))
        else:
            texts += [(key.name, (key.name, number), text, key.role) for number, text in enumerate(value)]
    if rule.when:
        texts.append(("when", ("when",), rule.when, "condition"))
    texts += [(f"show.{name}", ("show", name), text, None) for name, text in rule.show.items()]
    found, faults = list[Written](), list[TextFault]()
    for name, location, text, role in texts:
        try:
            found.append(Written(name, location, text, parse(text), role))
        except ExpressionError as error:
            faults.append(TextFault(location, text, error))
    return found, faults


def is_closed_in(line: Line | None, expressions: Sequence[Written], names: Names) -> bool:
    """Does the rule speak of a cell that is closed in this line?"""
    return line is not None and any(is_closed(each.node, line, names) for each in expressions)


def read_in(
    line: Line | None, expressions: Sequence[Written], names: Names
) -> Mapping[str, tuple[Node, ...]] | TextFault:
    """The trees by key, with whole names; what is a number to a kind is one tree, a sum if many were named.

    The first name that means nothing, or clash of kinds, comes back as a fault.
    """
    own = frozenset[str]()
    trees: dict[str, list[Node]] = {}
    roles = {each.key: each.role for each in expressions}
    for each in sorted(expressions, key=lambda each: each.key != OWN_ITEM):
        try:
            node = bound(each.node, line, names, own)
            _review(node, each.role, names)
        except ExpressionError as error:
            return TextFault(each.location, each.text, error)
        if each.key == OWN_ITEM and isinstance(node, Reference):
            own = frozenset(item.name for item in names.find(node.path))
        trees.setdefault(each.key, []).append(node)
    return {key: _joined(nodes, roles[key], names) for key, nodes in trees.items()}


def nature_of(reference: Reference, names: Names) -> str:
    """The kind of what a whole name means; see `kinds.check`."""
    if reference.path == PERIOD_YEAR:
        return "number"
    natures = {item.nature for item in names.resolve(reference.path, reference.position)}
    nature = natures.pop() if len(natures) == 1 else "any"
    return "text" if nature == "choice" else nature


def _review(node: Node, role: Role | None, names: Names) -> None:
    if role == "answers":
        if not isinstance(node, Reference) or node.path == PERIOD_YEAR:
            raise ExpressionError("rule-names-expected", 0)
        return
    if role == "constant" and not isinstance(node, Number):
        raise ExpressionError("rule-constant-expected", 0)
    checked = Call("sum", (node,), node.position) if role == "number" and isinstance(node, Reference) else node
    found = check(checked, lambda reference: nature_of(reference, names))
    for reference in single_names(checked):
        if is_many(reference, names):
            raise ExpressionError("expression-list-outside", reference.position, name=reference.path)
    if role in ("ordered", "sequence") and found not in ("number", "date"):
        raise ExpressionError("rule-ordered-expected", 0)
    if role == "condition" and found != "logic":
        raise ExpressionError("expression-logic-expected", node.position, found=found)
    if (role == "number" and found != "number") or (role is None and found == "logic"):
        raise ExpressionError("expression-number-expected", node.position, found=found)


def is_many(reference: Reference, names: Names) -> bool:
    """Does a whole name mean several items?"""
    return reference.path != PERIOD_YEAR and len(names.find(reference.path)) > 1


def _joined(nodes: list[Node], role: Role | None, names: Names) -> tuple[Node, ...]:
    many = len(nodes) > 1 or (isinstance(nodes[0], Reference) and is_many(nodes[0], names))
    return (Call("sum", tuple(nodes), nodes[0].position),) if role == "number" and many else tuple(nodes)
