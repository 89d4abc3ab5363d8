"""The words of `report.docx` about roadmaps: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "note-roadmap": (
        "О ходе дорожной карты на {day} {units:~отчиталась|отчитались|отчитались} {units} из {all:школы|школ|школ}; "
        "в ней {measures:мероприятие|мероприятия|мероприятий}.",
        "On {day} {units} of {all:unit|units} have reported on {measures:measure|measures}.",
    ),
    "note-done": (
        "Всего по ответившим школам выполнено {done} из {applicable:применимого мероприятия|применимых мероприятий|"
        "применимых мероприятий}.",
        "Together they have done {done} of {applicable:measure|measures} that apply.",
    ),
    "note-done-late": (
        "Всего по ответившим школам выполнено {done} из {applicable:применимого мероприятия|применимых мероприятий|"
        "применимых мероприятий}, в том числе с опозданием — {late}.",
        "Together they have done {done} of {applicable:measure|measures} that apply, {late} of them late.",
    ),
    "note-overdue": (
        "{measures:~Просрочено|Просрочены|Просрочено} {measures:мероприятие|мероприятия|мероприятий} в {units} из "
        "{all:школы|школ|школ}.",
        "{measures:measure is|measures are} overdue in {units} of {all:unit|units}.",
    ),
    "note-nothing-overdue": (
        "Просроченных мероприятий нет ни в одной из {all:школы|школ|школ}.",
        "Nothing is overdue in any of {all:unit|units}.",
    ),
    "note-longest": (
        "Самая долгая просрочка — {days:день|дня|дней} ({measure}).",
        "The longest delay is {days:day|days} ({measure}).",
    ),
    "note-measures": ("Чаще всего просрочены:", "Most often overdue:"),
    "note-measure": (
        "{measure} — в {units} из {all:школы|школ|школ}",
        "{measure}: in {units} of {all:unit|units}",
    ),
    "note-measure-number": ("мероприятие {number}", "measure {number}"),
    "note-measure-numbered": ("{number} {title}", "{number} {title}"),
    "note-more-measures": (
        "и ещё {more:мероприятие|мероприятия|мероприятий}",
        "and {more:measure|measures} more",
    ),
    "note-more-roadmaps": (
        "Ещё {more:дорожная карта|дорожные карты|дорожных карт} — в файле summary.xlsx.",
        "{more:roadmap|roadmaps} more: see summary.xlsx.",
    ),
    "note-places": (
        "В расчёте на школу больше всего просрочено: {shown}.",
        "Most overdue per unit: {shown}.",
    ),
    "note-places-more": (
        "В расчёте на школу больше всего просрочено: {shown}; просроченное есть ещё в "
        "{more:муниципалитете|муниципалитетах|муниципалитетах}.",
        "Most overdue per unit: {shown}; {more:municipality|municipalities} more have something overdue.",
    ),
    "note-place-overdue": (
        "{place} — {each} ({measures:мероприятие|мероприятия|мероприятий}, {units:школа|школы|школ})",
        "{place}: {each} ({measures:measure|measures}, {units:unit|units})",
    ),
    "note-places-too-few": (
        "Не сравниваются муниципалитеты, где ответили меньше {enough:школы|школ|школ}: {names}.",
        "Municipalities where fewer than {enough:unit|units} answered are not compared: {names}.",
    ),
    "note-places-not-compared": (
        "Сравнить муниципалитеты по просроченному нельзя: хотя бы {enough:школа ответила|школы ответили|школ ответили} "
        "меньше чем в двух из них.",
        "Municipalities are not compared: fewer than two have {enough:unit|units} that answered.",
    ),
}
