"""Which registered unit sent a submission: by its code, name and municipality on its title sheet being witnesses.

A code is typed by hand in a blank form, and one wrong digit is another school's code. A number must never be counted
for a school that did not send it, and a form must not be turned away because a name is written in another way. So:

- code and name that point to two registered units: rejected, both are named, and a person decides;
- a municipality that is clearly another, or a name that several others bear: accepted with a finding, a hard one when
  the name is clearly another; such a submission is doubtful and displaces none that is not;
- the rest is accepted: names are compared by the words that tell schools apart (`unit_names.py`), and a name alone that
  the register does not know is no sign of a mistake.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from xlforms.consolidation.received import Received
from xlforms.consolidation.unit_names import (
    Likeness,
    Words,
    compare_municipalities,
    compare_names,
    words_of_municipality,
    words_of_name,
)
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import plain_code


def place_units(received: list[Received], units: Units | None) -> list[Received]:
    """Checks the unit of every submission against the register; a submission of no known unit is rejected.

    A code that lost its leading zeros or got spaces is restored when exactly one registered unit fits, and noted.
    """
    register = _Register(units) if units is not None else None
    return [file if file.submission is None else _placed(file, register) for file in received]


class _Register:
    """The units, found by code and by the words of their names."""

    def __init__(self, units: Units) -> None:
        self.find = units.find
        self.by_plain_code: dict[str, list[Unit]] = defaultdict(list)
        self.by_name: dict[Words, list[Unit]] = defaultdict(list)
        self.municipalities = {words_of_municipality(name) for name in units.municipalities}
        for unit in units:
            self.by_plain_code[plain_code(unit.unit)].append(unit)
            self.by_name[words_of_name(unit.name)].append(unit)


def _placed(file: Received, register: _Register | None) -> Received:
    if not file.unit:
        return file.rejected("unknown-unit", "unit-not-given")
    if register is None:
        return file
    unit = register.find(file.unit)
    if unit is not None:
        return _compared(file, unit, register)
    near = register.by_plain_code.get(plain_code(file.unit), [])
    if len(near) != 1:
        return file.rejected("unknown-unit", "unit-not-registered", unit=file.unit)
    note = StructureNote("unit-respelt", False, "", "", {"written": file.unit, "unit": near[0].unit})
    return _compared(file.noted(note), near[0], register)


def _compared(file: Received, unit: Unit, register: _Register) -> Received:
    """The file of the unit that its code names, as far as name and municipality on the title sheet allow."""
    name = compare_names(words_of_name(file.given_name), words_of_name(unit.name))
    municipality = _compare_municipality(file, unit, register)
    file = replace(file, unit=unit.unit)
    if file.submission is not None and file.submission.unit != unit.unit:
        file = replace(file, submission=replace(file.submission, unit=unit.unit))
    bearers = _bearers(file, register)
    others = [] if unit in bearers else bearers
    details: dict[str, object] = {
        "unit": unit.unit,
        "registered": _shown(unit.name, unit.municipality),
        "given": _shown(file.given_name, file.given_municipality),
    }
    agrees = name is Likeness.SAME and municipality is not Likeness.DIFFERENT
    if len(others) == 1:
        other = f"{others[0].unit} {_shown(others[0].name, others[0].municipality)}"
        if not agrees:
            return file.rejected("unknown-unit", "unit-of-two", **details, other=other)
        return file.noted(StructureNote("unit-perhaps-another", False, "", "", details | {"other": other}))
    foreign = name is Likeness.DIFFERENT and (municipality is Likeness.DIFFERENT or bool(others))
    if not foreign and municipality is not Likeness.DIFFERENT:
        return file
    return replace(file.noted(StructureNote("unit-doubtful", foreign, "", "", details)), doubtful=foreign)


def _compare_municipality(file: Received, unit: Unit, register: _Register) -> Likeness:
    """As the words say; the name of another registered municipality is clearly another."""
    given, own = words_of_municipality(file.given_municipality), words_of_municipality(unit.municipality)
    return (
        Likeness.DIFFERENT if given != own and given in register.municipalities else compare_municipalities(given, own)
    )


def _bearers(file: Received, register: _Register) -> list[Unit]:
    """The registered units whose name is the one given, in the municipality given if there is one."""
    words = words_of_name(file.given_name)
    municipality = words_of_municipality(file.given_municipality)
    return [
        unit
        for unit in (register.by_name.get(words, []) if words else [])
        if not municipality
        or compare_municipalities(municipality, words_of_municipality(unit.municipality)) is Likeness.SAME
    ]


def _shown(name: str, municipality: str) -> str:
    """A unit in words, what is not given left out: «Школа № 1» (Район 1)."""
    parts = [f"«{' '.join(name.split())}»"] if name else []
    return " ".join(parts + ([f"({' '.join(municipality.split())})"] if municipality else []))
