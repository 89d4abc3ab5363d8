"""Messages about reports: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
