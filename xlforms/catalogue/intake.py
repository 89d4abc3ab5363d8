"""Messages about intake: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
