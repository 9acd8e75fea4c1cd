"""The English rendering: complete, in place, with the source's numbers."""

import json
import re

import pytest

from bot.grounding import numbers_in
from corpus.library import EMBEDDED
from corpus.rendering import (
    RenderedSentence,
    Rendering,
    RenderingError,
    load_rendering,
)
from corpus.sentences import split_sentences

DISTRICT = re.compile("区(?:及其他有关区)?(?:人民政府)?$")
# Numbers that English writes as words: sentences by their beginning, with the words.
IN_WORDS = {
    "2017年6月9日": (6.0, "June 9, 2017"),
    "落实工业和信息化部国家新型工业化产业示范基地卓越提升计划": (3.0, "three such bases"),
    "2021年3月8日": (3.0, "March 8, 2021"),
    "到2023年,全市船舶电子产业规模达到120亿元": (3.0, "three test centers"),
    "培育年产值超过5亿元的企业6家": (6.0, "Six companies"),
}


def rows(document) -> list[dict]:
    folders = {"policy-zh": "tests/data/policy-zh"}
    folder = EMBEDDED.parent.parent / folders.get(document.id, f"corpus/documents/{document.id}")
    lines = (folder / "rendering.en.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def missing_numbers(row: dict) -> set[float]:
    """Give the numbers that the English of a row lacks, less those it writes as words."""
    missing = numbers_in(row["zh"]) - numbers_in(row["en"])
    allowed = [
        value for start, (value, said) in IN_WORDS.items()
        if row["zh"].startswith(start) and said in row["en"]
    ]  # fmt: skip
    return missing.difference(allowed)


@pytest.mark.parametrize("name", ["policy", "tianjin"])
def test_every_sentence_outside_skipped_spans_is_rendered_once(request, name):
    document = request.getfixturevalue(name)
    spans = [
        span
        for section in document.sections
        for span in split_sentences(document.text, section.start, section.end)
    ]
    rendered = [(s.start, s.end) for s in document.rendering.sentences]

    assert [span for span in rendered if span in spans] == spans


@pytest.mark.parametrize("name", ["policy", "tianjin"])
def test_only_the_title_is_rendered_from_the_skipped_spans(request, name):
    document = request.getfixturevalue(name)
    title, *others = document.rendering.sentences
    preamble = document.sections[0]

    assert document.text[title.start : title.end] == document.outer_title
    assert all(sentence.start >= preamble.start for sentence in others)


@pytest.mark.parametrize("name", ["policy", "tianjin"])
def test_ref_of_each_line_is_the_section_that_contains_it(request, name):
    document = request.getfixturevalue(name)
    containing = [
        section.ref
        for sentence in document.rendering.sentences[1:]  # the first one is the skipped title
        for section in document.sections
        if section.start <= sentence.start and sentence.end <= section.end
    ]

    assert [row["ref"] for row in rows(document)] == ["前言", *containing]


@pytest.mark.parametrize("name", ["policy", "tianjin"])
def test_numbers_of_each_sentence_stand_in_its_rendering_as_values(request, name):
    document = request.getfixturevalue(name)
    missing = {row["zh"]: found for row in rows(document) if (found := missing_numbers(row))}

    assert missing == {}


@pytest.mark.parametrize(
    ("zh", "values"),
    [
        ("信息产业规模达到7500亿元", {750e9, 500e9, 200e9, 50e9}),
        ("智能手机和平板电脑形成年产", {140e6}),
        ("巩固高性能服务器竞争优势", {800e3}),
        ("加快重大项目建设,重点推进", {60.0, 40e9, 70e9}),
        ("进一步提高移动通讯网络覆盖范围", {11e3, 4.0, 5.0}),
    ],
)
def test_amounts_of_the_embedded_document_in_english(tianjin, zh, values):
    (english,) = [row["en"] for row in rows(tianjin) if row["zh"].startswith(zh)]

    assert numbers_in(english) == values


def test_every_responsibility_list_is_rendered_unit_by_unit(tianjin):
    """Semicolons part the English names; all districts of a list share one of them."""
    lists = [row for row in rows(tianjin) if row["zh"].startswith("(责任单位:")]
    printed = [re.split("[、,]", row["zh"][6:-1]) for row in lists]
    districts = [[u for u in units if DISTRICT.search(u)] for units in printed]

    assert len(lists) == 33
    assert [row["en"].count(";") + 1 for row in lists] == [
        len(units) - len(own) + bool(own) for units, own in zip(printed, districts, strict=True)
    ]


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("市工业和信息化委", "Tianjin Municipal Commission of Industry and Information Technology"),
        ("市发展改革委", "Tianjin Municipal Development and Reform Commission"),
        ("市委网信办", "Cyberspace Administration Office of the CPC Tianjin Municipal Committee"),
        ("市科委", "Tianjin Municipal Science and Technology Commission"),
        ("市通信管理局", "Tianjin Communications Administration"),
        ("滨海新区", "Binhai New Area"),
    ],
)
def test_body_has_one_english_name_in_all_lists(tianjin, printed, english):
    lists = [row for row in rows(tianjin) if row["zh"].startswith("(责任单位:")]

    assert [english in row["en"] for row in lists] == [printed in row["zh"] for row in lists]


def test_rendering_within_a_section_is_its_own(policy):
    section = policy.section("二(一)1")
    found = policy.rendering.within(section.start, section.end)

    assert [sentence.text[:14] for sentence in found] == [
        "1. Develop nav",
        "Support compan",
        "(Responsible u",
    ]


RENDERING = Rendering((RenderedSentence(0, 4, "One."), RenderedSentence(4, 8, "Two.")))


@pytest.mark.parametrize(
    ("start", "end", "within", "overlapping"),
    [(0, 8, 2, 2), (0, 4, 1, 1), (1, 8, 1, 2), (3, 5, 0, 2), (4, 4, 0, 0), (8, 20, 0, 0)],
)
def test_sentences_of_a_span(start, end, within, overlapping):
    assert len(RENDERING.within(start, end)) == within
    assert len(RENDERING.overlapping(start, end)) == overlapping


def test_text_of_a_span_joins_what_overlaps_it():
    assert RENDERING.text(3, 5) == "One. Two."


def test_repeated_sentence_is_found_after_the_one_before_it(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text(
        '{"ref":"一","zh":"甲。","en":"A."}\n{"ref":"一","zh":"甲。","en":"B."}\n', "utf-8"
    )

    rendering = load_rendering(path, "甲。乙。甲。")

    assert [(s.start, s.end, s.text) for s in rendering.sentences] == [(0, 2, "A."), (4, 6, "B.")]


@pytest.mark.parametrize(
    "rows",
    [
        [("丙。", "C.")],  # not in the source
        [("乙。", "B."), ("甲。", "A.")],  # out of order
        [("甲。", " ")],  # no English
        pytest.param([("", "A.")]),
    ],
)
def test_rendering_that_does_not_fit_is_refused(tmp_path, rows):
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"ref": "一", "zh": z, "en": e}) + "\n" for z, e in rows))

    with pytest.raises(RenderingError, match=rf"r\.jsonl:{len(rows)}: .* does not stand in"):
        load_rendering(path, "甲。乙。")


@pytest.mark.parametrize("line", ['{"ref":"一","zh":"甲。"}', "[]", "{"])
def test_line_that_is_no_rendered_sentence_is_refused(tmp_path, line):
    path = tmp_path / "r.jsonl"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(RenderingError, match=r"r\.jsonl:1: "):
        load_rendering(path, "甲。")
