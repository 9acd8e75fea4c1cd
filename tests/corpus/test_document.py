"""The embedded document: its sections, lists, metadata, skipped spans and rendering."""

import json
import re

import pytest

from corpus.chunking import chunk_document
from corpus.document import outline, parse_document
from corpus.library import EMBEDDED
from corpus.sentences import split_sentences

REFS = [
    "一", "一(一)", "一(二)",
    "二", "二(一)", "二(一)1", "二(一)2", "二(一)3", "二(一)4",
    "二(二)", "二(二)1", "二(二)2", "二(二)3", "二(二)4",
    "二(三)", "二(三)1", "二(三)2", "二(三)3",
    "二(四)", "二(四)1", "二(四)2", "二(四)3",
    "二(五)", "二(五)1", "二(五)2",
    "二(六)", "二(六)1", "二(六)2", "二(六)3",
    "三", "三(一)", "三(二)", "三(三)", "三(四)", "三(五)", "三(六)", "三(七)", "三(八)", "三(九)",
    "四", "四(一)", "四(二)", "四(三)", "四(四)", "四(五)",
]  # fmt: skip


def test_all_45_numbered_sections_stand_in_order(tianjin):
    assert [s.ref for s in tianjin.sections] == ["前言", *REFS]
    assert len(REFS) == 45


def test_every_responsibility_list_is_as_printed(tianjin):
    """A plain pattern over the source finds the same lists in the same order."""
    printed = re.findall(r"\((责任单位:[^()]*)\)", tianjin.text)
    found = [item.text for s in tianjin.sections for item in tianjin.lists.get(s.ref, ())]
    assert found == printed
    assert len(printed) == 33


@pytest.mark.parametrize(
    ("ref", "units"),
    [
        ("二(一)1", ["市工业和信息化委", "市科委", "滨海新区人民政府"]),
        ("二(六)3", ["市工业和信息化委"]),
        ("二(四)3", ["市工业和信息化委", "市通信管理局", "市文化广播影视局"]),
        (
            "二(三)2",
            ["市发展改革委", "市委网信办", "市科委", "市通信管理局", "市工业和信息化委",
             "市交通运输委", "市环保局", "市金融局", "市农委等"],
        ),
        (
            "三(八)",
            ["市委网信办", "市工业和信息化委", "市发展改革委", "市科委", "滨海新区",
             "宁河区及其他有关区人民政府"],
        ),
    ],
)  # fmt: skip
def test_units_are_split_at_the_printed_marks_only(tianjin, ref, units):
    assert list(tianjin.responsible(ref)) == units


def test_every_character_is_in_one_section_or_one_skipped_span(tianjin, policy, english_policy):
    for document in (tianjin, policy, english_policy):
        covered = [0] * len(document.text)
        for span in (*document.sections, *document.skipped):
            for at in range(span.start, span.end):
                covered[at] += 1
        assert set(covered) == {1}


def test_chunks_are_slices_of_the_source(tianjin, policy):
    for document in (tianjin, policy):
        for chunk in chunk_document(document):
            assert document.text[chunk.start : chunk.end] == chunk.text


def test_a_section_with_only_a_heading_makes_no_chunk(tianjin):
    refs = {chunk.ref for chunk in chunk_document(tianjin)}
    assert "二(一)" not in refs
    assert "四" not in refs
    assert len(refs) == 36


def test_web_page_furniture_is_skipped_and_out_of_all_chunks(tianjin):
    furniture = ("欢迎您", "分享到", "点击")
    skipped = "".join(tianjin.text[s.start : s.end] for s in tianjin.skipped)
    assert all(word in skipped for word in furniture)
    assert not any(word in chunk.text for chunk in chunk_document(tianjin) for word in furniture)


def test_metadata_of_the_forwarded_plan(tianjin):
    read = parse_document("plan", tianjin.text)
    assert read.title == "天津市贯彻国家信息产业发展指南实施方案"
    assert read.outer_title is not None
    assert read.outer_title.startswith("天津市人民政府办公厅关于转发")
    assert read.issuer == "天津市人民政府办公厅"
    assert read.date == "2017-06-09"
    assert read.number is None
    assert read.cites == ("工信部联规〔2016〕453号",)
    assert read.horizon == 2020


def test_the_outline_has_the_keys_that_scripts_rely_on(policy):
    made = outline(policy)
    assert set(made) == {
        "document", "title", "outer_title", "issuer", "number", "date", "cites", "sections",
        "skipped", "warnings",
    }  # fmt: skip
    assert set(made["sections"][0]) == {
        "ref", "level", "heading", "start", "end", "responsible", "lead", "joint",
        "responsible_text",
    }  # fmt: skip


def test_lead_and_joint_units_are_kept_apart(policy):
    assert policy.lead("二(二)") == ("市商务局",)
    assert policy.joint("二(二)") == ("市人社局", "港湾区人民政府")
    assert policy.responsible("二(二)") == ("市商务局", "市人社局", "港湾区人民政府")


def test_the_rendering_leaves_no_sentence_out(tianjin):
    rendered = {(s.start, s.end) for s in tianjin.rendering.sentences}
    sentences = [
        span
        for section in tianjin.sections
        for span in split_sentences(tianjin.text, section.start, section.end)
    ]
    assert [tianjin.text[a:b] for a, b in sentences if (a, b) not in rendered] == []


def test_each_rendered_line_names_the_section_that_holds_it(tianjin):
    path = EMBEDDED / tianjin.id / "rendering.en.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = zip(rows[1:], tianjin.rendering.sentences[1:], strict=True)  # the first is the title
    wrong = [
        row["zh"]
        for row, sentence in pairs
        if not any(
            s.ref == row["ref"] and s.start <= sentence.start and sentence.end <= s.end
            for s in tianjin.sections
        )
    ]
    assert wrong == []
