"""The blank workbooks beside the definitions are those that the definitions give today."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from tests.blank_forms import blank_forms
from xlforms.definitions.templates import template_folder


def test_blank_workbooks_are_fresh() -> None:
    """A workbook in form_templates holds, part by part, what its YAML gives; else run `python -m tests.blank_forms`."""
    fresh = {str(path): _parts(content) for path, content in blank_forms().items()}
    kept = {str(path): _parts(path.read_bytes()) for path in template_folder().glob("*/*.xlsx")}
    assert sorted(fresh) == sorted(kept)
    assert [] == [path for path, parts in fresh.items() if parts != kept[path]]


def _parts(content: bytes) -> dict[str, bytes]:
    """The parts unpacked: how well they are packed depends on the machine."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
