"""Counts over all lists, checked against counts made another way."""

import re
from collections import Counter

import pytest

from bot.reply import Refusal, reply_text
from corpus.document import parse_document

HAN = re.compile("[\u4e00-\u9fff]")
TIED = """海川市码头办法

一、甲事

  做甲。(责任单位:市甲局、市乙局)

二、乙事

  做乙。(责任单位:市乙局、市甲局,港湾区及其他有关区人民政府)

三、丙事

  做丙。(责任单位:市丙局等)

四、丁事

  不分工。
"""


def refs(reply) -> list[str]:
    return list(dict.fromkeys(citation.ref for citation in reply.citations))


def printed_sizes(document) -> dict[str, int]:
    """Brute force from the printed lists: units at 、 and commas, one more for a group."""
    return {
        ref: len(re.split("[、,]", units.text)) + units.text.count("及其他")
        for ref, (units,) in document.lists.items()
    }


@pytest.fixture(scope="module")
def tied(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("tied", TIED)])


def ask(chatbot, question):
    return chatbot.reply(question, documents=frozenset(["tied"]))


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("哪些任务由三个以上单位负责?", lambda n: n >= 3),
        ("哪些任务由超过八个单位负责?", lambda n: n > 8),
        ("责任单位不到三个的任务有几项?", lambda n: n < 3),
        ("只有一个责任单位的任务是哪项?", lambda n: n == 1),
        ("Which tasks have more than six responsible units?", lambda n: n > 6),
        ("Which tasks have exactly 4 responsible units?", lambda n: n == 4),
    ],
)
def test_tasks_by_the_number_of_their_units(tianjin_chatbot, tianjin, question, holds):
    expected = [ref for ref, size in printed_sizes(tianjin).items() if holds(size)]
    reply = tianjin_chatbot.reply(question)

    assert expected
    assert refs(reply) == expected
    assert re.search(rf"(?<!\d){len(expected)}(?:项| task)", reply.opening)


def test_a_group_counts_as_one_unit_and_a_bare_open_end_as_none(tied):
    assert refs(ask(tied, "哪些任务由四个以上单位负责?")) == ["二"]
    assert isinstance(ask(tied, "哪些任务由五个以上单位负责?"), Refusal)
    assert refs(ask(tied, "只有一个责任单位的任务有哪些?")) == ["三"]


def test_only_districts_are_counted_where_districts_are_asked_for(tied):
    reply = ask(tied, "涉及两个以上区的任务有哪些?")

    assert refs(reply) == ["二"]
    assert "2个区" in reply_text(reply)


def test_districts_are_left_out_where_municipal_bodies_are_asked_for(tied):
    reply = ask(tied, "哪些市级部门只有一项任务?")
    every = ask(tied, "连同各区,哪些单位只有一项任务?")

    assert refs(reply) == ["三"]
    assert reply.closing == "各区未计入。"
    assert refs(every) == ["二", "三"]


def test_the_body_with_the_most_tasks_is_counted_and_proved(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("哪个单位承担的任务最多?")
    english = tianjin_chatbot.reply("Which department has the most tasks?")
    wanted = [ref for ref, (u,) in tianjin.lists.items() if "市工业和信息化委" in u.text]

    assert reply.sentences[0].text == f"市工业和信息化委:{len(wanted)}项"
    assert refs(reply) == refs(english) == wanted
    assert f"{len(wanted)} tasks" in english.opening
    assert HAN.search(reply_text(english)) is None


def test_all_that_share_the_first_place_are_named(tied):
    most = ask(tied, "哪个单位任务最多?")
    fewest = ask(tied, "哪个单位任务最少?")

    assert [s.text for s in most.sentences] == ["市甲局:2项", "市乙局:2项"]
    assert [s.text for s in fewest.sentences] == ["港湾区:1项", "市丙局:1项"]


def test_a_top_n_keeps_those_that_share_its_last_place(tied, tianjin_chatbot):
    assert len(ask(tied, "任务最多的前三个单位是谁?").sentences) == 4
    assert [s.text for s in tianjin_chatbot.reply("任务最多的前三个单位是谁?").sentences] == [
        "市工业和信息化委:33项", "市发展改革委:25项", "市委网信办:23项",
    ]  # fmt: skip


def test_a_ranking_is_complete_and_sorted(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("按任务数量给各责任单位排名")
    counts = [int(re.search(r"(\d+)项", s.text)[1]) for s in reply.sentences]

    assert len(counts) == 30
    assert counts == sorted(counts, reverse=True)
    assert all(len(s.citations) == n for s, n in zip(reply.sentences, counts, strict=True))


def test_the_district_with_the_most_tasks(tianjin_chatbot, tianjin):
    counts = Counter(
        {
            name: sum(name in u.text for (u,) in tianjin.lists.values())
            for name in ("滨海新区", "西青区", "武清区", "津南区", "宝坻区", "宁河区")
        }
    )
    (name, count), *_ = counts.most_common(1)

    assert tianjin_chatbot.reply("哪个区的任务最多?").sentences[0].text == f"{name}:{count}项"


def test_the_task_with_the_most_units(tianjin_chatbot, tianjin):
    sizes = printed_sizes(tianjin)
    most = max(sizes.values())
    reply = tianjin_chatbot.reply("哪项任务的责任单位最多?")

    assert refs(reply) == [ref for ref, size in sizes.items() if size == most]
    assert f"{most}个" in reply.opening


def test_all_bodies_are_listed_once_with_the_list_that_names_them_first(tianjin_chatbot):
    reply = tianjin_chatbot.reply("这份方案一共涉及多少个部门?")
    names = [s.text for s in reply.sentences]

    assert len(names) == len(set(names)) == 30
    assert "30个" in reply.opening
    assert "其他有关区" in reply.closing
    by_marker = {c.marker: c.quote for c in reply.citations}
    assert all(s.text in by_marker[s.citations[0]] for s in reply.sentences)


def test_all_tasks_with_a_list(tianjin_chatbot, tianjin, tied):
    reply = tianjin_chatbot.reply("一共有多少项任务写了责任单位?")

    assert refs(reply) == list(tianjin.lists)
    assert "33项" in reply.opening
    assert refs(ask(tied, "哪些任务写了责任单位?")) == ["一", "二", "三"]


def test_a_ranking_of_leads_counts_leads_alone(stub_chatbot):
    text = "海川市方案\n\n一、甲\n做甲。(牵头单位:市甲局,配合单位:市乙局)\n\n二、乙\n做乙。(责任单位:市乙局)"
    chatbot = stub_chatbot.with_documents([parse_document("leads", text)])
    led = frozenset(["leads"])

    assert chatbot.reply("哪个单位牵头的任务最多?", documents=led).opening == (
        "牵头的任务最多的是市甲局,1项:"
    )
    assert "市乙局,2项" in chatbot.reply("哪个单位的任务最多?", documents=led).opening


def test_sections_without_a_list(tied, tianjin_chatbot, tianjin):
    bare = [
        s.ref
        for s in tianjin.sections
        if s.ref not in tianjin.lists and not tianjin.children(s.ref) and s.ref != "前言"
    ]

    assert refs(ask(tied, "哪些任务没有写责任单位?")) == ["四"]
    assert refs(tianjin_chatbot.reply("哪些任务没有写责任单位?")) == bare


def test_a_part_limits_the_count(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("第三部分中哪些任务由八个以上单位负责?")
    expected = [r for r, n in printed_sizes(tianjin).items() if n >= 8 and r.startswith("三")]

    assert refs(reply) == expected != []


def test_another_citys_ranking_is_refused(tianjin_chatbot):
    assert isinstance(tianjin_chatbot.reply("上海市的方案里哪个单位任务最多?"), Refusal)


def test_bodies_without_an_english_name_are_not_named_in_chinese(tied):
    reply = ask(tied, "Which department has the most tasks?")

    assert reply.language == "en"
    assert HAN.search(reply_text(reply)) is None


OTHER = """临江市渔船办法

一、渔船登记

  渔船应当登记。(责任单位:市渔业局)

二、渔船检验

  渔船应当检验。(责任单位:市渔业局、市港口局)
"""


@pytest.fixture(scope="module")
def several(tied):
    """The invented plan, the tied document and another."""
    return tied.with_documents([parse_document("other", OTHER)])


def only(*names):
    return frozenset(names)


def test_each_document_has_its_own_body_with_most_tasks(several):
    reply = several.reply("哪个单位负责的任务最多?", documents=only("tied", "other"))
    text = reply_text(reply)
    assert reply.opening == "2份文件列有责任单位,分别如下:"
    assert "《海川市码头办法》:被列为责任单位的任务最多的是市甲局、市乙局,2项:" in text
    assert "《临江市渔船办法》:被列为责任单位的任务最多的是市渔业局,2项:" in text
    assert text.index("市甲局:2项") < text.index("《临江市渔船办法》") < text.index("市渔业局:2项")


def test_a_document_without_such_a_task_is_not_named(several):
    reply = several.reply("哪些任务只有一个责任单位?", documents=only("tied", "other"))
    assert {citation.document for citation in reply.citations} == {"tied", "other"}
    reply = several.reply("哪些任务由三个以上单位负责?", documents=only("tied", "other"))
    assert {citation.document for citation in reply.citations} == {"tied"}
    assert "渔船办法" not in reply_text(reply)


def test_long_lists_of_several_documents_are_told_by_their_number(several, monkeypatch):
    monkeypatch.setattr("bot.tallies.MOST_LINES", 3)
    reply = several.reply("一共有多少个责任单位?", documents=only("tied", "other"))
    assert "《海川市码头办法》:4个" in reply_text(reply)
    assert "《临江市渔船办法》:2个" in reply_text(reply)
    assert "写明文件名称再问" in reply.closing


@pytest.mark.parametrize(
    "question", ["任务超过二十项的单位有哪些?", "Which bodies have more than 20 tasks?"]
)
def test_bodies_by_the_number_of_their_tasks(tianjin_chatbot, tianjin, question):
    counts = Counter(
        name.removesuffix("人民政府")
        for (units,) in tianjin.lists.values()
        for name in re.split("[、,]", units.text.removeprefix("责任单位:"))
    )
    expected = sorted((n for n in counts.values() if n > 20), reverse=True)

    reply = tianjin_chatbot.reply(question)

    assert sorted((len(s.citations) for s in reply.sentences), reverse=True) == expected
    assert f"{len(expected)}" in reply.opening


def test_few_units_are_named_beside_their_number(stub_chatbot):
    text = (
        "海川方案\n\n一、修船坞\n修好。(责任单位:市渔业局)\n\n"
        "二、建灯塔\n建好。(责任单位:市灯塔局、市渔业局、市港口局)"
    )
    chatbot = stub_chatbot.with_documents([parse_document("plan", text)])
    one = chatbot.reply("哪些任务只由一个单位负责?", documents=frozenset({"plan"}))
    three = chatbot.reply("哪些任务由三个单位负责?", documents=frozenset({"plan"}))

    assert "(1个:市渔业局)" in reply_text(one)
    assert "(3个)" in reply_text(three)


def test_tasks_by_the_kinds_of_bodies_in_their_lists(tied):
    none = ask(tied, "哪些任务的责任单位里没有区?")

    assert refs(none) == ["一", "三"]
    assert none.opening.startswith("责任单位里没有区的任务共2项")
    assert refs(ask(tied, "哪些任务既有市级部门又有区?")) == ["二"]
    assert isinstance(ask(tied, "哪些任务只有区政府?"), Refusal)
    assert refs(ask(tied, "没有区、只有两个市级部门负责的任务有哪些?")) == ["一"]


def test_groups_do_not_count_where_names_are_asked_for(tied):
    reply = ask(tied, "点名一个以上区的任务有哪些?")

    assert refs(reply) == ["二"]
    assert "统称不计" in reply.opening
    assert isinstance(ask(tied, "点名两个以上区的任务有哪些?"), Refusal)


def test_tasks_with_a_body_that_stands_in_no_other(tied):
    reply = ask(tied, "哪些任务涉及只出现一次的单位?")

    assert refs(reply) == ["二", "三"]
    assert [s.text for s in reply.sentences] == ["二 乙事(港湾区)", "三 丙事(市丙局)"]
    assert refs(ask(tied, "哪些任务涉及只出现一次的市级部门?")) == ["三"]


def test_bodies_that_a_question_leaves_out_are_not_counted(tied):
    reply = ask(tied, "除市甲局外,哪个单位任务最多?")

    assert [s.text for s in reply.sentences] == ["市乙局:2项"]
    assert reply.closing == "市甲局未计入。"


def test_part_of_a_document_is_counted_by_itself(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("保障措施里哪几条没有区参与?")
    lists = {ref: units.text for ref, (units,) in tianjin.lists.items() if ref.startswith("四")}

    assert refs(reply) == [ref for ref, text in lists.items() if "区" not in text]
