"""What an answer shows of the best sections: no item without its lead-in, no lead-in alone."""

import pytest

from bot.evidence import EvidenceReader
from bot.passages import chosen_passages
from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever

RULES = """海川市渔港管理办法

第一条 渔港由市港务局管理。渔港的水深不得低于八米。

第二条 有下列情形之一的,渔船不得离港:
(一)船员醉酒的;
(二)大雾或者台风预警的;
(三)船体漏水的。

第三条 渔港的冰库全年开放。
"""


@pytest.fixture(scope="module")
def retriever(stub_chatbot) -> Retriever:
    document = parse_document("harbour", RULES)
    return Retriever(build_index([document], stub_chatbot.encoder), stub_chatbot.encoder)


@pytest.fixture
def shown(retriever):
    """Search a question and give what is shown, as section and refs of the items."""

    def shown(question):
        chosen = chosen_passages(EvidenceReader(retriever, retriever.search(question)))
        return {p.ref: [item.ref for item in p.items] for p in chosen}

    return shown


def test_an_item_stands_under_its_lead_in(shown):
    assert "第二条(一)" in shown("船员醉酒")["第二条"]


def test_items_of_one_enumeration_are_one_passage_in_their_order(shown):
    assert shown("船体漏水的或者船员醉酒的")["第二条"] == sorted(
        shown("船体漏水的或者船员醉酒的")["第二条"]
    )


def test_the_lead_in_of_the_best_section_has_all_its_items(shown):
    assert shown("有下列情形之一的,渔船不得离港")["第二条"] == [
        "第二条(一)",
        "第二条(二)",
        "第二条(三)",
    ]


def test_a_sentence_outside_a_list_stands_by_itself(shown):
    assert shown("渔港的冰库全年开放")["第三条"] == []


def test_nothing_found_shows_nothing(retriever):
    search = retriever.search("冰库", documents=frozenset())
    assert chosen_passages(EvidenceReader(retriever, search)) == []


def test_the_best_sentence_of_the_best_section_comes_first(retriever):
    reader = EvidenceReader(retriever, retriever.search("渔港水深"))
    first = chosen_passages(reader)[0]
    assert first.ref == "第一条"
    assert first.sentences[0].score == max(s.score for s in first.sentences)
    assert "水深" in first.document.text[first.sentences[0].start : first.sentences[0].end]


def test_a_sentence_at_the_end_of_a_long_item_is_shown_beside_its_list(stub_chatbot):
    long = "渔船应当避让航道。" * 40
    text = f"海川市渔港守则\n\n第一条 有下列情形的应当报告:\n(一){long}港务局每年公布事故年报。\n(二)触礁的。\n"
    index = build_index([parse_document("rules", text)], stub_chatbot.encoder)
    retriever = Retriever(index, stub_chatbot.encoder)
    chosen = chosen_passages(EvidenceReader(retriever, retriever.search("港务局每年公布事故年报")))
    spans = [text[s.start : s.end] for passage in chosen for s in passage.sentences]
    assert any("事故年报" in span for span in spans)
