"""Roadmaps on the page."""

from __future__ import annotations

import csv
import io

from tests.reports.html.read_page import data_of, page_of, part, table
from tests.reports.made_up_roadmap import progress_summary, report, said
from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import print_csv
from xlforms.reports.progress_files import PROGRESS, progress_rows


def _summary() -> Summary:
    one = report("001", said(spring="в работе", summer="выполнено 2021-02-01", autumn="выполнено 2021-01-10"))
    other = report("003", said(spring="выполнено 2021-02-01", often="не применимо"))
    return progress_summary([one, other], 4, 2)


def test_states() -> None:
    """The digit of a measure and a unit is the state of progress.csv."""
    summary = _summary()
    data = data_of(page_of(summary))
    (roadmap,) = data["roadmaps"]
    found = {
        (data["units"]["code"][unit], title): data["states"][int(states[place])][2]
        for title, states in zip(roadmap["measure"], roadmap["states"], strict=True)
        for place, unit in enumerate(roadmap["units"])
    }
    rows = csv.DictReader(io.StringIO(print_csv(PROGRESS, progress_rows(summary)).decode()))
    assert {(row["unit"], row["title"]): row["state"] for row in rows} == found


def test_measures() -> None:
    """How many schools are in each state, and the share that has done it of those to whom it applies."""
    rows = table(part(page_of(_summary()), "roadmaps"), "Мероприятия: сколько школ в каждом состоянии").rows()
    assert ("№", "Мероприятие", "Срок", "✓ выполнено", "(✓) выполнено с опозданием", "… в работе") == rows[0][:6]
    assert ("1. Кадры",) == rows[1]
    assert ("1.1", "Мониторинг", "февраль", "1", "–", "–", "1", "–", "–", "–", "2", "25 %") == rows[2]
    assert ("2.2", "Семинары", "ежемесячно") == next(row for row in rows if row[0] == "2.2")[:3]


def test_indicators() -> None:
    """Medians of the region, and who attained the target of those that can be told."""
    trained = {"staff.trained.target_1": 0.5, "staff.trained.fact_1": 0.6}
    files = [report("001", trained), report("002", trained | {"staff.trained.fact_1": 0.4})]
    rows = table(part(page_of(progress_summary(files, 3, 1)), "roadmaps"), "Малая дорожная карта").rows()
    assert ("Доля обученных, %", "2020/2021", "50 %", "50 %", "1 из 2") == rows[1]
    assert ("Уволилось, чел.", "2021/2022", "–", "–", "0 из 0") == rows[-1]
