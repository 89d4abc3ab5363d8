"""Every story of `examples/` ends as its README says, and the runner says so when one does not."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import EVERYTHING
from xlforms.api import import_roadmap_file
from xlforms.definitions.load import load_form

EXAMPLES = Path(__file__).parents[1] / "examples"
LONG = () if EVERYTHING else ("02-roadmap-progress", "04-regional-summary")  # README's first command runs it, too
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/README.md") if path.parent.name not in LONG)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the examples, without the results of earlier runs."""
    return shutil.copytree(
        EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("consolidated", "forms", "made", *LONG)
    )


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
    for story, text in zip(STORIES, texts, strict=True):
        summed = "\nxlforms consolidate " in text
        assert summed == (f"  result: examples/{story}/consolidated/" in lines)
        assert summed == bool(list((copied / story / "consolidated").rglob("summary.xlsx")))


def test_another_ending_is_told(copied: Path) -> None:
    """A story that ends otherwise than it says is marked, and the runner ends with 2."""
    for story in STORIES[:-1]:
        shutil.rmtree(copied / story)
    readme = copied / STORIES[-1] / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(text.replace("```sh exit=0", "```sh exit=1", 1), encoding="utf-8")
    code, lines = run(copied)
    assert (2, "0 of 1 stories ended as they say") == (code, lines[-1])
    assert "✗ exit code 0, but the story says 1" in lines


def test_no_story_is_no_success(copied: Path) -> None:
    """A folder without stories is not a success."""
    for story in STORIES:
        shutil.rmtree(copied / story)
    assert (2, ["0 of 0 stories ended as they say"]) == run(copied)


def test_what_the_imported_roadmaps_hold(copied: Path) -> None:
    """Numbers, sections and days of both documents, as a careful reader would have them."""
    folder = copied / "03-import-roadmap"
    found = {}
    for document in ("municipal-roadmap.docx", "district-roadmap.xlsx"):
        made = import_roadmap_file(folder / document, form="trial", out=folder / "trial.yaml")
        measures = load_form(folder / "trial.yaml").measures
        found[document] = [(m.number, f"{m.due_start or ''}–{m.due_end or ''}", m.kind) for m in measures]
        assert len(measures) == made.measures

    assert {
        "municipal-roadmap.docx": [
            ("1.1", "–2024-09-15", "dated"),
            ("1.2", "2024-09-01–2024-09-30", "dated"),
            ("1.3", "2024-09-01–2024-10-31", "dated"),
            ("2.1", "2024-10-01–2025-04-30", "dated"),
            ("2.2", "2024-11-01–2024-11-30", "dated"),
            ("2.3", "2024-09-01–2025-08-31", "recurring"),
            ("2.4", "2024-09-01–2025-08-31", "dated"),
            ("3.1", "–2024-09-20", "dated"),
            ("3.1", "2024-10-01–2024-10-31", "dated"),
            ("3.2", "2024-09-01–2025-08-31", "recurring"),
            ("3.4", "2024-12-01–2025-03-31", "dated"),
            ("3.5", "–", "undated"),
        ],
        "district-roadmap.xlsx": [
            ("1", "2024-08-28–2024-08-28", "dated"),
            ("2", "2024-08-28–2025-08-31", "recurring"),
            ("3", "2024-09-01–2024-12-31", "dated"),
            ("4", "–", "undated"),
            ("5", "–2024-12-01", "dated"),
            ("5", "2025-04-01–2025-09-30", "dated"),
        ],
    } == found


def test_the_documents_are_made_again_byte_for_byte(copied: Path) -> None:
    """What the story reads is what its script makes."""
    folder = copied / "03-import-roadmap"
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".docx", ".xlsx")}
    subprocess.run([sys.executable, str(folder / "make.py")], check=True)
    assert before == {name: (folder / name).read_bytes() for name in before}
