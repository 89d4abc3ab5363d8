"""What every form asks on its title sheet: which unit answers, and who filled the form in."""

from __future__ import annotations

from xlforms.definitions.form import CardField

IDENTITY = (
    CardField(field="code", title="Код организации", type="text", required=True, max_length=60,
              help="Код из письма министерства, например 56-001", example="56-001"),
    CardField(field="name", title="Наименование организации", type="text", required=True),
    CardField(field="municipality", title="Муниципальное образование", type="text", required=True),
)  # fmt: skip

CONTACT = (
    CardField(field="person", title="Фамилия, имя, отчество", type="text", required=True, personal=True),
    CardField(field="position", title="Должность", type="text", required=True),
    CardField(field="phone", title="Телефон", type="phone", personal=True, example="8 (35300) 0-00-00"),
    CardField(field="email", title="Электронная почта", type="email", personal=True, example="school@example.org"),
    CardField(field="date", title="Дата заполнения", type="date", required=True),
)
