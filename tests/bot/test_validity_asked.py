"""What a question asks of documents' force."""

import pytest

from bot.validity_asked import asks_repeals, asks_validity, asks_which, has_topic


@pytest.mark.parametrize(
    "question",
    [
        "《海川市渔船管理办法》现在还有效吗?",
        "这个办法过期了没有?",
        "海政规〔2018〕1号还有效吗?",
        "渔港条例什么时候施行?",
        "渔船补贴政策的有效期到什么时候?",
        "渔船管理办法被废止了吗?",
        "这份文件是否仍然适用?",
        "旧的渔港办法被哪个文件取代了?",
        "《海川渔业法》何时生效?",
        "渔船补贴的通知到什么时候为止有效?",
        "渔港管理办法执行到哪年?",
        "Is 海川市渔船管理办法 still valid?",
        "Has 海政规〔2018〕1号 been repealed?",
        "這個辦法現在還有效嗎?",
        "Is this measure still in force?",
        "Has the fishing boat policy expired?",
        "When do the harbour measures take effect?",
        "When did the regulation come into force?",
        "Was the old notice repealed?",
        "What is the effective date of the plan?",
        "How long are the rules valid?",
        "Until when do the harbour registration measures apply?",
    ],
)
def test_questions_for_the_force_of_a_document(question):
    assert asks_validity(question)


@pytest.mark.parametrize(
    "question",
    [
        "渔船许可证的有效期是几年?",
        "营业执照有效期多久?",
        "办法规定的许可证什么时候到期?",
        "5G试点什么时候实施?",
        "各县最晚什么时候要报实施方案?",
        "现在谁负责执行渔港任务?",
        "海川市的渔业政策有哪些?",
        "市科委现在叫什么?",
        "方案支持哪些产业?",
        "How long is a fishing licence valid under the measures?",
        "What support is still available for shipyards?",
        "Which department now handles harbour affairs?",
        "What effect does the plan have on jobs?",
    ],
)
def test_other_questions(question):
    assert not asks_validity(question)


@pytest.mark.parametrize("question", ["现在还有效吗?", "什么时候到期?", "Is it still valid?"])
def test_document_need_not_be_named_where_only_one_can_be_meant(question):
    assert asks_validity(question, limited=True)
    assert not asks_validity(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("新办法废止了哪些文件?", True),
        ("What does the new act repeal?", True),
        ("Which notices did the measures replace?", True),
        ("新办法被废止了吗?", False),
        ("Was the act repealed?", False),
    ],
)
def test_question_for_what_a_document_repeals(question, expected):
    assert asks_repeals(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("哪些文件已经过期?", True),
        ("有哪几份政策被废止了?", True),
        ("Which of the documents have expired?", True),
        ("渔船办法过期了吗?", False),
        ("Which measures help shipyards?", False),
    ],
)
def test_question_for_the_documents_that_have_run_out(question, expected):
    assert asks_which(question) == expected


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("渔船补贴政策现在还有效吗?", "zh", True),
        ("这份文件现在还有效吗?", "zh", False),
        ("Are the fishing boat subsidies in the policy still valid?", "en", True),
        ("Is this document still in force?", "en", False),
    ],
)
def test_topic_of_a_question_for_force(question, language, expected):
    assert has_topic(question, language) == expected
