"""What an English reader is told of a passage that is in Chinese only."""

import pytest

from bot.originals import certain_words, original_notices, place_name, shown_text
from bot.reply import Citation
from bot.strings import strings_for
from corpus.document import parse_document

TEXT = """海川市港口条例

第一章 总则

第一条 为了港口安全,制定本条例。

第二章 法律责任

第二条 港口企业逾期不改正的,处三万元以上十万元以下的罚款。

第三条 港口企业应当自2025年3月1日起三十日内备案:

(一)泊位;

(二)人民政府要求的其他材料。
"""
LAW = parse_document("law", TEXT)
PLAN = parse_document("plan", "海川市方案\n\n一、目标\n\n(一)建设知识产权法院。引进项目二十个。\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("试用期不得超过六个月", ["probation period", "at most 6 months (不得超过六个月)"]),
        ("自2025年3月1日起施行", ["1 March 2025 (2025年3月1日)", "takes effect"]),
        ("可以延长10%", ["may", "10%"]),
        ("份额达到二分之一的", ["50% (二分之一)"]),
        ("一个灯塔", []),
    ],
)
def test_what_is_certain_is_given_in_its_order(text, words):
    assert certain_words(text) == words


def test_a_word_that_stands_twice_is_given_once():
    assert certain_words("罚款,再罚款") == ["fine"]


def test_an_article_is_named_alone_and_a_section_with_those_above_it():
    assert place_name(LAW, LAW.section("第二条")) == "Article 2"
    assert place_name(LAW, LAW.section("第三条(一)")) == "Article 3 (1)"
    assert place_name(LAW, LAW.section("第二章")) == "Chapter 2 “legal liability”"
    assert place_name(PLAN, PLAN.section("一(一)")).startswith(
        "Part I (1) “… intellectual property"
    )


def test_a_passage_is_named_with_its_certain_words():
    section = LAW.section("第二条")
    text = shown_text(LAW, section, section.start, section.end, "en", strings_for("en"))
    assert text == (
        "Article 2, in Chinese only: seaport … refuses or fails to make corrections … "
        "30,000 to 100,000 yuan (三万元以上十万元以下) … fine."
    )
    assert shown_text(LAW, section, section.start, section.end, "zh", strings_for("zh")) == (
        "第二条 港口企业逾期不改正的,处三万元以上十万元以下的罚款。"
    )


def test_of_an_english_passage_a_chinese_reader_is_told_the_numbers():
    rules = parse_document("rules", "# Rules\n\nArticle 1 Keep the records for at least 3 years.\n")
    section = rules.section("Article1")
    text = shown_text(rules, section, section.start, section.end, "zh", strings_for("zh"))
    assert "at least 3 years" in text


def test_the_notice_names_each_untranslated_document_once():
    one = Citation(1, "law", "海川市港口条例", "第二条", "Article 2", 0, 4, "港口企业")
    rendered = Citation(2, "plan", "方案", "一", "Part I", 0, 4, "港口建设", "Build the port.")
    english = Citation(3, "rules", "Rules", "Article 1", "Article 1", 0, 4, "Keep it.")
    notices = original_notices([one, one, rendered, english], "en", strings_for("en"))
    assert len(notices) == 1
    assert "海川市港口条例" in notices[0]
