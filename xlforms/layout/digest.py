"""The fingerprint of a plan: tells whether two workbooks are laid out by the same definition."""

from __future__ import annotations

import hashlib

from xlforms.layout.plan import Plan


def digest_of(plan: Plan) -> str:
    """SHA-256 over the form, its sheets and the type and place of every answer; the first 16 hexadecimal digits.

    Texts and looks are left out: a corrected comma in a caption does not make another form.
    """
    lines = [f"{plan.form}|{plan.version}"]
    for sheet in plan.sheets:
        lines.append(f"{sheet.section}|{sheet.name}|{sheet.checksum}")
        lines += [
            f"{cell.item.name}|{cell.item.type}|{cell.row_key}|{cell.column_key}|{cell.row}|{cell.column}"
            for cell in (*sheet.answers, *sheet.computed)
        ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
