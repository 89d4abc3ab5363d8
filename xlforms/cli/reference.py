"""The command reference of README, printed by the program itself so that it cannot drift."""

from __future__ import annotations

import click

from xlforms.cli.language import choose_language
from xlforms.cli.main import COMMANDS, make_group


def print_reference() -> str:
    """The help of every command in English, as Markdown."""
    choose_language(["--lang", "en"])
    group = make_group()
    parts = []
    for name in COMMANDS:
        context = click.Context(group, info_name="xlforms", terminal_width=100, max_content_width=100)
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(name)
        inner = click.Context(command, info_name=name, parent=context, terminal_width=100, max_content_width=100)
        parts.append(f"### `xlforms {name}`\n\n```text\n{command.get_help(inner)}\n```\n")
    return "\n".join(parts).rstrip()
