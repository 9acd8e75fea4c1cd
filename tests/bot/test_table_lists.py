"""Lists that are tables."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import reply_text
from corpus.document import parse_document
from index.library import build_index

PLAN = """海川市渔港规划

一、目标

到2025年,渔港达到一流,鱼产值达到90亿元。

二、码头泊位

加快码头泊位建设,做好维护。

附件1　海川市渔港设施建设任务分解表

类别 | 序号 | 项目名称 | 完成时限
码头泊位 | 1 | 东湾码头扩建 | 2024年9月
 | 2 | 西湾码头新建 | 2025年3月
冷链设施 | 3 | 中心冷库新建 | 2024年9月
冷链设施 | 4 | 制冰厂扩建 | 2025年6月
合计 |  | 4
"""
ROWS = {
    1: "码头泊位 | 1 | 东湾码头扩建 | 2024年9月",
    2: "2 | 西湾码头新建 | 2025年3月",
    3: "冷链设施 | 3 | 中心冷库新建 | 2024年9月",
    4: "冷链设施 | 4 | 制冰厂扩建 | 2025年6月",
}


@pytest.fixture
def bot(stub_encoder):
    document = parse_document("plan", PLAN)
    return Chatbot(build_index([document], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("渔港设施建设任务分解表里列了哪些项目?", [1, 2, 3, 4]),
        ("概括一下任务分解表中“冷链设施”方面的任务。", [3, 4]),
        ("冷链设施类项目有哪些?", [3, 4]),
        ("任务分解表里2024年9月完成的项目有哪些?", [1, 3]),
        ("任务分解表里扩建的项目有哪些?", [1, 4]),
        ("What projects does the facility task table list?", [1, 2, 3, 4]),
    ],
)
def test_the_rows_that_are_asked_for_are_given_whole(bot, question, rows):
    reply = bot.reply(question)
    quotes = [citation.quote for citation in reply.citations]
    assert quotes == ["类别 | 序号 | 项目名称 | 完成时限", *(ROWS[row] for row in rows)]
    assert f"{len(rows)}" in reply.opening


@pytest.mark.parametrize(
    "question",
    ["任务分解表里有哪些灯塔项目?", "2025年鱼产值达到多少?", "码头泊位怎么维护?"],
)
def test_other_questions_are_not_answered_with_the_table(bot, question):
    assert "列出" not in reply_text(bot.reply(question))
