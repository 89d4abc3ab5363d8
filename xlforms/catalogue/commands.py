"""Messages about commands: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
