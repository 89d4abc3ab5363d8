"""The language of the command line."""

from __future__ import annotations

import pytest

from xlforms.cli.language import choose_language, language, tell


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "ru"),
        ([], {"LANG": "C"}, "ru"),
        ([], {"LANG": "C.UTF-8"}, "ru"),
        ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        (["--lang", "en", "check"], {"LANG": "ru_RU.UTF-8"}, "en"),
        (["check", "--lang", "en"], {"LANG": "ru_RU.UTF-8"}, "en"),
        (["check", "--lang=ru"], {"LANG": "en_US.UTF-8"}, "ru"),
        (["check", "--lang"], {"LANG": "en_US.UTF-8"}, "en"),
        (["--lang", "fr"], {"LANG": "ru_RU.UTF-8"}, "ru"),
    ],
)
def test_choice(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    """`--lang` anywhere goes before the locale; Russian when neither says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("xlforms.cli.language.locale.getlocale", lambda: (None, None))
    assert (expected, expected) == (choose_language(arguments), language())
    assert {"ru": "прервано", "en": "interrupted"}[expected] == tell("interrupted")
