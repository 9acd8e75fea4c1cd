"""What a question asks of a document itself is told from what it asks of the contents."""

import pytest

from bot.imprint_asked import asks_imprint
from bot.plain_words import NO_TITLES, shared_words


@pytest.mark.parametrize(
    "question",
    [
        "这份文件是谁发布的?",
        "文号是多少?",
        "依据的是哪个文件?",
        "这份实施方案是由哪两家部门拟定的?",
        "本行动方案的起草单位有哪几家?",
        "By whom was the plan drawn up?",
        "Which two commissions formulated the implementation plan?",
        "Which office leads the drafting of the plan?",
        "When was this plan issued?",
        "市政府办公厅是哪一天把这个方案转发下来的?",
        "这份方案是几号由市政府办公厅转发的?",
        "On what date did the General Office issue the notice?",
        "When did the Development Commission draft this plan?",
    ],
)
def test_issuer_date_number_and_basis_are_asked_of_the_document(question):
    assert asks_imprint(question, NO_TITLES)


@pytest.mark.parametrize(
    "question",
    [
        "哪个部门起草港口设施保护规定?",
        "文件批准了哪些项目?",
        "渔船的卫星导航,依据的是哪个指南?",
        "Who publishes the tide tables?",
        "Which bureau leads the drafting of the pilotage regulation?",
        "When will the pilots be trained?",
        "市政府什么时候批准这个方案里的雷达项目?",
        "When does the office issue the radar permits of the plan?",
    ],
)
def test_what_is_asked_of_another_thing_is_not_asked_of_the_document(question):
    assert not asks_imprint(question, NO_TITLES)


def test_what_all_titles_name_is_no_other_thing():
    question = "哪个部门起草了港口规划?"

    assert not asks_imprint(question, NO_TITLES)
    assert asks_imprint(question, shared_words(["青川市港口规划"]))
