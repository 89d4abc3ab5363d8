"""The notes under a block of the totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer
from xlforms.reports.section_notes import SectionNotes, note_lines
from xlforms.reports.section_values import SectionValues


def test_who_is_named() -> None:
    """A school with its code and the cells of the form, what is computed of them too, under its own municipality; one
    that named none under the region."""
    units = Units("units.csv", (*made_up_units(2, 1), Unit("9", "", "", "", {})))
    files = [
        returned(submission(small_form(), "001", {"staff.russian.total": 999, "staff.russian.young": 3})),
        returned(submission(small_form(), "002", {"staff.russian.total": 9})),
        returned(
            submission(small_form(), "9", {}, invalid={"staff.mathematics.young": InvalidAnswer("not-a-number", "?")})
        ),
    ]
    summary = summary_of(files, units)
    form = summary.forms[0]
    plan = next(sheet for sheet in form.plan.sheets if sheet.name == "Кадры")
    notes = SectionNotes(plan, SectionValues(summary, form), summary.units)
    addresses = {item: _address(item) for item in ("russian.total", "russian.share", "mathematics.young")}
    assert [f"Школа № 1 (001) — {addresses['russian.total']}, {addresses['russian.share']}"] == list(
        notes.of_municipality("Район 1")
    )
    assert [f"9 — {addresses['mathematics.young']}"] == list(notes.of_municipality(""))
    assert (2, 3) == notes.of_region()


def _address(item: str) -> str:
    """Where it stands in the form, as its findings say."""
    _, cell = small_form()[0].cells()[f"staff.{item}"]
    return f"{'ABCDEFGH'[cell.column]}{cell.row + 1}"


@given(st.lists(st.text(alphabet="аб", min_size=1, max_size=30), max_size=12), st.integers(1, 4))
def test_note_lines(parts: list[str], most: int) -> None:
    """Nothing is lost, the order stays, and no text has more lines than allowed unless a single part has."""
    texts = note_lines("*", parts, lambda text: -(-len(text) // 20), most)
    assert "; ".join(parts) == "; ".join(texts).removeprefix("* ")
    assert [] == [text for text in texts if -(-len(text) // 20) > most and "; " in text]
