"""Messages about mistakes in the YAML of forms: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "definition-invalid": (
        "в файле {count:ошибка|ошибки|ошибок}, работать с ним нельзя",
        "the file has {count:mistake|mistakes} and cannot be used",
    ),
    # the shape
    "key-missing": (
        "не хватает ключа «{key}». Добавьте строку «{key}: …»",
        "the key “{key}” is missing. Add a line “{key}: …”",
    ),
    "unknown-key": (
        "ключа «{key}» здесь не бывает. Возможны: {known}",
        "there is no key “{key}” here. Possible: {known}",
    ),
    "unknown-key-near": (
        "ключа «{key}» здесь не бывает. Может быть, «{near}»?",
        "there is no key “{key}” here. Did you mean “{near}”?",
    ),
    "kind-unclear": (
        "непонятно, что здесь описано. Начните с одного из ключей: {known}",
        "it is not clear what is described here. Begin with one of the keys: {known}",
    ),
    "bad-id": (
        "имя «{value}» не годится. Имена пишут строчными латинскими буквами, цифрами и «_», первой – буква: years_0_3",
        "the name “{value}” will not do. Use small Latin letters, digits and “_”, a letter first: years_0_3",
    ),
    "bad-form-id": (
        "имя «{value}» не годится. Его пишут строчными латинскими буквами, цифрами и «-», первой – буква: "
        "school-resources",
        "the name “{value}” will not do. Use small Latin letters, digits and “-”, a letter first: school-resources",
    ),
    "bad-version": (
        "номер версии «{value}» не годится. Пишите латинскими буквами, цифрами, «.» и «-», например 2020.1",
        "the version “{value}” will not do. Use Latin letters, digits, “.” and “-”, for example 2020.1",
    ),
    "bad-value": (
        "значение «{value}» не подходит для ключа «{key}»",
        "the value “{value}” does not fit the key “{key}”",
    ),
    "text-expected": (
        "у ключа «{key}» должен быть текст, а стоит «{value}»",
        "the key “{key}” needs a text, and has “{value}”",
    ),
    "text-empty": (
        "у ключа «{key}» пустой текст. Впишите его",
        "the text of the key “{key}” is empty. Write it",
    ),
    "text-too-long": (
        "текст ключа «{key}» длиннее, чем можно: {length:знак|знака|знаков} при наибольшем {max_length}. Сократите его",
        "the text of the key “{key}” is too long: {length:character|characters}, at most {max_length}. Shorten it",
    ),
    "list-expected": (
        "у ключа «{key}» должен быть список: [а, б] или строки с «- » в начале",
        "the key “{key}” needs a list: [a, b] or lines beginning with “- ”",
    ),
    "list-empty": (
        "список «{key}» пуст. Впишите хотя бы одну строку",
        "the list “{key}” is empty. Write at least one entry",
    ),
    "list-too-long": (
        "в списке «{key}» {length:строка|строки|строк}, а можно не больше {max_length}",
        "the list “{key}” has {length:entry|entries}, at most {max_length} are possible",
    ),
    "mapping-expected": (
        "здесь должны стоять ключи со значениями, а стоит «{value}»",
        "keys with values must stand here, not “{value}”",
    ),
    "true-false-expected": (
        "у ключа «{key}» может быть только true (да) или false (нет), а стоит «{value}»",
        "the key “{key}” takes only true or false, and has “{value}”",
    ),
    "number-expected": (
        "у ключа «{key}» должно быть число, а стоит «{value}»",
        "the key “{key}” needs a number, and has “{value}”",
    ),
    "number-too-small": (
        "у ключа «{key}» стоит {value}, а наименьшее возможное – {ge}",
        "the key “{key}” has {value}; the least possible is {ge}",
    ),
    "number-too-large": (
        "у ключа «{key}» стоит {value}, а наибольшее возможное – {le}",
        "the key “{key}” has {value}; the greatest possible is {le}",
    ),
    "word-unknown": (
        "у ключа «{key}» не может стоять «{value}». Возможно: {expected}",
        "the key “{key}” cannot have “{value}”. Possible: {expected}",
    ),
    "date-unreadable": (
        "у ключа «{key}» должна быть дата вида 2020-06-05, а стоит «{value}»",
        "the key “{key}” needs a date such as 2020-06-05, and has “{value}”",
    ),
    "unknown-type": ("типа «{value}» нет. Возможны: {known}", "there is no type “{value}”. Possible: {known}"),
    "unknown-type-near": (
        "типа «{value}» нет. Может быть, «{near}»?",
        "there is no type “{value}”. Did you mean “{near}”?",
    ),
    # names
    "section-repeated": (
        "раздел «{name}» уже есть. Дайте этому разделу другое имя",
        "there is a section “{name}” already. Give this one another name",
    ),
    "section-reserved": (
        "имя раздела «{name}» занято титульным листом. Выберите другое",
        "the section name “{name}” belongs to the title sheet. Choose another",
    ),
    "sheet-repeated": (
        "лист «{name}» уже есть (большие и малые буквы не различаются). Назовите этот лист иначе",
        "there is a sheet “{name}” already (capitals make no difference). Name this one otherwise",
    ),
    "sheet-reserved": (
        "имя листа «{name}» занято: такой лист добавляется сам. Назовите этот иначе",
        "the sheet name “{name}” is taken: that sheet is added by itself. Name this one otherwise",
    ),
    "sheet-name": (
        "имя листа «{name}» Excel не примет: можно не больше {limit:знака|знаков|знаков} (здесь {length}), без [ ] : "
        "* ? "
        "/ \\ и без апострофа по краям",
        "Excel refuses the sheet name “{name}”: at most {limit:character|characters} (this has {length}), none of [ ] "
        ": * "
        "? / \\ and no apostrophe at the ends",
    ),
    "block-repeated": (
        "таблица или карточка «{name}» в форме уже есть. Дайте этой другое имя",
        "the form has a table or card “{name}” already. Give this one another name",
    ),
    "block-reserved": (
        "имя «{name}» занято титульным листом. Дайте таблице или карточке другое",
        "the name “{name}” belongs to the title sheet. Give the table or card another",
    ),
    "field-repeated": (
        "поле «{name}» в этой карточке уже есть. Дайте другое имя",
        "this card has a field “{name}” already. Give another name",
    ),
    "field-reserved": (
        "имя поля «{name}» занято графой сводных таблиц. Дайте другое",
        "the field name “{name}” is taken by a column of the summary. Give another",
    ),
    "column-repeated": (
        "графа «{name}» в этой таблице уже есть. Дайте другое имя",
        "this table has a column “{name}” already. Give another name",
    ),
    "column-reserved": (
        "имя графы или группы «{name}» занято (row – слово выражений, unit и municipality – графы сводных таблиц). "
        "Дайте другое",
        "the name “{name}” of a column or group is taken (row is a word of expressions, unit and municipality are "
        "columns "
        "of the summary). Give another",
    ),
    "column-unknown": (
        "графы «{name}» в этой таблице нет. Есть: {known}",
        "this table has no column “{name}”. It has: {known}",
    ),
    "column-unknown-near": (
        "графы «{name}» в этой таблице нет. Может быть, «{near}»?",
        "this table has no column “{name}”. Did you mean “{near}”?",
    ),
    "group-repeated": (
        "имя «{name}» уже есть у другой группы или графы этой таблицы. Дайте группе другое",
        "another group or column of this table is called “{name}”. Give the group another name",
    ),
    "row-repeated": (
        "строка «{name}» (или одно из её повторений: {name}_1, {name}_2…) в этой таблице уже есть. Дайте другое имя",
        "this table has a row “{name}” already (or one of its repetitions: {name}_1, {name}_2…). Give another name",
    ),
    "row-unknown": (
        "строки «{name}» в этой таблице нет. Есть: {known}",
        "this table has no row “{name}”. It has: {known}",
    ),
    "row-unknown-near": (
        "строки «{name}» в этой таблице нет. Может быть, «{near}»?",
        "this table has no row “{name}”. Did you mean “{near}”?",
    ),
    "list-unknown": (
        "списка «{name}» в форме нет. Есть: {known}. Опишите его под ключом lists или впишите сюда сам список",
        "the form has no list “{name}”. It has: {known}. Describe it under lists or write the list here",
    ),
    "list-unknown-near": (
        "списка «{name}» в форме нет. Может быть, «{near}»?",
        "the form has no list “{name}”. Did you mean “{near}”?",
    ),
    "roadmap-missing": (
        "у формы с мероприятиями нужен ключ roadmap. Пример: roadmap: {{start: 2020-09-01, end: 2021-08-31, "
        "school_year: 2020}}",
        "a form with measures needs the key roadmap. Example: roadmap: {{start: 2020-09-01, end: 2021-08-31, "
        "school_year: 2020}}",
    ),
    "roadmap-dates-crossed": (
        "окончание {end} раньше начала {start}. Исправьте одну из дат",
        "the end {end} comes before the start {start}. Correct one of the dates",
    ),
    "roadmap-contact-date": (
        "у формы с мероприятиями среди вопросов contact нужна дата заполнения: {{field: date, title: Дата заполнения, "
        "type: date, required: true}}",
        "a form with measures must ask in contact when it was filled in: {{field: date, title: Дата заполнения, "
        "type: date, required: true}}",
    ),
    "measures-none": (
        "в плане нет ни одного мероприятия. Добавьте measures в parts",
        "the roadmap has no measure. Add measures to parts",
    ),
    "measure-repeated": (
        "мероприятие «{name}» в этом плане уже есть. Дайте другое имя",
        "this roadmap has a measure “{name}” already. Give another name",
    ),
    "measure-dates-of-many": (
        "у «{name}» есть свои мероприятия: срок указывают у каждого из них",
        "“{name}” has measures of its own: give the dates at each of them",
    ),
    "part-empty": (
        "в разделе «{title}» нет мероприятий. Добавьте measures или parts либо удалите раздел",
        "the part “{title}” has no measures. Add measures or parts, or delete it",
    ),
    "indicator-unit": (
        "единицу не пишут, когда measured: {measured}: она известна. Удалите unit",
        "the unit of measured: {measured} is known. Delete unit",
    ),
    "indicator-unit-missing": (
        "у показателя «{name}» нет единицы измерения. Добавьте unit, например unit: чел.",
        "the indicator “{name}” has no unit of measure. Add unit, such as unit: чел.",
    ),
    "indicator-maximum": (
        "доля всегда от 0 до 100 %. Удалите maximum",
        "a share always lies between 0 and 100 %. Delete maximum",
    ),
    "printed-is-not-asked": (
        "в поле с printed напечатан текст, ответа здесь нет. Удалите {key} или printed",
        "a field with printed shows a text and asks nothing. Delete {key} or printed",
    ),
    "caption-repeated": (
        "надпись «{name}» рядом уже есть: в вернувшемся файле эти строки не различить. Уточните одну из них",
        "the caption “{name}” stands beside this one already: the two lines cannot be told apart in a returned file. "
        "Make one of them more precise",
    ),
}
