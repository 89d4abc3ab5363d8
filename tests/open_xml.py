"""Whether the parts of an Office file keep to the schemas of Open XML, as a judge from outside sees it.

The XSD files of ECMA-376 are in no package that can be installed. `openxml-audit` is: it judges by the schema data of
Microsoft's Open XML SDK, which hold the same transitional elements, their order, attributes and values. What it does
not see (numbers of styles, headings of tables) other tests look at.
"""

from __future__ import annotations

from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator


def faults(path: Path) -> list[str]:
    """Everything that breaks the schemas, with part and element."""
    return [str(error) for error in OpenXmlValidator(file_format=FileFormat.OFFICE_2010).validate(path).errors]
