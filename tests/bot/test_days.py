"""Days are written as readers of each language write them."""

import pytest

from bot.days import day_in


@pytest.mark.parametrize(
    ("iso", "chinese", "english"),
    [
        ("2021-03-08", "2021年3月8日", "8 March 2021"),
        ("2024-12-31", "2024年12月31日", "31 December 2024"),
        ("", "", ""),
    ],
)
def test_a_day_is_written_for_readers(iso, chinese, english):
    assert day_in(iso, "zh") == chinese
    assert day_in(iso, "en") == english
