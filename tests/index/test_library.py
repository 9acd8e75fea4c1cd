"""The searchable whole: its rows, their texts, and what a new index takes over from an old one."""

import dataclasses

import numpy as np
import pytest

from corpus.chunking import chunk_document
from corpus.document import parse_document
from index.library import (
    body_span,
    build_index,
    embedding_text,
    lexical_text,
    number_clauses,
    rendered_text,
    rows_of,
    unique_ids,
)


def chunk_of(document, ref: str):
    (chunk,) = [chunk for chunk in chunk_document(document) if chunk.ref == ref]
    return chunk


def test_rows_of_a_chunk_stand_together_and_every_row_belongs_to_one(policy_index):
    ranges = policy_index.row_ranges

    assert [a for a, _ in ranges] == [0, *(b for _, b in ranges)][:-1]
    assert ranges[-1][1] == len(policy_index.rows) == len(policy_index.vectors)
    assert [row.chunk for row in policy_index.rows] == [
        chunk for chunk, (a, b) in enumerate(ranges) for _ in range(a, b)
    ]


def test_rows_lie_in_their_chunk(policy_index):
    chunks = [policy_index.chunks[row.chunk] for row in policy_index.rows]

    assert all(
        c.start <= row.start < row.end <= c.end
        for c, row in zip(chunks, policy_index.rows, strict=True)
    )


def test_chunks_are_those_of_the_documents_and_slices_of_their_source(policy_index, policy):
    assert policy_index.chunks == chunk_document(policy)
    assert all(c.text == policy.text[c.start : c.end] for c in policy_index.chunks)


def test_vectors_are_the_encoders_for_the_texts_of_the_rows(policy_index, policy, stub_encoder):
    texts = [
        text
        for number, chunk in enumerate(policy_index.chunks)
        for _, text in rows_of(policy, chunk, number)
    ]

    assert policy_index.vectors.rows(0, len(texts)) == pytest.approx(
        stub_encoder.encode_passages(texts), abs=1e-6
    )


def test_document_with_a_rendering_is_indexed_in_both_languages(policy, english_policy):
    zh, en = chunk_of(policy, "二(一)1"), chunk_of(english_policy, "Article 2")

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
    assert rendered_text(english_policy, chunk_of(english_policy, "Article 2")) == ""


def test_words_of_a_chunk_by_language(policy, english_policy):
    chunk, article = chunk_of(policy, "三(二)"), chunk_of(english_policy, "Article 2")

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


def test_body_span_leaves_the_heading_out(policy):
    chunk = chunk_of(policy, "三(二)")
    start, end = body_span(policy, chunk)

    assert policy.text[start:end] == "市工信局每半年通报一次进展。(责任单位:市工信局)"


# --- adding and taking over ------------------------------------------------------------------


def test_only_new_texts_are_embedded_again(policy, policy_index, english_policy, stub_encoder):
    index = build_index([policy, english_policy], stub_encoder, known=policy_index)

    new = [
        text for c in chunk_document(english_policy) for _, text in rows_of(english_policy, c, 0)
    ]
    assert len(stub_encoder.encoded) == len(set(new))
    count = len(policy_index.vectors)
    assert np.array_equal(index.vectors.rows(0, count), policy_index.vectors.rows(0, count))


def test_adding_equals_building_anew(policy, policy_index, english_policy, stub_encoder):
    added = build_index([policy, english_policy], stub_encoder, known=policy_index)
    anew = build_index([policy, english_policy], stub_encoder)

    assert (added.chunks, added.rows) == (anew.chunks, anew.rows)
    count = len(anew.vectors)
    assert np.array_equal(added.vectors.rows(0, count), anew.vectors.rows(0, count))


def test_vectors_of_another_encoder_are_not_taken_over(policy, policy_index, other_encoder):
    index = build_index([policy], other_encoder, known=policy_index)

    assert index.encoder == "stub-2"
    assert len(other_encoder.encoded) == len({row.hash for row in index.rows})


def test_equal_texts_are_embedded_once(stub_encoder):
    text = "一、雷达研发项目。支持雷达研发。"
    documents = [parse_document("a", text), parse_document("b", text)]

    build_index(documents, stub_encoder)

    assert sorted(stub_encoder.encoded) == sorted(set(stub_encoder.encoded))


def test_index_of_nothing_is_empty(stub_encoder):
    index = build_index([], stub_encoder)

    assert (index.documents, index.chunks, len(index.vectors)) == ((), (), 0)
    assert index.vectors.dimension == stub_encoder.dimension


def test_building_leaves_the_documents_as_they_are(policy, stub_encoder):
    before = dataclasses.asdict(policy)

    build_index([policy], stub_encoder)

    assert dataclasses.asdict(policy) == before


def test_document_is_found_by_its_id(policy_index, policy):
    assert policy_index.document("policy-zh") is policy
    with pytest.raises(KeyError, match="none"):
        policy_index.document("none")


def test_ids_become_unique_by_suffixes(policy):
    named = unique_ids([policy, policy, policy], {"policy-zh-2"})

    assert [name for _, name in named] == ["policy-zh", "policy-zh-3", "policy-zh-4"]


def test_taken_ids_are_not_changed(policy):
    taken = {"policy-zh"}

    ((_, name),) = unique_ids([policy], taken)

    assert (name, taken) == ("policy-zh-2", {"policy-zh"})
