"""The kinds of edit rules: every module of this folder that holds a `KIND`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from xlforms import edit_rules
from xlforms.edit_rules.kind import Kind

_NOT_KINDS = frozenset({"kind", "register"})


def _found() -> dict[str, Kind]:
    names = sorted(module.name for module in iter_modules(edit_rules.__path__) if module.name not in _NOT_KINDS)
    kinds: list[Kind] = [import_module(f"{edit_rules.__name__}.{name}").KIND for name in names]
    return {kind.name: kind for kind in kinds}


KINDS = _found()
