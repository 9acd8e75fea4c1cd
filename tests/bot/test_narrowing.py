"""What is asked beside a body is kept to its tasks."""

import pytest

from bot.body_questions import find_bodies
from bot.narrowing import with_rest
from bot.understanding import understand


def narrowed(chatbot, question):
    asked = understand(question)
    search = chatbot.search(asked)
    scope = chatbot.index.documents
    mentions = find_bodies(asked.core, chatbot.registers.organisations(scope))
    return search, chatbot.narrowing.narrowed(asked, search, mentions, scope)[1]


def test_only_tasks_of_the_body_are_left_and_the_rest_can_be_put_behind(tianjin_chatbot, tianjin):
    search, kept = narrowed(tianjin_chatbot, "市教委那项任务说的学徒制是什么?")

    refs = {ref for ref in tianjin.lists if "市教委" in tianjin.responsible(ref)}
    assert {hit.ref for hit in kept.hits} == refs
    hits = with_rest(kept, search)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert hits[: len(kept.hits)] == kept.hits
    assert {hit.ref for hit in hits} == refs | {hit.ref for hit in search.hits}


@pytest.mark.parametrize("question", ["学徒制是什么?", "滨海新区的企业有什么支持?"])
def test_other_searches_stay_as_they_are(tianjin_chatbot, question):
    search, kept = narrowed(tianjin_chatbot, question)
    assert kept is search


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("In the one task where the education commission is a responsible unit, what kind of "
         "apprenticeship is supported?", "what kind of apprenticeship is supported?"),
        ("市教委負責的那一項,支持什麼樣的學徒制?", "支持什麼樣的學徒制?"),
    ],
)  # fmt: skip
def test_the_clause_that_says_which_task_is_meant_asks_nothing(tianjin_chatbot, question, rest):
    asked = understand(question)
    search, scope = tianjin_chatbot.search(asked), tianjin_chatbot.index.documents
    mentions = find_bodies(asked.core, tianjin_chatbot.registers.organisations(scope))
    narrow, kept = tianjin_chatbot.narrowing.narrowed(asked, search, mentions, scope)

    assert (narrow.core, narrow.intent, narrow.wants_support) == (rest, "lookup", False)
    assert [hit.ref for hit in kept.hits] == ["四(五)"]
