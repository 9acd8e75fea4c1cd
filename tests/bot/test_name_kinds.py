"""Questions for a name of a kind, and texts that print one or none."""

import pytest

from bot.name_kinds import asked_kinds, named_beside


@pytest.mark.parametrize(
    ("question", "without", "with_name"),
    [
        ("向哪个国家出口雷达?", "推进雷达出口。", "向德国出口雷达。"),
        ("由哪所大学培养?", "支持企业与大学、高等学校联合培养。", "由海川大学联合培养。"),
        ("哪家银行放贷?", "鼓励银行放贷。", "由海川银行放贷。"),
        ("先通哪些街道?", "推进全市光纤建设和农村网络。", "先通北门街道。"),
        ("哪家医院试点?", "发展智慧医疗。", "在海川医院试点。"),
        ("Which country buys the radars?", "Radars are exported.", "Radars go to Germany."),
        ("Which foreign university helps?", "Universities help.", "Harlow University helps."),
        ("Which bank lends?", "Banks are to lend.", "Haichuan Bank lends."),
        ("What language is used?", "Forms are used.", "Forms are in English."),
        ("Which Japanese firm builds it?", "Firms build it.", "A Japanese firm builds it."),
        ("哪所中学开课?", "在中等职业学校开课。", "在海川中学开课。"),
        ("哪家日本企业来建厂?", "引进企业建厂。", "引进日本企业建厂。"),
        ("Which court hears it?", "Infringement is punished.", "The Harbour Court hears it."),
        ("Which consulting firm evaluates it?", "Consulting is offered.", "It is 海川咨询公司."),
        ("Which newspaper reports?", "The media report.", "The Haichuan Daily reports."),
    ],
)
def test_a_name_of_a_kind_is_missing_where_none_is_printed(question, without, with_name):
    kinds = asked_kinds(question)

    assert not all(kind.printed.search(without) for kind in kinds)
    assert all(kind.printed.search(with_name) for kind in kinds)


@pytest.mark.parametrize(
    "question",
    [
        "哪些国家级园区要建设?",
        "哪些国家政策要落实?",
        "哪条路线更快?",
        "哪些路段不能停车?",
        "大学要做什么?",
        "What does university cooperation look like?",
        "Which programming languages are supported?",
        "What is the role of banks?",
        "哪些大学生能来?",
        "Which universities or colleges take part?",
        "Which firms build it?",
    ],
)
def test_no_kind_of_name_is_asked_for(question):
    assert not asked_kinds(question)


def test_a_name_beside_a_topic_of_the_question_is_found_in_any_sentence():
    text = "建设海川大学科技园。由北港大学培训船员。"
    assert named_beside("哪所大学有科技园?", text) == "建设海川大学科技园"
    assert named_beside("哪所大学培养博士后?", text) == ""
    assert named_beside("科技园建在哪?", text) == ""
