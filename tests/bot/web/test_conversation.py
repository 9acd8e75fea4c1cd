import logging

from bot.reply import Refusal
from bot.web.conversation import KEPT_TURNS, ask
from bot.web.limits import Limits, scope_of


def test_a_turn_keeps_the_documents_that_its_reply_cites(fake_chatbot, answer, qingshi):
    (turn,) = ask(fake_chatbot, answer.question)
    assert turn.number == 1
    assert turn.reply == answer
    assert turn.documents == (qingshi,)
    assert turn.document("qingshi") is qingshi
    assert turn.document("another") is None


def test_history_is_plain_text_with_markers_and_without_failures(fake_chatbot, answer):
    turns = ask(fake_chatbot, answer.question)
    turns = ask(fake_chatbot, "坏", turns)
    ask(fake_chatbot, "后来呢?", turns)
    question, history, _ = fake_chatbot.asked[-1]
    assert question == "后来呢?"
    assert [role for role, _ in history] == ["user", "assistant"]
    assert history[0][1] == answer.question
    assert history[1][1].startswith("共两点:\n到2030年,全市建成绿色数据中心12个。[1]\n")


def test_a_failure_is_logged_and_becomes_a_turn_without_a_reply(fake_chatbot, caplog):
    with caplog.at_level(logging.ERROR, logger="bot.web.conversation"):
        (turn,) = ask(fake_chatbot, "坏")
    assert turn.reply is None
    assert turn.citations == ()
    assert "secret detail" in caplog.text


def test_the_nearest_sections_of_a_refusal_are_its_citations(fake_chatbot, cite, qingshi):
    nearest = cite(1, "二", "补助由市数据局办理。")
    refusal = Refusal("多少钱?", "zh", "missing_detail", "没有写明。", nearest=(nearest,))
    fake_chatbot.replies["多少钱?"] = refusal
    (turn,) = ask(fake_chatbot, "多少钱?")
    assert turn.citations == (nearest,)
    assert turn.documents == (qingshi,)


def test_the_limits_are_passed_on_and_kept_with_the_turn(fake_chatbot, qingshi):
    scope = scope_of(Limits(documents=("qingshi",)), [qingshi])
    (turn,) = ask(fake_chatbot, "问", scope=scope)
    assert fake_chatbot.asked == [("问", (), frozenset({"qingshi"}))]
    assert turn.scope is scope


def test_a_failed_turn_keeps_its_limits_too(fake_chatbot, qingshi):
    scope = scope_of(Limits(documents=("qingshi",)), [qingshi])
    assert ask(fake_chatbot, "坏", scope=scope)[0].scope is scope


def test_turns_are_numbered_on_when_old_ones_leave(fake_chatbot):
    turns = ()
    for _ in range(KEPT_TURNS + 2):
        turns = ask(fake_chatbot, "问", turns)
    assert len(turns) == KEPT_TURNS
    assert [turn.number for turn in turns] == list(range(3, KEPT_TURNS + 3))
