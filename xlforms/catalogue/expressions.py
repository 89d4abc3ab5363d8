"""Messages about expressions: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
