"""Words of `summary.xlsx`: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "section-units": (
        "Столбец справа — сколько школ учтено в числах строки; если в каком-то числе учтено не столько, это сказано "
        "под ним мелко (18/21 — 18 школ из 21). Вычисляемое — только по школам, давшим всё, что для него нужно. "
        "* — есть ответы с ошибками, они не учтены; школы названы под таблицей.",
        "The column at the right says how many units the numbers of a row cover; a number that covers others says so "
        "under itself (18/21). What is computed rests on units that gave all that it needs. * marks numbers from which "
        "wrong answers were left out; the units are named under the table.",
    ),
    "section-links": (
        "Щелчок по числу выделяет на листе «По школам» ответы, из которых оно получено; Excel внизу окна сам "
        "показывает их сумму. Там, где ответов несколько строк, щёлкайте по числу школ справа или под ними.",
        "A click on a number selects the answers that it is made of. Where there are several lines, click on the "
        "number of units beside or below.",
    ),
    "section-links-region": (
        "Щелчок по числу региона выделяет на листе «По школам» ответы, из которых оно получено; у муниципалитетов "
        "таких ссылок нет: столько ссылок Excel не открывает.",
        "A click on a number of the region selects the answers that it is made of; there would be too many links for "
        "Excel at the numbers of municipalities.",
    ),
    "overview-who": ("Показать, у кого", "Show who"),
    "section-link": ("Показать ответы школ", "Show the answers"),
    "units-of-short": ("{units}/{expected}", "{units}/{expected}"),
    "section-unit": ("{name} ({unit})", "{name} ({unit})"),
    "section-left-out": ("{unit} — {cells}", "{unit}: {cells}"),
    "section-left-out-units": ("* Не учтены ответы (ячейки формы):", "* Left out (cells of the form):"),
    "section-left-out-region": (
        "* Не учтено из-за ошибок: {answers:ответ|ответа|ответов} у {units:школы|школ|школ}. Какие — под таблицей "
        "каждого муниципалитета и на листе «Что изменено».",
        "* Left out: {answers:answer|answers} of {units:unit|units}, named under the table of each municipality.",
    ),
    "listing-links": (
        "Ссылки есть в первых {rows:строке|строках|строках}: больше на одном листе Excel не открывает.",
        "There are links in the first {rows:row|rows}: Excel opens no more on one sheet.",
    ),
    "state-errors": ("сдано с ошибками", "errors to correct"),
    "state-late": ("сдано с опозданием", "came late"),
    "sheet-groups": ("Замечания по видам", "Findings by kind"),
    "groups-title": ("Замечания по видам: у кого что не так", "Findings by kind"),
    "groups-hint": (
        "Каждое правило и каждый вид ошибок — по муниципалитетам, сначала то, что встретилось у большего числа школ. "
        "У школы в скобках — код, дальше — сколько у неё таких замечаний, если не одно.",
        "Each rule and sort of mistake by municipality, what most units have first.",
    ),
    "groups-unit": ("{unit} – {count}", "{unit}: {count}"),
    "sources-instead": ("Учтён файл {file}", "Counted instead: {file}"),
    "overview-forms-table": ("По формам", "By form"),
    "overview-figures": ("Главные цифры", "Key figures"),
    "overview-chart": ("Как сдают муниципалитеты", "Municipalities"),
    "overview-frequent": ("Что чаще всего не так", "What is wrong most often"),
    "coverage-expected": ("ожидалось", "expected"),
    "coverage-received": ("сдано", "received"),
    "coverage-on-time": ("– в срок", "– in time"),
    "coverage-late": ("– позже срока", "– late"),
    "coverage-day-unknown": ("– день неизвестен", "– day unknown"),
    "coverage-missing": ("не сдано", "missing"),
    "coverage-rejected": ("отклонено файлов (% от всех)", "files rejected (% of all)"),
    "coverage-lost": ("неизвестно чьи файлы", "files of nobody"),
    "head-coverage-of": ("формы", "forms"),
    "head-count": ("число", "number"),
    "head-number": ("число", "number"),
    "head-forms": ("форм", "forms"),
    "head-on-time": ("в срок", "in time"),
    "head-late": ("позже срока", "late"),
    "head-rejected": ("отклонено файлов", "rejected"),
    "head-figure": ("показатель", "figure"),
    "head-value": ("регион", "region"),
    "head-units": ("по скольким школам", "units"),
    "head-units-doubtful": ("по скольким школам; ✗ – с ошибками", "units; ✗ – with errors"),
    "quality-hard": ("ошибки: нужно исправить", "errors: to be corrected"),
    "quality-soft": ("вопросы: нужно проверить", "questions: to be checked"),
    "quality-explained": ("из них вопросы, объяснённые школами", "of these explained by units"),
    "quality-open": ("из них вопросы, ждущие пояснения", "of these waiting for an answer"),
    "quality-left-out": ("ответы, не вошедшие в свод", "answers left out of the totals"),
    "chart-coverage": ("Формы: в срок, позже срока, не сдано", "Forms in time, late, missing"),
    "chart-returned": ("Формы: сдано, не сдано", "Forms received, missing"),
    "chart-findings": ("Замечания: ошибки и вопросы", "Errors and questions"),
}
