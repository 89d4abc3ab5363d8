"""Workbooks with hostile or unusual XML, and with more of everything than a form has; the large ones pack well."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from tests.corpus.form import (
    FACTS,
    STAFF,
    Make,
    Parts,
    form,
    packed,
    parts_of,
    with_part,
    with_parts,
)
from tests.intake.packages import MAIN, RELATIONS, STRICT_MAIN, STRICT_RELATIONS, xlsx_parts, zipped
from xlforms.definitions.units import Unit

STYLES, TEXTS, BOOK = "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
BOOK_RELATIONS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
NETWORK = '<!DOCTYPE a SYSTEM "http://192.0.2.1/x.dtd">'
PIPE = '<!DOCTYPE a SYSTEM "in/pipe.xlsx">'
_ANNOUNCED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def declared(part: str, declaration: str) -> Make:
    """The form with a document type before the root of a part."""
    return with_part(part, lambda xml: _ANNOUNCED + declaration + xml[xml.index("?>") + 2 :])


def replaced(part: str, old: str, new: str) -> Make:
    """The form with the first place of a text in a part changed."""
    return with_part(part, lambda xml: xml.replace(old, new, 1))


def without(part: str) -> Make:
    """The form without a part."""
    return with_parts(lambda parts: {name: content for name, content in parts.items() if name != part})


def added(**parts: str) -> Make:
    """The form with more parts, their names written with `__` for `/` and `_` for a point."""
    return with_parts(lambda own: own | {_name(name): content.encode() for name, content in parts.items()})


def _name(word: str) -> str:
    return "/".join(word.split("__")).replace("_", ".")


def in_encoding(part: str, encoding: str, said: str) -> Make:
    """The form with a part in another encoding."""
    return with_part(part, lambda xml: xml.replace('encoding="UTF-8"', said, 1).encode(encoding))


def nested_elements(depth: int) -> Make:
    """Elements inside each other, in a sheet."""
    return replaced(FACTS, "</sheetData>", "</sheetData>" + "<a>" * depth + "</a>" * depth)


def strict(unit: Unit) -> bytes:
    """The form in the strict kind of the standard."""
    return packed(
        {
            name: content.replace(MAIN.encode(), STRICT_MAIN.encode()).replace(
                RELATIONS.encode(), STRICT_RELATIONS.encode()
            )
            for name, content in parts_of(form(unit)).items()
        }
    )


def prefixed(unit: Unit) -> bytes:
    """The form with a prefix before the name of every element of a sheet."""
    parts = parts_of(form(unit))
    xml = parts[STAFF].decode().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    return packed(parts | {STAFF: xml.replace(" xmlns=", " xmlns:x=", 1).encode()})


def many_sheets(count: int) -> Make:
    """The form with that many more sheets, all of one part."""

    def change(parts: Parts) -> Parts:
        names = range(count)
        sheets = "".join(f'<sheet name="Лист{n}" sheetId="{n + 100}" r:id="more{n}"/>' for n in names)
        kind = f"{RELATIONS}/worksheet"
        relations = "".join(f'<Relationship Id="more{n}" Type="{kind}" Target="worksheets/more.xml"/>' for n in names)
        return parts | {
            BOOK: parts[BOOK].replace(b"</sheets>", sheets.encode() + b"</sheets>"),
            BOOK_RELATIONS: parts[BOOK_RELATIONS].replace(
                b"</Relationships>", relations.encode() + b"</Relationships>"
            ),
            "xl/worksheets/more.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode(),
        }

    return with_parts(change)


def second_copy(change_cell: str = "") -> Make:
    """The form with a copy of the sheet of staff; `change_cell` is the number in it that the copy has otherwise."""

    def change(parts: Parts) -> Parts:
        copy = parts[STAFF].decode()
        if change_cell:
            copy = copy.replace(f"<v>{change_cell}</v></c>", "<v>444</v></c>", 1)
        relation = f'<Relationship Id="copy" Type="{RELATIONS}/worksheet" Target="worksheets/copy.xml"/>'
        return parts | {
            BOOK: parts[BOOK].replace(b"</sheets>", '<sheet name="Копия" sheetId="99" r:id="copy"/></sheets>'.encode()),
            BOOK_RELATIONS: parts[BOOK_RELATIONS].replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
            "xl/worksheets/copy.xml": copy.encode(),
        }

    return with_parts(change)


def many_styles(count: int) -> Make:
    """The form with that many more cell styles."""
    return replaced(STYLES, "</cellXfs>", '<xf numFmtId="0"/>' * count + "</cellXfs>")


def many_texts(mebibytes: int) -> Make:
    """The form with that much more text that no cell uses, each text another one."""
    chance = random.Random(1)
    words = [f"{chance.getrandbits(64):016x}" * 8 for _ in range(500)]
    count = mebibytes * 1024 * 1024 // 150
    items = "".join(f"<si><t>{number} {words[number % 500]}</t></si>" for number in range(count))
    return replaced(TEXTS, "</sst>", items + "</sst>")


def rows_of_blanks(rows: int, columns: int) -> Make:
    """The form with blank cells that have a style, from its first row on, in all these rows and columns."""
    row = '<row r="#">' + "".join(f'<c r="{column}#" s="1"/>' for column in _columns(columns)) + "</row>"
    whole = "".join(row.replace("#", str(number)) for number in range(1000, 1000 + rows))
    return replaced(FACTS, "</sheetData>", whole + "</sheetData>")


def rows_of_numbers(rows: Iterable[int]) -> Make:
    """The form with a number in all these rows, in its first column."""
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in rows)
    return replaced(FACTS, "</sheetData>", cells + "</sheetData>")


def _columns(count: int) -> list[str]:
    names = []
    for number in range(1, count + 1):
        name, left = "", number
        while left:
            left, letter = divmod(left - 1, 26)
            name = chr(65 + letter) + name
        names.append(name)
    return names


def without_addresses(xml: str) -> str:
    """A sheet whose cells do not say where they are: every one before the last of its row is there."""
    rows = {}
    xml = re.sub("<row [^>]*/>", "", xml)
    for number, cells in re.findall(r'<row r="([0-9]+)"[^>]*>(.*?)</row>', xml):
        found = dict(re.findall(r'<c r="([A-Z]+)[0-9]+"((?: [a-z]="[^"]*")*(?:/>|>.*?</c>))', cells))
        last = max(map(_columns(26).index, found), default=-1)
        rows[int(number)] = "".join(f"<c{found.get(name, '/>')}" for name in _columns(last + 1))
    whole = "".join(f"<row>{rows.get(number, '')}</row>" for number in range(1, max(rows) + 1))
    return re.sub("<sheetData>.*</sheetData>", lambda _: f"<sheetData>{whole}</sheetData>", xml)


def backwards(xml: str) -> str:
    """A sheet whose last row stands first, and in every row the last cell."""
    rows = re.findall(r"(<row [^>]*>)(.*?)</row>", re.sub(r"<row [^>]*/>", "", xml))
    turned = [
        start + "".join(reversed(re.findall(r"<c [^>]*/>|<c [^>]*[^/]>.*?</c>", cells))) + "</row>"
        for start, cells in reversed(rows)
    ]
    return re.sub("<sheetData>.*</sheetData>", lambda _: f"<sheetData>{''.join(turned)}</sheetData>", xml)


def other_keys(xml: str) -> str:
    """Corner cells with another checksum than their sheets have."""
    return re.sub(r"(#xf1\|[^<]*\|)[^|<]+<", r"\g<1>00000000<", xml)


def garbage_corners(xml: str) -> str:
    """Corner cells that begin like ours and say nothing."""
    return re.sub(r"#xf1\|[^<]*<", "#xf1|||||<", xml)


def foreign() -> bytes:
    """A workbook that was never a form."""
    return zipped(xlsx_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>Прайс-лист</t></is></c></row>'))
