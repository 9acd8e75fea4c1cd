"""The register of an index: its tasks, its bodies and groups, and what refusals tell of it."""

from bot.body_questions import find_bodies
from bot.conditions import read_conditions
from bot.understanding import understand


def test_the_units_to_ask_are_those_of_the_nearest_section(stub_chatbot):
    search = stub_chatbot.retriever.search("海洋大学固态导航雷达")
    assert search.hits[0].ref == "二(一)1"
    names = stub_chatbot.registers.unit_names(search.hits[0], "zh")
    assert names == ("市科技局", "市工信局")
    reply = stub_chatbot.reply("海洋大学固态导航雷达的咨询热线是多少?")
    assert "市科技局、市工信局" in reply.message


def test_the_text_of_the_evidence_holds_source_and_rendering(stub_chatbot):
    search = stub_chatbot.retriever.search("海洋大学固态导航雷达")
    text = stub_chatbot.registers.evidence_text(search, count=1)
    assert "支持企业与海洋大学联合研发固态导航雷达" in text
    assert "solid-state navigation radar" in text
    assert "电子海图" not in text


def test_bodies_and_groups_are_what_a_question_may_name(tianjin_chatbot, tianjin):
    names = {body.printed for body in tianjin_chatbot.registers.organisations([tianjin])}

    assert {"市科委", "宁河区", "其他有关区"} <= names
    assert "等" not in names


def test_tasks_that_meet_what_a_question_demands(tianjin_chatbot, tianjin):
    registers = tianjin_chatbot.registers
    question = "市财政局和市金融局共同负责哪些?"
    conditions = read_conditions(
        question, find_bodies(question, registers.organisations([tianjin]))
    )

    assert registers.tasks_meeting(conditions, [tianjin]) == (
        (tianjin.id, "四(二)"),
        (tianjin.id, "四(三)"),
    )


def test_a_question_may_look_into_a_part(tianjin_chatbot, tianjin):
    asked = understand("「发展重点」这一部分,滨海新区负责哪几条?")
    refs = [task.ref for _, task in tianjin_chatbot.registers.tasks_within(asked, [tianjin])]

    assert refs[0] == "三(一)"
    assert all(ref.startswith("三") for ref in refs)


def test_words_are_printed_in_the_source_or_in_the_rendering(tianjin_chatbot, tianjin):
    is_printed = tianjin_chatbot.registers.is_printed

    assert is_printed("光纤", [tianjin])
    assert is_printed("optical", [tianjin])
    assert not is_printed("肩上", [tianjin])


def test_all_but_a_part_may_be_looked_into(tianjin_chatbot, tianjin):
    asked = understand("除保障措施外,科委还负责哪些任务?")
    refs = [task.ref for _, task in tianjin_chatbot.registers.tasks_within(asked, [tianjin])]

    assert refs[0] == "二(一)1"
    assert not any(ref.startswith("四") for ref in refs)


def test_all_but_a_part_named_by_its_number_may_be_looked_into(tianjin_chatbot, tianjin):
    asked = understand("除第三部分外,西青区还负责哪些任务?")
    refs = [task.ref for _, task in tianjin_chatbot.registers.tasks_within(asked, [tianjin])]

    assert refs[0] == "二(一)1"
    assert not any(ref.startswith("三") for ref in refs)
