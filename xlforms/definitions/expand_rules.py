"""Spells out the edit rules of a form: every rule in every row, column or place that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlforms.definitions.explanations import explanation_item
from xlforms.definitions.form import Form
from xlforms.definitions.formula_size import check_size
from xlforms.definitions.items import Item, SectionGrid
from xlforms.definitions.measure_rules import measure_rules
from xlforms.definitions.measures import Measures
from xlforms.definitions.names import Names
from xlforms.definitions.rule import Rule
from xlforms.definitions.rule_arguments import TextFault, Written, is_closed_in, nature_of, read_in, written
from xlforms.definitions.rule_line import Line, lines_of
from xlforms.definitions.rule_message import Captions, message_parts, shown_sides
from xlforms.definitions.rules import RuleInstance, Side
from xlforms.definitions.yaml_places import mark_of, text_mark_of
from xlforms.definitions.yaml_source import Location, MarkedDict
from xlforms.edit_rules.kind import Arguments, Kind, Statement
from xlforms.edit_rules.register import KINDS
from xlforms.errors import ExpressionError, Problem
from xlforms.expressions.kinds import check
from xlforms.expressions.nodes import Conditional, Node, references

Trees = Mapping[str, tuple[Node, ...]]


def expand_rules(
    form: Form, sections: tuple[SectionGrid, ...], tree: MarkedDict, path: str
) -> tuple[tuple[RuleInstance, ...], list[Problem]]:
    """The instances of all rules in the order of the form, and the problems found on the way.

    `form` was reviewed. A mistake that shows in twenty rows is one problem. An instance that speaks of a closed cell is
    left out; a rule all of whose instances are is a problem.
    """
    reader = _Reader(sections, form.year)
    instances, problems, ids = list[RuleInstance](), list[Problem](), set[str]()
    for location, rule in _rules(form):
        found, faults = reader.read(rule)
        problems += [_problem(tree, path, location, rule, fault) for fault in faults]
        mark = mark_of(tree, (*location, "rule"))
        if not found and not faults and location[0] == "rules":  # measures without deadlines cannot be late
            problems.append(Problem(path, mark.line, mark.column, "rule-nowhere", {"name": rule.rule}))
        for instance in found:
            if instance.id in ids:
                problems.append(Problem(path, mark.line, mark.column, "rule-repeated", {"name": instance.id}))
            ids.add(instance.id)
        instances += found
    return tuple(instances), problems


def _rules(form: Form) -> Iterator[tuple[Location, Rule]]:
    """The rules that every block of measures has, then those of the form, each with its place in the file."""
    places: list[tuple[Location, Measures]] = [
        (("sections", number, "blocks", position), block)
        for number, section in enumerate(form.sections)
        for position, block in enumerate(section.blocks)
        if isinstance(block, Measures)
    ]
    if form.roadmap is not None:
        for place, block in places:
            for rule in measure_rules(block, form.roadmap, alone=len(places) == 1):
                yield place, rule
    for number, rule in enumerate(form.rules):
        yield ("rules", number), rule


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a statement is made: a line or the whole form, which of several there it is, and what its trees were."""

    line: Line | None
    number: int
    trees: Trees


class _Reader:
    """A form, for reading its rules one by one."""

    def __init__(self, sections: tuple[SectionGrid, ...], year: int | None) -> None:
        self._year = year
        self._blocks = {block.id: block for section in sections for block in section.blocks}
        self._names = Names(sections)
        self._captions = Captions(sections, self._names)

    def read(self, rule: Rule) -> tuple[list[RuleInstance], list[TextFault]]:
        """The instances of one rule and its faults, each once."""
        kind = KINDS[rule.kind]
        expressions, faults = written(rule, kind)
        if faults:
            return [], faults
        lines: list[Line | None] = list(lines_of(rule, self._blocks[rule.table])) if rule.table else [None]
        found, seen = list[RuleInstance](), set[tuple[Location, str, int]]()
        for place_or_fault in self._statements(kind, lines, expressions):
            if isinstance(place_or_fault, TextFault):
                fault: TextFault | RuleInstance = place_or_fault
            else:
                fault = self._instance(rule, *place_or_fault)
            if isinstance(fault, RuleInstance):
                found.append(fault)
                continue
            key = (fault.location, fault.error.code, fault.error.position)
            if key not in seen:
                faults.append(fault)
            seen.add(key)
        return found, faults

    def _statements(
        self, kind: Kind, lines: Sequence[Line | None], expressions: Sequence[Written]
    ) -> Iterator[tuple[_Place, Statement] | TextFault]:
        earlier: list[Trees] = []
        for line in lines:
            if is_closed_in(line, expressions, self._names):
                continue
            trees = read_in(line, expressions, self._names)
            if isinstance(trees, TextFault):
                yield trees
                continue
            statements = kind.state(Arguments(trees, tuple(earlier)))
            for number, statement in enumerate(statements, start=1):
                yield _Place(line, number if len(statements) > 1 else 0, trees), statement
            earlier.append(trees)

    def _instance(self, rule: Rule, place: _Place, statement: Statement) -> RuleInstance | TextFault:
        condition = statement.condition
        if "when" in place.trees:
            condition = Conditional(place.trees["when"][0], condition)
        items = self._items(statement.about)
        answers = [item.name for item in items if not item.computed]
        given = (*statement.sides, *((key[5:], node[0]) for key, node in place.trees.items() if key[:5] == "show."))
        sides = shown_sides(given, self._names)
        try:
            check(condition, lambda reference: nature_of(reference, self._names))
            check_size(condition, self._names)
            if not answers:
                raise ExpressionError("rule-without-answers", 0)
        except ExpressionError as error:
            return TextFault(("rule",), rule.rule, error)
        try:
            template = (rule.message or statement.message).rstrip(".")
            message = message_parts(template, sides, self._texts(place, given, items))
        except ExpressionError as error:
            return TextFault(("message",), rule.message, error)
        steps = [rule.rule, place.line.id if place.line else "", str(place.number) if place.number else ""]
        instance_id = "_".join(filter(None, steps))
        return RuleInstance(
            id=instance_id,
            rule=rule.rule,
            kind=rule.kind,
            severity=rule.severity,
            scope=place.line.scope if place.line else "form",
            title=_title(rule, place),
            condition=condition,
            message=message,
            advice=rule.advice or KINDS[rule.kind].advice,
            names=self._meanings([condition, *(part.node for part in message if isinstance(part, Side))]),
            items=tuple(item.name for item in items),
            anchor=answers[0],
            explanation=explanation_item(instance_id) if rule.severity == "soft" else "",
            year=self._year,
            heading=rule.title,
        )

    def _items(self, nodes: Sequence[Node]) -> list[Item]:
        found = [item for node in nodes for name in references(node) for item in self._names.find(name.path)]
        return list({item.name: item for item in found}.values())

    def _texts(self, place: _Place, sides: Sequence[tuple[str, Node]], items: Sequence[Item]) -> dict[str, str]:
        """What a message can say of the place in words."""
        texts = {f"{name}_name": self._captions.of(node, place.line) for name, node in sides}
        texts["names"] = self._captions.of_items(items, place.line)
        if place.line is not None:
            texts[place.line.scope] = f"«{place.line.caption}»"
        return texts

    def _meanings(self, nodes: Sequence[Node]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        paths = dict.fromkeys(reference.path for node in nodes for reference in references(node))
        return tuple((path, tuple(item.name for item in self._names.find(path))) for path in paths)


def _title(rule: Rule, place: _Place) -> str:
    caption = place.line.caption if place.line else ""
    title = ": ".join(filter(None, (rule.title, caption)))
    return f"{title} ({place.number})" if title and place.number else title


def _problem(tree: MarkedDict, path: str, location: Location, rule: Rule, fault: TextFault) -> Problem:
    where = (*location, *fault.location)
    details = {**fault.error.parameters, "text": fault.text, "item": rule.rule}
    if fault.location == ("rule",) or not fault.text:
        mark = mark_of(tree, where)
        return Problem(path, mark.line, mark.column, fault.error.code, details)
    mark = text_mark_of(tree, where)
    return Problem(path, mark.line, mark.column + fault.error.position if mark.column else 0, fault.error.code, details)
