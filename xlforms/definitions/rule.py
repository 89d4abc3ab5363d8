"""One entry of `rules:` in a form: the keys that all kinds share; those of its own kind stay in `arguments`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from xlforms.definitions.model import Caption, Id, Model, Text


class Rule(Model):
    """An edit rule, said once.

    `kind` is one of `edit_rules`, whose own keys stand in `arguments`. `each_row` and `each_column` name a table: the
    rule then holds in each of its rows or columns, limited by `rows` or `columns` and by `except`. `when` is a
    condition without which the rule does not apply. `title`: what it is about; `message`, `advice`: what the school
    reads; `show`: further values for the message, by name; `reason`: why so, for those who read the form.
    """

    rule: Id
    kind: Caption
    severity: Literal["hard", "soft"] = "hard"
    title: Text = ""
    message: Text = ""
    advice: Text = ""
    reason: Text = ""
    when: Text = ""
    show: dict[Id, Caption] = Field(default_factory=dict)
    each_row: Text = ""
    each_column: Text = ""
    rows: list[Id] = Field(default_factory=list)
    columns: list[Id] = Field(default_factory=list)
    excluded: Annotated[list[Id], Field(default_factory=list, alias="except")]
    arguments: dict[str, Text | list[Text]] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _report_unknown_keys(cls, value: object) -> object:
        """Keeps the keys of the kind apart; which of them are right is for `review_rules`."""
        if not isinstance(value, dict):
            return value
        shared = {key: entry for key, entry in value.items() if key in COMMON_KEYS}
        return shared | {"arguments": {key: entry for key, entry in value.items() if key not in COMMON_KEYS}}

    @property
    def table(self) -> str:
        """The table that the rule goes through, if any."""
        return self.each_row or self.each_column


COMMON_KEYS = tuple(field.alias or name for name, field in Rule.model_fields.items() if name != "arguments")
