"""Limits that an officer raises."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from xlforms.errors import UsageError
from xlforms.intake.limits import DEFAULT
from xlforms.intake.raised_limits import raised_limits
from xlforms.messages import say


def test_nothing_is_raised() -> None:
    """Without a wish the limits are the measured ones."""
    assert DEFAULT == raised_limits([])


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("file_bytes=40M", "file_bytes", 40 * 1024 * 1024),
        ("file_bytes = 40м", "file_bytes", 40 * 1024 * 1024),
        ("unpacked_bytes=4G", "unpacked_bytes", 4 * 1024**3),
        ("letter_header_bytes=512K", "letter_header_bytes", 512 * 1024),
        ("sheets=600", "sheets", 600),
        ("read_seconds=60", "read_seconds", 60.0),
    ],
)
def test_raised(text: str, field: str, value: float) -> None:
    """One limit is changed, the others stay; a suffix of either alphabet counts in 1024."""
    assert asdict(DEFAULT) | {field: value} == asdict(raised_limits([text]))


def test_the_last_word_holds() -> None:
    """A limit named twice is what was said last, several are all changed."""
    assert replace(DEFAULT, sheets=700, cells=3) == raised_limits(["sheets=600", "cells=3", "sheets=700"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file_byte=40M", "предела «file_byte» нет. Возможны: file_bytes"),
        ("sheets", "предел sheets: «» — не целое число больше нуля. Пример: sheets=40M"),
        ("sheets=0", "предел sheets: «0» — не целое число больше нуля. Пример: sheets=40M"),
        ("sheets=-5", "предел sheets: «-5» — не целое число больше нуля. Пример: sheets=40M"),
        ("sheets=1,5", "предел sheets: «1,5» — не целое число больше нуля. Пример: sheets=40M"),
        ("sheets=M", "предел sheets: «M» — не целое число больше нуля. Пример: sheets=40M"),
        ("sheets=٣", "предел sheets: «٣» — не целое число больше нуля. Пример: sheets=40M"),
    ],
)
def test_what_is_no_limit(text: str, message: str) -> None:
    """A wrong name is answered with the nearest right one, a wrong number with an example."""
    with pytest.raises(UsageError) as raised:
        raised_limits([text])
    assert message == say(raised.value.code, "ru", **raised.value.parameters)


def test_every_limit_is_documented() -> None:
    """The guide for officers names each limit with the value that it usually has."""
    guide = (Path(__file__).parents[2] / "consolidated" / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| (\d+[KMG]?) \| ", guide, re.MULTILINE))
    assert DEFAULT == raised_limits([f"{name}={value}" for name, value in told.items()])
    assert list(asdict(DEFAULT)) == list(told)
