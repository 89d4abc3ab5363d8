"""The whole text of notes, as the head of a ministry reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.docx.made_up_figures import figure, theme, with_findings
from tests.reports.docx.told import section_told, told
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_roadmap import progress_summary, report, roadmap, said
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.totals import REGION
from xlforms.definitions.collection import Collection
from xlforms.definitions.key_figure import KeyFigure
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

ROUND = Collection(collection="c", title="Кадры школ, весна 2020 года", period="2019/20 год", deadline=date(2020, 6, 2))
TITLE: dict[str, Value] = {
    "unit.code": "001", "unit.name": "Школа", "unit.municipality": "Район 1", "contact.person": "кто-то из школы",
    "contact.position": "директор", "contact.date": date(2020, 6, 1),
}  # fmt: skip
PART: dict[str, Value] = {**TITLE, "staff.russian.total": 5}
COMPLETE: dict[str, Value] = {**PART, "staff.mathematics.total": 3}
WORD = InvalidAnswer("много", "answer-not-a-number")


def test_whole_note() -> None:
    """Eight schools of three municipalities: who answered and when, figures, municipalities, needs, steps."""
    received = [returned(submission(small_form(), unit, COMPLETE)) for unit in ("001", "002", "003", "004", "005")]
    wrong = submission(small_form(), "006", PART, invalid={"staff.mathematics.total": WORD})
    received.append(returned(wrong, hours=48))
    received.append(returned(submission(small_form(), "007", {})).rejected("not-a-form", "not-a-form"))
    summary = summary_of(received, made_up_units(8, 3), collection=ROUND, as_of=date(2020, 6, 8))
    places = {"Район 1": (0.25, 3), "Район 2": (0.5, 3), "Район 3": (None, 0)}
    figures = [
        figure("Учителей", "чел.", (1234, 6), {"Район 1": (1200, 3), "Район 2": (34, 3), "Район 3": (None, 0)}),
        figure("Доля молодых", "%", (0.375, 6), places, "more"),
    ]
    themes = [theme("Чего не хватает", {"спортзала": ["001", "004"], "столовой": ["002"], "нет": ["003"]}, "нет")]
    assert [
        "Аналитическая справка",
        "Кадры школ, весна 2020 года",
        "Форма: Малая анкета",
        "Период: 2019/20 год. Срок сдачи: 2 июня 2020 г. Состояние на 8 июня 2020 г.",
        "# 1. Кто ответил и насколько полны данные",
        "Форму прислали 6 школ из 8 (75 %), не прислали 2. Из 6 присланных форм в срок — 5, с опозданием — 1. "
        "Всего получено 7 файлов, из них отклонён 1.",
        "Полностью отчитались 2 муниципалитета из 3: Район 1, Район 2. Слабее всех — Район 3: 0 из 2 школ (0 %).",
        "[Можно ли доверять цифрам.] Ошибки есть в 1 из 6 форм, всего 1. Сомнительных ответов без пояснения нет. "
        "1 ответ с ошибкой не учтён, а часть школ не ответила, поэтому данные неполны.",
        "# 2. Главные показатели",
        "Каждое значение посчитано по тем школам, которые дали для него все сведения.",
        "Показатель | По региону | Сведения дали",
        "Учителей | 1 234 чел. | 6 из 8 школ",
        "Доля молодых | 37,5 % | 6 из 8 школ",
        "# 3. Муниципалитеты: кто впереди и кто отстаёт",
        "Впереди — те, у кого значение не хуже, чем по региону в целом, отстают — те, у кого хуже.",
        "Показатель | Впереди, начиная с лучшего | Отстают, начиная с худшего",
        "Прислали форму / по региону: 75 % (6 из 8 школ) | "
        "Район 1 — 100 % (3 из 3 школ) / Район 2 — 100 % (3 из 3 школ) | Район 3 — 0 % (0 из 2 школ)",
        "Доля молодых / чем больше, тем лучше / по региону: 37,5 % (6 из 8 школ) | "
        "Район 2 — 50 % (3 школы) | Район 1 — 25 % (3 школы)",
        "По показателям не сравниваются муниципалитеты, где сведения дали меньше 3 школ: Район 3.",
        "# 4. О чём чаще всего пишут школы",
        "[Чего не хватает.] Написали 3 из 6 школ, чаще всего:",
        "* «спортзала» — 2 из 3",
        "* «столовой» — 1 из 3",
        "# 5. Что делать дальше",
        "1. Напомните о сдаче: 2 школы ещё не прислали пригодную форму; 1 файл отклонён. Список с причинами — лист "
        "«Кто не сдал».",
        "2. Верните на исправление 1 форму: всего 1 ошибка. Что исправить — лист «Замечания».",
        "3. В своде 6 форм из 8 (75 %): называя цифры, говорите, сколько школ они охватывают. "
        "1 ответ с ошибкой не учтён, такие числа отмечены звёздочкой.",
        "Названные листы — в файле summary.xlsx.",
    ] == told(with_findings(summary, figures, themes))


def test_roadmap() -> None:
    """What is overdue: how much and in how many schools, which measures, which municipalities."""
    late = said(spring="в работе: нет денег", autumn="не начато", undated="не применимо")
    files = [report(f"00{number}", late) for number in (1, 2, 3, 4)]
    done = {**late, **said(spring="выполнено 2021-02-01", autumn="выполнено 2020-11-03")}
    files += [report(f"00{number}", done) for number in (5, 6, 7)]
    assert [
        "О ходе дорожной карты на 1 марта 2021 г. отчитались 7 из 8 школ; в ней 6 мероприятий. Всего по ответившим "
        "школам выполнено 6 из 35 применимых мероприятий, в том числе с опозданием — 3. Просрочено 8 мероприятий в 4 "
        "из 7 школ. Самая долгая просрочка — 120 дней (мероприятие 2.4).",
        "Чаще всего просрочены:",
        "* 1.1 «Мониторинг» — в 4 из 7 школ",
        "* 2.4 «Анализ: осенью» — в 4 из 7 школ",
        "В расчёте на школу больше всего просрочено: Район 1 — 2 (8 мероприятий, 4 школы).",
    ] == section_told(progress_summary(files, 8, 2), "Просроченные мероприятия")


def test_small_municipalities_are_not_compared() -> None:
    """One school is no municipality: where fewer than three answered, that is said instead of a place in a row."""
    late = said(spring="в работе")
    few = progress_summary([report(unit, late) for unit in ("001", "003")], 4, 2)
    more = progress_summary([report(f"00{number}", late) for number in range(1, 8)], 9, 3)
    assert [
        "Сравнить муниципалитеты по просроченному нельзя: хотя бы 3 школы ответили меньше чем в двух из них.",
        "В расчёте на школу больше всего просрочено: Район 1 — 2 (6 мероприятий, 3 школы); Район 2 — 2 (6 мероприятий, "
        "3 школы). Не сравниваются муниципалитеты, где ответили меньше 3 школ: Район 3.",
    ] == [section_told(each, "Просроченные мероприятия")[-1] for each in (few, more)]


def test_nothing_overdue() -> None:
    """A roadmap in which all is done in time says just that."""
    done = said(spring="выполнено 2021-02-01", autumn="выполнено 2020-10-01")
    assert [
        "О ходе дорожной карты на 1 марта 2021 г. отчиталась 1 из 1 школы; в ней 6 мероприятий. Всего по ответившим "
        "школам выполнено 2 из 6 применимых мероприятий. Просроченных мероприятий нет ни в одной из 1 школы."
    ] == section_told(progress_summary([report("001", done)], 1, 1), "Просроченные мероприятия")


def test_roadmap_that_nobody_returned() -> None:
    """There is no section about it."""
    assert [] == section_told(progress_summary([], 3, 1), "Просроченные мероприятия")


def test_nothing_came() -> None:
    """One short page: nobody has answered, and what to do."""
    assert [
        "Аналитическая справка",
        "small",
        "# 1. Кто ответил и насколько полны данные",
        "Форму пока не прислал никто: 0 из 2 школ.",
        "# 2. Что делать дальше",
        "1. Напомните о сдаче: 2 школы ещё не прислали форму. Список с адресами — лист «Кто не сдал».",
        "2. Проверять пока нечего.",
        "3. Свода пока нет: ни одной пригодной формы.",
        "Названные листы — в файле summary.xlsx.",
    ] == told(summary_of([], made_up_units(2, 1)))


def test_nothing_came_and_no_register() -> None:
    """Not even how many are missing is known."""
    assert [
        "Ни одной пригодной формы пока не получено. Реестра школ нет, поэтому неизвестно, кто должен был ответить."
    ] == section_told(summary_of([], None), "Кто ответил и насколько полны данные")


def test_no_register() -> None:
    """Nobody knows of how many: no shares, no comparison by who answered, figures with the number of schools only."""
    received = [returned(submission(small_form(), unit, COMPLETE)) for unit in ("001", "002")]
    summary = with_findings(summary_of(received, None), [figure("Учителей", "чел.", (10, 2), {}, "more")])
    assert [
        "Форму прислали 2 школы. Реестра школ нет, поэтому неизвестно, кто не ответил. Всего получены 2 файла, "
        "отклонённых нет.",
        "[Можно ли доверять цифрам.] Ошибок нет ни в одной из 2 форм. Сомнительных ответов без пояснения нет. "
        "Учтены все полученные ответы.",
    ] == section_told(summary, "Кто ответил и насколько полны данные")
    assert "Учителей | 10 чел. | 2 школы" == section_told(summary, "Главные показатели")[-1]
    assert [] == section_told(summary, "Муниципалитеты: кто впереди и кто отстаёт")


def test_two_forms() -> None:
    """Where schools return several forms, forms are counted, and each form has its own line."""
    forms = {("small", "1"): small_form(), ("road", "1"): roadmap()}
    received = [returned(submission(small_form(), unit, COMPLETE)) for unit in ("001", "002", "003")]
    received.append(report("001", said(spring="выполнено 2021-02-01")))
    units = made_up_units(3, 1)
    summary = consolidate(received, forms, ["small", "road"], units=units, collection=ROUND, as_of=date(2021, 3, 1))
    assert [
        "Получены 4 формы из 6 (67 %), не сданы 2. В срок — 4, опоздавших нет. Всего получены 4 файла, отклонённых "
        "нет.",
        "* Малая анкета: 3 из 3 школ (100 %)",
        "* Малая дорожная карта: 1 из 3 школ (33 %)",
    ] == section_told(summary, "Кто ответил и насколько полны данные")[:3]


def test_what_errors_mean() -> None:
    """Whether the numbers are whole follows from who is missing, what is left out and what is still wrong."""
    right = returned(submission(small_form(), "001", COMPLETE))
    blank = returned(submission(small_form(), "001", PART))
    word = returned(submission(small_form(), "001", PART, invalid={"staff.mathematics.total": WORD}))
    rounds = [summary_of([file], made_up_units(units, 1)) for file in (right, blank, word) for units in (1, 2)]
    assert [
        "Ответили все школы, и учтены все ответы: данные полны.",
        "Часть школ не ответила, поэтому данные неполны.",
        "Пока ошибки не исправлены, данные предварительные.",
        "Часть школ не ответила, и не все ошибки исправлены, поэтому данные предварительные.",
        "1 ответ с ошибкой не учтён, поэтому данные неполны.",
        "1 ответ с ошибкой не учтён, а часть школ не ответила, поэтому данные неполны.",
    ] == [section_told(each, "Кто ответил и насколько полны данные")[-1].partition("пояснения нет. ")[2]
          for each in rounds]  # fmt: skip


def test_figures_with_errors() -> None:
    """Units whose answers contradict each other are told wherever they are in a figure."""
    files = [returned(submission(small_form(), f"{unit:03d}", COMPLETE)) for unit in range(1, 7)]
    places = {"Район 1": FigureValue(2.5, 3, 1), "Район 2": FigureValue(0.5, 3)}
    shares = {REGION: FigureValue(1.5, 6, 1)} | places
    result = FigureResult(KeyFigure("share", "Доля", "staff.russian.total", "%", "more"), {}, shares)
    known = with_findings(summary_of(files, made_up_units(6, 2)), [result])
    words = "\n".join(
        section_told(known, "Главные показатели") + section_told(known, "Муниципалитеты: кто впереди и кто отстаёт")
    )
    assert "6 из 6 школ, с ошибками — 1" in words
    assert "Район 1 — 250 % (3 школы, с ошибками — 1)" in words
    assert "Район 2 — 50 % (3 школы)" in words


def test_many_figures() -> None:
    """Five are shown, the rest are said to be elsewhere; a figure that could not be computed says so."""
    received = [returned(submission(small_form(), "001", COMPLETE))]
    figures = [figure(f"Показатель {number}", "", (None, 0), {}) for number in range(7)]
    lines = section_told(with_findings(summary_of(received, made_up_units(1, 1)), figures), "Главные показатели")
    assert [*(f"Показатель {number} | нет данных | 0 из 1 школы" for number in range(5)),
            "Ещё 2 показателя — в файле key_figures.csv."] == lines[2:]  # fmt: skip


def test_figures_that_cannot_be_compared() -> None:
    """Alike everywhere, too few schools, no value: each is said in words, and there is no table of it."""
    received = [returned(submission(small_form(), "001", COMPLETE))]
    alike = {"Район 1": (5, 3), "Район 2": (5, 4)}
    small = {"Район 1": (5, 2), "Район 2": (6, 4)}
    nothing = {"Район 1": (None, 3), "Район 2": (6, 4)}
    figures = [
        figure("Одинаковый", "м", (5, 7), alike, "more"),
        figure("Малый", "м", (6, 6), small, "more"),
        figure("Пустой", "м", (6, 7), nothing, "less"),
    ]
    summary = replace(summary_of(received, made_up_units(14, 2)), registered=False)
    assert [
        "По показателю «Одинаковый» различий нет: 5 м во всех муниципалитетах, которые можно сравнить (2).",
        "По показателю «Малый» сравнивать нечего: сведения хотя бы 3 школ есть меньше чем в двух муниципалитетах.",
        "По показателю «Пустой» сравнивать нечего: сведения хотя бы 3 школ есть меньше чем в двух муниципалитетах.",
        "Показатель «Пустой» нельзя посчитать для муниципалитетов: Район 1.",
        "По показателю «Малый» не сравниваются муниципалитеты, где сведения дали меньше 3 школ: Район 1.",
    ] == section_told(with_findings(summary, figures), "Муниципалитеты: кто впереди и кто отстаёт")


def test_answers_that_nobody_shares() -> None:
    """Where no two schools say the same there is no «most often»; who says that nothing is needed is not counted."""
    received = [returned(submission(small_form(), unit, COMPLETE)) for unit in ("001", "002", "003")]
    summary = summary_of(received, made_up_units(3, 1))
    asked = theme("Чего не хватает?", {"спортзала": ["001"], "столовой": ["002"], "нет": ["003"]}, "нет")
    assert [
        "[Чего не хватает?] Написали 2 из 3 школ; одинаковых ответов нет, например:",
        "* «спортзала»",
        "* «столовой»",
    ] == section_told(with_findings(summary, themes=[asked]), "О чём чаще всего пишут школы")
    nobody = theme("Чего не хватает?", {"нет": ["003"]}, "нет")
    assert [] == section_told(with_findings(summary, themes=[nobody]), "О чём чаще всего пишут школы")
