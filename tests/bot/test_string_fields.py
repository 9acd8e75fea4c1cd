"""The fields of the wording."""

import pytest

from bot.string_fields import Strings


def test_a_missing_translation_cannot_be_constructed():
    with pytest.raises(TypeError, match=r"missing .* required positional arguments"):
        Strings(empty="请输入一个问题。")
