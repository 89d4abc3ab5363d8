"""What .xlsx and .xlsb share: how their parts point to each other, and what the document says about itself.

Source: ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.xml_part import parse_part

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """A pointer from one part to another; `kind` is the last word of its type, equal in strict and transitional files.

    `target` is a part name without a leading slash, or an address outside when `external`.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the document says about itself: the program, the moment of saving, the custom properties as text."""

    application: str
    modified: str
    properties: dict[str, str]


def relations_of(parts: ZipParts, part: str) -> dict[str, Relation]:
    """The relations of a part by their id; of the package itself when `part` is empty. None at all when it has none."""
    folder, name = posixpath.split(part)
    relations_part = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations_part not in parts:
        return {}
    root = parse_part(parts.read(relations_part), relations_part)
    relations = {}
    for element in root.iter(_RELATION):
        target = element.get("Target", "").replace("\\", "/")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        relations[element.get("Id", "")] = Relation(kind, target, external)
    return relations


def part_of_kind(relations: dict[str, Relation], kind: str) -> str | None:
    """The part that the first relation of a kind points to, None when there is none."""
    return next((found.target for found in relations.values() if found.kind == kind and not found.external), None)


def main_part(parts: ZipParts) -> str:
    """The name of the workbook part; IntakeRefusal `damaged` when nothing points to one."""
    target = part_of_kind(relations_of(parts, ""), "officeDocument")
    if target is None:
        raise IntakeRefusal("damaged", "part-missing", part="officeDocument")
    return target


def facts_of(parts: ZipParts) -> DocumentFacts:
    """The document's own facts; what it does not say is empty."""
    relations = relations_of(parts, "")
    application = _child_text(_optional(parts, part_of_kind(relations, "extended-properties")), "Application")
    modified = _child_text(_optional(parts, part_of_kind(relations, "core-properties")), "modified")
    custom = _optional(parts, part_of_kind(relations, "custom-properties"))
    properties = {}
    for element in () if custom is None else custom.iterchildren("{*}property"):
        properties[element.get("name", "")] = "".join(map(str, element.itertext()))
    return DocumentFacts(application, modified, properties)


def has_macros(parts: ZipParts) -> bool:
    """Whether a macro project is inside; nothing ever runs it."""
    return any(name.endswith("vbaproject.bin") for name in parts.names())


def has_external_links(parts: ZipParts) -> bool:
    """Whether the workbook takes values from other workbooks."""
    return any("/externallinks/" in name for name in parts.names())


def has_comments(parts: ZipParts) -> bool:
    """Whether cells have comments, of the old kind or threads."""
    return any("comments" in name.rpartition("/")[2] or "/threadedcomments/" in name for name in parts.names())


def _optional(parts: ZipParts, part: str | None) -> etree._Element | None:
    """The tree of a part about the document, None when it was left out: nothing in it is an answer."""
    return None if part is None or part not in parts else parse_part(parts.read(part), part)


def _child_text(root: etree._Element | None, name: str) -> str:
    return "" if root is None else root.findtext(f"{{*}}{name}") or ""
