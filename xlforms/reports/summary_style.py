"""How summary.xlsx looks: the palette of the forms, one look for each use. Printed in grey it still reads.

Colour means that something is wrong, nothing else; what is marked red has an asterisk or a word beside it. The sheets
about roadmaps have a colour for each state of a measure, with its sign or word.
"""

from __future__ import annotations

from typing import Any, Literal

from xlforms.consolidation.measure_states import MeasureState
from xlforms.layout.plan import FixedCell
from xlforms.reports.state_looks import STATE_LOOKS
from xlforms.workbook.formats import HEADER, INK, LINE, MUTED, Formats, Look

RED, PALE_RED, PALE, GREY = "#B42318", "#FBE9E7", "#F6F8FA", "#E9EDF1"
Mark = Literal["", "star", "wrong", "absent"]
StateCell = Literal["mark", "count", "header"]

_BASE: Look = {"font_color": INK, "valign": "vcenter"}
_CELL: Look = {**_BASE, "border": 1, "border_color": LINE}
_LEFT: Look = {"align": "left", "indent": 1, "text_wrap": True, "num_format": "@"}
_CENTRE: Look = {"align": "center", "text_wrap": True}
_JOINED: Look = {"bottom": 0}  # to the row below
_HEADER: Look = {**_CELL, **_CENTRE, "font_size": 9, "bold": True, "bg_color": HEADER}
_ROW: Look = {**_CELL, "font_size": 9, "valign": "top"}

_LOOKS: dict[str, Look] = {
    "title": {**_BASE, "font_size": 16, "bold": True, "text_wrap": True, "align": "left"},
    "headline": {**_BASE, "font_size": 12, "bold": True, "text_wrap": True, "align": "left"},
    "subtitle": {**_BASE, "font_color": MUTED, "text_wrap": True, "align": "left"},
    "sheet_title": {**_BASE, "font_size": 14, "bold": True, "text_wrap": True, "align": "left"},
    "hint": {**_BASE, "font_size": 9, "font_color": MUTED, "text_wrap": True, "align": "left", "valign": "top"},
    "title_line": {**_BASE, "font_size": 14, "bold": True, "align": "left"},
    "heading": {**_BASE, "font_size": 12, "bold": True, "text_wrap": True, "align": "left", "bottom": 2,
                "bottom_color": INK},
    "step": {**_BASE, "text_wrap": True, "align": "left", "valign": "top", "indent": 1},
    "link": {**_BASE, "underline": 1, "align": "left", "indent": 1},
    "block": {**_BASE, "font_size": 12, "bold": True, "font_color": "#FFFFFF", "bg_color": INK, "align": "left",
              "indent": 1},
    "block_count": {**_BASE, "bold": True, "font_color": "#FFFFFF", "bg_color": INK, "align": "right", "indent": 1},
    "header": _HEADER,
    "header_left": {**_HEADER, "align": "left", "indent": 1},
    "section": {**_HEADER, "align": "left", "indent": 1, "font_size": 10, "font_color": "#FFFFFF", "bg_color": INK,
                "border_color": "#FFFFFF"},
    "machine": {**_CELL, "font_size": 8, "font_color": MUTED, "bg_color": PALE, "align": "left", "valign": "top",
                "text_wrap": True, "num_format": "@"},
    "label": {**_CELL, **_LEFT},
    "label_bold": {**_CELL, **_LEFT, "bold": True, "bg_color": HEADER},
    "count": {**_CELL, "align": "center", "num_format": "#,##0"},
    "count_bold": {**_CELL, "align": "center", "num_format": "#,##0", "bold": True, "bg_color": HEADER},
    "count_wrong": {**_CELL, "align": "center", "num_format": "#,##0", "bold": True, "font_color": RED},
    "share": {**_CELL, "align": "center", "num_format": "0%"},
    "share_bold": {**_CELL, "align": "center", "num_format": "0%", "bold": True, "bg_color": HEADER},
    "units": {**_CELL, **_CENTRE, "font_size": 9, "font_color": MUTED},
    "units_joined": {**_CELL, **_CENTRE, "font_size": 9, "font_color": MUTED, **_JOINED},
    "covered": {**_CELL, "top": 0, "align": "center", "valign": "top", "font_size": 8, "font_color": MUTED},
    "hidden": {**_CELL, "align": "center", "font_color": LINE},
    "hidden_joined": {**_CELL, "align": "center", "font_color": LINE, **_JOINED},
    "note": {**_BASE, "font_size": 8, "font_color": RED, "text_wrap": True, "align": "left", "valign": "top"},
    "text_count": {**_CELL, **_CENTRE, "font_size": 9},
    "row_text": {**_ROW, **_LEFT},
    "row_link": {**_ROW, **_LEFT, "underline": 1},
    "row_arrow": {**_ROW, **_CENTRE, "bold": True},
    "row_centre": {**_ROW, **_CENTRE, "num_format": "@"},
    "row_count": {**_ROW, "align": "center", "num_format": "#,##0"},
    "row_share": {**_ROW, "align": "center", "num_format": "0%"},
    "row_percent": {**_ROW, "align": "center", "num_format": "0.0%"},
    "row_decimal": {**_ROW, "align": "center", "num_format": "#,##0.0##"},
    "row_date": {**_ROW, "align": "center", "num_format": "dd.mm.yyyy"},
    "row_moment": {**_ROW, "align": "center", "num_format": "dd.mm.yyyy hh:mm"},
    "row_wrong": {**_ROW, **_CENTRE, "bold": True, "font_color": RED},
    "row_text_link": {**_ROW, **_LEFT, "underline": 1},
    "row_centre_link": {**_ROW, **_CENTRE, "num_format": "@", "underline": 1},
    "row_count_link": {**_ROW, "align": "center", "num_format": "#,##0", "underline": 1},
    "row_absent": {**_ROW, "bg_color": GREY},
    "row_label_bold": {**_ROW, **_LEFT, "bold": True, "bg_color": HEADER},
    "row_centre_bold": {**_ROW, **_CENTRE, "bold": True, "bg_color": HEADER},
    "row_count_bold": {**_ROW, "align": "center", "num_format": "#,##0", "bold": True, "bg_color": HEADER},
    "row_share_bold": {**_ROW, "align": "center", "num_format": "0%", "bold": True, "bg_color": HEADER},
    "cell_share": {**_CELL, "font_size": 9, "align": "center", "num_format": "0%"},
    "cell_nought": {**_CELL, "font_size": 9, "align": "center", "num_format": "0", "font_color": LINE},
    "header_up": {**_HEADER, "rotation": 90, "valign": "bottom"},
    "row_absent_word": {**_ROW, **_CENTRE, "bold": True, "font_color": RED, "bg_color": GREY},
}  # fmt: skip
_TYPES: dict[str, Look] = {
    "integer": {"align": "center", "num_format": "#,##0"},
    "decimal": {"align": "right", "indent": 1, "num_format": "#,##0.0####"},
    "percent": {"align": "center", "num_format": "0.0%"},
    "money": {"align": "right", "indent": 1, "num_format": "#,##0.00"},
    "year": {"align": "center", "num_format": "0"},
    "date": {"align": "center", "num_format": "dd.mm.yyyy"},
    "choice": {**_CENTRE, "num_format": "@"},
    "yes_no": {**_CENTRE, "num_format": "@"},
}
_MARKS: dict[str, Look] = {
    "": {},
    "star": {"font_color": RED},
    "wrong": {"font_color": RED, "bg_color": PALE_RED},
    "absent": {"bg_color": GREY},
}


class SummaryStyles:
    """The styles of one workbook as the numbers that cells carry, each made when first asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats = Formats(book)
        self._made: dict[tuple[object, ...], int] = {}

    def look(self, name: str) -> int:
        """One of the named looks."""
        return self._once(("look", name), _LOOKS[name])

    def answer(self, kind: str, mark: Mark = "") -> int:
        """An answer of an item type in the list of all schools."""
        return self._once(("answer", kind, mark), {**_ROW, **_TYPES.get(kind, _LEFT), **_MARKS[mark]})

    def total(self, kind: str, *, star: bool, joined: bool = False) -> int:
        """A number of the totals; with a star when answers were left out. The star is part of the number's format.

        One that is `joined` has no border to the row below, which says how many units it covers.
        """
        look = {**_CELL, **_TYPES[kind], "align": "center", "indent": 0, **(_JOINED if joined else {})}
        if star:
            look |= {"font_color": RED, "num_format": f'{look["num_format"]}"*"'}
        return self._once(("total", kind, star, joined), look)

    def total_text(self, kind: str, *, star: bool, joined: bool = False) -> int:
        """Anything of the totals that is a text: a span of years, counts of choices."""
        look = {**_CELL, **_CENTRE, "font_size": 9, "num_format": "@", **(_JOINED if joined else {})}
        return self._once(("total_text", kind, star, joined), look | ({"font_color": RED} if star else {}))

    def state(self, state: MeasureState, kind: StateCell) -> int:
        """The state of a measure: its sign, how many have it, or the upright heading of such numbers."""
        known = STATE_LOOKS[state]
        base = _LOOKS["header_up"] if kind == "header" else {**_CELL, "font_size": 9, "align": "center"}
        look = {**base, "font_color": known.ink, "bg_color": known.fill, "bold": kind == "header" or state == "overdue"}
        return self._once(("state", state, kind), look)

    def median(self, kind: str) -> int:
        """The middle of many answers of an item type."""
        return self._once(("median", kind), {**_ROW, **_TYPES[kind], "bold": True, "bg_color": HEADER})

    def fixed(self, cell: FixedCell) -> int:
        """A text that the form itself prints, looking just as in the form."""
        key = ("fixed", cell.role, cell.level)
        if key not in self._made:
            self._made[key] = self._formats.fixed(cell, top=False)._get_xf_index()
        return self._made[key]

    def _once(self, key: tuple[object, ...], look: Look) -> int:
        if key not in self._made:
            self._made[key] = self._book.add_format(look)._get_xf_index()
        return self._made[key]
