"""The language of the command line: `--lang`, else the locale; Russian when the locale says neither."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from typing import cast

from xlforms.messages import Language, say

_current: list[Language] = ["ru"]


def choose_language(arguments: Sequence[str]) -> Language:
    """Settles the language before any help text is made, from the arguments and the environment."""
    _current[0] = _asked(arguments) or _from_locale()
    return _current[0]


def language() -> Language:
    """The language settled."""
    return _current[0]


def tell(code: str, **parameters: object) -> str:
    """A message in the language of the command line."""
    return say(code, _current[0], **parameters)


def _asked(arguments: Sequence[str]) -> Language | None:
    for argument, following in zip(arguments, [*arguments, ""][1:], strict=True):
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and value in ("ru", "en"):
            return cast("Language", value)
    return None


def _from_locale() -> Language:
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((name for name in names if name), "") or locale.getlocale()[0] or ""
    return "en" if name.casefold().startswith("en") else "ru"
