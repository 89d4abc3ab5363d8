"""A made-up school whose answers to the resource questionnaire agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.edit_rules.truth import Answers
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import find_form

# How many teachers of each row have which years and which category.
_TEACHERS = {
    "primary": {"years_4_10": 2, "years_21_25": 2, "category_first": 3, "category_none": 1},
    "russian": {"years_11_15": 1, "years_26_35": 1, "category_highest": 1, "category_first": 1},
    "foreign_language": {"years_0_3": 1, "category_none": 1},
    "mathematics": {"years_16_20": 1, "years_36_45": 1, "category_highest": 2},
    "history": {"years_21_25": 1, "category_position": 1},
    "physical_education": {"years_4_10": 1, "category_first": 1},
    "other_1": {"years_over_45": 1, "category_position": 1},
}
_TOTALS = {"primary": 4, "russian": 2, "foreign_language": 1, "mathematics": 2, "history": 1,
           "physical_education": 1, "other_1": 1}  # fmt: skip

_ANSWERS: dict[str, str | int | float] = {
    "staff.foreign_language.subject": "немецкого",
    "staff.other_1.subject": "ОБЖ",
    "staff.external_1.subject": "история",
    "staff.external_1.total": 1,
    "staff.external_1.years_21_25": 1,
    "staff.external_1.category_position": 1,
    "specialists.psychologist.count": 1,
    "specialists.psychologist.experience": 7,
    "specialists.psychologist.graduated": "педагогический университет, 2012 год",
    "specialists.social_teacher.count": 0,
    "specialists.defectologist.count": 0,
    "specialists.speech_therapist.count": 0,
    "pupils.total.count": 140,
    "pupils.arrived.count": 4,
    "pupils.police_register.count": 0,
    "pupils.one_parent.count": 30,
    "families.total.count": 100,
    "families.large.count": 20,
    "families.both_higher_education.count": 10,
    "families.one_higher_education.count": 25,
    "building.built.main": 1974,
    "building.overhauled.main": 2008,
    "building.built.annex": 1990,
    "rooms.total.main": 18,
    "rooms.teacher_place.main": 18,
    "rooms.interactive.main": 9,
    "rooms.modern.main": 5,
    "computer_class.kind": "стационарный",
    "computer_class.computers": 11,
    "computer_class.sanitary": "да",
    "computers.total": 40,
    "computers.internet": 30,
    "computers.teaching": 32,
    "computers.teaching_internet": 26,
    "canteen.available": "да",
    "canteen.seats": 60,
    "library.kind": "стационарная",
    "library.reading_room": "да",
    "library.reading_places": 8,
    "library.reading_places_internet": 2,
    "equipment.physics.available": "да",
    "equipment.physics.used": "да",
    "equipment.chemistry.available": "нет",
    "equipment.biology.available": "нет",
    "equipment.geography.available": "нет",
    "factors.1.external": "отдалённость от районного центра",
    "factors.1.internal": "нет учителя физики",
}


def questionnaire() -> LoadedForm:
    """The form."""
    return load_form(find_form("orenburg-resources@2020.1"))


def consistent_answers() -> Answers:
    """Answers that pass all rules of the questionnaire."""
    answers: dict[str, str | int | float] = {}
    for row, counts in [*_TEACHERS.items(), ("all", _everybody(_TEACHERS.values()))]:
        answers |= {f"staff.{row}.{column}": number for column, number in counts.items()}
    answers |= {f"staff.{row}.total": number for row, number in _TOTALS.items()}
    return answers | {"staff.all.total": sum(_TOTALS.values())} | _ANSWERS


def _everybody(rows: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for counts in rows:
        for column, number in counts.items():
            found[column] = found.get(column, 0) + number
    return found
