"""Chunks are verbatim slices of one section each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import chunking
from corpus.chunking import chunk_document, chunk_section, has_body
from corpus.document import parse_document

LINES = st.sampled_from(
    [
        "一、总则",
        "二、任务",
        "(一)目标。到2020年。",
        "1.甲。乙;丙!",
        "正文很长。" * 12,
        "",
        "   ",
        "网站欢迎您!",
    ]
)
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


@pytest.mark.parametrize("name", ["policy", "english_policy", "tianjin"])
def test_chunk_text_is_a_slice_of_the_source(request, name):
    document = request.getfixturevalue(name)
    chunks = chunk_document(document)

    assert [c.text for c in chunks] == [document.text[c.start : c.end] for c in chunks]
    assert len(chunks) > 4


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TEXTS)
def test_chunk_is_a_trimmed_slice_of_its_section(text):
    document = parse_document("x", text)
    chunks = chunk_document(document)
    sections = [document.section(chunk.ref) for chunk in chunks]

    assert all(text[c.start : c.end] == c.text == c.text.strip() != "" for c in chunks)
    assert all(s.start <= c.start and c.end <= s.end for s, c in zip(sections, chunks, strict=True))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(TEXTS, st.integers(10, 80))
def test_chunks_of_a_section_hold_its_text_once_within_the_limit(text, limit):
    document = parse_document("x", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunking, "MAX_CHARACTERS", limit)
        found = [(s, chunk_section(document, s)) for s in document.sections]

    for section, chunks in found:
        body = "".join(text[section.start : section.end].split())
        assert "".join("".join(c.text.split()) for c in chunks) == body * bool(chunks)
        assert all(len(c.text) <= limit or is_one_sentence(c.text) for c in chunks)


def is_one_sentence(text: str) -> bool:
    from corpus.sentences import split_sentences

    return len(split_sentences(text)) == 1


def test_long_section_is_cut_at_sentence_ends(monkeypatch):
    monkeypatch.setattr(chunking, "MAX_CHARACTERS", 12)
    document = parse_document("x", "一、标题。第一句话。第二句话。第三句话。")

    chunks = chunk_document(document)

    assert [c.text for c in chunks] == ["一、标题。第一句话。", "第二句话。第三句话。"]
    assert [c.id for c in chunks] == ["x#一#0", "x#一#1"]


def test_sentence_longer_than_the_limit_stays_whole(monkeypatch):
    monkeypatch.setattr(chunking, "MAX_CHARACTERS", 5)
    document = parse_document("x", "一二三四五六七八九十。甲。")

    assert [c.text for c in chunk_document(document)] == ["一二三四五六七八九十。", "甲。"]


def test_section_of_only_a_heading_makes_no_chunk(policy):
    bare = [s.ref for s in policy.sections if not chunk_section(policy, s)]

    assert bare == ["二", "二(一)", "三"]
    assert [s.ref for s in policy.sections if not has_body(policy, s)] == bare


def test_number_that_opens_body_text_makes_a_chunk():
    document = parse_document("x", "第一条 为了规范管理,制定本办法。")

    assert [c.text for c in chunk_document(document)] == ["第一条 为了规范管理,制定本办法。"]


def test_chunks_of_the_embedded_document_come_one_a_section_in_order(tianjin):
    refs = [chunk.ref for chunk in chunk_document(tianjin)]
    headings = ["一", "二", "二(一)", "二(二)", "二(三)", "二(四)", "二(五)", "二(六)", "三", "四"]

    assert refs == [s.ref for s in tianjin.sections if s.ref not in headings]


def test_chunk_names_its_document_and_section(policy):
    chunk = chunk_document(policy)[-1]

    assert (chunk.id, chunk.document, chunk.ref) == ("policy-zh#三(二)#0", "policy-zh", "三(二)")
