from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from bot.reply import Refusal
from bot.web.labels import EN, ZH
from bot.web.page import create_page
from bot.web.server import create_server
from bot.web.session import Session

NO_READING = ("", "")


@pytest.fixture
def show(handlers):
    def show(language, request, **given):
        parts = {"turns": (), "session": Session(), "reading": NO_READING, "search": ""} | given
        chosen = parts.pop("chosen", ())
        return handlers["show"](language, *parts.values(), request, *chosen)

    return show


@pytest.fixture
def answer_steps(handlers, chinese):
    def answer(question, language="zh", chosen=()):
        return list(handlers["answer"](question, language, (), Session(), chinese, *chosen))

    return answer


def test_the_page_reports_to_nobody_and_shares_one_endpoint(collection):
    page = create_page(collection)
    assert page.analytics_enabled is False
    shared = [fn.api_name for fn in page.fns.values() if fn.api_visibility != "private"]
    assert shared == ["ask"]


def test_only_long_work_waits_in_the_queue(collection):
    page = create_page(collection)
    queued = {fn.name for fn in page.fns.values() if fn.fn and fn.queue}
    assert queued == {"reply_of", "answer", "nudge", "add", "remove", "remove_all"}


def test_labels_follow_the_browser_until_somebody_switches(show, shown, chinese, english):
    assert ZH.placeholder in shown.text(show(None, chinese))
    assert EN.placeholder in shown.text(show(None, english))
    assert EN.placeholder in shown.text(show("en", chinese))


def test_a_switch_changes_every_label(show, shown, chinese):
    text = shown.text(show("en", chinese))
    names = "tagline send restart disclaimer examples files limits limits_clear documents_search"
    for name in [*names.split(), "files_private_note", "scope_mine"]:
        assert getattr(EN, name) in text
        assert getattr(ZH, name) not in text


def test_a_switch_keeps_what_is_read_and_limited(show, shown, chinese):
    updates = show("en", chinese, reading=("qingshi", "一"), chosen=(["qingshi"],))
    text = shown.text(updates)
    assert EN.outline.format(count=3) in text
    assert "绿色数据中心12个" in text
    assert "Questions are limited" in text
    assert "'value': ['qingshi']" in text


def test_asking_shows_the_question_at_once_and_then_the_answer(answer_steps, answer, shown):
    first, second = answer_steps(answer.question)
    assert ZH.working in shown.text(first)
    assert 'data-cite="1-1"' in shown.text(second)
    assert len(shown.state(second, tuple)) == 1


def test_a_question_that_is_too_long_stays_to_be_shortened(answer_steps, fake_chatbot):
    fake_chatbot.replies["长"] = Refusal("长", "zh", "too_long", "太长。")
    assert "长" in answer_steps("长")[-1].values()
    assert "短" not in answer_steps("短")[-1].values()


def test_an_empty_question_is_not_asked(answer_steps, fake_chatbot, shown):
    (step,) = answer_steps("  \n")
    assert shown.text(step) == ""
    assert fake_chatbot.asked == []


def test_a_failure_shows_no_detail(answer_steps, shown):
    *_, last = answer_steps("坏", language="en")
    assert EN.failed in shown.text(last)
    assert "secret" not in shown.text(last)


def test_a_limited_question_is_asked_of_these_documents_and_says_so(
    answer_steps, fake_chatbot, answer, shown
):
    *_, last = answer_steps(answer.question, chosen=(["qingshi"],))
    assert fake_chatbot.asked == [(answer.question, (), frozenset({"qingshi"}))]
    assert "提问已限定:《青石市数据中心扶持办法》" in shown.text(last)


def test_a_question_within_limits_that_leave_nothing_is_not_asked(
    answer_steps, fake_chatbot, shown
):
    (step,) = answer_steps("补贴?", chosen=([], "无"))
    assert "zw-empty-scope" in shown.text(step)
    assert fake_chatbot.asked == []


def test_restarting_forgets_the_turns(handlers, chinese):
    assert () in handlers["restart"]("zh", chinese).values()


# The HTTP interface


@pytest.fixture
def ask_over_http(collection):
    """Ask as a script would; give what the event stream says."""
    with TestClient(create_server(create_page(collection))) as client:

        def ask(*data):
            started = client.post("/gradio_api/call/ask", json={"data": data})
            event = started.json()["event_id"]
            return client.get(f"/gradio_api/call/ask/{event}").text

        yield ask


def test_a_script_asks_all_documents_or_some(ask_over_http, fake_chatbot, answer):
    assert "event: complete" in ask_over_http(answer.question)
    assert "event: complete" in ask_over_http(answer.question, None)
    assert '"kind": "answer"' in ask_over_http(answer.question, ["qingshi"])
    assert [documents for _, _, documents in fake_chatbot.asked] == [
        None,
        None,
        frozenset({"qingshi"}),
    ]


def test_a_script_that_names_a_missing_document_is_told_which(ask_over_http, fake_chatbot):
    answered = ask_over_http("问", ["qingshi", "gone"])
    assert "event: error" in answered
    assert "there is no document 'gone'" in answered
    assert fake_chatbot.asked == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [([7], "must be a text"), ([None], "must be a text"), (["问", "qingshi"], "ids")],
)
def test_a_script_is_told_what_to_send(ask_over_http, fake_chatbot, data, reason):
    assert reason in ask_over_http(*data)
    assert fake_chatbot.asked == []


def test_an_empty_list_of_documents_is_not_all_of_them(ask_over_http, fake_chatbot):
    assert "leave it out to ask all of them" in ask_over_http("问", [])
    assert fake_chatbot.asked == []


def test_what_is_listed_is_what_everybody_sees_now(shared, handlers_of, shown, chinese, qingshi):
    handlers = handlers_of(shared)
    shared.add([replace(qingshi, id="new")])
    updates = handlers["show"]("zh", (), Session(), NO_READING, "", chinese)
    text = shown.text(updates)
    assert ZH.documents.format(count=2) in text
    assert ZH.files_shared_note in text
    assert 'data-document="new"' in text
