"""Where a name stands: by whole words, in any form, in the source or its rendering."""

import pytest

from bot.name_places import (
    find_places,
    is_printed_in,
    may_print,
    names_of_one,
    near_names_of_one,
)


@pytest.mark.parametrize(
    ("name", "text", "printed"),
    [
        ("灯塔", "改造灯塔十座", True),
        ("灯塔", "改造浮标十座", False),
        ("5g", "积极开展5g网络试点", True),
        ("5g", "建设15g存储", False),
        ("ai", "maintain the lighthouses", False),
        ("sea chart", "electronic sea charts are spread", True),
        ("sea charts", "a sea chart", True),
        ("sea chart", "a chart of the sea", False),
    ],
)
def test_a_name_is_printed_as_whole_words(name, text, printed):
    assert is_printed_in(name, text) is printed


def test_every_sentence_with_a_name_is_found_in_order(policy):
    places = list(find_places(policy, ("电子海图",)))
    assert places
    assert all("电子海图" in policy.text[start:end] for _, (start, end) in places)
    assert sum(end - start for _, (start, end) in places) <= len(policy.text)
    held = [s.ref for s in policy.sections if "电子海图" in policy.text[s.start : s.end]]
    assert list(dict.fromkeys(section.ref for section, _ in places)) == held


def test_the_rendering_is_searched_as_well(policy):
    english = [section.ref for section, _ in find_places(policy, ("electronic sea chart",))]
    assert english
    assert set(english) <= {section.ref for section, _ in find_places(policy, ("电子海图",))}


def test_what_is_near_the_one_known_thing_is_given():
    assert "北斗" in near_names_of_one("卫星导航归谁管")
    assert near_names_of_one("卫星导航和大数据") == near_names_of_one("灯塔") == ()


def test_one_known_thing_has_all_its_names():
    assert {"blockchain", "区块链"} <= set(names_of_one("区块链归谁管"))
    assert names_of_one("区块链和大数据") == ()
    assert names_of_one("灯塔") == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sea chart", "electronic sea charts"),
        ("industry", "the industries of the port"),
        ("海图", "电子海图"),
    ],
)
def test_quick_look_denies_no_name_that_is_printed(name, text):
    assert is_printed_in(name, text)
    assert may_print(name, text)
    assert not may_print(name, "渔港 harbour")
