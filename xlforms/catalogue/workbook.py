"""Messages about workbook: code -> (Russian, English). The Russian `ask-`, `refuse-`, `count-` and `check-` texts are
shown inside workbooks, which speak the language of the form."""

MESSAGES: dict[str, tuple[str, str]] = {
    "workbook-refused": (
        "Лист «{sheet}» {item}: Excel не примет это место формы ({detail}). Измените определение формы.",
        "Sheet “{sheet}” {item}: Excel will not take this part of the form ({detail}). Change the definition.",
    ),
    "workbook-prompt-long": (
        "Лист «{sheet}», {item}: подсказка длиннее {limit} знаков ({length}). Сократите help или example.",
        "Sheet “{sheet}”, {item}: the prompt is longer than {limit} characters ({length}). Shorten help or example.",
    ),
    "workbook-formula": (
        "Лист «{sheet}», {item}: формула вычисляемой ячейки не помещается в Excel ({detail}). Упростите выражение.",
        "Sheet “{sheet}”, {item}: the formula of a computed cell is too much for Excel ({detail}). Simplify it.",
    ),
    "workbook-rule-formula": (
        "Лист «{sheet}», правило {rule}: формула проверки не помещается в Excel ({detail}). Упростите правило.",
        "Sheet “{sheet}”, rule {rule}: the formula of its check is too much for Excel ({detail}). Simplify the rule.",
    ),
    "workbook-unknown-item": (
        "В форме {form} нет показателя «{item}»: его значение нельзя записать в книгу.",
        "Form {form} has no item “{item}”: its value cannot be written into the workbook.",
    ),
    "workbook-footer-long": (
        "Лист «{sheet}»: нижний колонтитул длиннее {limit} знаков ({length}). Сократите код формы или организации.",
        "Sheet “{sheet}”: the footer is longer than {limit} characters ({length}). Shorten the form's or unit's code.",
    ),
    "workbook-not-saved": (
        "Не удалось записать {path}: {detail}. Если файл открыт в другой программе, закройте его.",
        "Cannot write {path}: {detail}. If the file is open in another program, close it.",
    ),
    "ask-integer": ("Целое число от {low} до {high}.", "A whole number from {low} to {high}."),
    "ask-decimal": ("Число от {low} до {high}, например 12,5.", "A number from {low} to {high}, such as 12.5."),
    "ask-percent": ("Процент от {low} до {high}, например 25%.", "A percentage from {low} to {high}, such as 25%."),
    "ask-money": (
        "Сумма в рублях от {low} до {high}, копейки после запятой.",
        "Roubles from {low} to {high}, with kopecks as decimals.",
    ),
    "ask-year": ("Год четырьмя цифрами, от {low} до {high}.", "A year of four digits, from {low} to {high}."),
    "ask-date": (
        "Дата в виде 15.10.2025, от {low} до {high}.",
        "A date such as 15.10.2025, from {low} to {high}.",
    ),
    "ask-text": ("Не длиннее {length:знака|знаков|знаков}.", "At most {length:character|characters}."),
    "ask-long_text": ("Не длиннее {length:знака|знаков|знаков}.", "At most {length:character|characters}."),
    "ask-choice": (
        "Выберите ответ из списка: стрелка справа от ячейки.",
        "Choose from the list: the arrow is to the right of the cell.",
    ),
    "ask-yes_no": (
        "Выберите «да» или «нет»: стрелка справа от ячейки.",
        "Choose «да» or «нет»: the arrow is to the right of the cell.",
    ),
    "ask-email": ("Один адрес вида school@example.org.", "One address such as school@example.org."),
    "ask-phone": ("Телефон с кодом города.", "The telephone with its area code."),
    "ask-zero": ("Если нет – поставьте 0.", "If there is none, put 0."),
    "ask-example": ("Пример: {example}", "Example: {example}"),
    "ask-required": ("Обязательный ответ.", "An answer is required."),
    "refuse-title": ("Ответ не подходит", "This answer does not fit"),
    "refuse-integer": (
        "Введите целое число от {low} до {high}: только цифры, без слов и единиц измерения.",
        "Enter a whole number from {low} to {high}: digits only, no words or units.",
    ),
    "refuse-decimal": (
        "Введите число от {low} до {high}: дробная часть после запятой, без слов и единиц измерения.",
        "Enter a number from {low} to {high}, without words or units.",
    ),
    "refuse-percent": (
        "Введите процент от {low} до {high} со знаком %, например 25%.",
        "Enter a percentage from {low} to {high} with the sign %, such as 25%.",
    ),
    "refuse-money": (
        "Введите сумму в рублях от {low} до {high}: копейки после запятой, без слов.",
        "Enter roubles from {low} to {high}, without words.",
    ),
    "refuse-year": ("Введите год четырьмя цифрами, от {low} до {high}.", "Enter a year from {low} to {high}."),
    "refuse-date": (
        "Введите дату от {low} до {high} в виде 15.10.2025: число, месяц и год через точку.",
        "Enter a date from {low} to {high} such as 15.10.2025: day, month and year.",
    ),
    # LibreOffice takes what begins with «=» for a formula and refuses it in any cell that has a rule.
    "refuse-text": (
        "Сократите ответ: помещается {length:знак|знака|знаков}. Не начинайте его со знака «=».",
        "Shorten the answer: {length:character fits|characters fit}. Do not begin it with “=”.",
    ),
    "refuse-choice": (
        "Такого ответа нет в списке. Выберите один из списка: стрелка справа от ячейки.",
        "The list has no such answer. Choose one: the arrow is to the right of the cell.",
    ),
    "refuse-email": (
        "Это не похоже на адрес электронной почты. Нужен один адрес вида school@example.org.",
        "This does not look like an e-mail address. One address such as school@example.org is needed.",
    ),
    "count-ready": ("Форма готова к отправке.", "The form is ready to be sent."),
    "count-unready": ("Форма не готова к отправке.", "The form is not ready to be sent."),
    "count-left": (" Не заполнено обязательных ячеек: {left}.", " Required cells still blank: {left}."),
    "count-empty": (" Нет ни одного ответа.", " There is no answer at all."),
    "count-errors": (" Ошибок: {errors}.", " Errors: {errors}."),
    "count-questions": (" Вопросов без пояснения: {questions}.", " Questions without an explanation: {questions}."),
    "verdict-percent": ("\u00a0%", "%"),
    "check-error": ("ошибка", "error"),
    "check-question": ("вопрос", "question"),
    "check-more": (
        "Показаны первые {shown}, всего {total}. Остальные поднимутся сюда, когда вы исправите эти.",
        "The first {shown} of {total} are shown. The others move up as you correct these.",
    ),
    "check-cells": (
        "из них {cells} – не число, не дата или вне границ: исправьте красные ячейки",
        "{cells} of them are no number or date, or out of bounds: correct the red cells",
    ),
    "check-cells-sheet": (" · {sheet}: {cells}", " · {sheet}: {cells}"),
    "check-only-cells": ("Других ошибок и вопросов нет.", "There are no other errors and no questions."),
    "check-nothing": ("Ошибок и вопросов нет.", "There are no errors and no questions."),
    "slot-form": ("Форма {form}, версия {version}", "Form {form}, version {version}"),
    "slot-deadline": ("до {deadline}", "by {deadline}"),
    "footer": (
        "{codes} · Лист «{sheet}» · стр. {page} из {pages}",
        "{codes} · Sheet “{sheet}” · page {page} of {pages}",
    ),
    "sheet-too-large": (
        "лист «{sheet}» не помещается в таблицу: допустимо {rows:строка|строки|строк} и "
        "{columns:графа|графы|граф}. Разделите раздел на два",
        "the sheet “{sheet}” is too large: {rows:row|rows} and {columns:column|columns} are allowed. Split the section",
    ),
}
