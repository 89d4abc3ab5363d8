"""Runs every numbered story of this folder and shows what came of it.

    python examples/run.py

A story is a folder with a README. Its command stands there in a block that also says how it must end:
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
class Story:
    """One story: its folder, its title, the arguments of its command and the exit code that it promises."""

    folder: Path
    title: str
    arguments: str
    exit_code: int


def read_story(folder: Path) -> Story:
    """The story told by a folder's README; ValueError when that has not exactly one command."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    commands = list(COMMAND.finditer(text))
    if len(commands) != 1:
        raise ValueError(f"{folder.name}/README.md must hold one command, it has {len(commands)}")
    title = text.partition("\n")[0].removeprefix("# ")
    return Story(folder, title, commands[0]["arguments"], int(commands[0]["code"]))


def run_story(story: Story) -> bool:
    """Runs the command in the story's folder, showing what it prints; did it end as promised?"""
    print(f"{story.title}\n{'─' * min(len(story.title), WIDTH)}")
    print(f"$ cd {EXAMPLES.name}/{story.folder.name}\n$ xlforms {story.arguments}", flush=True)
    command = [sys.executable, "-m", "xlforms", *shlex.split(story.arguments)]
    ended = subprocess.run(command, cwd=story.folder, check=False).returncode
    as_promised = ended == story.exit_code
    promise = "as the story says" if as_promised else f"but the story says {story.exit_code}"
    print(f"{'✓' if as_promised else '✗'} exit code {ended}, {promise}")
    if (story.folder / RESULT).is_dir():
        print(f"  result: {EXAMPLES.name}/{story.folder.name}/{RESULT}/")
    print(f"  story:  {EXAMPLES.name}/{story.folder.name}/README.md\n", flush=True)
    return as_promised


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
