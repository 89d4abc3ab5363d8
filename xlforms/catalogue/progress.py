"""Words about the progress of roadmaps in `summary.xlsx`: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "sheet-roadmap": ("Дорожная карта", "Roadmap"),
    "sheet-places": ("Ход по районам", "By municipality"),
    "sheet-overdue": ("Просрочено", "Overdue"),
    "sheet-indicators": ("Показатели", "Indicators"),
    "measure-done": ("выполнено", "done"),
    "measure-done-late": ("выполнено с опозданием", "done late"),
    "measure-in-progress": ("в работе", "in progress"),
    "measure-overdue": ("просрочено", "overdue"),
    "measure-not-started": ("не начато", "not started"),
    "measure-not-due": ("срок не наступил", "not due"),
    "measure-not-applicable": ("не применимо", "not applicable"),
    "measure-no-answer": ("нет ответа", "no answer"),
    "measure-legend-entry": ("{mark} {state}", "{mark} {state}"),
    "measure-legend": ("Состояния: {states}.", "States: {states}."),
    "progress-number": ("№", "No."),
    "progress-measure": ("Мероприятие", "Measure"),
    "progress-deadline": ("Срок", "Deadline"),
    "progress-last-day": ("Последний день", "Last day"),
    "progress-share": ("выполнено, %", "done, %"),
    "progress-units": ("школ с этим состоянием", "units in the state"),
    "progress-all-done": ("Все мероприятия: выполнено, % от применимых", "All measures: done, % of those that apply"),
    "progress-all-overdue": ("Все мероприятия: просрочено", "All measures: overdue"),
    "roadmap-title": ("Ход дорожной карты: {form}", "Progress: {form}"),
    "roadmap-hint": (
        "Состояние на {day} Слева – сколько школ в каждом состоянии, справа – каждая школа. Просрочено то, у чего "
        "последний день срока прошёл, а школа, приславшая форму, не отметила мероприятие выполненным или "
        "неприменимым. Доля выполненных – «выполнено» и «выполнено с опозданием» от тех мероприятий, которые к школе "
        "применимы; у школы, не приславшей форму, её нет.",
        "As of {day} On the left how many units are in each state, on the right every unit. Overdue: the last day has "
        "passed and a unit that returned the form has not done it. Share done: of the measures that apply.",
    ),
    "places-title": ("Ход по районам: {form}", "By municipality: {form}"),
    "places-hint": (
        "Состояние на {day} В клетке – сколько школ в этом состоянии. Доля выполненных – «выполнено» и «выполнено с "
        "опозданием» от числа школ, к которым мероприятие применимо, с теми, кто не прислал форму.",
        "As of {day} How many units are in each state. Share done: of the units to which the measure applies, with "
        "those that have not answered.",
    ),
    "places-all": ("Все мероприятия", "All measures"),
    "places-region": ("Регион в целом", "The whole region"),
    "places-of": ("{place} – {units:школа|школы|школ}", "{place}: {units:unit|units}"),
    "overdue-title": ("Просрочено: {form}", "Overdue: {form}"),
    "overdue-hint": (
        "Состояние на {day} Мероприятия школ, приславших форму, у которых прошёл последний день срока; сначала – "
        "самые давние. Школы, которые ничего не прислали, – на листе «Кто не сдал».",
        "As of {day} Measures of units that returned the form, the longest overdue first.",
    ),
    "overdue-none": ("Просроченных мероприятий нет.", "Nothing is overdue."),
    "indicators-title": ("Целевые показатели: {form}", "Indicators: {form}"),
    "indicators-hint": (
        "План и факт каждой школы; у региона и районов – медианы планов и фактов и сколько школ достигли плана из тех, "
        "кто указал и план, и факт. Отклонение – факт минус план. Ответы с ошибками не учтены.",
        "Targets and facts of every unit; medians of the region and municipalities, and how many attained the target "
        "of those that gave both. Wrong answers are left out.",
    ),
    "indicators-heading": ("{title}, {unit} ({better})", "{title}, {unit} ({better})"),
    "indicators-more": ("чем больше, тем лучше", "more is better"),
    "indicators-less": ("чем меньше, тем лучше", "less is better"),
    "indicators-region": ("Регион в целом, медиана", "The whole region, median"),
    "indicators-place": ("{place}, медиана", "{place}, median"),
    "indicators-attained-of": ("{attained} из {compared}", "{attained} of {compared}"),
    "indicators-target": ("план", "target"),
    "indicators-fact": ("факт", "fact"),
    "indicators-deviation": ("отклонение", "deviation"),
    "indicators-attained": ("достигнут", "attained"),
    "step-overdue": (
        "Спросите о просроченном ({form}): на {day} {measures:мероприятие|мероприятия|мероприятий} у "
        "{units:школы|школ|школ} — лист «Просрочено».",
        "Ask about what is overdue ({form}) on {day}: {measures:measure|measures} of {units:unit|units}.",
    ),
    "step-nothing-overdue": (
        "{form}: на {day} просроченных мероприятий нет.",
        "{form}: nothing is overdue on {day}",
    ),
}
