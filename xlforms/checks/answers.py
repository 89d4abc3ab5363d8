"""Checks of single answers: type, range, length, address of electronic mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import numpy as np

from xlforms.checks.answer_place import AnswerPlaces
from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Column, Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.values import raw_text

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_SHOWN = 80  # characters of an answer that a message repeats


def check_answers(dataset: Dataset) -> Iterator[Finding]:
    """Findings on answers that are not of their type, out of range, or too long; these are not counted."""
    places = AnswerPlaces(dataset)
    for item in dataset.plan.items:
        column = dataset.column(item.name)
        for submission in np.flatnonzero(column.states == State.INVALID):
            yield _unreadable(dataset, places, item, int(submission))
        valid = column.states == State.VALUE
        if not valid.any():
            continue
        if item.nature in ("number", "date"):
            yield from _range(places, column, valid)
        elif item.nature == "text":
            yield from _text(places, column, valid)


def shown(item: Item, value: object) -> str:
    """An answer as a message may repeat it: shortened, percents as percents, never a personal one."""
    if item.personal:
        return "…"
    if item.type == "percent" and isinstance(value, int | float):
        return f"{value * 100:.10g} %".replace(".", ",")
    text = raw_text(value).replace("\n", " ")
    if isinstance(value, float):
        text = text.replace(".", ",")
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _unreadable(dataset: Dataset, places: AnswerPlaces, item: Item, submission: int) -> Finding:
    answer = dataset.invalid(submission, places.position(item))
    code, raw = (answer.code, answer.raw) if answer is not None else ("not-a-number", "")
    details: dict[str, object] = {"raw": shown(item, raw), "type": item.type} | _expected(item)
    rule = "choice" if code == "not-a-choice" else "type"
    return _finding(places, submission, item, rule, f"answer-{code}", details)


def _expected(item: Item) -> dict[str, object]:
    choices = ", ".join(item.choices[:8]) + ("…" if len(item.choices) > 8 else "")
    return {"choices": choices, "low": _bound(item, item.minimum), "high": _bound(item, item.maximum)}


def _bound(item: Item, bound: float | str | None) -> str:
    if item.nature == "date":
        return raw_text(date.fromisoformat(str(bound)))
    return "" if bound is None else shown(item, bound)


def _range(places: AnswerPlaces, column: Column, valid: np.ndarray) -> Iterator[Finding]:
    item = column.item
    low, high = (_number(item, item.minimum), _number(item, item.maximum))
    values = column.values.astype(np.float64, copy=False)
    with np.errstate(invalid="ignore"):
        outside = valid & ((values < low) | (values > high))
    for submission in np.flatnonzero(outside):
        value = float(values[submission])
        answer = date.fromordinal(int(value)) if item.nature == "date" else value
        details = {"raw": shown(item, answer)} | _expected(item)
        yield _finding(places, int(submission), item, "range", "answer-out-of-range", details)


def _number(item: Item, bound: float | str | None) -> float:
    return float(date.fromisoformat(str(bound)).toordinal()) if item.nature == "date" else float(bound or 0)


def _text(places: AnswerPlaces, column: Column, valid: np.ndarray) -> Iterator[Finding]:
    item = column.item
    for submission in np.flatnonzero(valid):
        text = str(column.values[submission])
        if item.max_length is not None and len(text) > item.max_length:
            details: dict[str, object] = {"length": len(text), "limit": item.max_length}
            yield _finding(places, int(submission), item, "length", "answer-too-long", details)
        if item.type == "email" and not _EMAIL.fullmatch(text):
            yield _finding(places, int(submission), item, "type", "answer-not-an-email", {"raw": shown(item, text)})


def _finding(
    places: AnswerPlaces, submission: int, item: Item, rule: str, code: str, parameters: dict[str, object]
) -> Finding:
    place = places.of(submission, item)
    return Finding(
        submission, item.name, place.sheet, place.cell, rule, "hard", code, place.captions, parameters, counts=False
    )
