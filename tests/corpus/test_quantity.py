"""A quantity is a plain frozen value."""

from dataclasses import FrozenInstanceError

import pytest

from corpus.quantity import Quantity


def test_a_quantity_compares_by_value_and_cannot_be_changed():
    one = Quantity(0, 4, 30.0, "天", "at most")
    assert one == Quantity(0, 4, 30.0, "天", "at most", upper=None, change=None)
    with pytest.raises(FrozenInstanceError, match="value"):
        one.value = 31.0
