"""The base of all definition models: frozen, strict, and helpful about misspelt keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from xlforms.definitions.yaml_source import Mark, MarkedDict, WrittenFloat, WrittenInt
from xlforms.errors import Problem


def _as_written(value: object) -> object:
    """A number where a text is expected is taken as it was written: `version: 2020.10`."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


def _stripped(value: object) -> object:
    written = _as_written(value)
    return written.strip() if isinstance(written, str) else written


Text = Annotated[str, BeforeValidator(_stripped)]
Caption = Annotated[Text, Field(min_length=1)]
Id = Annotated[str, BeforeValidator(_as_written), Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
FormId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]


@dataclass(frozen=True)
class Reports:
    """What a validation notes beside its result: problems, and which key of which mapping was only misspelt."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    renamed: set[tuple[Mark, str]] = field(default_factory=set)


class Model(BaseModel):
    """Unknown keys become problems of the `Reports` in the validation context, each with its line and a near match."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _report_unknown_keys(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, MarkedDict) or not isinstance(info.context, Reports):
            return value
        for key in value:
            if key in cls.model_fields:
                continue
            mark, details = value.key_marks[key], {"key": key, "known": ", ".join(cls.model_fields)}
            near = get_close_matches(key, [name for name in cls.model_fields if name not in value], n=1)
            code = "unknown-key"
            if near:
                code, details = "unknown-key-near", {"key": key, "near": near[0]}
                info.context.renamed.add((value.mark, near[0]))
            info.context.problems.append(Problem(info.context.path, mark.line, mark.column, code, {**details}))
        return {key: entry for key, entry in value.items() if key in cls.model_fields}
