"""Words of the sheet «Нужды и факторы» and of the same part of `report.html`: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "needs-nothing": ("нет, не требуется", "none, not needed"),
    "sheet-needs": ("Нужды и факторы", "Needs"),
    "needs-title": ("Нужды и факторы. {form}", "Needs and factors. {form}"),
    "needs-hint": (
        "Что школы написали своими словами. Почти одинаковые ответы стоят одной строкой, самые частые – первыми, "
        "ответы вроде «нет» – последними. Сначала весь регион, ниже – каждый муниципалитет. Стрелка ведёт "
        "к муниципалитету или к ответу школы; «+» слева раскрывает ответы школ по одному.",
        "What schools wrote in their own words. Answers that are nearly the same stand together, the most frequent "
        "first. The region comes first, then every municipality. An arrow leads to a municipality or to the answer of "
        "a school; “+” at the left unfolds the answers one by one.",
    ),
    "needs-head-text": ("Что написали", "What was written"),
    "needs-head-count": ("Школ", "Schools"),
    "needs-head-where": ("Где", "Where"),
    "needs-head-who": ("Кто; как написано, если иначе", "Who; their own words"),
    "needs-block": (
        "{place}: что-нибудь написали {units} из {accepted:школы|школ|школ}, сдавших форму",
        "{place}: {units} of {accepted:school|schools} wrote something",
    ),
    "needs-theme": ("написали {units} из {accepted:школы|школ|школ}", "{units} of {accepted:school|schools} wrote"),
    "needs-theme-nothing": (
        "написали {units} из {accepted:школы|школ|школ}, из них ничего не назвали {nothing}",
        "{units} of {accepted:school|schools} wrote, {nothing} of them named nothing",
    ),
    "needs-schools": ("{units:школа|школы|школ}", "{units:school|schools}"),
    "needs-place": ("{place}: {units:школа|школы|школ}", "{place}: {units:school|schools}"),
    "need-hint": (
        "Что школы написали своими словами. Почти одинаковые ответы стоят одной строкой, самые частые – первыми, "
        "ответы вроде «нет» – последними. В кавычках – как написала школа, если иначе.",
        "What schools wrote in their own words. Answers that are nearly the same stand together, the most frequent "
        "first. In quotation marks: the school's own words where they differ.",
    ),
    "need-theme": ("О чём", "Theme"),
    "need-rest": ("Остальные ответы:", "The other answers:"),
    "need-where": (
        "в {places:муниципалитете|муниципалитетах|муниципалитетах}",
        "in {places:municipality|municipalities}",
    ),
    "page-js-all-needs": ("всё", "everything"),
    "page-js-need-count": ("Разных ответов: {count}.", "Different answers: {count}."),
    "page-js-need-none": ("Таких ответов нет.", "No such answers."),
}
