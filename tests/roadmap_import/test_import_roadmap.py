"""From a document to a form that works: round trips, and what is told."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import xlforms
from tests.roadmap_import.made import HEADING, TITLE
from tests.roadmap_import.word_files import RowTexts, Wide, word_file, word_tables
from xlforms.definitions.load import load_form
from xlforms.errors import UsageError
from xlforms.messages import CATALOGUE, Language
from xlforms.roadmap_import.document import Cell, DocumentKind, Place, Row, Table
from xlforms.roadmap_import.doubts import ImportDoubt, say_doubt
from xlforms.roadmap_import.import_roadmap import ImportedRoadmap, import_roadmap, make_roadmap

_FULL = (*HEADING, "Ожидаемый результат")


def _make(*blocks: str | Sequence[RowTexts], school_year: int | None = None) -> ImportedRoadmap:
    return make_roadmap(word_tables(*blocks), "план школы.docx", form=None, title=None, school_year=school_year)


def test_form_works_at_once(tmp_path: Path) -> None:
    """The YAML loads; its measures have the days that their deadlines mean."""
    rows: list[RowTexts] = [
        Wide("1. Кадры"),
        ("1.1.", "Курсы", "октябрь-ноябрь", "завуч", "справка"),
        ("1.2.", "Отчёт: - за полугодие", "декабрь", "завуч", ""),
        ("", "- за год", "май", "", ""),
    ]
    made = _make(TITLE, [_FULL, *rows])
    path = tmp_path / "plan.yaml"
    path.write_text(made.yaml, encoding="utf-8")
    loaded = load_form(path)
    assert (made.form, made.measures, made.sections) == (loaded.form.form, len(loaded.measures), 1)
    assert [
        ("m1_1", "1.1", "Курсы", "завуч", date(2020, 10, 1), date(2020, 11, 30)),
        ("m1_2_1", "1.2", "Отчёт: за полугодие", "завуч", date(2020, 12, 1), date(2020, 12, 31)),
        ("m1_2_2", "1.2", "Отчёт: за год", "завуч", date(2021, 5, 1), date(2021, 5, 31)),
    ] == [(one.id, one.number, one.title, one.responsible, one.due_start, one.due_end) for one in loaded.measures]


_LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюяё "
_TITLES = st.tuples(st.sampled_from("АБВГКЛМНОПРСТ"), st.text(_LETTERS + "«»():;,.–-№%1234", max_size=80)).map(
    lambda pieces: " ".join("".join(pieces).split())
)
_DEADLINES = st.sampled_from(["май", "до 01.11.2020г.", "в течение года", "По отдельному плану", "", "октябрь, май"])
_PEOPLE = st.sampled_from(["директор", "Отдел образования, ОО", "зам. директора по УВР", ""])
_MEASURES = st.lists(st.tuples(_TITLES, _DEADLINES, _PEOPLE, _TITLES | st.just("")), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_TITLES, _MEASURES), min_size=1, max_size=3), st.data())
def test_any_numbered_roadmap_comes_back(parts: list[tuple[str, list[tuple[str, ...]]]], data: st.DataObject) -> None:
    """Sections and measures with any texts, over any pages, come back as they were printed."""
    rows: list[RowTexts] = []
    expected = []
    for n, (heading, measures) in enumerate(parts, start=1):
        rows.append(Wide(f"{n}. {heading}"))
        for m, texts in enumerate(measures, start=1):
            rows.append((f"{n}.{m}.", *texts))
            expected.append((f"{n}. {heading}", f"{n}.{m}", *texts))
    cut = data.draw(st.integers(1, len(rows)))
    repeated = [_FULL] if data.draw(st.booleans()) else []
    pages = [[_FULL, *rows[:cut]], "", [*repeated, *rows[cut:]]] if cut < len(rows) and _wide_enough(rows[cut:]) else []
    made = make_roadmap(
        word_tables(TITLE, *(pages or [[_FULL, *rows]])), "a.docx", form=None, title=None, school_year=None
    )
    assert expected == list(_printed(made.yaml))


def _wide_enough(rows: list[RowTexts]) -> bool:
    return any(not isinstance(row, Wide) for row in rows)


def _printed(text: str) -> list[tuple[str, ...]]:
    from_yaml = _parts(text)
    return [
        (part["part"], *(measure.get(key, "") for key in ("number", "title", "deadline", "responsible", "result")))
        for part in from_yaml
        for measure in part["measures"]
    ]


def _parts(text: str) -> list[dict[str, Any]]:
    """The parts of the first block."""
    parts: list[dict[str, Any]] = yaml.safe_load(text)["sections"][0]["blocks"][0]["parts"]
    return parts


_PIECES = st.sampled_from(
    ["", "1", "1.1.", "II", "3.2", "- а", "Курсы:", "и совет", "«Школа»", "май", "до 1 мая", "по плану", "* сноска",
     "+", "-", "Мероприятия", "Сроки", "№ п/п", "Ответственные", "Показатель", "Раздел 2", "завуч\nдиректор", "2020",
     "ГИА", "конец."]
)  # fmt: skip
_CELLS = st.builds(
    lambda text, start, width, bold, up: Cell(text, start, start + width, bold=bold, merged_up=up),
    _PIECES, st.integers(0, 5), st.integers(1, 4), st.booleans(), st.booleans(),
)  # fmt: skip
_LANGUAGES: tuple[Language, Language] = ("ru", "en")
_HEAD = Row(1, tuple(Cell(text, n, n + 1) for n, text in enumerate(_FULL)))


@settings(deadline=None)
@given(
    st.lists(st.lists(st.lists(_CELLS, max_size=6), max_size=8), max_size=3), st.sampled_from(["word", "sheet", "csv"])
)
def test_any_rows_below_a_heading(tables: list[list[list[Cell]]], kind: DocumentKind) -> None:
    """Whatever stands below a heading, something comes out: a form with unique ids, or that there is no measure."""
    made = tuple(
        Table(kind, str(n), (TITLE,), (_HEAD, *(Row(m, tuple(row)) for m, row in enumerate(rows, start=2))))
        for n, rows in enumerate(tables)
    )
    try:
        roadmap = make_roadmap(made, "plan", form=None, title=None, school_year=None)
    except UsageError as error:
        if error.code != "import-no-measures":
            raise
        return
    ids = re.findall(r"- measure: (.*)", roadmap.yaml)
    assert len(set(ids)) == len(ids)
    assert 0 < roadmap.measures
    assert all(say_doubt(doubt, language) for doubt in roadmap.doubts for language in _LANGUAGES)
    assert yaml.safe_load(roadmap.yaml)["form"] == roadmap.form


def test_same_text_every_time(tmp_path: Path) -> None:
    """The same file gives the same YAML and the same doubts."""
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file(TITLE, [_FULL, ("1", "Курсы", "май", "", ""), ("", "Совет", "июнь", "", "")]))
    assert import_roadmap(path) == import_roadmap(path)


def test_what_is_told() -> None:
    """Deadlines without date and outside of the roadmap, blanks, and where the year and the title come from."""
    rows = [
        ("1", "Курсы", "апрель 2021", "завуч", ""),
        ("2", "Совет", "по плану", "", ""),
        ("3", "Отчёт", "", "завуч", ""),
        ("4", "Итоги", "февраль 2019г.", "завуч", ""),
        ("5", "Анализ", "май 2021", "завуч", ""),
    ]
    made = _make([_FULL, *rows])
    assert [
        "названия над таблицей нет, взято имя файла: «план школы». Другое можно дать ключом --title",
        "в названии нет учебного года; взят 2020/21, к нему относится большинство сроков с годом. "
        "Другой можно дать ключом --school-year",
        "1 мероприятие без срока: 3",
        "1 мероприятие без ответственных: 2",
        "таблица 1, строка 3, № 2, «Совет»: срок «по плану» не даёт даты: опоздание по нему не считается",
        "таблица 1, строка 5, № 4, «Итоги»: срок (с 01.02.2019 по 28.02.2019) не попадает во время действия дорожной "
        "карты. Проверьте год",
    ] == [say_doubt(doubt, "ru") for doubt in made.doubts]


def test_no_measures() -> None:
    """A document without a table of measures is no roadmap."""
    for rows in ([("Школа", "Отдел")], [_FULL], [("Показатель", "Единица", "2020", "2021"), ("Доля", "%", "1", "2")]):
        with pytest.raises(UsageError, match="import-no-measures"):
            _make(TITLE, rows)


def test_ids_given(tmp_path: Path) -> None:
    """An id that is none is refused before the file is read."""
    with pytest.raises(UsageError, match="import-bad-id"):
        import_roadmap(tmp_path / "нет.docx", form="План")


def test_words() -> None:
    """A doubt leads to its row and says what to look at; a long title is cut between words."""
    bold = ImportDoubt("import-section-bold", Place("sheet", "План", 3), "1.1", "Слово " * 20)
    repeated = ImportDoubt("import-number-repeated", Place("csv", "", 2))
    title = " ".join(["Слово"] * 10)
    assert [
        f"sheet “План”, row 3, № 1.1, «{title}…»: taken for the heading of a section only because it is bold",
        "line 2: this number was there before",
    ] == [say_doubt(doubt, "en") for doubt in (bold, repeated)]


def test_every_code_has_words() -> None:
    """Every code in the package stands in the catalogue, and every text of this area is used."""
    folder = Path(xlforms.__file__).parent
    sources = [*(folder / "roadmap_import").glob("*.py"), folder / "cli" / "import_roadmap.py", folder / "api.py"]
    used = {
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("import-")
    }
    made = {"import-place-", "import-place-whole-", "import-section-", "import-year-from-", "import-roadmap", "import-"}
    assert set() == {code for code in used - made if code not in CATALOGUE}
    known = {code for code in CATALOGUE if code.startswith("import-")}
    assert set() == {code for code in known - used if not code.startswith(tuple(made - {"import-"}))}
