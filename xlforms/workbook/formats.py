"""How everything looks: the palette, one look for each role and each item type. Printed in grey it still reads."""

from __future__ import annotations

from typing import Any

from xlforms.layout.plan import FixedCell

INK, MUTED, LINE, HEADER = "#1F2A37", "#5B6775", "#AEB8C2", "#E6ECF2"
RED, AMBER, GREEN = "#B42318", "#8A4B00", "#18794E"
RED_FILL, AMBER_FILL = "#F9D2CC", "#FDCB8B"
INPUT, REQUIRED, COMPUTED, WHITE = "#FFF9DB", "#FFEDA6", "#F0F2F4", "#FFFFFF"
ANSWER_HEADER, SUBHEADING = "#F4E3A1", "#F5F7FA"

LINK = "#1F4E8C"

Look = dict[str, Any]

# Built-in formats by number, which every program knows (ECMA-376, 18.8.30): @  #,##0  #,##0.00  0  0%
_AS_TEXT, _WHOLE, _MONEY, _PLAIN, _PERCENT = 49, 3, 4, 1, 9

# The font of the style «Normal»: column widths are counted in its digits, 7 pixels each, as in Calibri 11. Where
# Calibri is missing its stand-in may be wider: LibreOffice 7.4 then shrank every page by a quarter.
DEFAULT_FONT: Look = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
_BASE: Look = {"font_color": INK, "valign": "vcenter"}
_TEXT: Look = {"text_wrap": True, "align": "left"}
_CELL: Look = {"border": 1, "border_color": LINE}
_SMALL: Look = {"font_size": 9, "font_color": MUTED}
_CENTRED: Look = {"align": "center"}
_SAMPLE: Look = {**_CELL}

_ROLES: dict[str, Look] = {
    "authority": {**_TEXT, **_CENTRED},
    "form_title": {**_TEXT, **_CENTRED, "font_size": 16, "bold": True},
    "form_line": {**_TEXT, **_SMALL, **_CENTRED},
    "basis": {**_TEXT, **_SMALL, **_CENTRED},
    "fact_label": {**_TEXT, **_CELL, "indent": 1},
    "fact": {**_TEXT, **_CELL, "indent": 1, "bold": True},
    "sheet_title": {**_TEXT, "font_size": 14, "bold": True},
    "code_line": {**_TEXT, **_SMALL},
    "hint": {**_TEXT, **_SMALL, "valign": "top"},
    "block_title": {**_TEXT, "font_size": 11, "bold": True},
    "header": {**_TEXT, **_CELL, **_CENTRED, "font_size": 9, "bold": True, "bg_color": HEADER},
    "answer_header": {**_TEXT, **_CELL, **_CENTRED, "font_size": 9, "bold": True, "bg_color": ANSWER_HEADER},
    "column_number": {**_CELL, **_CENTRED, "font_size": 8, "font_color": MUTED, "bg_color": HEADER},
    "row_code": {**_CELL, **_CENTRED, **_SMALL, "num_format": _AS_TEXT},
    "label": {**_TEXT, **_CELL, "indent": 1},
    "heading": {**_TEXT, **_CELL, "bold": True, "indent": 1, "bg_color": HEADER},
    "subheading": {**_TEXT, **_CELL, "bold": True, "indent": 1, "bg_color": SUBHEADING},
    "printed": {**_TEXT, **_CELL, "font_size": 9, "indent": 1, "num_format": _AS_TEXT},
    "printed_unit": {**_TEXT, **_CELL, **_CENTRED, "font_size": 9, "num_format": _AS_TEXT},
    "printed_answer": {**_TEXT, **_CELL, "indent": 1, "num_format": _AS_TEXT},
    "closed": {**_CELL, **_CENTRED, "font_color": LINE},
    "footnote": {**_TEXT, **_SMALL, "valign": "top"},
    "instruction": {**_TEXT, "valign": "top"},
    "legend_input": {**_SAMPLE, "bg_color": INPUT},
    "legend_required": {**_SAMPLE, "bg_color": REQUIRED},
    "legend_computed": {**_SAMPLE, "bg_color": COMPUTED},
    "legend_fixed": _SAMPLE,
    "legend_text": {**_TEXT, "font_size": 9, "indent": 1},
    "count_header": {**_TEXT, **_CELL, **_CENTRED, "font_size": 9, "bold": True, "bg_color": HEADER},
    "count_label": {**_TEXT, **_CELL, "indent": 1},
    "total_label": {**_TEXT, **_CELL, "indent": 1, "bold": True, "bg_color": COMPUTED},
    "signature": {**_TEXT, "valign": "bottom"},
    "signature_line": {"bottom": 1, "bottom_color": INK},
    "signature_caption": {**_CENTRED, "font_size": 8, "font_color": MUTED, "valign": "top"},
    "stamp": {**_CENTRED, **_SMALL, "valign": "bottom"},
    "aside_header": {**_TEXT, **_SMALL, "valign": "bottom", "indent": 1, "bottom": 1, "bottom_color": LINE},
    "register_number": {**_CELL, **_CENTRED, **_SMALL, "font_size": 8, "num_format": _AS_TEXT},
    "register_kind": {**_CELL, **_CENTRED, "font_size": 8},
}
_CHECKS: dict[str, Look] = {
    "verdict": {**_TEXT, "font_size": 8, "indent": 1},
    "gathered": {**_TEXT, "font_size": 8, "indent": 1, "valign": "top"},
    "register": {**_TEXT, **_CELL, "font_size": 8, "indent": 1},
    "register_link": {**_TEXT, **_CELL, "font_size": 8, "indent": 1, "font_color": LINK, "underline": 1},
    "question": {**_TEXT, **_CELL, "font_size": 9, "indent": 1},
    "list": {**_TEXT, "font_size": 9, "indent": 1},
    "list_number": {**_CENTRED, **_SMALL},
    "list_kind": {**_CENTRED, "font_size": 9},
    "list_link": {**_TEXT, "font_size": 9, "indent": 1, "font_color": LINK, "underline": 1},
    "hidden": {"font_size": 8, "font_color": MUTED},
}
# Fonts and fills of conditional formats: colour repeats what the words say.
_COLOURS: dict[str, Look] = {
    "error": {"font_color": RED},
    "question": {"font_color": AMBER},
    "passed": {"font_color": GREEN},
    "error_cell": {"font_color": RED, "bg_color": RED_FILL},
    "wrong_cell": {"font_color": RED, "bg_color": RED_FILL},
    "question_cell": {"font_color": AMBER, "bg_color": AMBER_FILL},
    "needed_cell": {"bg_color": REQUIRED},
    "ready": {"font_color": GREEN},
    "line": {"bottom": 1, "bottom_color": LINE},
    "error_line": {"font_color": RED, "bottom": 1, "bottom_color": LINE},
    "question_line": {"font_color": AMBER, "bottom": 1, "bottom_color": LINE},
}

_COUNT: Look = {"align": "center", "num_format": _WHOLE}
_LEFT: Look = {**_TEXT, "indent": 1, "num_format": _AS_TEXT}  # «=нет», «+7914» stay texts
_CHOICE: Look = {"align": "center", "num_format": _AS_TEXT, "text_wrap": True}
# Every cell has a format of its own, never General: there «1.5» turns the cell into a date for good.
_TYPES: dict[str, Look] = {
    "integer": _COUNT,
    "decimal": {"align": "right", "indent": 1, "num_format": "#,##0.0##"},
    "percent": {"align": "center", "num_format": "0.0%"},
    "money": {"align": "right", "indent": 1, "num_format": _MONEY},
    "year": {"align": "center", "num_format": _PLAIN},
    "date": {"align": "center", "num_format": "dd.mm.yyyy"},
    "text": _LEFT,
    "long_text": _LEFT,
    "choice": _CHOICE,
    "yes_no": _CHOICE,
    "email": _LEFT,
    "phone": _LEFT,
}
_FILLS: dict[str, Look] = {
    "input": {"locked": False, "bg_color": INPUT},
    "required": {"locked": False, "bg_color": REQUIRED},
    "computed": {"bg_color": COMPUTED},
    "prefilled": {"bold": True},
}
_COUNTS: dict[str, Look] = {
    "number": {**_CELL, **_COUNT},
    "share": {**_CELL, "align": "center", "num_format": _PERCENT},
    "total": {**_CELL, **_COUNT, "bold": True, "bg_color": COMPUTED},
    "total_share": {**_CELL, "align": "center", "num_format": _PERCENT, "bold": True, "bg_color": COMPUTED},
    "state": {**_TEXT, **_CELL, "bold": True, "indent": 1, "bg_color": COMPUTED},
}
_KEY: Look = {"font_size": 8, "font_color": MUTED, "num_format": _AS_TEXT}


class Formats:
    """The formats of one workbook, each made when first asked for and only once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Any] = {}

    def fixed(self, cell: FixedCell, *, top: bool) -> Any:
        """A text of the form; `top` aligns it with a long answer of its row."""
        key = (cell.role, cell.level, top)
        if key not in self._made:
            look = {**_BASE, **_ROLES[cell.role]}
            if cell.level:
                look["indent"] = look.get("indent", 0) + 2 * cell.level
            self._made[key] = self._add({**look, "valign": "top"} if top else look)
        return self._made[key]

    def answer(self, kind: str, fill: str, *, top: bool, on_card: bool) -> Any:
        """The cell of an answer of an item type; `fill` is input, required, computed or prefilled.

        The answers of a card stand in one wide column: they begin at one edge, whatever their type.
        """
        key = (kind, fill, top, on_card)
        if key not in self._made:
            look = {**_BASE, **_CELL, **_TYPES[kind], **_FILLS[fill]}
            look |= {"valign": "top"} if top else {}
            look |= {"align": "left", "indent": 1} if on_card else {}
            self._made[key] = self._add(look)
        return self._made[key]

    def count(self, kind: str) -> Any:
        """A counter of the title sheet: number, share, total, total_share or state."""
        return self._once(("count", kind), {**_BASE, **_COUNTS[kind]})

    def check(self, kind: str) -> Any:
        """A cell of verdicts: beside a row, in the list, in the register, among the questions, or hidden."""
        return self._once(("check", kind), {**_BASE, **_CHECKS[kind]})

    def colour(self, kind: str) -> Any:
        """What a conditional format does to a cell: see `_COLOURS`."""
        return self._once(("colour", kind), _COLOURS[kind])

    def key(self) -> Any:
        """The hidden anchors."""
        return self._once(("key",), _KEY)

    def _once(self, key: tuple[object, ...], look: Look) -> Any:
        if key not in self._made:
            self._made[key] = self._add(look)
        return self._made[key]

    def _add(self, look: Look) -> Any:
        return self._book.add_format(look)
