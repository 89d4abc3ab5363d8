"""The blank workbook of every form, kept beside its YAML: `python -m tests.blank_forms` writes them again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.workbook.write import write_workbook


def blank_forms() -> dict[Path, bytes]:
    """What every blank workbook should be, by its path."""
    found = {}
    for source in available_forms():
        content = BytesIO()
        write_workbook(build_plan(load_form(source.path)), content)
        found[source.path.with_suffix(".xlsx")] = content.getvalue()
    return found


if __name__ == "__main__":
    for path, content in blank_forms().items():
        path.write_bytes(content)
        print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
