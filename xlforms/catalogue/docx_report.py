"""Words of `report.docx`, the analytical note: code -> (Russian, English). The note itself is in Russian."""

MESSAGES: dict[str, tuple[str, str]] = {
    "note-title": ("Аналитическая справка", "Analytical note"),
    "note-page": ("стр. {page} из {pages}", "page {page} of {pages}"),
    "note-coverage": ("Кто ответил и насколько полны данные", "Who answered and how complete the data are"),
    "note-figures": ("Главные показатели", "Key figures"),
    "note-municipalities": ("Муниципалитеты: кто впереди и кто отстаёт", "Municipalities ahead and behind"),
    "note-needs": ("О чём чаще всего пишут школы", "What schools write most often"),
    "note-roadmaps": ("Просроченные мероприятия", "Overdue measures"),
    "note-steps": ("Что делать дальше", "What to do next"),
    "note-and-more": ("{names} и ещё {more}", "{names} and {more} more"),
    "note-share-below-one": ("менее 1\u00a0%", "less than 1\u00a0%"),
    "note-share-above-99": ("более 99\u00a0%", "more than 99\u00a0%"),
    "note-of-units": ("{part} из {whole:школы|школ|школ}", "{part} of {whole:unit|units}"),
    "note-of-forms": ("{part} из {whole:формы|форм|форм}", "{part} of {whole:form|forms}"),
    "note-units": ("{units:школа|школы|школ}", "{units:unit|units}"),
    "note-with-doubts": ("{units}, с ошибками\u00a0— {doubtful}", "{units}, with errors: {doubtful}"),
    "note-lead": ("{words}.", "{words}."),
    # 1. who answered
    "note-came-all": (
        "Форму прислали все школы: {accepted} из {expected}.",
        "All have answered: {accepted} of {expected}.",
    ),
    "note-came-some": (
        "Форму {accepted:~прислала|прислали|прислали} {accepted:школа|школы|школ} из {expected} ({share}), "
        "не {missing:~прислала|прислали|прислали} {missing}.",
        "{accepted:unit|units} of {expected} answered ({share}), {missing} did not.",
    ),
    "note-came-none": (
        "Форму пока не прислал никто: 0 из {expected:школы|школ|школ}.",
        "Nobody has answered yet: 0 of {expected:unit|units}.",
    ),
    "note-came-all-forms": (
        "Получены все формы: {accepted} из {expected}.",
        "All forms have come: {accepted} of {expected}.",
    ),
    "note-came-some-forms": (
        "{accepted:~Получена|Получены|Получено} {accepted:форма|формы|форм} из {expected} ({share}), "
        "не {missing:~сдана|сданы|сдано} {missing}.",
        "{accepted:form|forms} of {expected} came ({share}), {missing} did not.",
    ),
    "note-came-none-forms": (
        "Не получено ни одной формы: 0 из {expected}.",
        "No form has come: 0 of {expected}.",
    ),
    "note-came-no-register": (
        "Форму {accepted:~прислала|прислали|прислали} {accepted:школа|школы|школ}. Реестра школ нет, поэтому "
        "неизвестно, кто не ответил.",
        "{accepted:unit|units} answered. There is no register, so nobody knows who did not.",
    ),
    "note-came-no-register-forms": (
        "{accepted:~Получена|Получены|Получено} {accepted:форма|формы|форм}. Реестра школ нет, поэтому неизвестно, кто "
        "не ответил.",
        "{accepted:form|forms} came. There is no register, so nobody knows who did not answer.",
    ),
    "note-nothing-no-register": (
        "Ни одной пригодной формы пока не получено. Реестра школ нет, поэтому неизвестно, кто должен был ответить.",
        "No usable form has come. There is no register, so nobody knows who was to answer.",
    ),
    "note-all-on-time": (
        "В срок — {forms}, опоздавших нет.",
        "In time: {forms}, none was late.",
    ),
    "note-times": (
        "Из {forms:присланной формы|присланных форм|присланных форм} в срок — {on_time}, с опозданием — {late}.",
        "Of {forms:form|forms} {on_time} came in time, {late} late.",
    ),
    "note-times-unknown": (
        "Из {forms:присланной формы|присланных форм|присланных форм} в срок — {on_time}, с опозданием — {late}, "
        "день получения неизвестен — {unknown}.",
        "Of {forms:form|forms} {on_time} came in time, {late} late, {unknown} on a day unknown.",
    ),
    "note-files": (
        "Всего {files:~получен|получены|получено} {files:файл|файла|файлов}, отклонённых нет.",
        "{files:file|files} came, none was rejected.",
    ),
    "note-files-rejected": (
        "Всего {files:~получен|получены|получено} {files:файл|файла|файлов}, из них "
        "{rejected:~отклонён|отклонены|отклонено} {rejected}.",
        "{files:file|files} came, {rejected} of them {rejected:~was|were} rejected.",
    ),
    "note-form": (
        "{form}: {accepted} из {expected:школы|школ|школ} ({share})",
        "{form}: {accepted} of {expected:unit|units} ({share})",
    ),
    "note-form-no-register": ("{form}: {accepted:школа|школы|школ}", "{form}: {accepted:unit|units}"),
    "note-more-forms": ("и ещё {more:форма|формы|форм}", "and {more:form|forms} more"),
    "note-full": (
        "Полностью {full:~отчитался|отчитались|отчитались} {full:муниципалитет|муниципалитета|муниципалитетов} "
        "из {all}: {names}.",
        "{full} of {all} municipalities answered in full: {names}.",
    ),
    "note-full-none": (
        "Полностью не отчитался ни один муниципалитет: 0 из {all}.",
        "No municipality of {all} answered in full.",
    ),
    "note-worst": (
        "Слабее всех — {place}: {of} ({share}).",
        "The worst is {place}: {of} ({share}).",
    ),
    "note-worst-and-others": (
        "Слабее всех — {place}: {of} ({share}); та же доля ещё в {others:муниципалитете|муниципалитетах|"
        "муниципалитетах}.",
        "The worst is {place}: {of} ({share}); {others:other has|others have} the same share.",
    ),
    "note-trust": ("Можно ли доверять цифрам.", "Can the numbers be trusted?"),
    "note-errors": (
        "Ошибки есть в {forms} из {all:формы|форм|форм}, всего {findings}.",
        "{forms} of {all:form|forms} have errors, {findings} in all.",
    ),
    "note-no-errors": (
        "Ошибок нет ни в одной из {all:формы|форм|форм}.",
        "None of {all:form|forms} has errors.",
    ),
    "note-questions": (
        "Сомнительные ответы без пояснения есть в {forms} из {all:формы|форм|форм}, всего {findings}.",
        "{forms} of {all:form|forms} have unexplained improbable answers, {findings} in all.",
    ),
    "note-no-questions": (
        "Сомнительных ответов без пояснения нет.",
        "No improbable answer is left unexplained.",
    ),
    "note-explained": (
        "Ещё {findings:сомнительный ответ|сомнительных ответа|сомнительных ответов} школы пояснили.",
        "{findings:more improbable answer was|more improbable answers were} explained.",
    ),
    "note-frequent": (
        "Чаще всего встречается замечание «{what}»: оно есть в {forms:форме|формах|формах}.",
        "The most frequent finding is “{what}”: {forms:form has|forms have} it.",
    ),
    "note-incomplete-both": (
        "{answers:ответ с ошибкой не учтён|ответа с ошибками не учтены|ответов с ошибками не учтены}, а часть школ не "
        "ответила, поэтому данные неполны.",
        "{answers:wrong answer is|wrong answers are} left out and some have not answered: the data are incomplete.",
    ),
    "note-incomplete-answers": (
        "{answers:ответ с ошибкой не учтён|ответа с ошибками не учтены|ответов с ошибками не учтены}, поэтому данные "
        "неполны.",
        "{answers:wrong answer is|wrong answers are} left out: the data are incomplete.",
    ),
    "note-incomplete-units": (
        "Часть школ не ответила, поэтому данные неполны.",
        "Some have not answered: the data are incomplete.",
    ),
    "note-preliminary-both": (
        "Часть школ не ответила, и не все ошибки исправлены, поэтому данные предварительные.",
        "Some have not answered and errors wait for correction: the data are preliminary.",
    ),
    "note-preliminary": (
        "Пока ошибки не исправлены, данные предварительные.",
        "Until the errors are corrected, sums are preliminary.",
    ),
    "note-complete": (
        "Ответили все школы, и учтены все ответы: данные полны.",
        "All have answered and all answers count: the data are complete.",
    ),
    "note-counted": ("Учтены все полученные ответы.", "All answers received count."),
    # 2. key figures
    "note-figures-how": (
        "Каждое значение посчитано по тем школам, которые дали для него все сведения.",
        "Each value covers the units that gave all that it needs.",
    ),
    "note-figures-about": (
        "Главные показатели по региону: значение и число школ, по которым оно посчитано",
        "Key figures of the region: value and number of units",
    ),
    "note-head-figure": ("Показатель", "Figure"),
    "note-head-region": ("По региону", "Region"),
    "note-head-units": ("Сведения дали", "Units"),
    "note-no-value": ("нет данных", "no data"),
    "note-more-figures": (
        "Ещё {more:показатель|показателя|показателей} — в файле key_figures.csv.",
        "{more:figure|figures} more: see key_figures.csv.",
    ),
    # 3. municipalities
    "note-municipalities-how": (
        "Впереди — те, у кого значение не хуже, чем по региону в целом, отстают — те, у кого хуже.",
        "Ahead: not worse than the region as a whole; behind: worse.",
    ),
    "note-municipalities-about": (
        "Муниципалитеты с лучшими и худшими значениями показателей",
        "Municipalities with the best and the worst values",
    ),
    "note-head-ahead": ("Впереди, начиная с лучшего", "Ahead, the best first"),
    "note-head-behind": ("Отстают, начиная с худшего", "Behind, the worst first"),
    "note-answered-region": ("Прислали форму\nпо региону: {share} ({of})", "Answered\nthe region: {share} ({of})"),
    "note-figure-region": (
        "{figure}\n{better}\nпо региону: {value} ({units})",
        "{figure}\n{better}\nthe region: {value} ({units})",
    ),
    "note-place": ("{place} — {value} ({units})", "{place}: {value} ({units})"),
    "note-more-alike": (
        "и ещё {more:муниципалитет|муниципалитета|муниципалитетов} с тем же значением",
        "and {more} more with the same value",
    ),
    "note-nobody": ("—", "—"),
    "note-not-compared": (
        "По показателю «{figure}» сравнивать нечего: сведения хотя бы {enough:школы|школ|школ} есть меньше чем в двух "
        "муниципалитетах.",
        "“{figure}” cannot be compared: fewer than two municipalities have {enough:unit|units} or more.",
    ),
    "note-all-equal": (
        "По показателю «{figure}» различий нет: {value} во всех муниципалитетах, которые можно сравнить ({places}).",
        "“{figure}” is {value} in all municipalities compared ({places}).",
    ),
    "note-too-few": (
        "По показателям не сравниваются муниципалитеты, где сведения дали меньше {enough:школы|школ|школ}: {names}.",
        "Municipalities with fewer than {enough:unit|units} are not compared by figures: {names}.",
    ),
    "note-too-few-by": (
        "По {count:~показателю|показателям|показателям} «{figures}» не сравниваются муниципалитеты, где сведения "
        "дали меньше {enough:школы|школ|школ}: {names}.",
        "Municipalities with fewer than {enough:unit|units} are not compared by {count:~figure|figures} “{figures}”: "
        "{names}.",
    ),
    "note-no-value-there": (
        "Показатель «{figure}» нельзя посчитать для муниципалитетов: {names}.",
        "“{figure}” cannot be computed for {names}.",
    ),
    "note-more-compared": (
        "Ещё {more:показатель|показателя|показателей} по муниципалитетам — в файле key_figures.csv.",
        "{more:figure|figures} more by municipality: see key_figures.csv.",
    ),
    # 4. needs
    "note-theme": (
        "{units:~Написала|Написали|Написали} {units} из {all:школы|школ|школ}, чаще всего:",
        "{units} of {all:unit|units} wrote, most often:",
    ),
    "note-theme-single": (
        "{units:~Написала|Написали|Написали} {units} из {all:школы|школ|школ}; одинаковых ответов нет, например:",
        "{units} of {all:unit|units} wrote, each something else; for instance:",
    ),
    "note-need": ("{text} — {units} из {all}", "{text}: {units} of {all}"),
    "note-quote": ("«{text}»", "“{text}”"),
    "note-more-needs": (
        "и ещё {more:другой ответ|других ответа|других ответов}",
        "and {more:other answer|other answers}",
    ),
    "note-more-themes": (
        "Ответы ещё на {more:вопрос|вопроса|вопросов} — на листе «Нужды и факторы» файла summary.xlsx.",
        "Answers to {more:question|questions} more: see summary.xlsx.",
    ),
    # 6. steps
    "note-where": ("Названные листы — в файле summary.xlsx.", "The sheets named are in summary.xlsx."),
}
