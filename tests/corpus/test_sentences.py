"""Sentences are spans: offsets into the text, never copies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import on_one_line, split_sentences, trim, unwrapped

TEXTS = st.text(alphabet=st.sampled_from('甲乙。！?；;."”）) \n\u3000\u200bAbc1%'), max_size=60)


def joined(text: str) -> str:
    """Give the sentences of a text one after another, without blanks."""
    return bare("".join(text[a:b] for a, b in split_sentences(text)))


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    assert joined(text) == bare(text)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_sentences_are_trimmed_filled_and_in_order(text):
    spans = split_sentences(text)
    flat = [offset for span in spans for offset in span]

    assert flat == sorted(flat)
    assert [trim(text, a, b) for a, b in spans] == spans
    assert all(a < b for a, b in spans)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_sentences_of_a_span_stay_inside_it(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))

    assert all(start <= a < b <= end for a, b in split_sentences(text, start, end))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙!", ["甲。", "乙!"]),
        ("他说“甲。”乙；丙", ["他说“甲。”", "乙；", "丙"]),  # the quote closes with its sentence
        ("(责任单位:甲、乙)\n  (二)丙。", ["(责任单位:甲、乙)", "(二)丙。"]),  # line ends part
        ("真的?!是", ["真的?!", "是"]),
        ("It is 1.5 km. The U.S. law. Ends", ["It is 1.5 km.", "The U.S. law.", "Ends"]),
        ("see fig. a and b.", ["see fig. a and b."]),  # no capital letter follows
        ("20%. Then", ["20%.", "Then"]),
        ("总投资1.4亿元", ["总投资1.4亿元"]),
        (" \n\u3000\ufeff", []),
        ("", []),
    ],
)
def test_sentences_of_a_text(text, sentences):
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


def test_span_is_trimmed_of_invisible_characters_too():
    text = "\ufeff\u3000甲 乙\u200b\n"

    assert trim(text, 0, len(text)) == (2, 5)


def test_blank_span_becomes_empty():
    start, end = trim("甲  \n乙", 1, 4)

    assert start == end


WRAPPED = (
    "　　优先沿高速公路、港口、物流园布局加氢站，对每日加氢能力不低\n"
    "于500公斤的加氢站，按设备投资额的30%给予补助，最高300万元。鼓励\n"
    "企业共用设施。\n"
    "　　支持港口与航运、物流、金融等行业的企业共同建立港口数据开放平台\n"
    "（一）建设平台\n"
)


def test_line_that_the_end_of_the_paper_breaks_ends_no_sentence():
    found = [on_one_line(WRAPPED, *span) for span in split_sentences(WRAPPED)]

    assert found == [
        "优先沿高速公路、港口、物流园布局加氢站，对每日加氢能力不低于500公斤的加氢站，按设备投资额的30%给予补助，最高300万元。",
        "鼓励企业共用设施。",
        "支持港口与航运、物流、金融等行业的企业共同建立港口数据开放平台",
        "（一）建设平台",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "加强组织领导\n各部门要分工负责。",
        "海川市人民政府关于促进综合港区高水平开放的若干意见\n　　为了促进综合港区高水平开放，提出如下意见。",
        "海川市人民政府关于促进综合港区高水平开放的若干意见\n\n为了促进开放，提出意见。",
        "海川市人民政府关于促进综合港区高水平开放的若干意见\n"
        + "为了促进综合港区开放，" * 9
        + "制定本意见。",
        "建设综合港区高水平开放的试验平台和示范基地项目 | 市港务局\n建设 | 市财政局",
    ],
)
def test_other_lines_stay_apart(text):
    assert len(split_sentences(text)) > 1
    assert unwrapped(text) == text


def test_english_lines_are_joined_with_a_blank():
    text = "Every harbour shall keep a record of the ships that it serves and\nreport it each year."

    assert unwrapped(text) == text.replace("\n", " ")
    assert unwrapped(text, 6, 20) == text[6:20]


def test_long_runs_of_blanks_are_read_in_one_pass():
    text = "港口" + " " * 200_000 + "规划"

    assert unwrapped(text) == text
    assert len(split_sentences(text)) == 1


HANGING = """\
一、为加强港口管理，提高码头泊位使用效率，保障船舶航行安全，根据有关法律法
　　规，制定本规定。
二、船舶应遵守下列规定：
　　（一）进港前二十四小时报告船名、吨位及预计到港时间，并按照港口调度的顺
　　　　序进港。
　　（二）不得抛弃垃圾。"""


def test_lines_that_hang_below_a_number_go_on_with_it():
    found = [on_one_line(HANGING, *span) for span in split_sentences(HANGING)]

    assert found == [
        "一、为加强港口管理，提高码头泊位使用效率，保障船舶航行安全，根据有关法律法规，制定本规定。",
        "二、船舶应遵守下列规定：",
        "（一）进港前二十四小时报告船名、吨位及预计到港时间，并按照港口调度的顺序进港。",
        "（二）不得抛弃垃圾。",
    ]


def test_text_below_a_long_heading_does_not_hang():
    text = (
        "一、进一步健全完善港口高质量发展工作协调推进机制和统计监测体系\n　　成立小组。\n"
        "二、目标\n　　" + "到2030年建成泊位二十个，形成万吨级船队，" * 4
    )
    assert len(split_sentences(text)) == 4
