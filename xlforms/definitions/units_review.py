"""Faults between and within the units of a register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlforms.definitions.file_names import safe_file_name

CODE_LIMIT = 60  # characters of a unit's code, as on the title sheet of a form
LineFault = tuple[int, str, str, dict[str, object]]
"""Line, column («unit», «name» or «municipality»), message code and parameters."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def review_units(units: list[tuple[int, str, str, str]]) -> Iterator[LineFault]:
    """Every fault of the units, given as (line, code, name, municipality)."""
    first_lines: dict[str, int] = {}
    first_files: dict[str, tuple[int, str]] = {}
    first_spellings: dict[str, tuple[int, str]] = {}
    for line, code, name, municipality in units:
        for column, value in (("unit", code), ("name", name), ("municipality", municipality)):
            if not value:
                yield line, column, "units-cell-empty", {"column": column}
            if _CONTROL.search(value):
                yield line, column, "units-control-character", {"column": column}
        if len(code) > CODE_LIMIT:
            details: dict[str, object] = {"unit": code[:CODE_LIMIT] + "…", "length": len(code), "limit": CODE_LIMIT}
            yield line, "unit", "units-code-long", details
        if code:
            yield from _code_fault(line, code, first_lines, first_files)
        if municipality:
            known_line, known = first_spellings.setdefault(_folded(municipality), (line, municipality))
            if known != municipality:
                details = {"name": municipality, "known": known, "first": known_line}
                yield line, "municipality", "units-municipality-spelling", details


def _code_fault(
    line: int, code: str, first_lines: dict[str, int], first_files: dict[str, tuple[int, str]]
) -> Iterator[LineFault]:
    if code in first_lines:
        yield line, "unit", "units-unit-repeated", {"unit": code, "first": first_lines[code]}
        return
    first_lines[code] = line
    known_line, known = first_files.setdefault(safe_file_name(code).casefold(), (line, code))
    if known != code:
        yield line, "unit", "units-one-file-name", {"unit": code, "known": known, "first": known_line}


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())
