"""Workbooks made by hand, part by part, for tests that need what no program writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from xlforms.intake.guard_zip import ZipParts, zip_directory
from xlforms.intake.limits import DEFAULT, Limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def opened(content: bytes, limits: Limits = DEFAULT) -> ZipParts:
    """The parts behind the gate."""
    return ZipParts(content, zip_directory(content), limits)


def relations(*targets: tuple[str, str], namespace: str = RELATIONS) -> str:
    """A part with relations rId1, rId2…, each given as kind and target."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{namespace}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def worksheet(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet part around the rows."""
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx_parts(
    rows: str = "",
    *,
    shared: tuple[str, ...] = (),
    number_formats: Mapping[int, str] | None = None,
    styles: tuple[int, ...] = (0,),
    workbook_properties: str = "",
    strict: bool = False,
) -> dict[str, str | bytes]:
    """A workbook with one sheet «Лист»; `shared` are `si` elements, `styles` the number formats of cell styles."""
    main, related = (STRICT_MAIN, STRICT_RELATIONS) if strict else (MAIN, RELATIONS)
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in (number_formats or {}).items())
    cell_styles = "".join(f'<xf numFmtId="{number}"/>' for number in styles)
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml"), namespace=related),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" xmlns:r="{related}"><workbookPr {workbook_properties}/>'
            '<sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
            namespace=related,
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{"".join(shared)}</sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{main}"><numFmts>{formats}</numFmts>'
            f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{cell_styles}</cellXfs></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": worksheet(rows, namespace=main),
    }
