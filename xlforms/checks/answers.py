"""Checks of single answers: type, range, length, address of electronic mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import numpy as np

from xlforms.checks.answer_place import AnswerPlace, AnswerPlaces
from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Column, Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.texts import tidy
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
    text = raw_text(value)
    return shortened(text.replace(".", ",") if isinstance(value, float) else text)


def shortened(text: str) -> str:
    """A text as a message may repeat it: on one line, and not too long."""
    plain = " ".join(tidy(text).split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _unreadable(dataset: Dataset, places: AnswerPlaces, item: Item, submission: int) -> Finding:
    answer = dataset.submissions[submission].invalid[dataset.positions[item.name]]
    details = {"raw": shown(item, answer.raw)} | _expected(item)
    rule = "choice" if answer.code == "not-a-choice" else "type"
    return _finding(places.of(submission, item), submission, item, (rule, f"answer-{answer.code}"), details)


def _expected(item: Item) -> dict[str, object]:
    choices = ", ".join(item.choices[:8]) + ("…" if len(item.choices) > 8 else "")
    return {"choices": choices, "low": _bound(item, item.minimum), "high": _bound(item, item.maximum)}


def _bound(item: Item, bound: float | str | None) -> str:
    if item.nature == "date":
        return raw_text(date.fromisoformat(str(bound)))
    return "" if bound is None else shown(item, bound)


def limits(item: Item) -> tuple[float, float]:
    """The bounds of a number or date, a date as the number of its day (`date.toordinal`)."""
    return _number(item, item.minimum), _number(item, item.maximum)


def _range(places: AnswerPlaces, column: Column, valid: np.ndarray) -> Iterator[Finding]:
    item = column.item
    low, high = limits(item)
    values = column.values.astype(np.float64, copy=False)
    with np.errstate(invalid="ignore"):
        outside = valid & ((values < low) | (values > high))
    for submission in np.flatnonzero(outside):
        value = float(values[submission])
        answer = date.fromordinal(int(value)) if item.nature == "date" else value
        details = {"raw": shown(item, answer)} | _expected(item)
        place = places.of(int(submission), item)
        yield _finding(place, int(submission), item, ("range", "answer-out-of-range"), details)


def _number(item: Item, bound: float | str | None) -> float:
    return float(date.fromisoformat(str(bound)).toordinal()) if item.nature == "date" else float(bound or 0)


def _text(places: AnswerPlaces, column: Column, valid: np.ndarray) -> Iterator[Finding]:
    item = column.item
    for submission in np.flatnonzero(valid):
        text = str(column.values[submission])
        if item.max_length is not None and len(text) > item.max_length:
            details: dict[str, object] = {"length": len(text), "limit": item.max_length}
            place = places.of(int(submission), item)
            yield _finding(place, int(submission), item, ("length", "answer-too-long"), details)
        if item.type == "email" and not _EMAIL.fullmatch(text):
            details = {"raw": shown(item, text)}
            place = places.of(int(submission), item)
            yield _finding(place, int(submission), item, ("type", "answer-not-an-email"), details)


def _finding(
    place: AnswerPlace, submission: int, item: Item, rule_and_code: tuple[str, str], parameters: dict[str, object]
) -> Finding:
    rule, code = rule_and_code
    return Finding(
        submission, item.name, place.sheet, place.cell, rule, "hard", code, place.captions, parameters, counts=False
    )
