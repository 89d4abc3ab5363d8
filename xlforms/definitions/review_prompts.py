"""Prompts that are longer than a spreadsheet shows, told where their help or example stands."""

from __future__ import annotations

from xlforms.definitions.items import SectionGrid, items_of
from xlforms.definitions.wording import PROMPT_LIMIT, prompt_of
from xlforms.definitions.written_places import places_of
from xlforms.definitions.yaml_source import MarkedDict
from xlforms.errors import Problem


def review_prompts(tree: MarkedDict, sections: tuple[SectionGrid, ...], path: str) -> list[Problem]:
    """One problem for each help or example that makes a prompt too long; the item whose prompt is longest is named.

    A prompt without help and example is the toolkit's own, and short.
    """
    longest: dict[tuple[str, str, str], tuple[int, str]] = {}
    for item in items_of(sections):
        key = "help" if len(item.help) >= len(item.example) else "example"
        text = item.help if key == "help" else item.example
        if item.computed or not text:
            continue
        length = len(prompt_of(item))
        if length > PROMPT_LIMIT and length > longest.get((item.block, key, text), (0, ""))[0]:
            longest[item.block, key, text] = length, item.name
    problems = []
    for (block, key, text), (length, name) in longest.items():
        details: dict[str, object] = {"item": name, "length": length, "limit": PROMPT_LIMIT, "key": key}
        for mark in places_of(tree, block, key, text):
            problems.append(Problem(path, mark.line, mark.column, "prompt-long", details))
    return problems
