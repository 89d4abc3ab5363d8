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
from xlforms.cli.language import choose_language, tell
from xlforms.errors import DefinitionError, XlformsError

COMMANDS = ("forms", "describe", "generate", "check", "consolidate")
DONE, TO_ACT_ON, FAILED = 0, 1, 2


class LazyGroup(click.Group):
    """Loads the module of a subcommand only when it is used, so that help needs no heavy library."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The subcommands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One subcommand."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"xlforms.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a near match for a misspelt name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
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
    group = LazyGroup(
        name="xlforms", help=tell("help-xlforms"), context_settings={"help_option_names": ["--help", "-h"]}
    )
    group.params.append(lang_option())
    group.params.append(
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
            help=tell("help-version"),
        )
    )  # fmt: skip
    return group


def lang_option() -> click.Option:
    """`--lang`, understood before and after the subcommand; it was settled before click began."""
    return click.Option(["--lang"], type=click.Choice(["ru", "en"]), expose_value=False, help=tell("help-lang"))


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    choose_language(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a file or a pipe gets UTF-8 on every system; a console keeps its own encoding
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Runs the command line and returns the exit code; every failure is told on stderr."""
    try:
        result = make_group().main(args=arguments, prog_name="xlforms", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        _say_error(_usage_text(error))
    except (click.Abort, KeyboardInterrupt):
        _say_error(tell("interrupted"))
    except DefinitionError as error:
        for problem in error.problems:
            place = ":".join([problem.path] + [str(n) for n in (problem.line, problem.column) if n])
            click.echo(f"{place}: {tell(problem.code, **problem.parameters)}", err=True)
        _say_error(tell(error.code, **error.parameters))
    except XlformsError as error:
        _say_error(tell(error.code, **error.parameters))
    except BrokenPipeError:
        sys.stderr.close()
    except Exception as error:  # noqa: BLE001  # the last resort: one line for the user, the trace on demand
        if os.environ.get("XLFORMS_DEBUG"):
            traceback.print_exc()
        _say_error(tell("internal-error", detail=f"{type(error).__name__}: {error}"))
    return FAILED


def _say_error(text: str) -> None:
    click.echo(f"xlforms: {text}", err=True)


def _usage_text(error: click.ClickException) -> str:
    """What click has to say, in the language of the command line."""
    if isinstance(error, click.NoSuchOption):
        near = f" ({', '.join(error.possibilities)}?)" if error.possibilities else ""
        return tell("usage-no-such-option", name=error.option_name) + near
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return tell("usage-missing", name=error.param.make_metavar(error.ctx) if error.ctx else error.param.name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return tell("usage-bad-value", name=error.param.opts[0], detail=error.message)
    return error.format_message().replace("\n", " ")


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"xlforms {__version__}")
        ctx.exit()
