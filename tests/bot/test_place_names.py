"""Places are known by their names in both languages, and by what stands around these."""

import pytest

from bot.place_names import COUNTRIES, ORIGIN, PLACES, places_named


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("上海和深圳的目标是多少?", ["上海", "深圳"]),
        ("What does shanghai say about Xi'an?", ["上海", "西安"]),
        ("上海市的目标是多少?", ["上海"]),
        ("渔港的目标是多少?", []),
    ],
)
def test_places_are_named_in_either_language(question, places):
    assert [chinese for chinese, _ in places_named(question, PLACES)] == places


def test_only_the_places_of_the_table_are_given():
    assert [*places_named("从上海到德国", COUNTRIES)] == [("德国", "Germany")]


@pytest.mark.parametrize(
    "question", ["我们公司在上海,有什么支持?", "We are a Shanghai-based firm."]
)
def test_where_the_asker_comes_from_is_told_from_what_is_asked_about(question):
    assert ORIGIN.search(question, "上海", "Shanghai")
    assert not ORIGIN.search("上海的目标是多少?", "上海", "Shanghai")
