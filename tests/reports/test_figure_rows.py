"""`key_figures.csv`."""

from __future__ import annotations

import json

from tests.reports.made_up import SMALL_FORM, form_of, made_up_units, returned, submission, summary_of
from xlforms.definitions.units import Unit, Units
from xlforms.reports.output import summary_files

_FIGURES = """
key_figures:
  - {label: Учителей, expression: staff.mathematics.total, unit: чел.}
  - {key_figure: warm, label: "Тёплых, доля", expression: 'building.warm = "да"', better: more}
  - {key_figure: young, label: Доля молодых, expression: staff.mathematics.young / staff.mathematics.total, unit: "%"}
"""
_FORM = form_of(SMALL_FORM + _FIGURES)
_PLACED = made_up_units(4, 2)
_UNITS = Units("units.csv", (*_PLACED, Unit("005", "Школа № 5", "", "", {})))
_FILES = [
    returned(submission(_FORM, "003", {"staff.mathematics.total": 4, "staff.mathematics.young": 1})),
    returned(submission(_FORM, "002", {"staff.mathematics.total": 2, "building.warm": "да"})),
    returned(submission(_FORM, "001", {"staff.mathematics.total": 6, "building.warm": "нет"})),
    returned(submission(_FORM, "005", {"staff.mathematics.total": 0, "staff.mathematics.young": 0})),
]


def test_rows() -> None:
    """The region, municipalities, then units in the order of the register; `n` tells how many units a value covers."""
    files = summary_files(summary_of(_FILES, _UNITS, form=_FORM))
    assert """\
form,key_figure,label,unit_of_measure,municipality,unit,value,n,doubtful
small,figure_1,Учителей,чел.,,,12,4,0
small,figure_1,Учителей,чел.,Район 1,,8,2,0
small,figure_1,Учителей,чел.,Район 2,,4,1,0
small,figure_1,Учителей,чел.,Район 1,001,6,,
small,figure_1,Учителей,чел.,Район 1,002,2,,
small,figure_1,Учителей,чел.,Район 2,003,4,,
small,figure_1,Учителей,чел.,,005,0,,
small,warm,"Тёплых, доля",%,,,0.5,2,0
small,warm,"Тёплых, доля",%,Район 1,,0.5,2,0
small,warm,"Тёплых, доля",%,Район 2,,,0,0
small,warm,"Тёплых, доля",%,Район 1,001,0,,
small,warm,"Тёплых, доля",%,Район 1,002,1,,
small,young,Доля молодых,%,,,0.25,2,0
small,young,Доля молодых,%,Район 1,,,0,0
small,young,Доля молодых,%,Район 2,,0.25,1,0
small,young,Доля молодых,%,Район 2,003,0.25,,
""" == files["key_figures.csv"].decode()


def test_description() -> None:
    """The columns are described with their types."""
    package = json.loads(summary_files(summary_of(_FILES, _UNITS, form=_FORM))["datapackage.json"])
    fields = next(each["schema"]["fields"] for each in package["resources"] if each["path"] == "key_figures.csv")
    assert [
        ("form", "string"), ("key_figure", "string"), ("label", "string"), ("unit_of_measure", "string"),
        ("municipality", "string"), ("unit", "string"), ("value", "number"), ("n", "integer"), ("doubtful", "integer"),
    ] == [(field["name"], field["type"]) for field in fields]  # fmt: skip


def test_form_without_key_figures() -> None:
    """There is no such file, nor is it described."""
    form = form_of(SMALL_FORM)
    files = summary_files(
        summary_of([returned(submission(form, "001", {"staff.mathematics.total": 6}))], _PLACED, form=form)
    )
    assert "key_figures.csv" not in files
    assert b"key_figures" not in files["datapackage.json"]
