"""Lets nothing that the library refuses pass: every refusal stops generation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter.exceptions import XlsxWriterException

from xlforms.errors import GenerationError


def accept(sheet: str, item: str, function: Callable[..., Any], *arguments: object) -> Any:
    """Calls a function of XlsxWriter on behalf of a sheet and, if any, an item; returns what it returns.

    XlsxWriter drops what it does not like with a warning and a negative return code, for instance a whole validation
    whose prompt is a letter too long. Raises GenerationError on either; the caller has turned warnings into
    exceptions (`warnings.simplefilter("error")`).
    """
    try:
        result = function(*arguments)
    except (UserWarning, XlsxWriterException) as refusal:
        raise GenerationError("workbook-refused", sheet=sheet, item=item, detail=str(refusal)) from refusal
    if isinstance(result, int) and result < 0:
        raise GenerationError("workbook-refused", sheet=sheet, item=item, detail=f"{function.__name__}: {result}")
    return result


def unformatted(text: str) -> str:
    """A text that XlsxWriter does not take for XML.

    A text from «<r>» to «</r>» it writes as it stands, as formatted text, and the workbook may be broken; a space after
    it stops that.
    """
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
