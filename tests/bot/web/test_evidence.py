import re
from html import unescape

import pytest

from bot.reply import Refusal
from bot.web.conversation import Turn
from bot.web.evidence import evidence_html, marked_html, section_rendering
from bot.web.labels import EN, ZH


def marked(markup, name):
    """Give the text inside all marks of one citation."""
    marks = re.findall(r'<mark data-cites="([^"]*)">(.*?)</mark>', markup, re.DOTALL)
    return "".join(unescape(text) for names, text in marks if name in names.split())


@pytest.mark.parametrize("marker", [1, 2, 3])
def test_the_marked_words_are_the_quote(turn, qingshi, marker):
    citation = turn.citations[marker - 1]
    quote = marked(evidence_html([turn], ZH), f"4-{marker}")
    assert quote == citation.quote == qingshi.text[citation.start : citation.end]


def test_the_whole_section_is_shown_and_nothing_of_the_next(turn):
    markup = evidence_html([turn], ZH)
    first = markup.split('class="zw-source"')[1]
    assert "一、总体要求" in first
    assert "扶持措施" not in first.split("</div>")[0]


def test_quotes_of_one_section_share_a_card(turn):
    markup = evidence_html([turn], ZH)
    assert markup.count("<article") == 2
    assert "<b>[1]</b><b>[2]</b>" in markup


def test_overlapping_quotes_are_both_whole():
    markup = marked_html("甲乙丙丁戊", 0, 5, [("1-1", 0, 3), ("1-2", 2, 4), ("1-3", 0, 3)])
    assert marked(markup, "1-1") == "甲乙丙"
    assert marked(markup, "1-2") == "丙丁"
    assert marked(markup, "1-3") == "甲乙丙"
    assert unescape(re.sub("<[^>]+>", "", markup)) == "甲乙丙丁戊"


def test_markup_in_a_document_is_shown_as_text(qingshi, cite):
    words = '<script>alert("x")</script>![图](http://evil.example/a.png)'
    refusal = Refusal("问", "zh", "no_evidence", "没有。", nearest=(cite(1, "二", words),))
    markup = evidence_html([Turn(1, "问", refusal, (qingshi,))], ZH)
    assert "<script" not in markup
    assert "<img" not in markup
    assert marked(markup, "1-1") == words


def test_english_is_labelled_unofficial_for_the_quote_and_for_the_section(turn):
    markup = evidence_html([turn], EN)
    assert markup.count("Unofficial English rendering") == 2
    assert "By 2030 the city will have 12 green data centres." in markup
    assert "All power shall be &lt;b&gt;renewable&lt;/b&gt;." in markup
    assert markup.count("<details>") == 1
    assert "非官方英文译文" in evidence_html([turn], ZH)


def test_texts_carry_their_language_and_the_page_its_number(turn):
    markup = evidence_html([turn], EN)
    assert 'class="zw-source" lang="zh-Hans"' in markup
    assert '<p lang="en" data-cites="4-1">' in markup
    assert "page 3" in markup


def test_only_the_latest_turn_is_shown_and_older_evidence_stays(turn, answer, qingshi):
    later = Turn(5, "还有呢?", answer, (qingshi,))
    markup = evidence_html([turn, later], ZH)
    shown = re.findall(r'class="(zw-turn-evidence[^"]*)" data-turn="(\d)"', markup)
    assert shown == [("zw-turn-evidence", "4"), ("zw-turn-evidence zw-current", "5")]
    anchors = re.findall(r'id="(cite-[^"]+)"', markup)
    assert len(anchors) == len(set(anchors)) == 6


def test_a_citation_outside_its_section_is_shown_all_the_same(qingshi, cite):
    across = cite(1, "一", "绿色数据中心12个。每个中心的用电应")
    wide = cite(2, "二", "来自可再生能源。\n\n二、扶持措施")
    refusal = Refusal("问", "zh", "no_evidence", "没有。", nearest=(across, wide))
    markup = evidence_html([Turn(1, "问", refusal, (qingshi,))], ZH)
    assert marked(markup, "1-1") == across.quote
    assert marked(markup, "1-2") == wide.quote


def test_evidence_of_an_unknown_document_or_section_is_the_quote(qingshi, cite):
    stray = cite(1, "九九", "补助由市数据局办理。")
    refusal = Refusal("问", "zh", "no_evidence", "没有。", nearest=(stray,))
    for documents in ((), (qingshi,)):
        markup = evidence_html([Turn(1, "问", refusal, documents)], ZH)
        assert marked(markup, "1-1") == stray.quote


def test_the_rendering_of_a_section_keeps_its_line_breaks(policy):
    start = policy.text.index("2021年3月8日")
    end = policy.text.index("为落实")
    assert "\n" in section_rendering(policy, start, end)


def test_an_empty_panel_says_what_will_be_here():
    assert ZH.evidence_empty in evidence_html([], ZH)
