"""Typing as a person types: through the window's own commands, then judged by the cell's rule.

Runs under a Python that has `uno`. The commands `.uno:GoToCell` and `.uno:EnterString` go the way of the keyboard as
far as parsing and protection are concerned, but do not ask the cell's validation (seen in LibreOffice 7.4; only the
input line does). The verdict on the rule is nevertheless LibreOffice's own: «Mark invalid data» runs its validation
over the sheet and puts a circle, anchored to its cell, round each value that breaks a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import uno

from tests.office.cells import value_of
from tests.office.documents import RequestError, properties, sheet_named

# «Mark invalid data» stops here (SC_DET_MAXCIRCLE), and a verdict after that would mean nothing.
_MOST_CIRCLES = 1000
_MESSAGE_BOX = uno.getTypeByName("com.sun.star.awt.XMessageBox")
_CIRCLE = "com.sun.star.drawing.EllipseShape"

# Kind of contents, formula or text, number, number format.
_Contents: TypeAlias = tuple[str, str, float, int]


def type_in(document: Any, dispatcher: Any, attempts: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Type the texts one after another; what is accepted stays, what is refused leaves the cell as it was."""
    window = document.CurrentController
    outcomes = []
    shown = None
    for name, address, _, text in attempts:
        sheet = sheet_named(document, name)
        if not sheet.IsVisible:
            raise RequestError(f"nobody can type on the hidden sheet {name!r}")
        if name != shown:
            window.setActiveSheet(sheet)
            shown = name
        cell = sheet.getCellRangeByName(address)
        before = _contents(cell)
        if not _enter(window.Frame, dispatcher, address, text):
            outcomes.append(_judge(sheet, cell, text, before))
        elif sheet.isProtected() and cell.CellProtection.IsLocked and _contents(cell) == before:
            outcomes.append({"verdict": "refused-locked", "value": value_of(cell), "title": "", "message": ""})
        else:
            raise RequestError(f"LibreOffice does not take {text!r} in {name}!{address}, for a reason unknown here")
    return outcomes


def _enter(frame: Any, dispatcher: Any, address: str, text: str) -> bool:
    """Type; did LibreOffice object with a message box? (It does for a locked cell, not for a broken rule.)"""
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, properties(ToPoint=address))
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, properties(StringName=text))
    # A headless LibreOffice makes its message box but neither shows nor discards it, and the next one then ends the
    # program with «Signal 6» (seen in 7.4): so the boxes have to be taken away.
    toolkit = frame.ContainerWindow.Toolkit
    tops = [toolkit.getTopWindow(index) for index in range(toolkit.getTopWindowCount())]
    boxes = [window for window in tops if _MESSAGE_BOX in window.getTypes()]
    for box in boxes:
        box.dispose()  # and do not ask for its text: that, too, ends the program
    return bool(boxes)


def _judge(sheet: Any, cell: Any, text: str, before: _Contents) -> dict[str, Any]:
    """The outcome by the cell's rule; a refused value is taken back, since the person is not let out with it."""
    if not _breaks_rule(sheet, cell, text):
        return {"verdict": "accepted", "value": value_of(cell), "title": "", "message": ""}
    rule = cell.Validation
    words = {"title": "", "message": ""}
    if rule.ShowErrorMessage:
        words = {"title": rule.ErrorTitle, "message": rule.ErrorMessage}
    if not rule.ShowErrorMessage or rule.ErrorAlertStyle.value != "STOP":
        return {"verdict": "accepted", "value": value_of(cell), **words}
    _restore(cell, before)
    return {"verdict": "refused-validation", "value": value_of(cell), **words}


def _breaks_rule(sheet: Any, cell: Any, text: str) -> bool:
    """Would LibreOffice object to what now stands in the cell?

    The input line differs from «mark invalid data» in two things (ScValidationData::IsDataValid): it lets no formula
    into a cell with a rule, and for a rule of length it counts a number's characters as the input line shows them.
    """
    rule = cell.Validation.Type.value
    if rule == "ANY":
        return False
    if text.startswith("="):
        return True
    if rule != "TEXT_LEN" or cell.Type.value != "VALUE":
        return cell.AbsoluteName in _circled(sheet)
    number = _contents(cell)
    cell.setString(cell.FormulaLocal)
    try:
        return cell.AbsoluteName in _circled(sheet)
    finally:
        _restore(cell, number)


def _circled(sheet: Any) -> set[str]:
    sheet.showInvalid()
    try:
        page = sheet.DrawPage
        if page.Count >= _MOST_CIRCLES:
            raise RequestError(f"too many invalid cells on {sheet.Name!r} to judge one more")
        shapes = [page.getByIndex(index) for index in range(page.Count)]
        return {shape.Anchor.AbsoluteName for shape in shapes if shape.ShapeType == _CIRCLE}
    finally:
        sheet.clearArrows()


def _contents(cell: Any) -> _Contents:
    return cell.Type.value, cell.Formula, cell.Value, cell.NumberFormat


def _restore(cell: Any, before: _Contents) -> None:
    kind, formula, value, number_format = before
    if kind == "VALUE":
        cell.setValue(value)
    elif kind == "TEXT":
        cell.setString(formula.removeprefix("'"))
    else:
        cell.setFormula(formula)
    # Typing a date into a cell of no particular format gives it one.
    cell.NumberFormat = number_format
