"""Who answered in time."""

from __future__ import annotations

from datetime import date

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.definitions.collection import Collection
from xlforms.reports.timeliness import Timeliness, days_late, timeliness

ROUND = Collection(collection="c", title="Сбор", deadline=date(2020, 6, 2))


def _file(unit: str, days: int, total: int = 1) -> Received:
    """A form that came some days after the first of June."""
    answers = submission(small_form(), unit, {"staff.russian.total": total})
    return returned(answers, path=f"{unit}-{days}.xlsx", hours=24 * days)


def test_by_form_and_municipality() -> None:
    """The last day itself is in time; who sent again after it was in time with the first form."""
    files = [_file("001", 0), _file("002", 1), _file("003", 2), _file("004", 0), _file("004", 5, total=2)]
    summary = summary_of(files, made_up_units(5, 2), collection=ROUND)
    assert {"small": Timeliness(3, 1, 0)} == timeliness(summary)
    assert {"Район 1": Timeliness(2, 1, 0), "Район 2": Timeliness(1, 0, 0)} == timeliness(summary, by_municipality=True)


def test_unknown_day() -> None:
    """A form of which nobody knows when it came is neither in time nor late."""
    answers = submission(small_form(), "001", {"staff.russian.total": 1})
    file = Received("a.xlsx", "", "a" * 64, "accepted", unit="001", form="small", version="1", submission=answers)
    assert {"small": Timeliness(0, 0, 1)} == timeliness(summary_of([file], made_up_units(1, 1), collection=ROUND))


def test_no_deadline() -> None:
    """Without a last day nothing is late and nothing in time."""
    assert timeliness(summary_of([_file("001", 0)], made_up_units(1, 1))) is None


def test_days_late() -> None:
    """Only who was late has days, counted to the first form; nobody has without a last day."""
    files = [_file("001", 1), _file("002", 4), _file("003", 2), _file("003", 5, total=2)]
    assert {("002", "small"): 3, ("003", "small"): 1} == days_late(
        summary_of(files, made_up_units(4, 2), collection=ROUND)
    )
    assert {} == days_late(summary_of(files, made_up_units(4, 2)))
