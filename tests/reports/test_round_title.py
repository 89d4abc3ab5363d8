"""What a round is called in the workbook and on the page."""

from __future__ import annotations

from datetime import date

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.definitions.collection import Collection
from xlforms.reports.round_title import round_facts, round_forms, round_title

RECEIVED = [returned(submission(small_form(), "001", {"staff.russian.total": 1}))]


def test_a_round_with_a_description() -> None:
    """Its own title, then the forms, then everything that is known of its days."""
    collection = Collection(collection="c", title="Весенний сбор", period="2020 год", deadline=date(2020, 6, 5))
    summary = summary_of(RECEIVED, made_up_units(2, 1), collection=collection, as_of=date(2020, 6, 8))
    form = summary.forms[0].title

    assert "Весенний сбор" == round_title(summary)
    assert f"Форма: {form}" == round_forms(summary)
    assert ["Период: 2020 год.", "Срок сдачи: 5 июня 2020 г.", "Состояние на 8 июня 2020 г."] == round_facts(summary)


def test_a_round_without_a_description() -> None:
    """The only form gives the title, and is not named again; nothing is said of days that nobody told."""
    summary = summary_of(RECEIVED, made_up_units(2, 1))

    assert summary.forms[0].title == round_title(summary)
    assert "" == round_forms(summary)
    assert [] == round_facts(summary)
