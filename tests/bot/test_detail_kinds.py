"""Each kind of detail is asked for and stated in words of its own."""

from typing import get_args

import pytest

from bot.detail import DetailKind
from bot.detail_kinds import DETAILS
from bot.strings import EN, ZH


def test_every_kind_has_a_row_and_is_worded_in_both_languages():
    assert {detail.kind for detail in DETAILS} == set(get_args(DetailKind))
    assert all(getattr(s, f"detail_{kind}") for s in (ZH, EN) for kind in get_args(DetailKind))


@pytest.mark.parametrize(
    ("kind", "question", "statement", "other"),
    [
        ("phone", "联系电话是多少?", "咨询电话:022-12345678", "咨询市科技局。"),
        ("email", "What is their web site?", "See www.haichuan.gov", "See the notice."),
        ("address", "办公地址在哪里?", "北门路18号", "北门一带"),
        ("procedure", "要交什么材料?", "应当提交申请材料。", "鼓励企业研发。"),
        ("deadline", "几号之前申报?", "3月1日前申报。", "每年评审。"),
        ("frequency", "How often is it checked?", "It is checked every year.", "It is checked."),
        ("amount", "补贴多少钱?", "补贴5万元。", "给予补贴。"),
        ("rate", "税率是多少?", "税率为15%。", "减免税收。"),
        ("penalty", "What is the fine for late filing?", "Fined 500 yuan.", "File in time."),
        ("date", "什么时候建成?", "2023年建成。", "建成三座灯塔。"),
        ("funding", "钱从哪来?", "由市级财政资金安排。", "建成三座灯塔。"),
        ("rank", "排名第几?", "规模位居全国前列。", "规模扩大。"),
        ("institution", "由哪所大学培养?", "由海川大学培养。", "由大学培养。"),
        ("rent", "船票手续费是多少?", "手续费5元。", "提交船票。"),
        ("rent", "灯塔门票多少钱?", "门票每张20元。", "接待游客20万人次。"),
        ("rent", "How much is an entrance ticket?", "A ticket costs 20 yuan.", "20 visitors."),
        ("amount", "网格员每月补贴多少钱?", "网格员补贴每月500元。", "给予老人补贴500元。"),
        ("particular", "押金是多少?", "退还押金。", "退还材料。"),
    ],
)
def test_what_states_a_detail_is_told_from_what_only_touches_it(kind, question, statement, other):
    rows = [row for row in DETAILS if row.kind == kind and row.asked.search(question)]

    assert rows
    assert all(row.stated.search(statement) for row in rows)
    assert not all(row.stated.search(other) for row in rows)


@pytest.mark.parametrize("kind", ["opinion", "errand"])
def test_nothing_states_an_opinion_or_runs_an_errand(kind):
    assert not any(row.stated.search("任何内容") for row in DETAILS if row.kind == kind)


@pytest.mark.parametrize(
    ("question", "is_stated"),
    [
        ("酒店装修能补多少?", True),
        ("Which hotels are rewarded?", True),
        ("推荐一家酒店,要好吃的", False),
        ("Which hotel has the best breakfast?", False),
        ("哪家酒店最便宜?", False),
    ],
)
def test_what_is_about_hotels_tells_of_their_support_and_not_which_to_choose(question, is_stated):
    rows = [row for row in DETAILS if row.kind == "errand" and row.asked.search(question)]

    assert rows
    assert all(row.stated.search("对住宿业和酒店给予补助。") for row in rows) == is_stated
    assert not any(row.stated.search("建设灯塔。") for row in rows)
