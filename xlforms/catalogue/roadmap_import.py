"""Messages of `import-roadmap`: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help-import-roadmap-short": (
        "сделать форму из дорожной карты в Word, Excel или CSV",
        "make a form of a roadmap in Word, Excel or CSV",
    ),
    "help-import-roadmap": (
        "Делает описание формы из таблицы мероприятий.\n\nFILE — документ .docx, таблица .xlsx, .xls, .ods или .csv. "
        "Без --out описание печатается, а то, в чём нет уверенности, выводится в поток ошибок.",
        "Makes a form definition of a table of measures.\n\nFILE is .docx, .xlsx, .xls, .ods or .csv. Without --out "
        "the definition is printed, and what is not certain goes to standard error.",
    ),
    "help-import-id": (
        "Код формы: латинские буквы, цифры и дефис. Обычно — из названия.",
        "Id of the form: Latin letters, digits and hyphens. Usually made of the title.",
    ),
    "help-import-title": (
        "Название формы. Обычно — строка над таблицей.",
        "Title of the form. Usually the line above the table.",
    ),
    "help-import-school-year": (
        "Год начала учебного года: 2020 — это 2020/21. Обычно — из названия.",
        "The year in which the school year begins: 2020 is 2020/21. Usually taken from the title.",
    ),
    "help-import-out": ("Файл YAML для описания.", "YAML file for the definition."),
    "import-done": (
        "Форма {form}: {measures:мероприятие|мероприятия|мероприятий}, {sections:раздел|раздела|разделов}. "
        "Записана в {out}",
        "Form {form}: {measures:measure|measures}, {sections:section|sections}. Written to {out}",
    ),
    "import-to-look-at": (
        "Сверьте с документом – {count:замечание|замечания|замечаний}:",
        "Compare with the document, {count:remark|remarks}:",
    ),
    "import-certain": ("Всё прочитано без сомнений.", "Everything was read for certain."),
    "import-place-word": ("таблица {table}, строка {row}", "table {table}, row {row}"),
    "import-place-whole-word": ("таблица {table}", "table {table}"),
    "import-place-sheet": ("лист «{table}», строка {row}", "sheet “{table}”, row {row}"),
    "import-place-whole-sheet": ("лист «{table}»", "sheet “{table}”"),
    "import-place-csv": ("строка {row}", "line {row}"),
    "import-place-whole-csv": ("файл", "the file"),
    "import-joined": (
        "строка присоединена к предыдущему мероприятию: «{tail}»",
        "the row was joined to the measure above: “{tail}”",
    ),
    "import-section-bold": (
        "принято за заголовок раздела только потому, что набрано полужирным",
        "taken for the heading of a section only because it is bold",
    ),
    "import-section-numbering": (
        "принято за заголовок раздела по нумерации",
        "taken for the heading of a section because of the numbering",
    ),
    "import-section-between": (
        "строка между таблицами принята за заголовок раздела",
        "a line between two tables was taken for the heading of a section",
    ),
    "import-section-empty": (
        "под этим заголовком нет мероприятий, он пропущен",
        "nothing stands below this heading, it was left out",
    ),
    "import-section-is-measure": (
        "похоже на заголовок раздела, но под ним ничего нет: оставлено мероприятием",
        "looks like the heading of a section, but nothing stands below it: kept as a measure",
    ),
    "import-several-deadlines": (
        "под одним номером несколько сроков: разделено на отдельные мероприятия",
        "several deadlines under one number: split into measures of their own",
    ),
    "import-number-repeated": ("этот номер уже был", "this number was there before"),
    "import-number-inherited": (
        "в строке нет номера, но есть свой срок: отдельное мероприятие под номером {number}",
        "the row has no number but a deadline of its own: a measure of its own under number {number}",
    ),
    "import-number-restored": (
        "номер «{written}» прочитан как {number}: таблица приняла его за число или дату",
        "the number “{written}” was read as {number}: the spreadsheet took it for a number or a date",
    ),
    "import-number-without-title": (
        "есть номер {number}, но нет мероприятия: строка пропущена",
        "there is the number {number} but no measure: the row was left out",
    ),
    "import-without-title": (
        "в строке нет названия мероприятия: допишите его вместо прочерка",
        "the row has no title of a measure: write one in place of the dash",
    ),
    "import-footnote": ("примечание пропущено: «{begins}»", "a footnote was left out: “{begins}”"),
    "import-after-table": ("текст под таблицей пропущен: «{begins}»", "text below the table was left out: “{begins}”"),
    "import-text-between": (
        "текст между таблицами пропущен: «{begins}»",
        "text between the tables was left out: “{begins}”",
    ),
    "import-table-indicators": (
        "таблица показателей, а не мероприятий, пропущена: «{begins}»",
        "a table of indicators, not of measures, was left out: “{begins}”",
    ),
    "import-table-other": (
        "не похоже на таблицу мероприятий, пропущено: «{begins}»",
        "does not look like a table of measures, left out: “{begins}”",
    ),
    "import-column-mark": (
        "графа «{heading}» не перенесена (в ней {filled:запись|записи|записей}): это заполняет тот, кто отчитывается",
        "the column “{heading}” was left out ({filled:entry|entries}): this is what those who report fill in",
    ),
    "import-column-left-out": (
        "графа «{heading}» не распознана и не перенесена (в ней {filled:запись|записи|записей})",
        "the column “{heading}” was not recognised and left out ({filled:entry|entries})",
    ),
    "import-deadline-undated": (
        "срок «{deadline}» не даёт даты: опоздание по нему не считается",
        "the deadline “{deadline}” gives no date: nothing can be late by it",
    ),
    "import-deadline-late": (
        "срок «{deadline}» кончается позже дорожной карты ({end:%d.%m.%Y})",
        "the deadline “{deadline}” ends after the roadmap ({end:%Y-%m-%d})",
    ),
    "import-no-deadline": (
        "{count:мероприятие|мероприятия|мероприятий} без срока: {measures}",
        "{count:measure|measures} without a deadline: {measures}",
    ),
    "import-no-responsible": (
        "{count:мероприятие|мероприятия|мероприятий} без ответственных: {measures}",
        "{count:measure|measures} without anybody responsible: {measures}",
    ),
    "import-title-from-file": (
        "названия над таблицей нет, взято имя файла: «{shown}». Другое можно дать ключом --title",
        "there is no title above the table, the name of the file was taken: “{shown}”. Give another with --title",
    ),
    "import-year-from-text": (
        "учебный год {year}/{next} взят из текста над таблицей. Другой можно дать ключом --school-year",
        "the school year {year}/{next} was taken from the text above the table. Give another with --school-year",
    ),
    "import-year-from-deadlines": (
        "в названии нет учебного года; взят {year}/{next}, к нему относится большинство сроков с годом. "
        "Другой можно дать ключом --school-year",
        "the title names no school year; {year}/{next} was taken, most deadlines with a year belong to it. "
        "Give another with --school-year",
    ),
    "import-calendar-year": (
        "план на календарный {year} год: месяцы без года отнесены к нему",
        "a plan for the calendar year {year}: months without a year belong to it",
    ),
    "import-bad-id": (
        "код формы «{id}» не подходит: нужны строчные латинские буквы, цифры и дефис, первой – буква, до 60 знаков",
        "the id “{id}” does not fit: small Latin letters, digits and hyphens, a letter first, at most 60 characters",
    ),
    "import-school-year-missing": (
        "ни в названии, ни в сроках нет года. Укажите учебный год, например --school-year 2020 (это 2020/21)",
        "neither the title nor the deadlines name a year. Give the school year, such as --school-year 2020 (2020/21)",
    ),
    "import-school-year-range": (
        "учебный год {year} не подходит: нужен от {first} до {last}",
        "the school year {year} does not fit: use {first} to {last}",
    ),
    "import-no-measures": (
        "в файле {path} нет таблицы мероприятий: нужны заголовки, например «Мероприятия», «Сроки», «Ответственные»",
        "there is no table of measures in {path}: it needs headings such as «Мероприятия», «Сроки», «Ответственные»",
    ),
    "import-out-is-file": (
        "{path} – исходный документ; для описания формы укажите другой файл",
        "{path} is the document itself; name another file for the definition",
    ),
    "import-is-folder": ("{path} – папка, а нужен файл", "{path} is a folder, a file is needed"),
    "import-damaged": (
        "файл {path} повреждён или записан не полностью. Откройте его в своей программе и сохраните заново",
        "the file {path} is damaged or incomplete. Open it in its program and save it again",
    ),
    "import-encrypted": (
        "файл {path} закрыт паролем. Сохраните его без пароля",
        "the file {path} is protected by a password. Save it without one",
    ),
    "import-too-large": (
        "файл {path} слишком велик: больше {limit} Мбайт или распаковывается в очень много данных",
        "the file {path} is too large: more than {limit} MB, or it unpacks to very much data",
    ),
    "import-lock-file": (
        "{path} – служебный файл открытого документа; укажите сам документ",
        "{path} is a lock file of an open document; name the document itself",
    ),
    "import-not-a-document": (
        "{path} – не документ Word (.docx), не таблица (.xlsx, .xls, .ods) и не CSV",
        "{path} is neither a Word document (.docx) nor a spreadsheet (.xlsx, .xls, .ods) nor CSV",
    ),
    "import-old-word": (
        "{path} – документ Word старого или другого вида. Откройте его и сохраните как .docx",
        "{path} is a document of an old or another kind. Open it and save it as .docx",
    ),
    "import-is-pdf": (
        "{path} – PDF. Нужен исходный документ .docx или таблица .xlsx",
        "{path} is a PDF. The original .docx or .xlsx is needed",
    ),
    "import-csv-unreadable": (
        "файл {path} не читается как CSV: кавычки не парные или кодировка неизвестна. Сохраните его как «CSV UTF-8»",
        "the file {path} cannot be read as CSV: quotes do not match or the encoding is unknown. Save it as “CSV UTF-8”",
    ),
}
