"""Messages about definitions: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
