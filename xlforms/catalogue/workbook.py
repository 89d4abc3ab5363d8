"""Messages about workbook: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {}
