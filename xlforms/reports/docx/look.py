"""The look of a note in numbers: page, type sizes, spaces. Source of the margins: ГОСТ Р 7.0.97-2016, 3.3 (20, 10, 20,
20 mm at least; 30 mm on the left for what is kept longer than ten years)."""

from __future__ import annotations

WIDTH, HEIGHT = 210, 297
LEFT, RIGHT, TOP, BOTTOM = 30, 10, 20, 20
TEXT_WIDTH, TEXT_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
"""Millimetres between the margins."""

FONT = "Arial"
INK, HEADER = "1F2A37", "E9EDF1"
TITLE, ROUND, HEADING, BODY, BULLET, NUMBER, FOOTER = (
    "Title", "Subtitle", "Heading 1", "Normal", "List Bullet", "List Number", "Footer",
)  # fmt: skip
"""Styles that every office suite knows by these names."""

SIZES = {TITLE: 18.0, ROUND: 13.0, HEADING: 12.5, BODY: 11.0, BULLET: 11.0, NUMBER: 11.0, FOOTER: 9.0}
SPACES = {TITLE: (0.0, 2.0), ROUND: (0.0, 4.0), HEADING: (9.0, 3.0), BODY: (0.0, 5.0), BULLET: (0.0, 2.0),
          NUMBER: (0.0, 2.0), FOOTER: (0.0, 0.0)}  # fmt: skip
"""Points before and after a paragraph."""

BOLD = frozenset((TITLE, ROUND, HEADING))
LINE_SPACING = 1.0
CELL_POINTS, CELL_ROOM = 9.0, 1.5
"""Type size in tables; points above and below the text of a cell."""

BEHIND_TABLE = 6.0
"""Points."""

LIST_INDENT = 6.35
"""Millimetres before an item of a list, in the template of python-docx."""
