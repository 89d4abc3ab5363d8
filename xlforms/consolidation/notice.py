"""Something about the run itself that the officer should know."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """A message code and its parameters."""

    code: str
    parameters: dict[str, object] = field(default_factory=dict)
