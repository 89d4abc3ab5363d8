"""Messages of the command line: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help-xlforms": (
        "Формы Excel для школ и свод по ним: выдать, проверить, собрать.",
        "Excel forms for schools and the summary of what they return: generate, check, consolidate.",
    ),
    "help-usage": ("Как вызвать", "Usage"),
    "help-options": ("Ключи", "Options"),
    "help-options-word": ("КЛЮЧИ", "OPTIONS"),
    "help-command-word": ("КОМАНДА …", "COMMAND ..."),
    "help-help": ("Показать эту справку.", "Show this help."),
    "help-commands": ("Команды", "Commands"),
    "help-version": ("Показать версию.", "Show the version."),
    "help-lang": ("Язык сообщений: ru или en.", "Language of messages: ru or en."),
    "help-forms-short": ("какие формы есть", "the forms that can be used"),
    "help-forms": (
        "Показывает формы, которые можно использовать: код, версия, название.",
        "Lists the forms that can be used: id, version, title.",
    ),
    "help-describe-short": ("что спрашивает форма", "the data dictionary of a form"),
    "help-describe": (
        "Показывает показатели формы, по одному в строке: имя, лист, ячейка, тип, границы.\n\n"
        "FORM — код формы, код@версия или путь к файлу YAML.",
        "Shows the data dictionary of a form, one line for each answer cell.\n\n"
        "FORM is an id, id@version or the path of a YAML file.",
    ),
    "help-generate-short": ("сделать формы для рассылки", "make the workbooks to send"),
    "help-generate": (
        "Делает файлы Excel для рассылки.\n\nБез реестра — по одной пустой форме; с реестром (--units) — по одной "
        "именной форме на каждую организацию, в папках по муниципалитетам.",
        "Makes the Excel files to send.\n\nWithout a register one blank workbook for each form; with one (--units) an "
        "addressed workbook for each unit, in folders by municipality.",
    ),
    "help-check-short": ("проверить присланные файлы", "check returned workbooks"),
    "help-check": (
        "Показывает, что не так в присланных файлах: лист, ячейка, строка и графа, что исправить.",
        "Shows what is wrong in returned workbooks: sheet, cell, captions, and what to do.",
    ),
    "help-consolidate-short": ("собрать свод", "make the regional summary"),
    "help-consolidate": (
        "Читает присланные файлы (папки и файлы) и собирает свод: кто сдал, что не так, итоги, все ответы.",
        "Reads returned files (folders and files) and makes the summary: who answered, what is wrong, totals, answers.",
    ),
    "help-units": (
        "Реестр организаций: CSV или Excel со столбцами unit, name, municipality.",
        "Register of units: CSV or Excel with the columns unit, name, municipality.",
    ),
    "help-collection": (
        "Файл YAML с описанием сбора: формы, период, срок.",
        "YAML file of the collection: forms, period, deadline.",
    ),
    "help-out": ("Папка для результата (обычно {default}).", "Folder for the result (default: {default})."),
    "help-form": (
        "Ещё одна форма: файл YAML, если её нет среди встроенных. Можно повторять.",
        "One more form: a YAML file that is not among the built-in ones. May be repeated.",
    ),
    "help-format": ("Вид вывода.", "Kind of output."),
    "help-as-of": ("На какую дату собирать свод, ГГГГ-ММ-ДД.", "The day the summary is made for, YYYY-MM-DD."),
    "help-parquet": (
        "Записать таблицы ещё и в формате Parquet (нужна библиотека pyarrow).",
        "Write the tables as Parquet, too (needs the library pyarrow).",
    ),
    "parquet-needs-pyarrow": (
        "для --parquet нужна библиотека pyarrow: pip install pyarrow",
        "--parquet needs the library pyarrow: pip install pyarrow",
    ),
    "progress-generate": ("Готовлю формы", "Making workbooks"),
    "progress-read": ("Читаю файлы", "Reading files"),
    "generated": ("Готово: {count:файл|файла|файлов} в папке {out}", "Done: {count:file|files} in {out}"),
    "describe-count": ("{count:показатель|показателя|показателей}", "{count:item|items}"),
    "check-no-files": ("проверять нечего: файлов нет", "nothing to check: there are no files"),
    "check-clean": ("замечаний нет", "nothing to report"),
    "check-counts": (
        "{hard:ошибка|ошибки|ошибок}, {soft:вопрос|вопроса|вопросов}",
        "{hard:error|errors}, {soft:question|questions}",
    ),
    "check-unit": ("организация {unit}", "unit {unit}"),
    "check-repair": (
        "Лист «{sheet}», ячейка {cell}: {what}: «{before}» → «{after}»",
        "Sheet «{sheet}», cell {cell}: {what}: “{before}” → “{after}”",
    ),
    "repair-spaces-only": ("только пробелы, прочитано как пустая ячейка", "only spaces, read as blank"),
    "repair-text-tidied": ("убраны лишние пробелы или знаки", "spaces or marks removed"),
    "repair-number-from-text": ("число набрано как текст", "a number typed as text"),
    "repair-number-as-text": ("число прочитано как текст", "a number read as text"),
    "repair-date-from-text": ("дата набрана как текст", "a date typed as text"),
    "repair-date-from-number": ("дата прочитана из числа", "a date read from a number"),
    "repair-date-as-text": ("дата прочитана как текст", "a date read as text"),
    "repair-time-dropped": ("у даты отброшено время", "the time of a date was dropped"),
    "repair-logical-as-text": ("логическое значение прочитано как текст", "a logical value read as text"),
    "repair-choice-from-logical": (
        "логическое значение прочитано как вариант списка",
        "a logical value read as a choice",
    ),
    "repair-choice-from-number": ("число прочитано как вариант списка", "a number read as a choice"),
    "repair-choice-respelt": ("вариант списка набран иначе", "a choice spelt otherwise"),
    "repair-choice-from-plus": ("«+» прочитан как «да»", "“+” read as “да”"),
    "repair-number-rounded": (
        "число отличалось от целого на ничтожную долю (так считают таблицы), взято целое",
        "a number a hair off a whole one (as spreadsheets count), the whole one was taken",
    ),
    "repair-formula-result": ("взят результат формулы", "the result of a formula was taken"),
    "status-rejected": ("не принят", "rejected"),
    "status-ignored": ("пропущен", "ignored"),
    "check-unpacked": ("распакован, содержимое проверено ниже", "unpacked, what is inside is checked below"),
    "consolidated-files": (
        "{total:файл|файла|файлов}: принято {accepted}, заменено более новыми {superseded}, повторов {duplicate}, "
        "не принято {rejected}, пропущено {ignored}",
        "{total:file|files}: accepted {accepted}, superseded {superseded}, duplicate {duplicate}, "
        "rejected {rejected}, ignored {ignored}",
    ),
    "consolidated-unpacked": (
        "Распаковано архивов и писем: {unpacked}",
        "Archives and letters unpacked: {unpacked}",
    ),
    "consolidated-missing": (
        "Не сдано форм: {missing} (организаций в реестре: {expected})",
        "Forms not returned: {missing} (units in the register: {expected})",
    ),
    "consolidated-findings": (
        "Замечания: {hard:ошибка|ошибки|ошибок}, {soft:вопрос|вопроса|вопросов}",
        "Findings: {hard:error|errors}, {soft:question|questions}",
    ),
    "consolidated-findings-explained": (
        "Замечания: {hard:ошибка|ошибки|ошибок}, {soft:вопрос|вопроса|вопросов}, из них школы объяснили {explained}",
        "Findings: {hard:error|errors}, {soft:question|questions}, {explained} of them explained by the units",
    ),
    "consolidated-out": (
        "Свод — в папке {out}, начните с summary.xlsx",
        "The summary is in {out}, begin with summary.xlsx",
    ),
    "command-unknown": ("нет команды «{name}»; есть: {known}", "no command “{name}”; there are: {known}"),
    "command-unknown-near": ("нет команды «{name}»; возможно, {near}", "no command “{name}”; did you mean {near}?"),
    "usage-no-such-option": ("нет ключа {name}", "no option {name}"),
    "usage-no-such-option-near": ("нет ключа {name}; возможно, {near}", "no option {name}; did you mean {near}?"),
    "usage-option-value": ("после ключа {name} нужно значение", "the option {name} needs a value"),
    "usage-not-a-choice": ("{name} может быть только: {known}", "{name} can only be: {known}"),
    "usage-extra": ("лишнее в команде: {names}", "too much in the command: {names}"),
    "usage-missing": ("не указано: {name}", "missing: {name}"),
    "usage-bad-value": ("не подходит значение {name}: {detail}", "bad value for {name}: {detail}"),
    "command-missing": (
        "не указана команда: {known}; подробнее — xlforms --help",
        "no command given: {known}; see xlforms --help",
    ),
    "interrupted": ("прервано", "interrupted"),
    "internal-error": (
        "внутренняя ошибка ({detail}). Сообщите о ней разработчикам; с XLFORMS_DEBUG=1 видны подробности.",
        "internal error ({detail}). Please report it; XLFORMS_DEBUG=1 shows details.",
    ),
    "path-missing": ("нет такого файла или папки: {path}", "no such file or folder: {path}"),
    "path-unreadable": ("не открывается {path}: {detail}", "cannot open {path}: {detail}"),
    "form-given-twice": ("форма {form} указана дважды", "the form {form} is given twice"),
    "as-of-unreadable": (
        "дата «{text}» не читается; нужна в виде 2020-06-05",
        "cannot read the date “{text}”; use 2020-06-05",
    ),
    "output-holds-input": (
        "папка {out} содержит {path}: выберите для свода отдельную папку",
        "the folder {out} holds {path}: choose a folder of its own for the summary",
    ),
    "output-busy": (
        "в папку {path} сейчас пишет другой запуск xlforms (процесс {process}). Дождитесь его окончания и повторите",
        "another run of xlforms (process {process}) is writing into {path}. Wait until it ends and try again",
    ),
    "output-not-locked": (
        "диск, на котором лежит {path}, не позволяет занять папку на время записи ({detail}). Выберите папку на своём "
        "диске",
        "the disk of {path} does not let a folder be locked ({detail}). Choose a folder on a disk of your own",
    ),
    "output-not-a-folder": ("{path} — не папка", "{path} is not a folder"),
    "output-not-shown": ("результат не выводится: {detail}", "cannot print the result: {detail}"),
    "output-not-written": (
        "не удалось записать в {path} ({detail}). Закройте открытые из этой папки файлы и повторите.",
        "cannot write to {path} ({detail}). Close the files of this folder that are open and try again.",
    ),
    "help-limit": (
        "Предел для присланных файлов: file_bytes=40M, read_seconds=60. Все названы в consolidated/README.md. "
        "Можно повторять.",
        "A limit for returned files: file_bytes=40M, read_seconds=60. consolidated/README.md names all. "
        "May be repeated.",
    ),
    "limit-unknown": (
        "предела «{name}» нет. Возможны: {known}",
        "there is no limit “{name}”. Possible: {known}",
    ),
    "limit-not-a-number": (
        "предел {name}: «{value}» — не целое число больше нуля. Пример: {name}=40M",
        "limit {name}: “{value}” is not a whole number above zero. Example: {name}=40M",
    ),
}
