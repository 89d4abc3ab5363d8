"""Commands whose help and mistakes of usage are told in the language settled; click itself speaks English."""

from __future__ import annotations

import click

from xlforms.cli.language import tell

HELP_NAMES = ["--help", "-h"]


class Command(click.Command):
    """A command of click with our headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line: what may be written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{tell('help-usage')}: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of that line; the word for options is ours."""
        self.options_metavar = f"[{tell('help-options-word')}]"
        return super().collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(tell("help-options")):
            formatter.write_dl([record for record in records if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` with our text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = tell("help-help")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; what is left over is told in our words."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(tell("usage-extra", names=", ".join(map(str, rest))), ctx)
        return rest


class Group(Command, click.Group):
    """A group of commands with our headings."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line; the word for the command is ours."""
        self.subcommand_metavar = tell("help-command-word")
        return super().collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands come before options: they are what a person looks for."""
        self.format_commands(ctx, formatter)
        Command.format_options(self, ctx, formatter)


def usage_text(error: click.ClickException) -> str:
    """What is wrong with a command line, in one line."""
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return tell("usage-no-such-option-near" if near else "usage-no-such-option", name=error.option_name, near=near)
    if isinstance(error, click.BadOptionUsage):
        return tell("usage-option-value", name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return tell("usage-missing", name=error.param.make_metavar(error.ctx) if error.ctx else error.param.name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        known = ", ".join(map(str, error.param.type.choices)) if isinstance(error.param.type, click.Choice) else ""
        code = "usage-not-a-choice" if known else "usage-bad-value"
        return tell(code, name=error.param.opts[0], known=known, detail=error.message)
    return error.format_message().replace("\n", " ")
