"""One mistake for each rule of the resource questionnaire, made in the answers of a consistent school."""

from __future__ import annotations

from xlforms.intake.values import Value

# rule: what is entered instead, the item of the finding, and what is said.
MISTAKES: dict[str, tuple[dict[str, Value | None], str, str]] = {
    "staff_number": (
        {"staff.native_language.subject": "казахского"},
        "staff.native_language.total",
        "строка начата, а количество не указано. Укажите количество учителей или очистите строку.",
    ),
    "staff_subject": (
        {"staff.other_1.subject": None},
        "staff.other_1.subject",
        "количество указано (1), а какого предмета – нет. Назовите язык или предмет.",
    ),
    "staff_experience": (
        {"staff.external_1.total": 2, "staff.external_1.category_first": 1},
        "staff.external_1.total",
        "по стажу указано 1, а всего 2. Проверьте количество или стаж.",
    ),
    "staff_category": (
        {"staff.external_1.total": 2, "staff.external_1.years_4_10": 1},
        "staff.external_1.total",
        "по категориям указано 1, а всего 2. Проверьте количество или категории.",
    ),
    "staff_all": (
        {"staff.music.total": 1},
        "staff.all.total",
        "в строках предметов вместе 13, а в строке «Всего учителей» – 12. "
        "Покажите каждого учителя один раз, в строке его основного предмета.",
    ),
    "staff_external": (
        {"staff.external_2.subject": "физика", "staff.external_2.total": 12},
        "staff.external_1.total",
        "внешних совместителей 13, а учителей вместе с ними – 12. "
        "Внешние совместители входят в общее число учителей.",
    ),
    "specialists_experience": (
        {"specialists.psychologist.experience": None},
        "specialists.psychologist.experience",
        "специалистов 1, а стаж не указан. Укажите стаж: полных лет, в среднем на одного.",
    ),
    "specialists_education": (
        {"specialists.psychologist.graduated": None},
        "specialists.psychologist.graduated",
        "специалистов 1, а образование не указано. Укажите, что и когда окончил специалист.",
    ),
    "pupils_groups": (
        {"pupils.disabled.count": 141},
        "pupils.disabled.count",
        "указано 141, а всего обучающихся 140. Проверьте оба числа.",
    ),
    "families_groups": (
        {"families.low_income.count": 101},
        "families.low_income.count",
        "указано 101, а всего семей 100. Проверьте оба числа.",
    ),
    "families_education": (
        {"families.both_higher_education.count": 76},
        "families.both_higher_education.count",
        "семей с высшим образованием обоих или одного из родителей вместе 101, а всего семей 100. "
        "Семью, где высшее образование у обоих, покажите только в строке 2.7.",
    ),
    "families_pupils": (
        {"families.total.count": 141},
        "families.total.count",
        "семей 141, а обучающихся 140. Семью, из которой учатся несколько детей, считайте один раз.",
    ),
    "building_years": (
        {"building.overhauled.main": 1973},
        "building.overhauled.main",
        "«1.1. год постройки» – 1974, это позже, чем «1.2. год капитального ремонта» – 1973. "
        "Проверьте годы постройки и капитального ремонта.",
    ),
    "rooms_teacher_place": (
        {"rooms.teacher_place.main": 19},
        "rooms.teacher_place.main",
        "кабинетов с рабочим местом учителя 19, а всего кабинетов 18. Проверьте оба числа.",
    ),
    "rooms_interactive": (
        {"rooms.interactive.main": 19},
        "rooms.interactive.main",
        "кабинетов с интерактивными средствами 19, а всего кабинетов 18. Проверьте оба числа.",
    ),
    "rooms_modern": (
        {"rooms.modern.main": 19},
        "rooms.modern.main",
        "кабинетов, оснащённых по современным требованиям, 19, а всего кабинетов 18. Проверьте оба числа.",
    ),
    "computers_class": (
        {"computer_class.computers": 41},
        "computer_class.computers",
        "в компьютерном классе компьютеров 41, а во всей школе 40. Проверьте строки 4.1 и 5.",
    ),
    "computers_internet": (
        {"computers.internet": 41},
        "computers.internet",
        "с доступом в Интернет компьютеров 41, а всего 40. Проверьте строки 5 и 5.1.",
    ),
    "computers_teaching": (
        {"computers.teaching": 41},
        "computers.teaching",
        "в учебном процессе компьютеров 41, а всего 40. Проверьте строки 5 и 5.2.",
    ),
    "computers_teaching_part": (
        {"computers.teaching": 25},
        "computers.teaching_internet",
        "с доступом в Интернет из учебных компьютеров 26, а учебных всего 25. Проверьте строки 5.2 и 5.3.",
    ),
    "computers_internet_part": (
        {"computers.internet": 25},
        "computers.teaching_internet",
        "учебных компьютеров с доступом в Интернет 26, а всех с доступом 25. Проверьте строки 5.1 и 5.3.",
    ),
    "canteen_seats": (
        {"canteen.seats": None},
        "canteen.seats",
        "столовая есть, а число мест в обеденном зале: не указано. Укажите число мест или выберите «нет».",
    ),
    "canteen_none": (
        {"canteen.available": "нет"},
        "canteen.seats",
        "столовой нет, а мест в обеденном зале указано 60. Уберите число мест или выберите «да».",
    ),
    "reading_room_places": (
        {"library.reading_places": 0, "library.reading_places_internet": 0},
        "library.reading_places",
        "читальный зал есть, а число рабочих мест в нём: 0. Укажите число мест или выберите «нет».",
    ),
    "reading_room_none": (
        {"library.reading_room": "нет"},
        "library.reading_places",
        "читального зала нет, а рабочих мест в нём указано 8. Уберите число мест или выберите «да».",
    ),
    "reading_room_internet": (
        {"library.reading_places_internet": 9},
        "library.reading_places_internet",
        "мест с доступом в Интернет 9, а всего мест в читальном зале 8. Проверьте строки 8.1.1 и 8.1.2.",
    ),
    "equipment_used": (
        {"equipment.biology.used": "да"},
        "equipment.biology.available",
        "комплект используется, а в графе «наличие» стоит «нет». Проверьте обе графы.",
    ),
    "factors_external": (
        {"factors.1.external": None},
        "factors.1.external",
        "не назван ни один внешний фактор. Назовите не меньше одного внешнего фактора.",
    ),
    "factors_internal": (
        {"factors.1.internal": None},
        "factors.1.internal",
        "не назван ни один внутренний фактор. Назовите не меньше одного внутреннего фактора.",
    ),
    "pupils_per_teacher": (
        {"pupils.total.count": 301},
        "pupils.total.count",
        "обучающихся 301, учителей 12: на одного учителя 25,08, а обычно от 2 до 25. "
        "Проверьте оба числа; если они верны, объясните.",
    ),
    "staff_without_category": (
        {f"staff.{row}.{column}": number for row, column, number in (
            ("all", "category_first", 1), ("all", "category_none", 7), ("all", "category_highest", 2),
            ("primary", "category_first", None), ("primary", "category_none", 4),
            ("russian", "category_first", None), ("russian", "category_none", 1),
            ("mathematics", "category_highest", 1), ("mathematics", "category_none", 1),
        )},
        "staff.all.category_none",
        "без категории 7 из 12: это 58,3 %, а обычно не больше 50 %. "
        "Проверьте, не пропущены ли соответствующие занимаемой должности; если числа верны, объясните.",
    ),
    "computers_per_pupil": (
        {"computers.total": 141},
        "computers.total",
        "компьютеров 141, обучающихся 140: на 100 обучающихся 100,71, а обычно от 3 до 100. "
        "Проверьте оба числа; если они верны, объясните.",
    ),
    "pupils_no_russian": (
        {"staff.russian.total": None, "staff.history.total": 3,
         "staff.russian.years_11_15": None, "staff.russian.years_26_35": None,
         "staff.russian.category_highest": None, "staff.russian.category_first": None,
         "staff.history.years_11_15": 1, "staff.history.years_26_35": 1,
         "staff.history.category_highest": 1, "staff.history.category_first": 1},
        "staff.russian.total",
        "обучающихся 140, а учителей русского языка и литературы: не указано. "
        "Если предмет ведёт учитель другой строки, объясните это.",
    ),
    "pupils_no_mathematics": (
        {"staff.mathematics.total": 0, "staff.physics.total": 2,
         "staff.mathematics.years_16_20": None, "staff.mathematics.years_36_45": None,
         "staff.mathematics.category_highest": None,
         "staff.physics.years_16_20": 1, "staff.physics.years_36_45": 1, "staff.physics.category_highest": 2},
        "staff.mathematics.total",
        "обучающихся 140, а учителей математики: 0. Если предмет ведёт учитель другой строки, объясните это.",
    ),
    "pupils_no_group": (
        {"pupils.arrived.count": 0, "pupils.one_parent.count": None},
        "pupils.total.count",
        "обучающихся 140, а в группах 1.1–1.9 нет ни одного. "
        "Проверьте строки 1.1–1.9; если таких детей нет, объясните.",
    ),
}  # fmt: skip
