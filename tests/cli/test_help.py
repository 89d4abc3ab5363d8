"""Help and mistakes of usage in the language settled."""

from __future__ import annotations

import re

import pytest

from tests.cli.commands import Shell
from xlforms.cli.main import COMMANDS

_ENGLISH = re.compile(r"Usage|Options|Commands:|Show |exit|required|default|Error|Missing|OPTIONS|COMMAND|ARGS")
_RUSSIAN = re.compile("[А-Яа-я]")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_is_whole_in_its_language(shell: Shell, command: str, flag: str) -> None:
    """No heading of click is left in the Russian help, and nothing Russian in the English one."""
    russian = shell(*filter(None, [command, flag]))
    english = shell("--lang", "en", *filter(None, [command, flag]))
    assert ((0, ""), (0, "")) == ((russian.code, russian.err), (english.code, english.err))
    assert [] == _ENGLISH.findall(russian.out)
    assert [] == _RUSSIAN.findall(english.out)
    assert russian.out.startswith(" ".join(filter(None, ["Как вызвать: xlforms", command])))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            [],
            "не указана команда: forms, describe, generate, check, consolidate, import-roadmap; "
            "подробнее — xlforms --help",
        ),
        (["chek"], "нет команды «chek»; возможно, check"),
        (["проверить"], "нет команды «проверить»; есть: forms, describe, generate, check, consolidate, import-roadmap"),
        (
            ["--lang", "ru"],
            "не указана команда: forms, describe, generate, check, consolidate, import-roadmap; "
            "подробнее — xlforms --help",
        ),
        (["check"], "не указано: FILE..."),
        (["describe"], "не указано: FORM"),
        (["describe", "a", "b", "c"], "лишнее в команде: b, c"),
        (["check", "--fromat", "json", "a"], "нет ключа --fromat; возможно, --format, --form"),
        (["check", "--я", "a"], "нет ключа --я"),
        (["check", "a", "--format"], "после ключа --format нужно значение"),
        (["check", "a", "--format", "xml"], "--format может быть только: text, json, csv"),
        (["--lang", "fr", "forms"], "--lang может быть только: ru, en"),
        (["forms", "--lang", "fr"], "--lang может быть только: ru, en"),
    ],
)
def test_mistakes_of_usage(shell: Shell, arguments: list[str], expected: str) -> None:
    """Each mistake is one plain line on stderr and exit code 2."""
    ended = shell(*arguments)
    assert (2, "", f"xlforms: {expected}\n") == (ended.code, ended.out, ended.err)


@pytest.mark.parametrize("arguments", [["chek"], ["check"], ["describe", "a", "b"], ["check", "--fromat", "a"]])
def test_mistakes_of_usage_in_english(shell: Shell, arguments: list[str]) -> None:
    """The same in English."""
    ended = shell("--lang", "en", *arguments)
    assert (2, 1, []) == (ended.code, ended.err.count("\n"), _RUSSIAN.findall(ended.err))
