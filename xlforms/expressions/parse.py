"""From text to tree: a Pratt parser (V. Pratt, Top down operator precedence, 1973). Nothing is ever evaluated here.

From weakest to strongest: `if`, `or`, `and`, `not`, comparisons and `in`, `+ -`, `* /`, the minus of one value.
"""

from __future__ import annotations

from datetime import date
from typing import cast, get_args

from xlforms.errors import ExpressionError
from xlforms.expressions.functions import check_call
from xlforms.expressions.nodes import (
    COMPARISONS,
    Arithmetic,
    Binary,
    Call,
    Comparison,
    Conditional,
    Day,
    Logic,
    Membership,
    Node,
    Not,
    Number,
    Reference,
    Text,
    Unary,
    children,
)
from xlforms.expressions.tokens import KEYWORDS, Token, cut

MAX_DEPTH = 100  # far below Python's limit of recursion; Excel itself allows 64 levels
MAX_NODES = 2_000  # a shared middle of `a < b < c` counts twice; a formula of 8,192 characters holds fewer

OR, AND, NOT, COMPARE, ADD, MULTIPLY, NEGATE = 10, 20, 30, 40, 50, 60, 70
POWERS = {"or": OR, "and": AND, "in": COMPARE, "+": ADD, "-": ADD, "*": MULTIPLY, "/": MULTIPLY} | dict.fromkeys(
    COMPARISONS, COMPARE
)


def parse(text: str) -> Node:
    """The tree of an expression.

    Raises ExpressionError, and nothing else, for a text that is not one. Names are not looked up and kinds are not
    checked here: see `kinds.check`.
    """
    parser = _Parser(tuple(cut(text)))
    if parser.at_end():
        raise ExpressionError("expression-empty", 0)
    node = parser.expression(0)
    if parser.next.means(")"):
        raise ExpressionError("expression-bracket-close", parser.next.position)
    if not parser.at_end():
        raise parser.unexpected()
    return node


class _Parser:
    """The tokens, how many are used, and how high and large each node made so far is."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._used = 0
        self._depth = 0
        self._extents: dict[int, tuple[int, int]] = {}

    @property
    def next(self) -> Token:
        return self._tokens[self._used]

    def at_end(self) -> bool:
        return self.next.kind == "end"

    def unexpected(self) -> ExpressionError:
        if self.next.kind == "end":
            return ExpressionError("expression-unfinished", self.next.position)
        return ExpressionError("expression-unexpected", self.next.position, found=self.next.text)

    def expression(self, weakest: int) -> Node:
        """What follows, as far as operators at least as strong as `weakest` hold it together."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError("expression-too-deep", self.next.position, limit=MAX_DEPTH)
        left = self._value(weakest)
        while self.next.kind in ("sign", "name") and POWERS.get(self.next.text, -1) >= weakest:
            left = self._joined(left)
        self._depth -= 1
        return left

    def _take(self) -> Token:
        token = self.next
        if token.kind != "end":
            self._used += 1
        return token

    def _made(self, node: Node) -> Node:
        """The node, unless it is too high or too large for the recursive readers of the tree."""
        parts = [self._extents[id(child)] for child in children(node)]
        height = 1 + max((part[0] for part in parts), default=0)
        size = 1 + sum(part[1] for part in parts)
        if height > MAX_DEPTH:
            raise ExpressionError("expression-too-deep", node.position, limit=MAX_DEPTH)
        if size > MAX_NODES:
            raise ExpressionError("expression-too-long", node.position, limit=MAX_NODES)
        self._extents[id(node)] = (height, size)
        return node

    def _value(self, weakest: int) -> Node:  # noqa: PLR0911 - one way out for each sort of value
        token = self.next
        if token.kind in ("number", "text"):
            return self._constant()
        if token.kind == "date":
            self._take()
            return self._made(Day(date.fromisoformat(token.text), token.position))
        if token.kind == "name" and token.text not in KEYWORDS:
            self._take()
            return self._call(token) if self.next.means("(") else self._made(Reference(token.text, token.position))
        if token.means("("):
            self._take()
            inner = self.expression(0)
            self._close(token)
            return inner
        if token.means("-"):
            self._take()
            return self._made(Unary(self.expression(NEGATE), token.position))
        if token.means("not") and weakest <= NOT:
            self._take()
            return self._made(Not(self.expression(NOT), token.position))
        if token.means("if") and weakest == 0:
            return self._conditional()
        raise self.unexpected()

    def _joined(self, left: Node) -> Node:
        """`left` with the operator that comes next and what it takes on its right."""
        token = self.next
        if token.text in COMPARISONS:
            return self._compared(left)
        self._take()
        if token.text == "in":
            return self._made(Membership(left, self._options(), token.position))
        if token.text in ("and", "or"):
            parts = [left, self.expression(POWERS[token.text] + 1)]
            while self.next.means(token.text):
                self._take()
                parts.append(self.expression(POWERS[token.text] + 1))
            return self._made(Logic("and" if token.text == "and" else "or", tuple(parts), token.position))
        right = self.expression(POWERS[token.text] + 1)
        return self._made(Binary(cast(Arithmetic, token.text), left, right, token.position))

    def _compared(self, left: Node) -> Node:
        """One comparison, or a chain of them joined by `and`."""
        parts: list[Node] = []
        while self.next.kind == "sign" and self.next.text in get_args(Comparison):
            token = self._take()
            right = self.expression(COMPARE + 1)
            parts.append(self._made(Binary(cast(Comparison, token.text), left, right, token.position)))
            left = right
        return parts[0] if len(parts) == 1 else self._made(Logic("and", tuple(parts), parts[0].position))

    def _conditional(self) -> Node:
        start = self._take()
        condition = self.expression(0)
        if not self.next.means("then"):
            raise ExpressionError("expression-then-missing", self.next.position)
        self._take()
        then = self.expression(0)
        if not self.next.means("else"):
            return self._made(Conditional(condition, then, None, start.position))
        self._take()
        return self._made(Conditional(condition, then, self.expression(0), start.position))

    def _call(self, name: Token) -> Node:
        opening = self._take()
        arguments: list[Node] = []
        if not self.next.means(")"):
            arguments.append(self.expression(0))
            while self.next.means(","):
                self._take()
                arguments.append(self.expression(0))
        self._close(opening)
        check_call(name.text, len(arguments), name.position)
        return self._made(Call(name.text, tuple(arguments), name.position))

    def _options(self) -> tuple[Number | Text | Unary, ...]:
        opening = self.next
        if not opening.means("("):
            raise ExpressionError("expression-options", opening.position)
        self._take()
        options = [self._constant()]
        while self.next.means(","):
            self._take()
            options.append(self._constant())
        self._close(opening)
        return tuple(options)

    def _constant(self) -> Number | Text | Unary:
        token = self._take()
        constant: Number | Text | Unary
        if token.kind == "number":
            constant = Number(token.value, token.position)
        elif token.kind == "text":
            constant = Text(token.text, token.position)
        elif token.means("-") and self.next.kind == "number":
            number = self._take()
            operand = Number(number.value, number.position)
            self._made(operand)
            constant = Unary(operand, token.position)
        else:
            raise ExpressionError("expression-options", token.position)
        self._made(constant)
        return constant

    def _close(self, opening: Token) -> None:
        if self.next.means(")"):
            self._take()
        elif self.next.kind == "end":
            raise ExpressionError("expression-bracket-open", opening.position)
        else:
            raise self.unexpected()
