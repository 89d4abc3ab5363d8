"""What is left of a faulty definition when its faulty entries are taken out, so that the rest can be looked at too.

An author wants every mistake at once, but expressions name what the rest defines. So each entry (a field, a column, a
row, a block, a section, a rule) that holds a mistake is left out, and what the others say of it is not held against
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlforms.definitions.faults import Fault
from xlforms.definitions.form import Form
from xlforms.definitions.review import review
from xlforms.definitions.shape import check_shape
from xlforms.definitions.yaml_places import existing_steps
from xlforms.definitions.yaml_source import Location, Mark, MarkedDict, MarkedList
from xlforms.errors import Problem

HARMLESS = frozenset(
    (
        "bound-percent", "bounds-crossed", "caption-repeated", "computed-is-not-asked", "computed-is-not-summed",
        "control-character", "figure-label-repeated", "figure-reserved", "list-entry-long", "list-entry-repeated",
        "open-row-title", "part-empty", "printed-is-not-asked", "roadmap-contact-date", "rule-soft-needs",
        "rule-title-repeated", "section-repeated", "section-reserved", "sheet-name", "sheet-repeated", "sheet-reserved",
    )
)  # fmt: skip
"""Mistakes that change nothing of what the other entries mean."""

_BY_ABSENCE = frozenset(("measures-none", "rows-or-open-rows", "rule-nowhere", "rule-without-answers"))
_OPTIONAL = frozenset(
    ("authority", "basis", "contact", "instructions", "key_figures", "lists", "rules", "signatory", "year")
)
_STAND_INS: dict[str, object] = {"form": "form", "version": "1", "title": "Форма", "code": "Ф"}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_REPEATED = re.compile(r"_[0-9]+$")
_ROUNDS = 30  # an entry in an entry in an entry; each round takes something out


@dataclass(frozen=True)
class SoundPart:
    """The definition without its faulty entries, the tree that it was made of, and every name that went with them.

    `whole` when nothing was taken out.
    """

    form: Form
    tree: MarkedDict
    lost: frozenset[str]
    whole: bool

    def caused(self, code: str, details: dict[str, object]) -> bool:
        """Whether a mistake may be there only because something was taken out."""
        if self.whole:
            return False
        steps = re.split(r"[.\s]+", str(details.get("name", "")))
        return code in _BY_ABSENCE or (
            "unknown" in code and any(step in self.lost or _REPEATED.sub("", step) in self.lost for step in steps)
        )


def sound_part(tree: MarkedDict, form: Form | None, problems: Iterable[Problem]) -> SoundPart | None:
    """The part that `problems` of shape leave; `form` is what the shape gave, None when it gave nothing.

    None when so much is wrong that nothing can be said of the rest.
    """
    wrong = [Mark(problem.line, problem.column) for problem in problems if problem.code != "unknown-key"]
    if not wrong and form is not None:
        return SoundPart(form, tree, frozenset(), whole=True)
    lost: set[str] = set()
    for _ in range(_ROUNDS):
        rest = _without(tree, _locations(tree, wrong), lost)
        if rest is None:
            return None
        tree = rest
        form, found = check_shape(Form, tree, "")
        if form is not None:
            return SoundPart(form, tree, frozenset(lost), whole=False)
        wrong = [Mark(problem.line, problem.column) for problem in found]
    return None


def without_faults(part: SoundPart, faults: Iterable[Fault]) -> SoundPart | None:
    """The part without the entries that hold these faults, and without what is faulty once they are gone."""
    for _ in range(_ROUNDS):
        harmful = [fault for fault in faults if fault[1] not in HARMLESS]
        if not harmful:
            return part
        lost = set[str]()
        tree = _without(part.tree, [location for location, _, _ in harmful], lost)
        # what was named twice is still there once
        lost -= {str(details.get("name")) for _, code, details in harmful if code.endswith("-repeated")}
        smaller = None if tree is None else sound_part(tree, *check_shape(Form, tree, ""))
        if smaller is None:
            return None
        part = SoundPart(smaller.form, smaller.tree, part.lost | lost | smaller.lost, whole=False)
        faults = list(review(part.form))
    return None


def _locations(tree: MarkedDict, marks: Iterable[Mark]) -> list[Location]:
    """Everything in the tree that stands at the places; the root for a place where nothing else does."""
    standing: dict[Mark, list[Location]] = {}
    for location, mark in _all_locations(tree, ()):
        standing.setdefault(mark, []).append(location)
    return [location for mark in dict.fromkeys(marks) for location in standing.get(mark, [()])]


def _all_locations(value: object, here: Location) -> Iterator[tuple[Location, Mark]]:
    """Every location below a value, and where it stands, as `mark_of` says."""
    if isinstance(value, MarkedDict):
        for key, entry in value.items():
            yield (*here, key), value.key_marks[key]
            yield from _all_locations(entry, (*here, key))
    elif isinstance(value, MarkedList):
        for number, (entry, mark) in enumerate(zip(value, value.value_marks, strict=True)):
            yield (*here, number), mark
            yield from _all_locations(entry, (*here, number))


def _without(tree: MarkedDict, places: Iterable[Location], lost: set[str]) -> MarkedDict | None:
    """The tree without the entries that hold the places; their names are added to `lost`. None when one has none."""
    dropped: set[Location] = set()
    stand_ins = False
    for place in places:
        entry = _entry(tree, place)
        if entry:
            dropped.add(entry)
        elif not existing_steps(tree, place) or place[0] in _STAND_INS:
            stand_ins = True
        else:
            return None
    for entry in dropped:
        lost |= _names(entry, _at(tree, entry))
    rest = _copy(tree, (), dropped)
    if not isinstance(rest, MarkedDict) or not (dropped or stand_ins):
        return None
    if stand_ins:
        if all(rest.get(key) == value for key, value in _STAND_INS.items()):
            return None  # they are not what is wrong
        for key, value in _STAND_INS.items():
            rest[key] = value
            rest.key_marks.setdefault(key, rest.mark)
            rest.value_marks.setdefault(key, rest.mark)
    return rest


def _entry(tree: MarkedDict, place: Location) -> Location:
    """The smallest entry around a place that can be left out; empty when there is none.

    An entry is a mapping in a list, whatever stands in a list at the top, or a named list of choices.
    """
    steps = existing_steps(tree, place)
    found: Location = steps[:1] if steps and steps[0] in _OPTIONAL else ()
    for depth in range(2, len(steps) + 1):
        value, inside_list = _at(tree, steps[:depth]), isinstance(steps[depth - 1], int)
        if (inside_list and isinstance(value, MarkedDict)) or (depth == 2 and (inside_list or steps[0] == "lists")):
            found = steps[:depth]
    return found


def _at(tree: object, location: Location) -> object:
    for step in location:
        tree = tree[step]  # type: ignore[index]  # the location exists
    return tree


def _names(location: Location, value: object) -> set[str]:
    """Every text in an entry that may be somebody's name: with a misspelt key nobody knows which one is."""
    if isinstance(value, str):
        return {value} if _ID.fullmatch(value) else set()
    names = {str(location[-1])} if location[:1] == ("lists",) else set[str]()
    entries = value.values() if isinstance(value, MarkedDict) else value if isinstance(value, MarkedList) else ()
    return names.union(*(_names((), entry) for entry in entries))


def _copy(value: object, here: Location, dropped: set[Location]) -> object:
    """The value without what is dropped; what is left keeps its marks."""
    if isinstance(value, MarkedDict):
        rest = MarkedDict(
            (key, _copy(entry, (*here, key), dropped)) for key, entry in value.items() if (*here, key) not in dropped
        )
        rest.mark, rest.key_marks, rest.value_marks = value.mark, dict(value.key_marks), dict(value.value_marks)
        return rest
    if isinstance(value, MarkedList):
        kept = [number for number in range(len(value)) if (*here, number) not in dropped]
        entries = MarkedList(_copy(value[number], (*here, number), dropped) for number in kept)
        entries.mark = value.mark
        entries.value_marks = [value.value_marks[number] for number in kept]
        entries.text_marks = [value.text_marks[number] for number in kept]
        return entries
    return value
