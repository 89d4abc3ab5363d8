"""The forms that whole-set tests visit: every version in `form_templates`, and one with an item of every type."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.workbook.forms import plan_of
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

_EVERY_TYPE = "every item type"
_SOURCES = {f"{source.id}@{source.version}": source.path for source in available_forms()}
FORMS = [*_SOURCES, _EVERY_TYPE]


@cache
def plan_named(name: str) -> Plan:
    """The plan of a form of FORMS."""
    if name == _EVERY_TYPE:
        with TemporaryDirectory() as folder:
            return plan_of(Path(folder))
    return build_plan(load_form(_SOURCES[name]))


def issue(name: str, folder: Path) -> tuple[Plan, Path]:
    """The plan of a form of FORMS and its blank workbook, written into a folder."""
    plan = plan_named(name)
    path = folder / "form.xlsx"
    write_workbook(plan, path)
    return plan, path
