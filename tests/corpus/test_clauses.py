"""The second list of an article has refs of its own."""

import pytest

from bot.citations import english_ref
from corpus.document import parse_document
from corpus.named_sections import resolve_path
from corpus.paths import find_path
from corpus.sections import parse_sections

RULES = """第一条 泊位由市港务局登记。
第二条 泊位的登记事项包括：
（一）名称；
（二）水深。
除前款规定外，油品泊位还应当登记下列事项：
（一）消防设施；
（二）罐区容量。
第三条 登记免费。
"""


def refs(text: str) -> list[str]:
    return [section.ref for section in parse_sections(text)[0]]


def test_second_list_hangs_below_the_paragraph_that_opens_it():
    sections, warnings = parse_sections(RULES)
    (clause,) = (s for s in sections if s.ref == "第二条第二款")

    assert [section.ref for section in sections] == [
        "第一条", "第二条", "第二条(一)", "第二条(二)",
        "第二条第二款", "第二条第二款(一)", "第二条第二款(二)", "第三条",
    ]  # fmt: skip
    assert RULES[clause.start : clause.end].strip() == "除前款规定外，油品泊位还应当登记下列事项："
    assert (clause.parent, clause.heading, warnings) == ("第二条", "", ())


@pytest.mark.parametrize(
    "lead",
    [
        "除前款规定外，油品泊位\n还应当登记下列事项：",  # broken at the end of the paper
        "登记应当公开。\n油品泊位还应当登记下列事项：",
    ],
)
def test_paragraphs_are_counted_over_wrapped_lines(lead):
    text = RULES.replace("除前款规定外，油品泊位还应当登记下列事项：", lead)
    number = "三" if "公开" in lead else "二"

    assert f"第二条第{number}款(二)" in refs(text)


@pytest.mark.parametrize(
    "text",
    [
        RULES.replace("除前款规定外，油品泊位还应当登记下列事项：\n", ""),  # nothing opens it
        RULES.replace("（二）罐区容量。\n", ""),  # no list
        "一、登记\n1.名称；\n2.水深。\n油品泊位还应当登记：\n1.消防；\n2.罐区。\n",  # no article
    ],
)
def test_number_one_without_such_a_paragraph_stays_text(text):
    found, warnings = parse_sections(text)

    assert not any("款" in section.ref for section in found)
    assert warnings


def test_paragraphs_of_taiwan_are_called_otherwise():
    text = "第 1 條\n泊位應登記。\n第 2 條\n登記下列事項：\n一、名稱。\n二、水深。\n油品泊位應登記：\n一、消防。\n二、罐區。\n"

    assert [s.ref for s in parse_document("law", text).sections][4:] == [
        "第2條第二項", "第2條第二項一", "第2條第二項二",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第二条第二款第二项写了什么？", "第二条第二款(二)"),
        ("第二条第二款写了什么？", "第二条第二款"),
        ("第二条第一款第二项写了什么？", "第二条(二)"),
        ("第二条第二项写了什么？", "第二条(二)"),
    ],
)
def test_question_names_the_paragraph(question, ref):
    document = parse_document("rules", RULES)
    section = resolve_path(document, find_path(question), question)

    assert section is not None
    assert section.ref == ref


def test_paragraph_is_named_to_english_readers():
    document = parse_document("rules", RULES)

    assert (
        english_ref(document, document.section("第二条第二款(一)")) == "Article 2 Paragraph 2 (1)"
    )
