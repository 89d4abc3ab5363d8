"""The base of all definition models: frozen, strict, and helpful about misspelt keys."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from xlforms.definitions.yaml_source import MarkedDict, WrittenFloat, WrittenInt
from xlforms.errors import Problem


def _as_written(value: object) -> object:
    """A number where a text is expected is taken as it was written: `version: 2020.10`."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


def _stripped(value: object) -> object:
    written = _as_written(value)
    return written.strip() if isinstance(written, str) else written


Text = Annotated[str, BeforeValidator(_stripped)]
Id = Annotated[str, BeforeValidator(_as_written), Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


class Model(BaseModel):
    """Unknown keys become problems in the validation context (key `problems`), each with its line and a near match."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _report_unknown_keys(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, MarkedDict) or info.context is None:
            return value
        unknown = [key for key in value if key not in cls.model_fields]
        for key in unknown:
            mark = value.key_marks[key]
            near = get_close_matches(key, [name for name in cls.model_fields if name not in value], n=1)
            code = "unknown-key-near" if near else "unknown-key"
            known = ", ".join(cls.model_fields)
            details = {"key": key, "near": near[0] if near else "", "known": known}
            info.context["problems"].append(Problem(info.context["path"], mark.line, mark.column, code, details))
        return {key: entry for key, entry in value.items() if key in cls.model_fields}
