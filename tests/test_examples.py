"""Every story of `examples/` ends as its README says, and the runner says so when one does not."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/README.md"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the examples, without the results of earlier runs."""
    return shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("consolidated", "forms"))


def run(examples: Path) -> tuple[int, list[str]]:
    """Runs the runner of a copy: its exit code and the lines it prints."""
    command = [sys.executable, str(examples / "run.py")]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert "" == ended.stderr
    return ended.returncode, ended.stdout.splitlines()


def test_stories_end_as_they_say(copied: Path) -> None:
    """All stories run with nothing but the installed package; commands, exit codes, place of results are shown."""
    code, lines = run(copied)
    assert (0, f"{len(STORIES)} of {len(STORIES)} stories ended as they say") == (code, lines[-1])
    assert STORIES == [line.removeprefix("$ cd examples/") for line in lines if line.startswith("$ cd ")]
    texts = [(copied / story / "README.md").read_text(encoding="utf-8") for story in STORIES]
    commands = [command for text in texts for command in re.findall(r"(?<=exit=\d\n)xlforms .+", text)]
    assert commands == [line.removeprefix("$ ") for line in lines if line.startswith("$ xlforms ")]
    assert len(commands) == sum(line.startswith("✓ exit code ") for line in lines)
    for story in STORIES:
        assert f"  result: examples/{story}/consolidated/" in lines
        assert list((copied / story / "consolidated").rglob("summary.xlsx"))


def test_another_ending_is_told(copied: Path) -> None:
    """A story that ends otherwise than it says is marked, and the runner ends with 2."""
    for story in STORIES[1:]:
        shutil.rmtree(copied / story)
    readme = copied / STORIES[0] / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace("```sh exit=1", "```sh exit=0"), encoding="utf-8")
    code, lines = run(copied)
    assert (2, "0 of 1 stories ended as they say") == (code, lines[-1])
    assert "✗ exit code 1, but the story says 0" in lines


def test_no_story_is_no_success(copied: Path) -> None:
    """A folder without stories is not a success."""
    for story in STORIES:
        shutil.rmtree(copied / story)
    assert (2, ["0 of 0 stories ended as they say"]) == run(copied)
