"""The texts that are embedded for a chunk, and the rows that keep account of them."""

import pytest

from corpus.chunking import chunk_document
from index.rows import (
    KINDS,
    LANGUAGES,
    embedding_text,
    lexical_text,
    number_clauses,
    rendered_text,
    row_array,
    rows_of,
)


def chunk_of(document, ref: str):
    (chunk,) = [chunk for chunk in chunk_document(document) if chunk.ref == ref]
    return chunk


def test_document_with_a_rendering_is_indexed_in_both_languages(policy, english_policy):
    zh, en = chunk_of(policy, "二(一)1"), chunk_of(english_policy, "Article2")

    assert {row.language for row, _ in rows_of(policy, zh, 0)} == {"zh", "en"}
    assert {row.language for row, _ in rows_of(english_policy, en, 0)} == {"en"}


def test_rows_of_a_chunk_are_the_chunk_its_sentences_and_clauses_with_numbers(policy):
    rows = rows_of(policy, chunk_of(policy, "一"), 3)
    own = [(row.kind, text) for row, text in rows if row.language == "zh"]

    assert own == [
        ("chunk", policy.text[rows[0][0].start : rows[0][0].end]),
        ("sentence", "一、总体目标"),
        ("sentence", "到2023年,全市船舶电子产业规模达到120亿元,建成导航雷达检测中心3个。"),
        ("clause", "到2023年"),
        ("clause", "全市船舶电子产业规模达到120亿元"),
        ("clause", "建成导航雷达检测中心3个"),
        ("sentence", "培育年产值超过5亿元的企业6家。"),
        ("clause", "培育年产值超过5亿元的企业6家"),
    ]
    assert {row.chunk for row, _ in rows} == {3}


def test_responsibility_lists_are_not_embedded(policy):
    texts = [text for c in chunk_document(policy) for _, text in rows_of(policy, c, 0)]

    assert [t for t in texts if "责任单位" in t or "Responsible unit" in t or "市科技局" in t] == []


def test_signature_and_salutation_of_the_preamble_are_no_sentences(policy):
    rows = rows_of(policy, chunk_of(policy, "前言"), 0)

    assert [text for row, text in rows if row.kind == "sentence" and row.language == "zh"] == [
        "《海川市船舶电子产业发展方案》已经市人民政府同意,现印发给你们,请遵照执行。",
        "为落实《智能船舶发展指引》(船信规〔2020〕12号),制定本方案。",
    ]


def test_embedding_text_has_the_headings_above_and_the_chunk_does_not(policy):
    chunk = chunk_of(policy, "二(一)1")

    assert embedding_text(policy, chunk) == (
        "主要任务 突破关键技术 1.研发导航雷达。支持企业与海洋大学联合研发固态导航雷达,"
        "突破低噪声放大器等核心器件。"
    )
    assert chunk.text.startswith("1.研发导航雷达。")


def test_rendered_text_is_the_english_without_the_list(policy, english_policy):
    assert rendered_text(policy, chunk_of(policy, "三(二)")) == (
        "(2) Strengthen supervision and inspection. The Municipal Bureau of Industry and "
        "Information Technology reports on progress every half year."
    )
    assert rendered_text(english_policy, chunk_of(english_policy, "Article2")) == ""


def test_words_of_a_chunk_by_language(policy, english_policy):
    chunk, article = chunk_of(policy, "三(二)"), chunk_of(english_policy, "Article2")

    assert lexical_text(policy, chunk, "zh") == f"保障措施 {chunk.text}"
    assert lexical_text(policy, chunk, "en") == rendered_text(policy, chunk)
    assert lexical_text(english_policy, article, "zh") == ""
    assert lexical_text(english_policy, article, "en") == f"General Provisions {article.text}"


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("规模达到7500亿元,其中,制造业快速增长。", ["规模达到7500亿元"]),
        ("It will reach 1,000 units, and grow.", ["It will reach 1,000 units"]),
        ("超百亿次、超千亿次服务器;其他。", ["超百亿次、超千亿次服务器"]),
        ("试用期不得超过六个月,工资另行约定。", ["试用期不得超过六个月"]),
        ("按百分之五缴纳,逾期不候。", ["按百分之五缴纳"]),
        ("It is filed within thirty days, in writing.", ["It is filed within thirty days"]),
        ("第三条所称的单位,一律适用。", []),
        ("应当自收到之日起十日内答复,一个单位只报一次。", ["应当自收到之日起十日内答复"]),
        ("推进5G。", []),  # too short to say anything
        ("没有数字,也没有。", []),
        ("2.5亿元投入到位。", ["2.5亿元投入到位"]),
        ("2.建设基站3个。", ["2.建设基站3个"]),
        ("", []),
        ("2.推广电子海图。", []),
        ("(2) Open up and cooperate more widely.", []),
    ],
)
def test_clauses_that_state_a_number(sentence, clauses):
    assert number_clauses(sentence) == clauses


def test_rows_stand_in_an_array_as_they_are(policy):
    rows = [row for c in chunk_document(policy) for row, _ in rows_of(policy, c, 7)]

    array = row_array(rows)

    assert [(r["chunk"], r["start"], r["end"]) for r in array] == [
        (r.chunk, r.start, r.end) for r in rows
    ]
    assert [LANGUAGES[r["language"]] for r in array] == [r.language for r in rows]
    assert [KINDS[r["kind"]] for r in array] == [r.kind for r in rows]
    assert [r["hash"].decode() for r in array] == [r.hash for r in rows]
    assert len(row_array(())) == 0
