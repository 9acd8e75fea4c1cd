"""What a question names outright comes first: sections by number, bodies by any of their names."""

import numpy as np
import pytest

from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever
from index.structure import BODY_BONUS, PART_BONUS, PATH_LEAD, Structure, raise_named

PLAN = """一、总体要求
坚持创新。
二、主要任务
(一)研发雷达。支持企业。(责任单位:市科委、市工业和信息化委)
1.导航雷达。研发导航。
2.气象雷达。研发气象。
(二)推广海图。推广电子海图。(责任单位:市港口局)
三、保障措施
(一)加强督查。定期检查。(责任单位:市工业和信息化委)
"""


@pytest.fixture
def retriever(stub_encoder) -> Retriever:
    document = parse_document("plan", PLAN)
    return Retriever(build_index([document], stub_encoder), stub_encoder)


def refs(retriever: Retriever, question: str, k: int = 3) -> list[str]:
    return [hit.ref for hit in retriever.search(question, k=k).hits]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("二(二)讲什么?", "二(二)"),
        ("第三部分第一条写了什么", "三(一)"),
        ("What does Part II, section (2) say?", "二(二)"),
        ("二(一)2", "二(一)2"),
    ],
)
def test_section_named_by_its_number_comes_first(retriever, question, first):
    assert refs(retriever, question)[0] == first


def test_sections_below_the_named_one_follow_it(retriever):
    assert set(refs(retriever, "二(一)讲什么?")) == {"二(一)", "二(一)1", "二(一)2"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("工信委负责哪些任务?", {"二(一)", "三(一)"}),
        ("哪些任务归工业和信息化委员会?", {"二(一)", "三(一)"}),
        ("港口局呢?", {"二(二)"}),
    ],
)
def test_sections_whose_lists_name_the_body_are_known(retriever, question, found):
    counts = Structure(retriever.index).sections_of_bodies(question)

    assert {retriever.index.chunks[i].ref: n for i, n in counts.items()} == dict.fromkeys(found, 1)


def test_section_that_names_both_bodies_comes_before_those_that_name_one(retriever):
    assert refs(retriever, "工信委和科委")[0] == "二(一)"


def test_question_that_names_nothing_raises_nothing(retriever):
    structure = Structure(retriever.index)

    assert structure.named_sections("雷达怎么研发?", retriever.index.documents) == []
    assert structure.sections_of_bodies("雷达怎么研发?") == {}


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("保障措施部分讲了什么?", "四"),
        ("信息基础设施怎么建?", "二(四)"),
        ("创新能力要怎么提升?", "二(一)"),
    ],
)
def test_part_is_named_by_its_heading_and_gives_all_below(tianjin, stub_encoder, question, ref):
    index = build_index([tianjin], stub_encoder)
    found = {index.chunks[i].ref for i in Structure(index).sections_of_parts(question)}

    assert found == {
        chunk.ref for chunk in index.chunks if chunk.ref.startswith(ref) and chunk.ref != ref
    }


def test_question_that_says_no_heading_names_no_part(tianjin, stub_encoder):
    structure = Structure(build_index([tianjin], stub_encoder))

    assert structure.sections_of_parts("手机产量是多少?") == []
    assert structure.sections_of_parts("") == []


def test_section_below_a_named_part_and_of_a_named_body_is_raised():
    raised = raise_named(np.zeros(3), np.array([7, 8, 9]), [], [8], {9: 2})

    assert raised.tolist() == [0.0, PART_BONUS, 2 * BODY_BONUS]


def test_named_sections_keep_their_order_and_lead_by_a_margin():
    raised = raise_named(np.array([3.0, 1.0, 0.5, 2.0]), np.array([7, 8, 9, 4]), [9, 8], [], {})

    assert list(np.argsort(-raised)) == [1, 2, 0, 3]
    assert raised[[1, 2]].min() == pytest.approx(3.0 + PATH_LEAD)


def test_section_named_by_number_is_found_among_very_many(stub_encoder):
    many = [parse_document(f"d{i}", f"一、甲{i}\n正文。\n") for i in range(300)]
    index = build_index([*many, parse_document("plan", PLAN)], stub_encoder)
    retriever = Retriever(index, stub_encoder)

    assert refs(retriever, "二(一)2")[0] == "二(一)2"


def test_thing_called_by_another_name_is_searched_by_that_of_the_documents(tianjin, stub_encoder):
    structure = Structure(build_index([tianjin], stub_encoder))

    assert structure.other_names("AI企业有什么支持?", [tianjin]) == ("人工智能",)
    assert structure.other_names("人工智能企业有什么支持?", [tianjin]) == ()
    assert structure.other_names("有什么支持?", [tianjin]) == ()


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("海川市怎么发展港口?", "怎么发展港口?"),
        ("海川怎么发展港口?", "怎么发展港口?"),
        ("怎么发展港口?", "怎么发展港口?"),
        ("海川有啥?", "海川有啥?"),
    ],
)
def test_place_of_all_documents_is_left_out_of_a_question(stub_encoder, question, searched):
    one = parse_document("one", f"海川市港口规划\n海川市人民政府\n2023年5月1日\n{PLAN}")
    two = parse_document("two", f"青屿县港口规划\n青屿县人民政府\n2023年5月1日\n{PLAN}")
    index = build_index([one, two], stub_encoder)
    structure = Structure(index)

    assert structure.without_place(question, [one]) == searched
    assert structure.without_place(question, [one, two]) == question
    found = Retriever(index, stub_encoder).search(question, documents=frozenset({"one"}))
    assert (found.question, found.searched) == (question, searched)
