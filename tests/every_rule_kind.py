"""A form with every kind of rule, in many rows."""

from __future__ import annotations

BLOCKS = """
- table: t
  row_title: №
  open_rows: 36
  columns:
    - {column: a, title: а, type: integer}
    - {column: b, title: б, type: integer}
    - {column: c, title: в, type: integer}
    - {column: x, title: икс, type: decimal}
    - {column: p, title: доля, type: percent}
    - {column: d, title: начало, type: date}
    - {column: e, title: конец, type: date}
    - {column: n, title: название, type: text}
    - {column: k, title: есть, type: yes_no}
    - {column: z, title: ноль, type: integer, blank: zero}
    - {column: s, title: сколько на одного, type: decimal, computed: a / b}
- table: u
  row_title: №
  open_rows: 12
  columns:
    - {column: name, title: название, type: text}
    - {column: number, title: номер, type: integer}
- table: w
  columns:
    - {column: a, title: а, type: integer}
    - {column: b, title: б, type: decimal}
    - {column: c, title: в, type: money}
  rows: [{row: all, title: всего, rows: [{row: first, title: первые}, {row: second, title: вторые}]}]
"""
RULES = """
rules:
  - {rule: adds, kind: balance, each_row: t, parts: [a, b], total: c}
  - {rule: adds_roughly, kind: balance, each_row: t, parts: [a, x], total: z, tolerance: 0.5,
     severity: soft, title: сумма, reason: проба}
  - {rule: part, kind: share, each_row: t, part: a, whole: c}
  - {rule: between, kind: range, each_row: t, item: x, low: a, high: c}
  - {rule: in_order, kind: order, each_row: t, items: [d, e]}
  - {rule: needed, kind: required_if, each_row: t, item: x, condition: a > 0}
  - {rule: load, kind: ratio, each_row: t, numerator: a, denominator: b, low: 50%, high: 2,
     severity: soft, title: нагрузка, reason: проба}
  - {rule: agree, kind: consistency, each_row: t, if: 'k = "да"', then: answered(n) and z > 0}
  - {rule: any_way, kind: expression, each_row: t, condition: 'p <= 30% or s >= 0.3 or n in ("химия", "физика")'}
  - {rule: down, kind: balance, each_column: w, parts: [first, second], total: all}
  - {rule: twice, kind: unique, each_row: u, by: [name, number]}
  - {rule: most, kind: expression, condition: 'max(t.*.a) >= average(t.*.b) and count(t.*.k) > 2'}
"""
