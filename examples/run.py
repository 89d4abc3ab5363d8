"""Runs every numbered story of this folder and shows what came of it.

    python examples/run.py

A story is a folder with a README. Its commands stand there in blocks that also say how each must end:
```` ```sh exit=1 ````. Needs nothing but the installed package. Ends with 0 when every story ended as it says, else 2.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent
COMMAND = re.compile(r"^```sh exit=(?P<code>\d+)\nxlforms (?P<arguments>.+)\n```$", re.MULTILINE)
RESULT = "consolidated"
WIDTH = 100


@dataclass(frozen=True)
class Command:
    """The arguments of one command and the exit code that the story promises for it."""

    arguments: str
    exit_code: int


@dataclass(frozen=True)
class Story:
    """One story: its folder, its title and its commands in their order."""

    folder: Path
    title: str
    commands: tuple[Command, ...]


def read_story(folder: Path) -> Story:
    """The story told by a folder's README; ValueError when that has no command."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    commands = tuple(Command(found["arguments"], int(found["code"])) for found in COMMAND.finditer(text))
    if not commands:
        raise ValueError(f"{folder.name}/README.md must hold a command")
    return Story(folder, text.partition("\n")[0].removeprefix("# "), commands)


def run_command(command: Command, folder: Path) -> bool:
    """Runs one command in the story's folder, showing what it prints; did it end as promised?"""
    print(f"$ xlforms {command.arguments}", flush=True)
    arguments = [sys.executable, "-m", "xlforms", *shlex.split(command.arguments)]
    ended = subprocess.run(arguments, cwd=folder, check=False).returncode
    as_promised = ended == command.exit_code
    promise = "as the story says" if as_promised else f"but the story says {command.exit_code}"
    print(f"{'✓' if as_promised else '✗'} exit code {ended}, {promise}")
    return as_promised


def run_story(story: Story) -> bool:
    """Runs the commands of a story one after another, all of them; did each end as promised?"""
    print(f"{story.title}\n{'─' * min(len(story.title), WIDTH)}")
    print(f"$ cd {EXAMPLES.name}/{story.folder.name}")
    endings = [run_command(command, story.folder) for command in story.commands]
    if (story.folder / RESULT).is_dir():
        print(f"  result: {EXAMPLES.name}/{story.folder.name}/{RESULT}/")
    print(f"  story:  {EXAMPLES.name}/{story.folder.name}/README.md\n", flush=True)
    return all(endings)


def main() -> int:
    """Runs the stories in the order of their numbers; 0, or 2 when one of them ended otherwise."""
    if hasattr(sys.stdout, "reconfigure"):
        # A pipe or a file gets UTF-8 on every system, as the program's own output does; a console keeps its encoding.
        sys.stdout.reconfigure(errors="replace", **({} if sys.stdout.isatty() else {"encoding": "utf-8"}))
    stories = [read_story(readme.parent) for readme in sorted(EXAMPLES.glob("*/README.md"))]
    results = [run_story(story) for story in stories]
    print(f"{sum(results)} of {len(results)} stories ended as they say")
    return 0 if results and all(results) else 2


if __name__ == "__main__":
    sys.exit(main())
