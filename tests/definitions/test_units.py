"""The register of units: rows become units, every mistake at once."""

from __future__ import annotations

import pytest

from tests.definitions.forms import lines_and_codes
from xlforms.definitions.units import Unit, units_from_rows
from xlforms.errors import DefinitionError
from xlforms.messages import say

EMPTY = "в реестре нет ни одной организации. Нужны строка заголовков (unit, name, municipality) и строки под ней"
HEADER = ["unit", "name", "municipality"]


def _problems(rows: list[list[str]]) -> list[tuple[int, str]]:
    with pytest.raises(DefinitionError) as caught:
        units_from_rows(rows, "units.csv")
    return lines_and_codes(caught.value.problems)


def _messages(rows: list[list[str]]) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        units_from_rows(rows, "units.csv")
    return [say(problem.code, "ru", **problem.parameters) for problem in caught.value.problems]


def test_units_in_the_order_of_the_file() -> None:
    """Leading zeros stay, spaces at the ends go, further columns are kept, empty rows are passed over."""
    units = units_from_rows(
        [
            [],
            ["\ufeffUnit", " Name ", "MUNICIPALITY", "E-mail", "Директор МОУО", ""],
            ["007", " Школа № 7 ", "Второй район", "s7@example.org", "да"],
            ["", "", ""],
            ["56-001", "Школа\n№  1", "Первый\u00a0район", "", "", ""],
            ["56-002", "Школа № 2", "Второй район"],
        ],
        "units.csv",
    )

    assert [
        Unit("007", "Школа № 7", "Второй район", "s7@example.org", {"Директор МОУО": "да"}),
        Unit("56-001", "Школа № 1", "Первый район", "", {"Директор МОУО": ""}),
        Unit("56-002", "Школа № 2", "Второй район", "", {"Директор МОУО": ""}),
    ] == list(units)
    assert 3 == len(units)
    assert ("Второй район", "Первый район") == units.municipalities
    assert units.units[0] == units.find("007")
    assert units.find("7") is None


@pytest.mark.parametrize(
    "header",
    [
        ["Код", "Наименование", "Муниципалитет", "Почта"],
        ["КОД ОРГАНИЗАЦИИ", "Организация", "Муниципальное  образование", "e-mail"],
        ["код", "школа", "Район", "Электронная почта"],
        ["unit", "Наименование организации", "municipality", "EMAIL"],
    ],
)
def test_russian_headings(header: list[str]) -> None:
    """The words that municipal offices write are understood."""
    units = units_from_rows([header, ["1", "Школа № 1", "Район", "a@example.org"]], "units.csv")

    assert (Unit("1", "Школа № 1", "Район", "a@example.org"),) == units.units


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [],
            [EMPTY],
        ),
        (
            [HEADER],
            [EMPTY],
        ),
        (
            [["unti", "name", "municipality"], ["1", "Школа", "Район"]],
            ["нет графы «unit». Может быть, это «unti»? Исправьте заголовок"],
        ),
        (
            [["Kod", "Муниципалитеты"], ["1", "Район"]],
            [
                "нет графы «unit» (годятся заголовки: unit, код, код организации). В файле есть: Kod, Муниципалитеты",
                "нет графы «name» (годятся заголовки: name, наименование, наименование организации, организация, "
                "школа). В файле есть: Kod, Муниципалитеты",
                "нет графы «municipality». Может быть, это «Муниципалитеты»? Исправьте заголовок",
            ],
        ),
        (
            [["unit", "Код", "name", "", "municipality"], ["1", "2", "Школа", "", "Район"]],
            [
                "у графы № 4 нет заголовка. Назовите её или удалите",
                "графы «unit» и «Код» значат одно и то же. Оставьте одну или переименуйте",
            ],
        ),
    ],
)
def test_mistakes_of_the_heading(rows: list[list[str]], expected: list[str]) -> None:
    """A heading that cannot be understood is explained with what was found."""
    assert expected == _messages(rows)


def test_all_mistakes_of_the_rows_at_once() -> None:
    """Each faulty row is told with its line; the first of two equal codes is named by the second."""
    assert [
        (3, "units-unit-repeated"),
        (4, "units-cell-empty"),
        (4, "units-cell-empty"),
        (5, "units-cell-empty"),
        (6, "units-too-many-cells"),
        (7, "units-control-character"),
        (8, "units-code-long"),
        (9, "units-control-character"),
        (11, "units-one-file-name"),
        (13, "units-one-file-name"),
        (14, "units-municipality-spelling"),
    ] == _problems(
        [
            HEADER,
            ["1", "Школа № 1", "Район"],
            ["1 ", "Школа № 2", "Район"],
            ["", "", "Район"],
            ["3", "Школа № 3"],
            ["4", "Школа № 4", "корпус 2", "Район"],
            ["5\n6", "Школа № 5", "Район"],
            ["7" * 61, "Школа № 6", "Район"],
            ["8", "Школа\x07", "Район"],
            ["a", "Школа № 9", "Район"],
            ["A", "Школа № 10", "Район"],
            ["10/1", "Школа № 11", "Район"],
            ["10:1", "Школа № 12", "Район"],
            ["11", "Школа № 13", "РАЙОН"],
        ]
    )


def test_words_of_a_repeated_unit() -> None:
    """Both lines are named."""
    rows = [HEADER, ["1", "Школа № 1", "Район"], [], ["1", "Школа № 2", "Район"]]
    with pytest.raises(DefinitionError) as caught:
        units_from_rows(rows, "units.csv")
    problem = caught.value.problems[0]

    assert ("units.csv", 4) == (problem.path, problem.line)
    assert "код «1» уже есть в строке 2. У каждой организации должен быть свой код" == say(
        problem.code, "ru", **problem.parameters
    )
