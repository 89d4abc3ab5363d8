"""Messages about printed deadlines that were not read with certainty: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "deadline-unread": (
        "в сроке не понято «{words}», поэтому дата не поставлена. Если срок есть, укажите due_start и due_end",
        "“{words}” in the deadline is not understood, so it gives no date. If there is one, write due_start, due_end",
    ),
    "deadline-long": (
        "текст срока слишком длинный (больше {limit:слова и знака|слов и знаков|слов и знаков}), это не срок. "
        "Сократите его или укажите due_start и due_end",
        "the text is too long for a deadline (over {limit:word or mark|words and marks}). "
        "Shorten it, or write due_start and due_end",
    ),
    "deadline-inside-words": (
        "в словах «{words}» есть месяц или день, но, судя по словам рядом, это не срок. Если это срок, укажите "
        "due_start и due_end",
        "“{words}” holds a month or a day, but the words beside it say that it is no deadline. If it is, write "
        "due_start and due_end",
    ),
    "deadline-no-year": (
        "в сроке нет года, а начало, конец или учебный год дорожной карты его не определяют. Добавьте их в roadmap "
        "или укажите due_start и due_end",
        "the deadline has no year, and the dates and the school year of the roadmap do not settle it. Add them to the "
        "key roadmap, or write due_start and due_end",
    ),
    "deadline-two-years": (
        "в сроке нет года; взята дата {taken:%d.%m.%Y}, но подходит и {other:%d.%m.%Y}. Если верна вторая, укажите "
        "due_start и due_end",
        "the deadline has no year; {taken:%Y-%m-%d} was taken, but {other:%Y-%m-%d} fits too. If that is meant, write "
        "due_start and due_end",
    ),
    "deadline-order": (
        "месяцы без года не ложатся подряд в сроки дорожной карты; взято время с {start:%d.%m.%Y} по {end:%d.%m.%Y}. "
        "Проверьте годы",
        "the months without a year do not follow each other inside the roadmap; {start:%Y-%m-%d} to {end:%Y-%m-%d} was "
        "taken. Check the years",
    ),
    "deadline-outside-window": (
        "срок (с {start:%d.%m.%Y} по {end:%d.%m.%Y}) не попадает во время действия дорожной карты. Проверьте год",
        "the deadline ({start:%Y-%m-%d} to {end:%Y-%m-%d}) lies outside the time of the roadmap. Check the year",
    ),
    "deadline-which-year": (
        "«год» понят как учебный год, с {start:%d.%m.%Y} по {end:%d.%m.%Y}. Если имелось в виду другое, укажите "
        "due_start и due_end",
        "“the year” was read as the school year, {start:%Y-%m-%d} to {end:%Y-%m-%d}. If something else is meant, write "
        "due_start and due_end",
    ),
    "deadline-years-unclear": (
        "два года через дефис – это или учебный год, или два календарных. Напишите «учебный год» или «годы»",
        "two years with a hyphen are one school year or two calendar years. Write which",
    ),
    "deadline-until-period": (
        "назван не день, а месяц или другое время; последним днём взято {taken:%d.%m.%Y}, но может быть и "
        "{other:%d.%m.%Y}. Если верна вторая дата, укажите due_end",
        "a month or another stretch of time is named instead of a day; the last day was taken as {taken:%Y-%m-%d}, but "
        "it may be {other:%Y-%m-%d}. If so, write due_end",
    ),
    "deadline-part-of-period": (
        "«начало», «середина» и «конец» точно понятны только для месяца; взято всё время с {start:%d.%m.%Y} по "
        "{end:%d.%m.%Y}. Уточните в due_start и due_end",
        "“beginning”, “middle” and “end” are clear for a month only; all of {start:%Y-%m-%d} to {end:%Y-%m-%d} was "
        "taken. Say it in due_start and due_end",
    ),
    "deadline-term": (
        "даты учебных четвертей у школ разные; взято время с {start:%d.%m.%Y} по {end:%d.%m.%Y}. Уточните в due_start "
        "и due_end",
        "terms differ from school to school; {start:%Y-%m-%d} to {end:%Y-%m-%d} was taken. Say it in due_start and "
        "due_end",
    ),
    "deadline-roman": (
        "русская буква понята как римское число (П – II, Ш – III): взято время с {start:%d.%m.%Y} по {end:%d.%m.%Y}. "
        "Проверьте число",
        "a Cyrillic letter was read as a Roman number (П is II, Ш is III): {start:%Y-%m-%d} to {end:%Y-%m-%d}. Check",
    ),
    "deadline-impossible": (
        "такого дня нет в календаре. Проверьте число и месяц",
        "there is no such day in the calendar. Check the day and the month",
    ),
    "deadline-reversed": (
        "конец срока стоит раньше начала. Проверьте даты",
        "the deadline ends before it begins. Check the dates",
    ),
}
