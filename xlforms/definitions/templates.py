"""The forms that come with the toolkit: `form_templates/<id>/<version>.yaml`, and how a person names one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from xlforms.errors import Problem, UsageError

if TYPE_CHECKING:  # finding a form needs neither pydantic nor yaml
    from xlforms.definitions.form import Form
    from xlforms.definitions.yaml_source import MarkedDict

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class FormSource:
    """One version of a form and its file."""

    id: str
    version: str
    path: Path


def template_folder() -> Path:
    """The folder of forms: inside the package when installed from a wheel, beside it in a checkout.

    Raises UsageError when there is none, which means a broken installation.
    """
    for folder in (_PACKAGE / "form_templates", _PACKAGE.parent / "form_templates"):
        if folder.is_dir():
            return folder
    raise UsageError("templates-missing")


def available_forms(folder: Path | None = None) -> list[FormSource]:
    """Every form and version by the names of files, in order of id and then of version (2020.2 before 2020.10)."""
    paths = (template_folder() if folder is None else folder).glob("*/*.yaml")
    sources = [FormSource(path.parent.name, path.stem, path) for path in paths]
    return sorted(sources, key=lambda source: (source.id, version_key(source.version), source.version))


def version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts versions in their natural order: runs of digits compare as numbers, before letters."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", version)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)


def find_form(reference: str, folder: Path | None = None, base: Path | None = None) -> Path:
    """The file of a form: by id (its newest version), by `id@version`, or by the path of a YAML file.

    A relative path starts at `base`, by default the current folder. Raises UsageError, with a near match where there
    is one, when there is no such form, version or file.
    """
    if reference.lower().endswith((".yaml", ".yml")):
        path = (base or Path()) / reference
        if not path.is_file():
            raise UsageError("form-file-missing", name=reference)
        return path
    name, at, version = reference.partition("@")
    forms = available_forms(folder)
    versions = {source.version: source.path for source in forms if source.id == name}
    if not versions:
        known = list(dict.fromkeys(source.id for source in forms))
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        if near:
            raise UsageError("form-unknown-near", name=name, near=near[0])
        raise UsageError("form-unknown", name=name, known=", ".join(known) or "–")
    if not at:
        return list(versions.values())[-1]
    if version not in versions:
        raise UsageError("form-version-unknown", name=name, version=version, known=", ".join(versions))
    return versions[version]


def misplaced(path: Path, form: Form, tree: MarkedDict, folder: Path) -> Iterator[Problem]:
    """In the folder of forms the names of folder and file must say what the form says of itself."""
    if path.resolve().parent.parent != folder.resolve():
        return
    named = (
        ("form", form.form, path.parent.name, "form-misplaced"),
        ("version", form.version, path.stem, "version-misplaced"),
    )
    for key, said, written, code in named:
        if said != written:
            mark = tree.key_marks[key]
            details: dict[str, object] = {"said": said, "written": written}
            yield Problem(str(path), mark.line, mark.column, code, details)
