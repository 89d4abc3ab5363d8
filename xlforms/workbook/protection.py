"""Locks a sheet: a courtesy to the honest, not a guarantee; intake checks everything again."""

from __future__ import annotations

from typing import Any

# Widening a column and heightening a row must stay possible, or long texts cannot be read. Locked cells may be
# selected, to read and copy them; Tab visits only unlocked ones. No password: it buys nothing, and editors of the
# OpenOffice family ask to retype it when they save in another format.
_ALLOWED = {"select_locked_cells": True, "select_unlocked_cells": True, "format_columns": True, "format_rows": True}


def protect(worksheet: Any) -> None:
    """Protects a sheet without a password."""
    worksheet.protect("", _ALLOWED)
