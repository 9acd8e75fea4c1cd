"""Where a name stands: every section that holds it, and no other."""

import pytest

from bot.reply import Answer, reply_text


def holding(document, *names) -> list[str]:
    """Brute force: the sections whose own text holds one of the names."""
    return [
        section.ref
        for section in document.sections
        if any(name in document.text[section.start : section.end] for name in names)
    ]


def refs(reply) -> list[str]:
    return list(dict.fromkeys(citation.ref for citation in reply.citations))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("麒麟在文件里出现了几次,分别讲什么?", "麒麟"),
        ("哪几条提到了天地伟业?", "天地伟业"),
        ("騰訊出現在哪幾條裡?", "腾讯"),
        ("Tencent is named twice. In which sections, and for what?", "腾讯"),
        ("Which parts of the plan mention Tencent?", "腾讯"),
    ],
)
def test_every_section_that_holds_a_name_is_given(tianjin_chatbot, tianjin, question, name):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert refs(reply) == holding(tianjin, name) != []
    assert all(name in citation.quote for citation in reply.citations)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("方案有没有提到区块链?", "区块链"),
        ("方案里提到腾讯了吗?", "腾讯"),
        ("Does the plan mention Tencent?", "腾讯"),
        ("方案里提到卫星导航了吗?", "北斗"),  # the kind of it that is printed
    ],
)
def test_whether_a_thing_is_mentioned_is_told_by_where(tianjin_chatbot, tianjin, question, name):
    reply = tianjin_chatbot.reply(question)

    assert refs(reply) == holding(tianjin, name) != []
    assert "出现在1处" in reply_text(reply) or len(refs(reply)) > 1


@pytest.mark.parametrize("question", ["方案有没有提到元宇宙?", "有没有提到补贴的金额?"])
def test_what_is_not_mentioned_is_refused(tianjin_chatbot, question):
    assert not isinstance(tianjin_chatbot.reply(question), Answer)


def test_the_number_of_sections_comes_first(tianjin_chatbot):
    text = reply_text(tianjin_chatbot.reply("腾讯被提到在哪几处?"))
    assert text.startswith("「腾讯」出现在2处")


@pytest.mark.parametrize(
    "question", ["麒麟和飞腾在哪几条被提到?", "哪些部门被点名?", "信息产业在哪几条出现?"]
)
def test_several_names_or_none_are_not_looked_up(tianjin_chatbot, question):
    assert "出现在" not in reply_text(tianjin_chatbot.reply(question))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("恒银金融是哪个领域的重点企业?", "恒银金融"),
        ("请问钜宝电子在方案里属于哪个领域?", "钜宝电子"),
        ("騰訊屬於哪個領域?", "腾讯"),
        ("Which field does Cashway belong to?", "恒银金融"),
        ("中科曙光既参与创新中心又属于哪个重点产业的依托企业?", "中科曙光"),
        ("Sugon takes part in the centre; which key industry does it anchor?", "中科曙光"),
    ],
)
def test_what_a_name_is_part_of_is_told_with_the_headings(tianjin_chatbot, tianjin, question, name):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert refs(reply) == holding(tianjin, name) != []
    shown = [sentence for sentence in reply.sentences if sentence.is_heading]
    assert len(shown) == len(refs(reply))


@pytest.mark.parametrize(
    "question", ["信息产业属于哪个领域?", "把它算进那批项目的又是哪条?", "火星探测属于哪个领域?"]
)
def test_what_is_no_name_of_the_document_is_not_looked_up(tianjin_chatbot, question):
    assert "按文件顺序" not in reply_text(tianjin_chatbot.reply(question))
