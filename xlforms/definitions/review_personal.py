"""Computed items that would let out personal answers: the results of computed items are published.

A computed item over a personal one is refused unless it is personal itself. It is not made personal silently: its
column would vanish from the summary and nobody would know why. One look at what each expression names is enough, since
what is computed of others has been looked at too.
"""

from __future__ import annotations

from xlforms.definitions.items import SectionGrid, items_of
from xlforms.definitions.names import Names
from xlforms.definitions.written_places import places_of
from xlforms.definitions.yaml_source import Mark, MarkedDict
from xlforms.errors import ExpressionError, Problem
from xlforms.expressions.nodes import references
from xlforms.expressions.parse import parse


def review_personal(tree: MarkedDict, sections: tuple[SectionGrid, ...], path: str) -> list[Problem]:
    """One problem for each place of such an expression; what cannot be read is told by `review_expressions`."""
    names, found = Names(sections), dict[Mark, Problem]()
    for item in items_of(sections):
        if not item.computed or item.personal:
            continue
        try:
            named = references(parse(item.computed))
        except ExpressionError:
            continue
        personal = [source.name for name in named for source in names.find(name.path, item) if source.personal]
        if not personal:
            continue
        details: dict[str, object] = {"item": item.name, "personal": personal[0], "text": item.computed}
        for mark in places_of(tree, item.block, "computed", item.computed):
            found.setdefault(mark, Problem(path, mark.line, mark.column, "computed-of-personal", details))
    return list(found.values())
