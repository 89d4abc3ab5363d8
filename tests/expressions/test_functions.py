"""The register of functions."""

from __future__ import annotations

import pytest

from xlforms.errors import ExpressionError
from xlforms.expressions.functions import FUNCTIONS, check_call


def test_the_register_holds_the_functions_of_the_guide() -> None:
    """Nothing is missing and nothing is there unannounced."""
    expected = {"abs", "answered", "average", "count", "max", "min", "round", "sum"}
    assert expected == set(FUNCTIONS)


def test_a_wrong_number_of_arguments_says_how_many_are_wanted() -> None:
    """The message can name both numbers."""
    with pytest.raises(ExpressionError) as caught:
        check_call("round", 3, 7)
    expected = ("expression-arguments", 7, {"name": "round", "wanted": "2", "found": 3})
    assert expected == (caught.value.code, caught.value.position, caught.value.parameters)
