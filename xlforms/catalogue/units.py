"""Messages about what surrounds a form: which form is meant, the collection, the register of units.

code -> (Russian, English)
"""

MESSAGES: dict[str, tuple[str, str]] = {
    # which form
    "templates-missing": (
        "не найдена папка form_templates: установка повреждена. Установите xlforms заново",
        "the folder form_templates is missing: the installation is damaged. Install xlforms again",
    ),
    "form-file-missing": (
        "файла формы «{name}» нет. Проверьте путь",
        "there is no form file “{name}”. Check the path",
    ),
    "form-unknown": (
        "формы «{name}» нет. Есть: {known}. Список с названиями: xlforms forms",
        "there is no form “{name}”. There are: {known}. With titles: xlforms forms",
    ),
    "form-unknown-near": (
        "формы «{name}» нет. Может быть, «{near}»?",
        "there is no form “{name}”. Did you mean “{near}”?",
    ),
    "form-version-unknown": (
        "у формы «{name}» нет версии {version}. Есть: {known}",
        "the form “{name}” has no version {version}. It has: {known}",
    ),
    "form-misplaced": (
        "форма называется «{said}», а папка – «{written}». В form_templates они должны совпадать",
        "the form is called “{said}” and its folder “{written}”. In form_templates they must be the same",
    ),
    "version-misplaced": (
        "в файле версия «{said}», а файл назван «{written}». В form_templates они должны совпадать",
        "the file says version “{said}” and is called “{written}”. In form_templates they must be the same",
    ),
    # the collection
    "collection-form-repeated": (
        "форма «{name}» в сборе уже названа. Оставьте одну",
        "the collection names the form “{name}” twice. Keep one",
    ),
    "collection-units-missing": (
        "файла реестра «{name}» нет. Путь считается от папки, в которой лежит описание сбора",
        "there is no register “{name}”. The path begins at the folder of the collection file",
    ),
    "collection-dates-crossed": (
        "срок ({deadline}) раньше даты рассылки ({issued}). Исправьте одну из дат",
        "the deadline ({deadline}) is before the date of issue ({issued}). Correct one of them",
    ),
    # the register of units: the file
    "csv-encoding": (
        "кодировка файла не распознана. Сохраните реестр как «CSV UTF-8» или как книгу .xlsx",
        "the encoding of the file is not recognised. Save the register as “CSV UTF-8” or as .xlsx",
    ),
    "csv-is-a-workbook": (
        "это книга Excel, а не CSV. Дайте ей расширение .xlsx (книгу .xls сначала сохраните как .xlsx)",
        "this is an Excel workbook, not CSV. Give it the extension .xlsx (save an .xls as .xlsx first)",
    ),
    "csv-quotes": (
        "кавычки в этой строке не парные. Возьмите ячейку в кавычки целиком, а кавычки внутри неё удвойте: "
        '"МБОУ ""Школа № 1"""',
        "the quotes in this line do not match. Quote the whole cell and double the quotes inside it: "
        '"The ""First"" School"',
    ),
    # the register of units: the heading
    "units-empty": (
        "в реестре нет ни одной организации. Нужны строка заголовков (unit, name, municipality) и строки под ней",
        "the register has no units. It needs a heading (unit, name, municipality) and rows below it",
    ),
    "units-column-missing": (
        "нет графы «{column}» (годятся заголовки: {words}). В файле есть: {found}",
        "there is no column “{column}” (accepted headings: {words}). The file has: {found}",
    ),
    "units-column-missing-near": (
        "нет графы «{column}». Может быть, это «{near}»? Исправьте заголовок",
        "there is no column “{column}”. Is it “{near}”? Correct the heading",
    ),
    "units-column-twice": (
        "графы «{first}» и «{name}» значат одно и то же. Оставьте одну или переименуйте",
        "the columns “{first}” and “{name}” mean the same. Keep one or rename it",
    ),
    "units-column-unnamed": (
        "у графы № {number} нет заголовка. Назовите её или удалите",
        "column {number} has no heading. Name it or delete it",
    ),
    # the register of units: the rows
    "units-too-many-cells": (
        "в строке {found:ячейка|ячейки|ячеек}, а граф в реестре {columns}. Возможно, запятая или точка с запятой "
        "внутри "
        "названия: возьмите его в кавычки",
        "the row has {found:cell|cells}, the register {columns:column|columns}. Perhaps a name holds a comma or "
        "semicolon: quote it",
    ),
    "units-cell-empty": (
        "не заполнена графа «{column}»",
        "the column “{column}” is empty",
    ),
    "units-control-character": (
        "в графе «{column}» есть перенос строки или невидимый знак. Наберите её заново",
        "the column “{column}” holds a line break or an invisible character. Type it again",
    ),
    "units-code-long": (
        "код «{unit}» слишком длинный: {length:знак|знака|знаков}, можно не больше {limit}",
        "the code “{unit}” is too long: {length:character|characters}, at most {limit}",
    ),
    "units-unit-repeated": (
        "код «{unit}» уже есть в строке {first}. У каждой организации должен быть свой код",
        "the code “{unit}” stands in line {first} already. Every unit needs a code of its own",
    ),
    "units-one-file-name": (
        "коды «{unit}» и «{known}» (строка {first}) дали бы один и тот же файл: имена файлов не различают больших букв "
        'и знаков \\ / : * ? " < > |. Измените один из кодов',
        "the codes “{unit}” and “{known}” (line {first}) would give one file: file names do not tell capitals or the "
        "signs "
        '\\ / : * ? " < > | apart. Change one of the codes',
    ),
    "units-municipality-spelling": (
        "«{name}» отличается от «{known}» (строка {first}) только большими буквами, пробелами или буквой ё. Напишите "
        "одинаково, иначе свод разделит их",
        "“{name}” differs from “{known}” (line {first}) only in capitals, spaces or ё. Write them alike, or the "
        "summary "
        "takes them for two",
    ),
}
