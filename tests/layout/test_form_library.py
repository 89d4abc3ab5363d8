"""The forms that can be met."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import HEAD, whole
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms
from xlforms.errors import DefinitionError
from xlforms.layout.form_library import FormLibrary

_CARD = "- card: c\n  fields: [{field: f, title: Поле, type: integer}]"


def _own(folder: Path, version: str = "1") -> Path:
    path = folder / f"{version}.yaml"
    path.write_text(whole(_CARD).replace(HEAD, HEAD.replace('"1"', f'"{version}"')), encoding="utf-8")
    return path


def test_forms_of_the_toolkit_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are known by name without being read, and read once."""
    loaded: list[Path] = []

    def load(path: Path) -> LoadedForm:
        loaded.append(path)
        return load_form(path)

    monkeypatch.setattr("xlforms.layout.form_library.load_form", load)
    library = FormLibrary()
    names = [(source.id, source.version) for source in available_forms()]
    assert (names, len(names), [], {}) == (list(library), len(library), loaded, library.chosen([]))
    first = library[names[0]]
    assert first is library[names[0]]
    assert (1, names[0][0], []) == (len(loaded), first.form, list(library.chosen([])))


def test_own_forms_are_read_at_once(tmp_path: Path) -> None:
    """Only their content says what they are; versions stand in their natural order."""
    library = FormLibrary([_own(tmp_path, "10"), _own(tmp_path, "9")])
    own = [("trial", "9"), ("trial", "10")]
    assert own == [name for name in library if name[0] == "trial"]
    assert own == list(library.chosen([]))
    assert ["trial", "trial"] == library.given
    assert "trial" in library.ids


def test_forms_are_chosen_by_name_only(tmp_path: Path) -> None:
    """Those given and those named, whatever else was loaded; an id of which no version is named gives its newest."""
    library = FormLibrary([_own(tmp_path, "9")])
    toolkit = [name for name in library if name[0] != "trial"]
    assert library[toolkit[0]].form == toolkit[0][0]
    assert [("trial", "9")] == list(library.chosen([("нет", "1"), ("trial", "77")], ["trial", "нет"]))
    assert [toolkit[-1], ("trial", "9")] == list(library.chosen([], [toolkit[-1][0]]))
    assert [toolkit[-1], ("trial", "9")] == list(library.chosen([toolkit[-1]], [toolkit[-1][0], "trial"]))


def test_unknown_and_mistaken_forms(tmp_path: Path) -> None:
    """A form that is not there is no entry; one with mistakes is told when it is given."""
    with pytest.raises(KeyError):
        FormLibrary()["нет", "1"]
    path = tmp_path / "bad.yaml"
    path.write_text("form: Bad", encoding="utf-8")
    with pytest.raises(DefinitionError):
        FormLibrary([path])
