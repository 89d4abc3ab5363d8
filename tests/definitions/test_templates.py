"""Which forms there are, and how a person names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import lines_and_codes, whole
from xlforms.definitions import templates
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import FormSource, available_forms, find_form, template_folder
from xlforms.errors import DefinitionError, UsageError
from xlforms.messages import say

CARD = "- {card: c, fields: [{field: f, title: Поле, type: year}]}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two forms, one of them in four versions."""
    for name in ("clubs/2020.10", "clubs/2020.2", "clubs/2019.12", "clubs/2020", "staff/1"):
        path = tmp_path / "form_templates" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "form_templates" / "README.md").write_text("", encoding="utf-8")
    return tmp_path / "form_templates"


def test_forms_in_natural_order(folder: Path) -> None:
    """Forms by id, versions as people count: 2020.2 is before 2020.10."""
    assert [
        FormSource("clubs", "2019.12", folder / "clubs/2019.12.yaml"),
        FormSource("clubs", "2020", folder / "clubs/2020.yaml"),
        FormSource("clubs", "2020.2", folder / "clubs/2020.2.yaml"),
        FormSource("clubs", "2020.10", folder / "clubs/2020.10.yaml"),
        FormSource("staff", "1", folder / "staff/1.yaml"),
    ] == available_forms(folder)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("clubs", "clubs/2020.10.yaml"),
        ("clubs@2020.2", "clubs/2020.2.yaml"),
        ("clubs@2020", "clubs/2020.yaml"),
        ("staff", "staff/1.yaml"),
    ],
)
def test_a_form_by_its_name(folder: Path, reference: str, expected: str) -> None:
    """An id means its newest version, an id with a version means that one."""
    assert folder / expected == find_form(reference, folder)


def test_a_form_by_its_path(folder: Path) -> None:
    """A path to a YAML file means the file, from the current folder or from the one given."""
    path = folder / "clubs" / "2020.yaml"

    assert path == find_form(str(path))
    assert path == find_form("clubs/2020.yaml", base=folder)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("clbs", "формы «clbs» нет. Может быть, «clubs»?"),
        ("clbs@2020", "формы «clbs» нет. Может быть, «clubs»?"),
        ("qqqqq", "формы «qqqqq» нет. Есть: clubs, staff. Список с названиями: xlforms forms"),
        ("", "формы «» нет. Есть: clubs, staff. Список с названиями: xlforms forms"),
        ("clubs@2021", "у формы «clubs» нет версии 2021. Есть: 2019.12, 2020, 2020.2, 2020.10"),
        ("clubs@", "у формы «clubs» нет версии . Есть: 2019.12, 2020, 2020.2, 2020.10"),
        ("none.yaml", "файла формы «none.yaml» нет. Проверьте путь"),
    ],
)
def test_unknown_forms(folder: Path, reference: str, expected: str) -> None:
    """What does not exist is refused with what there is, or with what was probably meant."""
    with pytest.raises(UsageError) as caught:
        find_form(reference, folder)

    assert expected == say(caught.value.code, "ru", **caught.value.parameters)


def test_names_of_folder_file_and_form_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of forms a form that calls itself otherwise than its folder and file is a mistake."""
    monkeypatch.setattr(templates, "_PACKAGE", tmp_path / "xlforms")
    path = tmp_path / "form_templates" / "other" / "2.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(whole(CARD), encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_form(path)

    assert [(1, "form-misplaced"), (2, "version-misplaced")] == lines_and_codes(caught.value.problems)


def test_the_folder_inside_an_installed_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel carries the forms inside the package, a checkout beside it; without either nothing can be done."""
    monkeypatch.setattr(templates, "_PACKAGE", tmp_path / "xlforms")
    with pytest.raises(UsageError):
        template_folder()
    (tmp_path / "form_templates").mkdir()
    beside = template_folder()
    (tmp_path / "xlforms" / "form_templates").mkdir(parents=True)

    assert tmp_path / "form_templates" == beside
    assert tmp_path / "xlforms" / "form_templates" == template_folder()


@pytest.mark.parametrize("source", available_forms(), ids=lambda source: f"{source.id}@{source.version}")
def test_every_form_that_comes_with_the_toolkit(source: FormSource) -> None:
    """Every form loads without a problem and is what its folder and file say."""
    form = load_form(source.path).form

    assert (source.id, source.version) == (form.form, form.version)
