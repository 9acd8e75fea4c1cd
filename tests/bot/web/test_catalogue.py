from dataclasses import replace

import pytest

from bot.web.catalogue import find_documents
from corpus.document import parse_document


@pytest.fixture
def documents(policy):
    plain = parse_document("notice", "关于灯塔的通知\n\n一、维护\n\n每年检修。\n")
    notice = replace(
        plain, issuer="白水市数据局", number="白数发〔2023〕12号", outer_title="转发通知的通知"
    )
    return (policy, notice)


@pytest.mark.parametrize(
    "query",
    [
        "灯塔",
        "燈塔",
        "白水市数据局",
        "白数发〔2023〕12号",
        "白数发[2023]12号",
        "白数发2023",
        "２０２３ 灯塔",
        "通知 数据局",
        "转发通知",
        "NOTICE",
        "《关于灯塔的通知》",
    ],
)
def test_a_document_is_found_by_title_issuer_number_and_name(documents, query):
    assert [document.id for document in find_documents(documents, query)] == ["notice"]


def test_a_document_is_found_by_its_english_title(documents):
    assert [d.id for d in find_documents(documents, "haichuan")] == ["policy-zh"]


@pytest.mark.parametrize("query", ["", "  ", "《》", "。"])
def test_a_query_without_words_finds_all(documents, query):
    assert find_documents(documents, query) == documents


def test_every_word_must_be_there(documents):
    assert find_documents(documents, "灯塔 青石") == ()
