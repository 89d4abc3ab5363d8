"""The gate for XML."""

from __future__ import annotations

import time

import pytest

from tests.intake.packages import MAIN
from xlforms.errors import IntakeRefusal
from xlforms.intake.xml_part import parse_part, stream_part

_ENTITIES = "".join(
    f'<!ENTITY e{n} "{"&e" + str(n - 1) + ";" if n else "ха"}{("&e" + str(n - 1) + ";") * 9 if n else ""}">'
    for n in range(9)
)
_HOSTILE = {
    "entities in text": f"<!DOCTYPE a [{_ENTITIES}]><a><row>&e8;</row></a>",
    "entities in an attribute": f'<!DOCTYPE a [{_ENTITIES}]><a><row b="&e8;"/></a>',
    "a file from outside": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><row>&x;</row></a>',
    "a DTD alone": '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd"><a><row/></a>',
    "too deep": "<a>" + "<row>" * 5000 + "</row>" * 5000 + "</a>",
    "cut off": "<a><row/>",
    "nothing": "",
}


@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_hostile_xml_is_refused_at_once(name: str) -> None:
    """Entities, foreign files, endless depth and broken XML are `damaged`, whole or in pieces, in no time."""
    content = _HOSTILE[name].encode()
    started = time.perf_counter()
    with pytest.raises(IntakeRefusal) as whole:
        parse_part(content, "part")
    with pytest.raises(IntakeRefusal) as pieces:
        list(stream_part(content, "part", "a", "{*}row"))
    assert ["damaged", "damaged"] == [whole.value.reason, pieces.value.reason]
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("name", ["missing.dtd", "http://localhost:1/a.dtd", "//server/share/a.dtd"])
def test_declared_files_are_never_opened(name: str) -> None:
    """A declaration is refused for being there; opening what it names, even in vain, would be another refusal."""
    content = f'<!DOCTYPE a SYSTEM "{name}"><a><row/></a>'.encode()
    with pytest.raises(IntakeRefusal) as whole:
        parse_part(content, "part")
    with pytest.raises(IntakeRefusal) as pieces:
        list(stream_part(content, "part", "a", "{*}row"))
    assert ["document-type", "document-type"] == [whole.value.code, pieces.value.code]


def test_stream_gives_each_element_complete() -> None:
    """Elements come in order with what is inside them."""
    content = f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{n}</t></si>" for n in range(3))}</sst>'.encode()
    assert ["0", "1", "2"] == [item.findtext("{*}t") for item in stream_part(content, "part", "sst", "{*}si")]


def test_stream_checks_the_root() -> None:
    """A part of another kind is damaged, never a part without elements."""
    with pytest.raises(IntakeRefusal):
        list(stream_part(b"<html><si/></html>", "part", "sst", "{*}si"))
