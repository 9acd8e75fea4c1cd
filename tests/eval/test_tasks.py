"""The tasks that compare encoders: what is asked, and which passages are right."""

import json

from corpus.library import EMBEDDED
from eval.questions import QUESTIONS, load_questions
from eval.tasks import passage_task, plan_tasks, policy_tasks, read_xquad, success
from index.library import build_index
from index.maintenance import gather


def test_success_is_the_share_of_questions_with_a_right_passage_among_the_first():
    order = [[2, 0, 1], [1, 2, 0]]
    own = [frozenset([0]), frozenset([1, 2])]

    assert [success(order, own, k) for k in (1, 2)] == [0.5, 1.0]


def test_xquad_gives_paragraphs_questions_and_whose_they_are(tmp_path):
    articles = [
        {"paragraphs": [{"context": "甲", "qas": [{"question": "一"}, {"question": "二"}]}]},
        {"paragraphs": [{"context": "乙", "qas": [{"question": "三"}]}]},
    ]
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")

    assert read_xquad(path) == (["甲", "乙"], ["一", "二", "三"], [0, 0, 1])


def test_passage_is_indexed_whole_as_a_document():
    task = passage_task("t", ("en", "zh"), ["Which?"], [1], ["雷达。", "1967年,港口建成。"])

    assert task.own == (frozenset([1]),)
    assert [document.text for document in task.documents] == list(task.passages)
    assert task.places == (("p0", ""), ("p1", ""))
    assert task.direction == "en→zh"


def test_policy_tasks_ask_in_both_languages_of_both_texts():
    tasks = policy_tasks()

    assert [task.direction for task in tasks] == ["en→zh", "zh→en", "zh→zh", "en→en"]
    assert len({len(task.questions) for task in tasks}) == 1
    assert [t for t in tasks if max(max(own) for own in t.own) >= len(t.passages)] == []


def test_plan_is_asked_without_its_rendering(stub_encoder):
    index = build_index(gather([EMBEDDED], taken=set()), stub_encoder)
    tasks = plan_tasks(index, load_questions(QUESTIONS))

    assert [task.direction for task in tasks] == ["en→zh", "zh→zh"]
    assert {document.rendering for task in tasks for document in task.documents} == {None}
    assert [task for task in tasks if not all(task.own)] == []
