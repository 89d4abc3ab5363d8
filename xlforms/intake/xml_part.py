"""One XML part of a workbook, read without entities, without the network and without believing its size.

A document type declaration has no place in these formats and is refused. The tree of a sheet takes about 25 times its
bytes of memory (measured), so parts above LARGE_PART go by in pieces. lxml's `collect_ids=False` is never asked for:
with it libxml2 2.14 opens the file that a declaration names, even a pipe (measured).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from xlforms.errors import IntakeRefusal

LARGE_PART = 4 * 1024 * 1024
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def parse_part(content: bytes, part: str) -> etree._Element:
    """The root of the part's tree; IntakeRefusal `damaged` when it is not well-formed XML or declares entities."""
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    _refuse_document_type(root, part)
    return root


def stream_part(content: bytes, part: str, root_name: str, *tags: str) -> Iterator[etree._Element]:
    """Each element with one of the tags (`{namespace}name`, `{*}name`), complete, emptied after the caller saw it.

    The root must have the local name `root_name`. IntakeRefusal `damaged` as in `parse_part`, possibly after some
    elements were given.
    """
    context = etree.iterparse(
        io.BytesIO(content),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in context:
            yield element
            element.clear()
            while (seen := element.getprevious()) is not None and seen.tag == element.tag:
                seen.getparent().remove(seen)
    except etree.XMLSyntaxError as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    _refuse_document_type(context.root, part)
    if etree.QName(context.root).localname != root_name:
        raise IntakeRefusal("damaged", "part-broken", part=part)


def _refuse_document_type(root: etree._Element, part: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise IntakeRefusal("damaged", "document-type", part=part)
