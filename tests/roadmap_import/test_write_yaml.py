"""The YAML that is written means what was imported."""

from __future__ import annotations

from datetime import date

import yaml
from hypothesis import given
from hypothesis import strategies as st

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline
from xlforms.roadmap_import.document import Place
from xlforms.roadmap_import.parts import ImportedMeasure, ImportedPart
from xlforms.roadmap_import.write_yaml import ImportedForm, meaning, write_yaml

_WINDOW = Window(date(2020, 9, 1), date(2021, 8, 31), 2020)
_PLACE = Place("word", "1", 1)


def _form(*parts: ImportedPart, title: str = "План") -> ImportedForm:
    return ImportedForm("plan", title, "ДК-2020", 2020, _WINDOW, parts, "план.docx")


def _measure(name: str, title: str, deadline: str = "", *below: ImportedMeasure) -> ImportedMeasure:
    return ImportedMeasure(name, "1.1" if below else "", title, deadline, "", "", _PLACE, below)


def test_whole_text() -> None:
    """Keys in the order of hand-written forms, long texts folded, the meaning of a deadline beside it."""
    inner = ImportedPart("1.1. Курсы", (_measure("m1_1_1", "Курсы: первые", "до 1 мая"),))
    text = write_yaml(
        _form(
            ImportedPart("", (_measure("m1", "Совет", "По плану"),)),
            ImportedPart(
                "1. Кадры", (_measure("m2", "Слово " * 20 + "конец", "", _measure("m2_1", "а", "май")),), (inner,)
            ),
        )
    )
    assert """\
      - measures: plan
        parts:
          - measures:
              - measure: m1
                title: Совет
                deadline: По плану  # без даты
          - part: 1. Кадры
            measures:
              - measure: m2
                number: "1.1"
                title: >-
                  Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово Слово
                  Слово Слово Слово Слово конец
                measures:
                  - measure: m2_1
                    title: а
                    deadline: май  # 2021-05-01 – 2021-05-31
            parts:
              - part: 1.1. Курсы
                measures:
                  - measure: m1_1_1
                    title: "Курсы: первые"
                    deadline: до 1 мая  # до 2021-05-01
""" == text[text.index("      - measures: plan") :]
    assert ["form", "version", "title", "code", "roadmap", "instructions", "sections"] == list(yaml.safe_load(text))


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: " ".join(text.split()))
_WORDS = st.sampled_from(
    ["да", "no", "Null", "1.1", "2020-01-01", "- а", "а: б", "а #б", "«в»", '"', "\\", "12", "1e3"]
)
_ANY = st.one_of(_TEXTS, st.lists(_WORDS | _TEXTS, min_size=1, max_size=40).map(" ".join)).filter(bool)


@given(_ANY, _ANY, _ANY)
def test_any_text_comes_back(title: str, part: str, deadline: str) -> None:
    """Whatever is written, YAML reads the same text."""
    read = yaml.safe_load(write_yaml(_form(ImportedPart(part, (_measure("m1", title, deadline),)), title=title)))
    block = read["sections"][0]["blocks"][0]["parts"][0]
    assert (title, part, {"measure": "m1", "title": title, "deadline": deadline}) == (
        read["title"],
        block["part"],
        block["measures"][0],
    )


def test_meanings() -> None:
    """Days, open ends, repetitions, and no date."""
    texts = ("15.08.2020", "до 01.11.2020г.", "май", "ежемесячно", "по плану")
    assert [
        "2020-08-15", "до 2020-11-01", "2021-05-01 – 2021-05-31", "повторяется, 2020-09-01 – 2021-08-31", "без даты",
    ] == [meaning(read_deadline(text, _WINDOW)) for text in texts]  # fmt: skip
    assert "повторяется" == meaning(read_deadline("ежемесячно", Window()))
