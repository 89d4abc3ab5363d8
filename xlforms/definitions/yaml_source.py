"""YAML read with the place of every key, so that a mistake can be shown where it stands.

Scalars are read plainly: numbers, `true`/`false`, `null`; everything else is text. The traps of YAML 1.1 (`no` and
`on` as logical values, 12:30 as sixty-based numbers, dates) are left out. A number remembers how it was written, so
that a version `2020.10` stays `2020.10`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from xlforms.errors import DefinitionError, Problem

Location = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?\d+\Z")
_DECIMAL = re.compile(r"[-+]?\d*\.\d+([eE][-+]?\d+)?\Z|[-+]?\d+\.\Z")
_CONSTANTS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file: line and column, from 1."""

    line: int
    column: int


class WrittenInt(int):
    """A whole number and the text it was written as."""

    written: str


class WrittenFloat(float):
    """A decimal number and the text it was written as."""

    written: str


class MarkedDict(dict[str, object]):
    """A mapping that knows where it, its keys and their values stand."""

    mark: Mark
    key_marks: dict[str, Mark]
    value_marks: dict[str, Mark]


class MarkedList(list[object]):
    """A list that knows where it, its entries and their texts stand."""

    mark: Mark
    value_marks: list[Mark]
    text_marks: list[Mark]


def read_yaml(path: Path) -> MarkedDict:
    """The mapping in a YAML file, with marks.

    Raises DefinitionError when the file is not UTF-8, not YAML, not a mapping, or repeats a key.
    """
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DefinitionError([Problem(name, line, 0, "yaml-not-utf8")]) from error
    except OSError as error:
        raise DefinitionError([Problem(name, 0, 0, "file-unreadable", {"detail": error.strerror or ""})]) from error
    try:
        node = yaml.compose(text, Loader=_loader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise DefinitionError([Problem(name, *place, "yaml-syntax", {"detail": error.problem or ""})]) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise DefinitionError([Problem(name, line, 0, "control-character")]) from error
    except RecursionError as error:
        raise DefinitionError([Problem(name, 0, 0, "yaml-too-deep")]) from error
    problems: list[Problem] = []
    if not isinstance(node, yaml.MappingNode):
        raise DefinitionError([Problem(name, 1, 1, "yaml-not-a-mapping")])
    try:
        tree = _Builder(name, problems).mapping(node)
    except RecursionError as error:
        raise DefinitionError([Problem(name, 0, 0, "yaml-too-deep")]) from error
    if problems:
        raise DefinitionError(problems)
    return tree


def _loader(text: str) -> type[yaml.SafeLoader]:
    """The loader in C is ten times faster; one in Python takes texts that may nest deeper than the C stack holds."""
    shallow = text.count("[") + text.count("{") < 2_000 and max(map(len, text.splitlines()), default=0) < 2_000
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader) if shallow else yaml.SafeLoader
    return loader


_MOST_VALUES = 20_000  # lists and mappings; aliases of aliases make more of a file of ten lines


class _Builder:
    """Turns composed nodes into marked values; a YAML alias that contains itself is refused."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems
        self._open: set[int] = set()
        self._left = _MOST_VALUES

    def mapping(self, node: yaml.MappingNode) -> MarkedDict:
        result = MarkedDict()
        result.mark, result.key_marks, result.value_marks = _mark(node), {}, {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            mark = _mark(key_node)
            if key in result:
                self._problems.append(Problem(self._path, mark.line, mark.column, "yaml-repeated-key", {"key": key}))
            result.key_marks[key], result.value_marks[key] = mark, _text_mark(value_node)
            result[key] = self._value(value_node)
        return result

    def _value(self, node: yaml.Node) -> object:
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        self._left -= 1
        if self._left < 0:
            raise RecursionError("aliases of aliases")
        if id(node) in self._open:
            mark = _mark(node)
            self._problems.append(Problem(self._path, mark.line, mark.column, "yaml-alias-loop"))
            return None
        self._open.add(id(node))
        try:
            return self.mapping(node) if isinstance(node, yaml.MappingNode) else self._sequence(node)
        finally:
            self._open.discard(id(node))

    def _sequence(self, node: yaml.Node) -> MarkedList:
        result = MarkedList(self._value(entry) for entry in node.value)
        result.mark, result.value_marks = _mark(node), [_mark(entry) for entry in node.value]
        result.text_marks = [_text_mark(entry) for entry in node.value]
        return result


def _mark(node: yaml.Node) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


def _text_mark(node: yaml.Node) -> Mark:
    """Where the text of a value begins: after its quote; the column is unknown (0) in a folded or literal block."""
    mark = _mark(node)
    if not isinstance(node, yaml.ScalarNode) or not node.style:
        return mark
    return Mark(mark.line, 0) if node.style in "|>" else Mark(mark.line, mark.column + 1)


def _scalar(node: yaml.ScalarNode) -> object:
    text = str(node.value)
    if node.style:  # None or empty for plain scalars, by loader
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.match(text):
        whole = WrittenInt(text)
        whole.written = text
        return whole
    if _DECIMAL.match(text):
        number = WrittenFloat(text)
        number.written = text
        return number
    return text
