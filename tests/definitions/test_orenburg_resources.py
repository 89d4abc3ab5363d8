"""The questionnaire of the Orenburg order holds everything that appendix 2 prints, in its order."""

from __future__ import annotations

import pytest

from xlforms.definitions.items import BlockGrid, items_of
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import find_form


@pytest.fixture(scope="module")
def questionnaire() -> LoadedForm:
    """The first version of the form."""
    return load_form(find_form("orenburg-resources@2020.1"))


def _block(form: LoadedForm, name: str) -> BlockGrid:
    return next(block for section in form.sections for block in section.blocks if block.id == name)


def test_sections_and_blocks_in_printed_order(questionnaire: LoadedForm) -> None:
    """Five sections after the title, with their blocks as printed, and how many cells in each; last, explanations."""
    found = [
        (section.title, section.sheet, [(block.id, len(block.cells)) for block in section.blocks])
        for section in questionnaire.sections[1:]
    ]
    staff = 13 + 13 * 16 + 2 * 17 + 4 * 17 + 4 * 16  # всего; предметы; языки; других; совместители

    assert [
        ("Кадровый состав", "Кадры", [("staff", staff)]),
        ("В школе работают", "Специалисты", [("specialists", 20)]),
        ("Контингент обучающихся", "Контингент", [("pupils", 19), ("families", 17)]),
        (
            "Материально-техническое оснащение",
            "Оснащение",
            [
                ("building", 9),
                ("rooms", 12),
                ("gym", 5),
                ("computer_class", 4),
                ("computers", 4),
                ("technology", 1),
                ("workshops", 16),
                ("canteen", 4),
                ("library", 7),
                ("equipment", 12),
                ("other_equipment", 10),
            ],
        ),
        ("Факторы, влияющие на работу школы", "Факторы", [("factors", 32)]),
        ("Проверка: пояснения к ответам", "Проверка", [("explanations", 6)]),
    ] == found


def test_staff_table_as_printed(questionnaire: LoadedForm) -> None:
    """Rows and columns of the staff table, scan damage repaired."""
    staff = _block(questionnaire, "staff")

    assert [
        "Всего учителей",
        "из них учителей (каждого учителя показать 1 раз*):",
        "начальных классов",
        "русского языка и литературы",
        "родного языка (указать какого)",
        "иностранного языка (указать какого)",
        "математики",
        "физики",
        "химии",
        "географии",
        "биологии",
        "истории и обществознания",
        "информатики и ИКТ",
        "физкультуры",
        "технологии",
        "музыки",
        "ИЗО",
        "других предметов (указать каких) – 1",
        "других предметов (указать каких) – 2",
        "других предметов (указать каких) – 3",
        "других предметов (указать каких) – 4",
        "в том числе внешние совместители по (указать предметы):",
        "внешние совместители – 1",
        "внешние совместители – 2",
        "внешние совместители – 3",
        "внешние совместители – 4",
    ] == [row.caption for row in staff.rows]
    assert [
        ("", "какого, каких предметов"),
        ("", "количество"),
        ("", "внутр. совм. (предмет)*"),
        ("стаж работы", "0-3"),
        ("стаж работы", "4-10"),
        ("стаж работы", "11-15"),
        ("стаж работы", "16-20"),
        ("стаж работы", "21-25"),
        ("стаж работы", "26-35"),
        ("стаж работы", "36-45"),
        ("стаж работы", "свыше 45"),
        ("квалификац. категория", "высшая"),
        ("квалификац. категория", "первая"),
        ("квалификац. категория", "соответствие занимаемой должности"),
        ("квалификац. категория", "без категории"),
        ("последние курсы повышения квалификации", "проблема кратко"),
        ("последние курсы повышения квалификации", "год"),
    ] == [(column.group_caption, column.caption) for column in staff.columns]
    assert [
        "native_language",
        "foreign_language",
        *(f"other_{n}" for n in range(1, 5)),
        *(f"external_{n}" for n in range(1, 5)),
    ] == [row for row, column in staff.cells if column == "subject"]


def test_shares_are_computed(questionnaire: LoadedForm) -> None:
    """The % columns are computed from the counts, and the printed X of the two totals is a closed cell."""
    shares = {
        block: [
            (row, item.computed)
            for (row, column), item in _block(questionnaire, block).cells.items()
            if column == "share"
        ]
        for block in ("pupils", "families")
    }

    assert [("arrived", "count / pupils.total.count"), 9] == [shares["pupils"][0], len(shares["pupils"])]
    assert [("large", "count / families.total.count"), 8] == [shares["families"][0], len(shares["families"])]
    assert {"count / pupils.total.count"} == {computed for _, computed in shares["pupils"]}
    assert {"count / families.total.count"} == {computed for _, computed in shares["families"]}


def test_every_number_has_two_sensible_bounds(questionnaire: LoadedForm) -> None:
    """No number is left at the bounds of its type, which are far too wide for a school; no year is after the order."""
    wide = [
        item.name
        for item in items_of(questionnaire.sections)
        if item.nature == "number"
        and item.type != "percent"
        and not (item.maximum is not None and float(item.maximum) <= 200_000)
    ]
    late = [item.name for item in items_of(questionnaire.sections) if item.type == "year" and item.maximum != 2020]

    assert ([], []) == (wide, late)


def test_what_the_summary_cannot_do_without(questionnaire: LoadedForm) -> None:
    """Exactly these answers are required of every school."""
    assert [
        "unit.code",
        "unit.name",
        "unit.municipality",
        "contact.person",
        "contact.position",
        "contact.date",
        "staff.all.total",
        "specialists.psychologist.count",
        "specialists.social_teacher.count",
        "specialists.defectologist.count",
        "specialists.speech_therapist.count",
        "pupils.total.count",
        "families.total.count",
        "building.built.main",
        "rooms.total.main",
        "gym.kind",
        "computer_class.kind",
        "computers.total",
        "computers.internet",
        "canteen.available",
        "library.kind",
        "equipment.physics.available",
        "equipment.chemistry.available",
        "equipment.biology.available",
        "equipment.geography.available",
    ] == [item.name for item in items_of(questionnaire.sections) if item.required]


def test_five_lines_of_instructions(questionnaire: LoadedForm) -> None:
    """The title sheet says what to do in five lines, none too long to be read."""
    assert 5 == len(questionnaire.form.instructions)
    assert [] == [line for line in questionnaire.form.instructions if len(line) > 140]
