"""Several documents in one answer: what both print, and which says what."""

from dataclasses import replace

import pytest

from bot.citations import CitationList
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import ZH, strings_for
from bot.together import Together, by_document, document_names
from corpus.document import parse_document, with_metadata
from index.duplicates import Duplicates
from index.library import build_index

SHARED = "船舶所有人应当在登记机关登记船舶。"
TEXTS = {
    "one": f"海川市船舶办法\n\n一、登记\n\n{SHARED}登记每年一次。\n",
    "two": f"临江市航运办法\n\n一、船舶\n\n{SHARED}登记每年两次。\n",
    "three": "临江市渔业办法\n\n一、渔船\n\n渔船入港前应当报告。\n",
}


@pytest.fixture
def index(stub_encoder):
    return build_index([parse_document(name, text) for name, text in TEXTS.items()], stub_encoder)


@pytest.fixture
def answer(index):
    """Make an answer of sentences, given as (document, words)."""

    def make(*said, language="zh"):
        citations = CitationList(index, language)
        sentences = []
        for name, words in said:
            document = index.by_id[name]
            start = document.text.index(words)
            section = document.section("一")
            marker = citations.cite(document, section, start, start + len(words))
            sentences.append(CitedSentence(words, (marker,)))
        return Answer("q", language, tuple(sentences), citations.all(), ())

    return make


@pytest.fixture
def finish(index):
    together = Together(index, Duplicates(index))

    def finished(reply, scope=("one", "two", "three"), *, traditional=False):
        documents = [index.by_id[name] for name in scope]
        strings = strings_for(reply.language, traditional=traditional)
        return together.finish(reply, documents, strings, traditional=traditional)

    return finished


def test_a_sentence_that_another_document_prints_is_cited_in_both(answer, finish, index):
    reply = finish(answer(("one", SHARED)))
    (sentence,) = reply.sentences
    assert sentence.text == f"《海川市船舶办法》、《临江市航运办法》:{SHARED}"
    assert sentence.citations == (1, 2)
    for citation in reply.citations:
        text = index.by_id[citation.document].text
        assert text[citation.start : citation.end] == citation.quote == SHARED


def test_a_sentence_found_in_both_documents_is_shown_once(answer, finish):
    reply = finish(answer(("one", SHARED), ("two", SHARED), ("two", "登记每年两次。")))
    assert [s.citations for s in reply.sentences] == [(1, 2), (3,)]
    assert reply.sentences[1].text == "《临江市航运办法》:登记每年两次。"


def test_sentences_alike_that_quote_other_words_stay_two(answer, finish):
    before = answer(("one", "登记每年一次。"), ("two", "登记每年两次。"))
    named = [replace(sentence, text="一 登记") for sentence in before.sentences]
    reply = finish(replace(before, sentences=tuple(named)))
    assert [s.text for s in reply.sentences] == [
        "《海川市船舶办法》:一 登记",
        "《临江市航运办法》:一 登记",
    ]


def test_the_title_is_said_once_for_a_run_of_one_document(answer, finish):
    reply = finish(
        answer(("one", "登记每年一次。"), ("three", "渔船入港前"), ("three", "应当报告。"))
    )
    assert [s.text for s in reply.sentences] == [
        "《海川市船舶办法》:登记每年一次。", "《临江市渔业办法》:渔船入港前", "应当报告。",
    ]  # fmt: skip


def test_an_answer_from_one_document_stays_as_it_is(answer, finish):
    before = answer(("one", "登记每年一次。"))
    assert finish(before).sentences == before.sentences
    assert finish(answer(("one", SHARED)), ("one",)).citations[0].document == "one"


def test_a_document_outside_the_scope_is_not_cited(answer, finish):
    reply = finish(answer(("one", SHARED)), ("one", "three"))
    assert [citation.document for citation in reply.citations] == ["one"]


def test_titles_are_in_the_script_of_the_question(answer, finish):
    reply = finish(answer(("one", "登记每年一次。"), ("three", "应当报告。")), traditional=True)
    assert reply.sentences[0].text.startswith("《海川市船舶辦法》:")


def test_a_refusal_is_left_alone(finish):
    refusal = Refusal("q", "zh", "empty", "请输入")
    assert finish(refusal) is refusal


def test_documents_of_one_title_are_told_apart_by_number_date_or_id():
    parsed = [parse_document(name, TEXTS["one"]) for name in ("a", "b", "c")]
    named = [
        with_metadata(parsed[0], {"title": "办法", "number": "海府〔2020〕1号"}),
        with_metadata(parsed[1], {"title": "办法", "date": "2021-02-03"}),
        with_metadata(parsed[2], {"title": "办法"}),
    ]
    assert list(document_names(named, "zh").values()) == [
        "《办法》(海府〔2020〕1号)", "《办法》(2021-02-03)", "《办法》(c)",
    ]  # fmt: skip


def test_counts_are_worded_by_document_where_there_are_several(index):
    documents = index.documents[:2]
    assert (
        by_document(documents, ["3项", "1项"], "zh", ZH)
        == "《海川市船舶办法》3项、《临江市航运办法》1项"
    )
    assert by_document(documents[:1], ["3项"], "zh", ZH) == ""
