"""Words of the reports: code -> (Russian, English). Sheets of `summary.xlsx` speak Russian, as the forms do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "sheet-overview": ("Обзор", "Overview"),
    "sheet-totals": ("Свод", "Totals"),
    "sheet-units": ("По школам", "By school"),
    "sheet-missing": ("Кто не сдал", "Not returned"),
    "sheet-findings": ("Замечания", "Findings"),
    "sheet-rules": ("Правила", "Rules"),
    "sheet-sources": ("Откуда цифры", "Sources"),
    "sheet-changes": ("Что изменено", "Changes"),
    "report-footer": ("{sheet} · стр. {page} из {pages}", "{sheet} · page {page} of {pages}"),
    "report-yes": ("да", "yes"),
    "report-no": ("нет", "no"),
    "report-personal": ("—", "—"),
    "report-region": ("Регион в целом", "The whole region"),
    "report-no-municipality": ("муниципалитет не указан", "municipality not given"),
    "report-period": ("Период: {period}.", "Period: {period}."),
    "report-deadline": ("Срок сдачи: {day}", "Due: {day}"),
    "report-as-of": ("Состояние на {day}", "As of {day}"),
    "report-deadline-passed": (
        "Прошло после срока: {days:день|дня|дней}.",
        "{days:day|days} past the deadline.",
    ),
    "report-deadline-ahead": ("До срока {days:день|дня|дней}.", "{days:day|days} to the deadline."),
    "overview-title": ("Сводные результаты сбора", "Results of the collection"),
    "overview-forms": ("Формы: {forms}", "Forms: {forms}"),
    "headline": (
        "Получено {accepted:форма|формы|форм} из {expected} ({share} %), не сдано {missing}.",
        "{accepted} of {expected:form|forms} received ({share} %), {missing} missing.",
    ),
    "headline-no-register": (
        "Получено {accepted:форма|формы|форм}. Реестра школ нет, поэтому кто не сдал, неизвестно.",
        "{accepted:form|forms} received. There is no register of units, so nobody knows who is missing.",
    ),
    "overview-open": ("открыть", "open"),
    "report-blank": ("нет ответа", "no answer"),
    "overview-steps": ("Что делать дальше", "What to do next"),
    "overview-coverage": ("Сколько собрано", "Coverage"),
    "overview-municipalities": ("По муниципалитетам", "By municipality"),
    "overview-quality": ("Насколько можно доверять ответам", "Quality of the answers"),
    "overview-files": ("Полученные файлы", "Files received"),
    "head-form": ("Форма", "Form"),
    "head-municipality": ("Муниципалитет", "Municipality"),
    "head-expected": ("ожидалось", "expected"),
    "head-accepted": ("сдано", "returned"),
    "head-share": ("%", "%"),
    "head-missing": ("не сдано", "missing"),
    "head-with-errors": ("с ошибками", "with errors"),
    "head-with-questions": ("с вопросами без пояснения", "with open questions"),
    "head-errors": ("ошибок", "errors"),
    "head-questions": ("вопросов", "questions"),
    "head-explained": ("из них объяснено", "explained"),
    "head-total": ("Всего", "Total"),
    "head-region": ("Всего по региону", "The whole region"),
    "head-kind": ("вид", "kind"),
    "head-findings": ("замечаний", "findings"),
    "head-units-with": ("форм с ними", "forms"),
    "head-frequent": ("Чаще всего", "Most frequent"),
    "head-file": ("Что стало с файлами", "What became of the files"),
    "head-files": ("файлов", "files"),
    "kind-hard": ("Ошибки: неверно наверняка, нужно исправить", "Errors: wrong for certain, to be corrected"),
    "kind-soft": ("Вопросы: маловероятно, нужно проверить", "Questions: improbable, to be checked"),
    "kind-explained": ("из них вопросы, которые школы объяснили", "Of these, questions explained by the units"),
    "kind-left-out": ("Ответы с ошибками, не вошедшие в свод", "Wrong answers left out of the totals"),
    "severity-hard": ("ошибка", "error"),
    "severity-soft": ("вопрос", "question"),
    "files-accepted": ("Учтены в своде", "Counted"),
    "files-superseded": ("Заменены более новыми формами тех же школ", "Superseded by newer ones of the same units"),
    "files-duplicate": ("Повторы уже полученных форм", "Duplicates"),
    "files-rejected": ("Отклонены: прочитать нельзя или неизвестно чьи", "Rejected"),
    "files-ignored": ("Пропущены: служебные файлы", "Ignored: files of the system"),
    "files-unpacked": ("Архивы и письма, из которых взяты файлы", "Archives and letters, unpacked"),
    "file-accepted": ("учтён", "counted"),
    "file-superseded": ("заменён более новым", "superseded"),
    "file-duplicate": ("повтор", "duplicate"),
    "file-rejected": ("отклонён", "rejected"),
    "file-ignored": ("пропущен", "ignored"),
    "file-unpacked": ("распакован", "unpacked"),
    "report-chart-title": ("Сдано, % от ожидаемого", "Returned, % of expected"),
    "step-call": (
        "Напомните о сдаче: {units:школа ещё не прислала|школы ещё не прислали|школ ещё не прислали} форму. "
        "Список с адресами — лист «Кто не сдал».",
        "Remind {units:unit|units}: see the sheet «Кто не сдал».",
    ),
    "step-call-and-rejected": (
        "Напомните о сдаче: {units:школа ещё не прислала|школы ещё не прислали|школ ещё не прислали} пригодную форму; "
        "{files:файл отклонён|файла отклонены|файлов отклонены}. Список с причинами — лист «Кто не сдал».",
        "Remind {units:unit|units}; {files:file was|files were} rejected: see the sheet «Кто не сдал».",
    ),
    "step-rejected": (
        "Сдали все, но {files:файл отклонён|файла отклонены|файлов отклонены}: "
        "проверьте на листе «Кто не сдал», не нужны ли они.",
        "All have answered, but {files:file was|files were} rejected: see the sheet «Кто не сдал».",
    ),
    "step-nobody-to-call": ("Напоминать никому не нужно: форму сдали все.", "All have answered: nobody to remind."),
    "step-no-register": (
        "Укажите реестр школ, чтобы увидеть, кто ещё не сдал форму.",
        "Give a register of units to see who has not answered.",
    ),
    "step-correct": (
        "Верните на исправление {units:форму|формы|форм}: всего {findings:ошибка|ошибки|ошибок}. "
        "Что исправить — лист «Замечания».",
        "Return {units:form|forms} for correction: {findings:error|errors}, see the sheet «Замечания».",
    ),
    "step-correct-and-ask": (
        "Верните на исправление {units:форму|формы|форм}: {findings:ошибка|ошибки|ошибок} и "
        "{questions:вопрос|вопроса|вопросов} без пояснения. Что исправить — лист «Замечания».",
        "Return {units:form|forms} for correction: {findings:error|errors} and {questions:open question|open questions}, "
        "see the sheet «Замечания».",
    ),
    "step-ask": (
        "Ошибок нет. Уточните у {units:школы|школ|школ} {findings:сомнительный ответ|сомнительных ответа|"
        "сомнительных ответов} без пояснения — лист «Замечания».",
        "No errors. Ask {units:unit|units} about {findings:unexplained answer|unexplained answers}: see the sheet "
        "«Замечания».",
    ),
    "step-read-explanations": (
        "Исправлять нечего. Прочитайте {findings:пояснение|пояснения|пояснений} школ к сомнительным ответам — "
        "лист «Замечания».",
        "Nothing to correct. Read {findings:explanation|explanations} of improbable answers: see the sheet «Замечания».",
    ),
    "step-nothing-to-correct": ("Исправлять нечего: замечаний нет.", "Nothing to correct: no findings."),
    "step-nothing-came": ("Проверять пока нечего.", "Nothing to check yet."),
    "step-no-totals": ("Свода пока нет: ни одной пригодной формы.", "No totals yet: no usable form."),
    "step-use-all": (
        "Сводом можно пользоваться: в него вошли все формы ({forms}).",
        "The totals can be used: all {forms:form|forms} are in.",
    ),
    "step-use-part": (
        "В своде {forms:форма|формы|форм} из {expected} ({share} %): называя цифры, говорите, "
        "сколько школ они охватывают.",
        "The totals hold {forms} of {expected:form|forms} ({share} %): say so with every number.",
    ),
    "step-left-out": (
        "{answers:ответ с ошибкой не учтён|ответа с ошибками не учтены|ответов с ошибками не учтены}, "
        "такие числа отмечены звёздочкой.",
        "{answers:wrong answer is|wrong answers are} left out, such numbers bear an asterisk.",
    ),
    "section-title": ("Свод: {section}", "Totals: {section}"),
    "section-legend": (
        "Числа — суммы по школам; годы и даты — от самых ранних до самых поздних; проценты, которые вводят школы, "
        "и числа, которые не складывают (стаж), — медиана; вычисляемое посчитано из сумм; при выборе из списка указано, сколько школ выбрали ответ; вместо "
        "текстов — сколько их (сами тексты на листе «По школам»). «–» — никто не ответил.",
        "Numbers are sums; years and dates are spans; percentages typed, and numbers that are not added up, are medians; "
        "what is computed comes from sums; "
        "choices are counted; texts are counted. “–” means no answer.",
    ),
    "section-star": (
        "* Часть ответов с ошибками не учтена: они на листах «Замечания» и «Что изменено».",
        "* Wrong answers were left out.",
    ),
    "report-block-heading": (
        "{place} — {accepted} из {expected:школы|школ|школ}",
        "{place}: {accepted} of {expected:unit|units}",
    ),
    "units-header": ("ответили, школ", "units"),
    "units-of": ("{units} из {expected}", "{units} of {expected}"),
    "report-answers": ("ответ|ответа|ответов", "answer|answers"),
    "units-title": ("По школам: {form}", "By school: {form}"),
    "units-hint": (
        "Красным — ответы с ошибками: они показаны как в файле, но в свод не вошли. Серая строка — форма не сдана.",
        "Red answers are wrong: shown as they stand, not counted. A grey row has not been returned.",
    ),
    "report-not-returned": ("не сдано", "not returned"),
    "report-not-this-form": ("нет формы", "no such form"),
    "report-unreadable": ("(не прочитано)", "(unreadable)"),
    "missing-title": ("Кто не сдал", "Not returned"),
    "missing-hint": (
        "Школы реестра, от которых нет пригодной формы, и отклонённые файлы с причинами.",
        "Registered units without a usable form, and rejected files.",
    ),
    "missing-no-register": ("Реестр школ не указан.", "No register of units was given."),
    "missing-none": ("Сдали все школы, отклонённых файлов нет.", "All have answered, nothing was rejected."),
    "state-nothing": ("ничего не пришло", "nothing came"),
    "state-rejected": ("файл отклонён", "rejected"),
    "state-whose": ("неизвестно чей файл", "unknown unit"),
    "state-extra-rejected": ("лишний файл отклонён", "another file was rejected"),
    "findings-title": ("Замечания к учтённым формам", "Findings"),
    "findings-hint": (
        "Ошибка — неверно наверняка, нужно исправить. Вопрос — маловероятно, нужно проверить или объяснить. "
        "Порядок — как в реестре школ и в форме.",
        "Errors must be corrected, questions checked or explained.",
    ),
    "findings-none": ("Замечаний нет.", "No findings."),
    "rules-title": ("Правила проверки ответов", "Edit rules"),
    "rules-hint": (
        "Сколько раз проверено каждое правило: правило, написанное для строк таблицы, проверяется у каждой школы в каждой "
        "строке. Неприменимо — сравнивать нечего. Не проверено — ответ прочитать нельзя, он сам отмечен на листе "
        "«Замечания».",
        "How often each rule was checked, over units and rows. Not applicable: nothing to compare. Not checked: an answer "
        "cannot be read.",
    ),
    "rules-none": ("Правил, связывающих ответы, в формах нет.", "The forms have no edit rules."),
    "rules-broken": ("правило не удалось вычислить: {detail}", "the rule could not be computed: {detail}"),
    "sources-title": ("Откуда цифры: полученные файлы", "Files received"),
    "sources-hint": (
        "Каждый полученный файл и что с ним стало. В свод входят только учтённые. Время файлов — всемирное (UTC); "
        "если в форме указана дата заполнения, показана она.",
        "Every file and what became of it.",
    ),
    "sources-none": ("Файлов не было.", "There were no files."),
    "changes-title": ("Что изменено при чтении и что не учтено", "Answers changed on reading or left out"),
    "changes-hint": (
        "Ответы, которые пришлось привести к виду, нужному форме, и ответы с ошибками, не вошедшие в свод. "
        "Личные сведения не показаны.",
        "Answers brought into the form's shape, and wrong ones that were left out. Personal ones are not shown.",
    ),
    "changes-none": ("Ничего не изменено, учтены все ответы.", "Nothing was changed or left out."),
    "report-left-out": ("не учтено: {why}", "left out: {why}"),
    "short-answer-not-a-number": ("не число", "not a number"),
    "short-answer-ambiguous-number": ("число читается двояко", "ambiguous number"),
    "short-answer-not-whole": ("не целое число", "not a whole number"),
    "short-answer-date-in-number": ("число превратилось в дату", "a number became a date"),
    "short-answer-not-a-date": ("не дата", "not a date"),
    "short-answer-ambiguous-date": ("дата читается двояко", "ambiguous date"),
    "short-answer-not-a-choice": ("ответа нет в списке", "not in the list"),
    "short-answer-cell-error": ("ошибка в ячейке", "an error in the cell"),
    "short-answer-uncalculated": ("формула не вычислена", "uncalculated formula"),
    "short-answer-cell-twice": ("два значения одной ячейки", "two values for one cell"),
    "short-answer-out-of-range": ("число вне допустимых границ", "out of range"),
    "short-answer-too-long": ("слишком длинный текст", "text too long"),
    "short-answer-too-many-digits": ("слишком много цифр", "too many digits"),
    "short-answer-not-an-email": ("не адрес электронной почты", "not an e-mail address"),
    "short-answer-required": ("нет обязательного ответа", "required answer missing"),
    "short-answer-required-here": ("нет ответа, нужного при других ответах", "required by other answers"),
    "short-rule-failed": ("ответы не согласуются", "answers disagree"),
    "short-structure-sheet-missing": ("нет листа", "sheet missing"),
    "short-structure-sheet-twice": ("лист прислан дважды", "sheet twice"),
    "short-structure-sheet-foreign": ("посторонний лист", "foreign sheet"),
    "short-structure-keys-differ": ("изменены служебные пометки", "keys differ"),
    "short-structure-row-moved": ("строка сдвинута", "row moved"),
    "short-structure-row-missing": ("нет строки", "row missing"),
    "short-structure-row-twice": ("строка дважды", "row twice"),
    "short-structure-row-unplaced": ("непонятно, чья строка", "row cannot be placed"),
    "short-structure-row-added": ("добавлена строка", "row added"),
    "short-structure-column-missing": ("нет графы", "column missing"),
    "short-structure-column-twice": ("графа дважды", "column twice"),
    "short-structure-units-mixed": ("листы разных организаций", "sheets of several units"),
    "short-structure-unit-differs": ("другая организация на титуле", "another unit on the title sheet"),
    "short-structure-unit-respelt": ("исправлен код организации", "unit code respelt"),
    "short-structure-same-time": ("две формы с одной датой", "two forms of one date"),
}
