"""The command `xlforms`: finds the subcommand, turns every failure into one plain line and an exit code.

Exit codes: 0 nothing to report; 1 done, and there is something to act on; 2 the command could not do its work.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from difflib import get_close_matches

import click

from xlforms import __version__
from xlforms.cli.help import HELP_NAMES, Group, usage_text
from xlforms.cli.language import choose_language, tell
from xlforms.cli.output import show
from xlforms.errors import DefinitionError, Problem, XlformsError
from xlforms.layout.place import cell_name

COMMANDS = ("forms", "describe", "generate", "check", "consolidate", "import-roadmap")
DONE, TO_ACT_ON, FAILED = 0, 1, 2


class LazyGroup(Group):
    """Loads the module of a subcommand only when it is used, so that help needs no heavy library."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The subcommands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One subcommand."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"xlforms.cli.{cmd_name.replace('-', '_')}").make_command()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a near match for a misspelt name."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            code = "command-unknown-near" if near else "command-unknown"
            raise click.UsageError(tell(code, name=args[0], near=near[0] if near else "", known=", ".join(COMMANDS)))
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of subcommands in the help, without loading them."""
        with formatter.section(tell("help-commands")):
            formatter.write_dl([(name, tell(f"help-{name}-short")) for name in COMMANDS])


def make_group() -> click.Group:
    """The command with its help in the language settled."""
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=tell("help-version"),
    )
    return LazyGroup(
        name="xlforms",
        help=tell("help-xlforms"),
        params=[lang_option(), version],
        callback=_require_command,
        invoke_without_command=True,
        context_settings={"help_option_names": HELP_NAMES},
    )


def lang_option() -> click.Option:
    """`--lang`, understood before and after the subcommand; it was settled before click began."""
    return click.Option(["--lang"], type=click.Choice(["ru", "en"]), expose_value=False, help=tell("help-lang"))


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a file or a pipe gets UTF-8 on every system; a console keeps its own encoding
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Runs the command line and returns the exit code; every failure is told on stderr."""
    choose_language(arguments)
    try:
        result = make_group().main(args=arguments, prog_name="xlforms", standalone_mode=False)
    except click.ClickException as error:
        _say_error(usage_text(error))
    except (click.Abort, KeyboardInterrupt):
        _say_error(tell("interrupted"))
    except DefinitionError as error:
        for problem in error.problems:
            click.echo(f"{_place(problem)}: {tell(problem.code, **problem.parameters)}", err=True)
        _say_error(tell(error.code, **error.parameters))
    except XlformsError as error:
        _say_error(tell(error.code, **error.parameters))
    except Exception as error:  # noqa: BLE001  # the last resort: one line for the user, the trace on demand
        if os.environ.get("XLFORMS_DEBUG"):
            traceback.print_exc()
        _say_error(tell("internal-error", detail=f"{type(error).__name__}: {error}"))
    else:
        return result if isinstance(result, int) else DONE
    return FAILED


def _place(problem: Problem) -> str:
    """The place of a mistake: file, line and column, or file, sheet and cell as a spreadsheet names them."""
    if not problem.sheet:
        return ":".join([problem.path] + [str(number) for number in (problem.line, problem.column) if number])
    place = f"{problem.path}, {tell('place-sheet', sheet=problem.sheet)}"
    if problem.line and problem.column:
        return f"{place}, {tell('place-cell', cell=cell_name(problem.line - 1, problem.column - 1))}"
    return f"{place}, {tell('place-row', row=problem.line)}" if problem.line else place


def _say_error(text: str) -> None:
    click.echo(f"xlforms: {' '.join(text.split())}", err=True)


def _require_command() -> None:
    """Runs before every subcommand; without one there is nothing to do."""
    if click.get_current_context().invoked_subcommand is None:
        raise click.UsageError(tell("command-missing", known=", ".join(COMMANDS)))


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        show(f"xlforms {__version__}")
        ctx.exit()


if __name__ == "__main__":
    main()
