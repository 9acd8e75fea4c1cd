from dataclasses import replace

import pytest

from bot.reply import Answer, Clarification, Refusal
from bot.web.conversation import Turn
from bot.web.evidence import evidence_html
from bot.web.labels import EN, ZH
from bot.web.rendering import (
    conversation_html,
    copy_text,
    examples_html,
    header_html,
    lang,
)


def test_every_marker_is_a_link_that_names_its_turn_and_citation(turn, read_html):
    links = read_html(conversation_html([turn], EN)).of("a", **{"class": "zw-marker"})
    assert [(attrs["data-cite"], text) for attrs, text in links] == [
        ("4-1", "[1]"),
        ("4-2", "[2]"),
        ("4-3", "[3]"),
    ]
    assert links[0][0]["aria-label"] == "Show evidence 1: 一、标题"


def test_a_marker_points_at_an_anchor_of_the_evidence(turn, read_html):
    conversation = read_html(conversation_html([turn], EN))
    evidence = read_html(evidence_html([turn], EN))
    anchors = {attrs["id"] for _, attrs, _ in evidence.found if "id" in attrs}
    targets = {attrs["href"] for attrs, _ in conversation.of("a", **{"class": "zw-marker"})}
    assert targets == {f"#{anchor}" for anchor in anchors}


def test_an_answer_shows_opening_sentences_closing_and_notices_in_its_language(turn, read_html):
    (answer,) = read_html(conversation_html([turn], EN)).of("div", **{"class": "zw-answer"})
    assert answer[0]["lang"] == "zh-Hans"
    assert answer[1].index("共两点:") < answer[1].index("绿色数据中心12个。[1]")
    assert "文件没有写明金额。" in answer[1]
    assert "目标期<已过>" in answer[1]


def test_a_marker_without_citation_is_not_shown(answer, read_html):
    bare = Answer("问", "zh", answer.sentences, answer.citations[:1], ())
    links = read_html(conversation_html([Turn(1, "问", bare)], ZH)).of(
        "a", **{"class": "zw-marker"}
    )
    assert [text for _, text in links] == ["[1]"]


@pytest.mark.parametrize("labels", [ZH, EN])
def test_hostile_text_is_shown_as_text_everywhere(labels, cite, read_html, hostile):
    citation = cite(1, "二", "补助由市数据局办理。", rendering=hostile)
    refusal = Refusal(
        hostile, "en", "no_evidence", hostile, nearest=(citation,), notices=(hostile,)
    )
    turns = [
        Turn(1, hostile, refusal),
        Turn(2, hostile, Clarification(hostile, "zh", hostile, (hostile,))),
        Turn(3, hostile, None),
    ]
    parts = [
        conversation_html(turns, labels, pending=hostile),
        evidence_html(turns, labels),
        examples_html({"zh": (hostile,), "en": (hostile,)}, labels, unfolded=True),
    ]
    for part in parts:
        elements = read_html(part)
        assert {name for name, _, _ in elements.found}.isdisjoint({"script", "img", "iframe"})
        assert not any(key.startswith("on") for _, attrs, _ in elements.found for key in attrs)
        assert not elements.of(href="http://evil.example/b")
    assert hostile in read_html(parts[0]).of("div", **{"class": "zw-question"})[0][1]
    assert read_html(parts[0]).of("button", **{"class": "zw-ask"})[0][0]["data-ask"] == hostile


def test_the_sections_that_a_refusal_names_become_links_in_its_message(cite, read_html):
    nearest = (cite(1, "一", "到2030年"), cite(2, "二", "补助由市数据局办理。"))
    message = "没有写明。最接近的内容在:一、标题;其他。"
    refusal = Refusal("问", "zh", "missing_detail", message, nearest=nearest)
    elements = read_html(conversation_html([Turn(1, "问", refusal)], ZH))
    ((_, shown),) = elements.of("p", **{"class": "zw-message"})
    assert shown == "没有写明。最接近的内容在:一、标题 [1];其他。"
    links = elements.of("a", **{"class": "zw-marker"})
    assert [text for _, text in links] == ["一、标题 [1]", "二、标题 [2]"]


def test_sections_of_one_name_in_two_documents_are_two_links(cite, read_html):
    first = cite(1, "一", "到2030年")
    second = replace(first, marker=2, document="b")
    message = f"在:《办法》(a){first.breadcrumb};《办法》(b){second.breadcrumb}。"
    refusal = Refusal("问", "zh", "no_evidence", message, nearest=(first, second))
    elements = read_html(conversation_html([Turn(1, "问", refusal)], ZH))
    ((_, shown),) = elements.of("p", **{"class": "zw-message"})
    assert shown == "在:《办法》(a)一、标题 [1];《办法》(b)一、标题 [2]。"
    assert len(elements.of("a", **{"class": "zw-marker"})) == 2


def test_the_options_of_a_clarification_are_buttons_that_ask_them(read_html):
    reply = Clarification("第一条", "zh", "哪一份?", ("《甲》 一", "《乙》 一"))
    elements = read_html(conversation_html([Turn(1, "第一条", reply)], EN))
    buttons = elements.of("button", **{"class": "zw-ask"})
    assert [attrs["data-ask"] for attrs, _ in buttons] == ["《甲》 一", "《乙》 一"]
    assert elements.of("div", role="group")[0][0]["aria-label"] == EN.options


def test_a_failed_turn_gives_a_calm_sentence():
    assert ZH.failed in conversation_html([Turn(1, "坏", None)], ZH)
    assert "Traceback" not in conversation_html([Turn(1, "坏", None)], ZH)


def test_a_very_long_question_is_shown_in_part():
    markup = conversation_html([], ZH, pending="问" * 100_000)
    assert len(markup) < 5_000
    assert ZH.working in markup


def test_the_copied_text_names_every_reference(turn, read_html):
    copied = copy_text(turn, EN)
    assert "每个中心的用电应<b>全部</b>来自可再生能源。[2][3]" in copied
    assert (
        "[1] 青石市数据中心扶持办法, 一、标题, page 3: “到2030年,全市建成绿色数据中心12个。”\n"
        "    Unofficial English rendering: By 2030 the city will have 12 green data centres."
    ) in copied
    (button,) = read_html(conversation_html([turn], EN)).of("button", **{"class": "zw-copy"})
    assert button[0]["data-copy"] == copied


def test_an_answer_by_a_language_model_says_so(answer):
    written = Answer("问", "zh", answer.sentences, answer.citations, (), generator="chat:qwen")
    assert "chat:qwen" in conversation_html([Turn(1, "问", written)], EN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2030年建成。", "zh-Hans"),
        ("請問產業規模達到多少?", "zh-Hant"),
        ("扭转乾坤,发展数据产业,建设绿色中心。", "zh-Hans"),
        ("What is the target?", "en"),
    ],
)
def test_texts_name_their_language(text, expected):
    assert lang(text) == expected


def test_the_header_tells_the_page_its_language(read_html):
    (header,) = read_html(header_html(EN)).of("header")
    assert header[0]["data-lang"] == "en"
    assert "政问 Zhengwen" in header[1]


def test_a_notice_is_shown_in_full_once_and_then_unfolds(answer, qingshi, read_html):
    """Its first word is in the language of the reply, whatever that of the page."""
    turns = [Turn(number, "问", answer, (qingshi,)) for number in (1, 2)]
    elements = read_html(conversation_html(turns, EN))
    ((_, first),) = elements.of("p", **{"class": "zw-notice"})
    ((_, again),) = elements.of("details", **{"class": "zw-notice"})
    assert first == again == f"{ZH.notice} 目标期<已过>"
