"""Text from outside, made harmless for programs that run a cell's text as a formula."""

from __future__ import annotations

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def safe_text(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would run it, or already begins with one.

    Spreadsheets show the text without running it; whoever reads the file by program drops one leading apostrophe.
    Source: OWASP, «CSV Injection».
    """
    return "'" + text if text.startswith(_DANGEROUS) else text
