"""Numbers as English readers read them, and the rendering's clause around them."""

import pytest

from bot.amounts import english_amount, english_clause, english_number
from corpus.targets import find_targets


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7.5e11, "750 billion"),
        (1.4e8, "140 million"),
        (1e12, "1 trillion"),
        (3.98e13, "39.8 trillion"),
        (11_000.0, "11,000"),
        (800_000.0, "800,000"),
        (2.5, "2.5"),
        (0.0, "0"),
    ],
)
def test_a_value_is_written_in_english_scales(value, text):
    assert english_number(value) == text


def named(document):
    return {target.quantity: target for target in find_targets(document)}


@pytest.mark.parametrize(
    ("quantity", "amount", "clause"),
    [
        ("信息产业规模", "750 billion yuan", "The information industry will reach 750 billion yuan in scale"),
        ("信息通信业业务收入", "more than 50 billion yuan", "business revenue from the information and communications sector will exceed 50 billion yuan"),
        ("新建基站", "11,000 new base stations", "build 11,000 new base stations"),
        ("单位电信业务总量综合能耗", "a reduction of 8%", "Comprehensive energy consumption per unit of total telecommunications business volume will be reduced by 8%"),
        ("保障农村家庭宽带接入能力", "at least 50 Mbps", None),
        ("重点项目建设", "more than 60 key projects", "focus on advancing more than 60 key projects with a total investment of over 40 billion yuan"),
        ("智能手机和平板电脑生产能力", "140 million units", None),
        ("集成电路生产线", "8 to 12 inches", None),
    ],
)  # fmt: skip
def test_an_amount_has_its_bound_and_unit_beside_a_slice_of_the_rendering(
    tianjin, quantity, amount, clause
):
    target = named(tianjin)[quantity]
    found = english_clause(tianjin, target)
    rendered = tianjin.rendering.text(target.sentence_start, target.sentence_end)
    assert found in rendered
    assert clause in (None, found)
    assert english_amount(target, found) == amount


def test_a_clause_that_leans_on_another_comes_with_it(tianjin):
    found = english_clause(tianjin, named(tianjin)["新增销售收入"])
    assert found.startswith("focus on advancing more than 60 key projects")
    assert found.endswith("additional sales revenue")


def test_a_number_in_words_is_found_in_the_rendering(policy):
    (target,) = [t for t in find_targets(policy) if t.unit == "个"]
    assert english_clause(policy, target) == "three test centers for navigation radar will be built"
    assert english_amount(target, english_clause(policy, target)) == "3 test centers"
