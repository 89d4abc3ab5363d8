"""Messages about checks: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
