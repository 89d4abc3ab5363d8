"""Shares as the note prints them."""

from __future__ import annotations

from xlforms.messages import say
from xlforms.reports.html.shown_numbers import show_share


def share_words(part: int, whole: int) -> str:
    """A share in whole per cent; what is nearly nothing or nearly all is not called 0 or 100 %."""
    if 0 < part < whole and part * 200 < whole:
        return say("note-share-below-one")
    if 0 < part < whole and (whole - part) * 200 <= whole:
        return say("note-share-above-99")
    return show_share(part, whole)
