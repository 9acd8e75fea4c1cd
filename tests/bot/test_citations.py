"""Citations: spans of stored documents, named for readers of either language."""

import pytest

from bot.citations import (
    CitationList,
    answer_from,
    breadcrumb,
    english_heading,
    english_label,
    english_ref,
    nearest_sections,
    section_name,
    sentence_text,
    title_of,
    to_roman,
)
from bot.reply import CitedSentence
from bot.understanding import understand
from corpus.document import parse_document
from corpus.numerals import roman_to_int
from corpus.sections import Section
from index.library import build_index

LAW = """海川市港口条例

第一章 总则

第一条 为了港口安全,制定本条例。

第二章 职责

第二条 港口办负责巡查。
"""


@pytest.fixture(scope="module")
def law():
    return parse_document("law", LAW)


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")]
)
def test_numbers_become_roman_numerals(number, numeral):
    assert to_roman(number) == numeral


def test_every_roman_numeral_reads_back():
    assert [roman_to_int(to_roman(number)) for number in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize(
    ("ref", "label"), [("二", "Part II"), ("二(一)", "(1)"), ("二(一)2", "2"), ("三(二)", "(2)")]
)
def test_a_section_number_is_written_for_english_readers(policy, ref, label):
    assert english_label(policy.section(ref)) == label


@pytest.mark.parametrize(("ref", "label"), [("第二章", "Chapter 2"), ("第二条", "Article 2")])
def test_chapters_and_articles_keep_their_kind_in_english(law, ref, label):
    assert english_label(law.section(ref)) == label


@pytest.mark.parametrize(
    ("ref", "english"), [("前言", "Preamble"), ("二", "Part II"), ("二(一)2", "Part II (1) 2")]
)
def test_a_ref_is_written_out_for_english_readers(policy, ref, english):
    assert english_ref(policy, policy.section(ref)) == english


@pytest.mark.parametrize(
    ("ref", "heading"),
    [
        ("二", "Main Tasks"),
        ("二(一)", "Achieve breakthroughs in key technologies"),
        ("二(一)1", "Develop navigation radar"),
        ("前言", ""),
    ],
)
def test_a_rendered_heading_loses_its_number_and_full_stop(policy, ref, heading):
    assert english_heading(policy, policy.section(ref)) == heading


def test_without_a_rendering_there_is_no_english_heading(law):
    assert english_heading(law, law.section("第二章")) == ""


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh", "二、主要任务 › (一)突破关键技术 › 1.研发导航雷达"),
        (
            "en",
            "Part II Main Tasks › (1) Achieve breakthroughs in key technologies › "
            "1 Develop navigation radar",
        ),
    ],
)
def test_a_breadcrumb_names_a_section_with_all_above_it(policy, language, name):
    assert breadcrumb(policy, policy.section("二(一)1"), language) == name


def test_the_rows_of_a_table_are_named_without_its_lines():
    rows = "\n".join(f"{n} | 更换{what}灯具。 | 市港务局" for n, what in enumerate("甲乙丙", 1))
    tasks = parse_document("tasks", f"分解表\n序号 | 任务 | 牵头单位\n| 一、建设港口\n{rows}\n")
    assert breadcrumb(tasks, tasks.section("一2"), "zh") == "一、建设港口 › 2 更换乙灯具"


def test_without_a_rendering_numbers_and_what_is_certain_of_headings_are_english(law):
    assert (
        breadcrumb(law, law.section("第一条"), "en") == "Chapter 1 general provisions › Article 1"
    )


def test_a_law_of_the_state_has_its_english_title():
    text = "中华人民共和国海关法\n\n第一条 海关负责监管。\n"
    law = parse_document("customs", text)
    assert title_of(law, "en") == "Customs Law of the People's Republic of China"
    assert title_of(law, "zh") == "中华人民共和国海关法"


@pytest.mark.parametrize(("language", "name"), [("zh", "前言"), ("en", "Preamble")])
def test_the_text_before_the_first_heading_has_a_name_in_each_language(policy, language, name):
    assert section_name(policy, policy.section("前言"), language) == name


def test_a_title_is_given_in_the_language_of_the_reader_where_it_is_known(policy, law):
    assert title_of(policy, "zh") == "海川市船舶电子产业发展方案"
    assert title_of(policy, "en") == (
        "Haichuan Plan for the Development of the Marine Electronics Industry"
    )
    assert title_of(law, "en") == "海川市港口条例"


def test_a_sentence_is_verbatim_in_its_own_language_and_rendered_in_the_other(policy):
    start = policy.text.index("培育年产值")
    end = start + len("培育年产值超过5亿元的企业6家。")
    assert sentence_text(policy, start, end, "zh") == "培育年产值超过5亿元的企业6家。"
    assert sentence_text(policy, start, end, "en") == (
        "Six companies with an annual output value above 500 million yuan will be fostered."
    )


def test_a_sentence_over_two_lines_is_shown_on_one():
    document = parse_document("lines", "The harbour is\n  open to all boats of the city.")
    assert sentence_text(document, 0, len(document.text), "en") == (
        "The harbour is open to all boats of the city."
    )


def test_there_is_no_sentence_in_a_language_that_a_document_lacks(law, english_policy):
    assert sentence_text(law, 0, len("海川市港口条例"), "en") is None
    start = english_policy.text.index("A pilot may refuse")
    assert sentence_text(english_policy, start, len(english_policy.text), "zh") is None


def test_a_citation_is_a_slice_of_its_section(policy_index, policy):
    section = policy.section("二(一)1")
    start = policy.text.index("支持企业与海洋大学")
    end = policy.text.index("(责任单位:市科技局")
    citations = CitationList(policy_index, "en")
    assert citations.cite(policy, section, start, end) == 1
    (citation,) = citations.all()
    assert citation.quote == policy.text[start:end]
    assert (citation.document, citation.ref) == ("policy-zh", "二(一)1")
    assert citation.title == title_of(policy, "en")
    assert citation.rendering.startswith("Support companies in developing")
    assert citation.page is None


def test_the_same_span_is_cited_once_and_others_are_counted_on(policy_index, policy):
    citations = CitationList(policy_index, "zh")
    goals, section = policy.section("一"), policy.section("二(二)")
    markers = [
        citations.cite(policy, goals, goals.start, goals.end),
        citations.cite(policy, section, section.start, section.end),
        citations.cite(policy, goals, goals.start, goals.end),
    ]
    assert markers == [1, 2, 1]
    assert [citation.marker for citation in citations.all()] == [1, 2]


def test_a_citation_without_a_rendering_says_none(law, stub_encoder):
    citations = CitationList(build_index([law], stub_encoder), "en")
    section = law.section("第二条")
    citations.cite(law, section, section.start, section.end)
    assert citations.all()[0].rendering is None


def test_a_citation_of_a_paged_document_names_its_page(stub_encoder):
    text = "一、目标\n\n港口安全。\n\n二、任务\n\n每年检修。\n"
    paged = parse_document("paged", text, pages=(0, text.index("二、任务")))
    citations = CitationList(build_index([paged], stub_encoder), "zh")
    for section in paged.sections:
        citations.cite(paged, section, section.start, section.end)
    assert [citation.page for citation in citations.all()] == [1, 2]


def test_the_nearest_sections_are_those_of_the_best_hits(stub_chatbot):
    search = stub_chatbot.retriever.search("导航雷达")
    nearest = nearest_sections(stub_chatbot.index, search, 3, "zh")
    assert [citation.ref for citation in nearest] == [hit.ref for hit in search.hits[:3]]
    text = stub_chatbot.index.documents[0].text
    assert [c.quote for c in nearest] == [text[c.start : c.end] for c in nearest]


def test_an_answer_takes_over_question_language_and_hits(stub_chatbot, policy):
    asked = understand("What about radar?")
    search = stub_chatbot.retriever.search(asked.core)
    citations = CitationList(stub_chatbot.index, "en")
    section = policy.section("一")
    sentence = CitedSentence(
        "Radar.", (citations.cite(policy, section, section.start, section.end),)
    )
    answer = answer_from(asked, [sentence], citations, search, opening="Here:", closing="There.")
    assert (answer.question, answer.language) == ("What about radar?", "en")
    assert answer.hits == search.hits
    assert answer.sentences == (sentence,)
    assert answer.citations == citations.all()
    assert (answer.opening, answer.closing) == ("Here:", "There.")


@pytest.mark.parametrize(("ref", "label"), [("附件1", "Annex 1"), ("专栏2", "Box 2")])
def test_annexes_and_boxes_are_written_for_english_readers(ref, label):
    assert english_label(Section(ref, 1, ref, "", 0, 1, 1, None)) == label
