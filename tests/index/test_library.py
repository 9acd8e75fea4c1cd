"""The searchable whole: its rows, their texts, and what a new index takes over from an old one."""

import dataclasses

import numpy as np
import pytest

from corpus.chunking import chunk_document
from corpus.document import parse_document
from index.library import Progress, build_index, unique_ids
from index.rows import KINDS, LANGUAGES, rows_of
from index.store import load_index, save_index


def test_rows_of_a_chunk_stand_together_and_every_row_belongs_to_one(policy_index):
    starts = policy_index.row_starts

    assert starts[0] == 0
    assert starts[-1] == len(policy_index.rows) == len(policy_index.vectors)
    assert (np.diff(starts) > 0).all()
    assert policy_index.rows["chunk"].tolist() == [
        chunk for chunk, count in enumerate(np.diff(starts)) for _ in range(count)
    ]


def test_rows_lie_in_their_chunk(policy_index):
    chunks = [policy_index.chunks[row["chunk"]] for row in policy_index.rows]

    assert all(
        c.start <= row["start"] < row["end"] <= c.end
        for c, row in zip(chunks, policy_index.rows, strict=True)
    )


def test_languages_and_chunk_ranges_of_the_documents(policy, english_policy, stub_encoder):
    index = build_index([policy, english_policy], stub_encoder)
    count = len(chunk_document(policy))

    assert [LANGUAGES[code] for code in index.languages] == ["zh"] * count + ["en"] * 5
    assert index.own_languages == {"zh", "en"}
    assert index.document_chunks == {"policy-zh": (0, count), "policy_en": (count, count + 5)}


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

    assert added.chunks == anew.chunks
    assert np.array_equal(added.rows, anew.rows)
    count = len(anew.vectors)
    assert np.array_equal(added.vectors.rows(0, count), anew.vectors.rows(0, count))


def test_added_document_leaves_the_segments_of_the_others(stub_encoder):
    """What an index holds already is shared, not copied."""
    large = parse_document("large", "".join(f"{n}.雷达{n}号。建设{n}座。\n" for n in range(1, 40)))
    small = parse_document("small", "一、甲\n港口。")
    before = build_index([large], stub_encoder)

    after = build_index([large, small], stub_encoder, known=before)

    assert after.segments[0] is before.segments[0]
    assert [d.id for d in after.segments[1].documents] == ["small"]


def test_replaced_document_has_only_its_new_sentences_embedded(stub_encoder):
    old = parse_document("plan", "一、雷达\n建设雷达3座。\n二、海图\n绘制海图5幅。\n")
    new = parse_document("plan", "一、雷达\n建设雷达3座。\n二、海图\n绘制海图9幅。\n")
    before = build_index([old], stub_encoder)
    stub_encoder.encoded.clear()

    after = build_index([new], stub_encoder, known=before)

    assert stub_encoder.encoded == ["二、海图 绘制海图9幅。", "绘制海图9幅。", "绘制海图9幅"]
    anew = build_index([new], stub_encoder)
    assert after.documents == (new,)
    assert np.array_equal(
        after.vectors.rows(0, len(anew.vectors)), anew.vectors.rows(0, len(anew.vectors))
    )


def test_removed_document_leaves_nothing_behind(policy, english_policy, stub_encoder):
    both = build_index([policy, english_policy], stub_encoder)
    stub_encoder.encoded.clear()

    left = build_index([english_policy], stub_encoder, known=both)

    alone = build_index([english_policy], stub_encoder)
    assert (left.documents, left.chunks) == (alone.documents, alone.chunks)
    assert np.array_equal(left.rows, alone.rows)
    assert np.array_equal(left.lexical["en"].scores("pilot"), alone.lexical["en"].scores("pilot"))
    assert not left.lexical["zh"].knows("雷达")


def test_joined_index_knows_the_documents_of_both_and_its_own_go_first(
    policy, english_policy, stub_encoder
):
    first = build_index([policy], stub_encoder)
    namesake = parse_document("policy-zh", "一、甲\n别的文字。")
    second = build_index([english_policy, namesake], stub_encoder)
    joined = first.joined(second)
    assert joined.documents == (policy, english_policy)
    stub_encoder.encoded.clear()
    both = build_index([english_policy, policy], stub_encoder, known=joined)
    assert both.documents == joined.documents
    assert stub_encoder.encoded == []


def test_document_is_read_once_while_any_index_holds_it(policy, english_policy, stub_encoder):
    read = []

    def length(document):
        read.append(document.id)
        return len(document.text)

    index = build_index([policy], stub_encoder)
    assert index.derived(length, policy) == index.derived(length, policy) == len(policy.text)
    both = build_index([policy, english_policy], stub_encoder, known=index)
    assert both.derived(length, policy) == len(policy.text)
    assert both.derived(length, english_policy) == len(english_policy.text)
    left = build_index([english_policy], stub_encoder, known=both)
    assert left.derived(length, english_policy) == len(english_policy.text)

    assert read == ["policy-zh", "policy_en"]


def test_replaced_document_is_read_again(stub_encoder):
    def text(document):
        return document.text

    old, new = parse_document("plan", "一、甲\n旧。"), parse_document("plan", "一、甲\n新。")
    before = build_index([old], stub_encoder)
    assert before.derived(text, old) == old.text

    after = build_index([new], stub_encoder, known=before)

    assert after.derived(text, new) == new.text
    assert before.derived(text, old) == old.text


def test_progress_is_told_while_documents_are_read(
    policy, english_policy, stub_encoder, monkeypatch
):
    monkeypatch.setattr("index.library.BLOCK", 1)
    told = []

    index = build_index(iter([policy, english_policy]), stub_encoder, report=told.append)

    first = len(chunk_document(policy))
    assert told == [Progress(1, first), Progress(2, len(index.chunks))]


def test_vectors_of_another_encoder_are_not_taken_over(policy, policy_index, other_encoder):
    index = build_index([policy], other_encoder, known=policy_index)

    assert index.encoder == "stub-2"
    assert len(other_encoder.encoded) == len(set(index.rows["hash"].tolist()))


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


def test_token_vectors_follow_their_rows_through_every_change(
    policy, english_policy, token_encoder, tmp_path
):
    plan = parse_document("plan", "一、雷达研发。支持企业研发雷达。\n二、基金。设立产业基金。")
    first = save_index(build_index([policy, plan], token_encoder), tmp_path / "index")
    known = load_index(tmp_path / "index")
    after = build_index([plan, english_policy], token_encoder, known=known)
    anew = build_index([plan, english_policy], token_encoder)

    every = np.arange(len(anew.rows))
    assert [own.tolist() for own in after.tokens.take(every)] == [
        own.tolist() for own in anew.tokens.take(every)
    ]
    has_tokens = [len(own) > 0 for own in first.tokens.take(np.arange(len(first.rows)))]
    assert has_tokens == [KINDS[row["kind"]] == "chunk" for row in first.rows]
