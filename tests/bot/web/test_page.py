from types import SimpleNamespace

import gradio as gr
import pytest

from bot.web.labels import EN, ZH
from bot.web.page import create_page
from bot.web.uploads import Shelf

CHINESE = SimpleNamespace(headers={"accept-language": "zh-CN"})
ENGLISH = SimpleNamespace(headers={"accept-language": "en"})


@pytest.fixture
def handlers(fake_chatbot):
    """The page's own functions by name."""
    page = create_page(fake_chatbot)
    return {fn.name: fn.fn for fn in page.fns.values() if fn.fn}


def texts(updates):
    """Give all texts that an update shows, and its states."""
    shown = [v for v in updates.values() if isinstance(v, str)]
    shown += [str(v) for v in updates.values() if isinstance(v, dict)]
    return "\n".join(shown)


def state(updates, kind):
    return next(v for v in updates.values() if isinstance(v, kind))


def test_the_page_reports_to_nobody_and_shares_one_endpoint(fake_chatbot):
    page = create_page(fake_chatbot)
    assert page.analytics_enabled is False
    shared = [fn.api_name for fn in page.fns.values() if fn.api_visibility != "private"]
    assert shared == ["ask"]


def test_labels_follow_the_browser_until_somebody_switches(handlers):
    assert ZH.placeholder in texts(handlers["show"](None, (), Shelf(), CHINESE))
    assert EN.placeholder in texts(handlers["show"](None, (), Shelf(), ENGLISH))
    assert EN.placeholder in texts(handlers["show"]("en", (), Shelf(), CHINESE))


def test_a_switch_changes_every_label(handlers):
    shown = texts(handlers["show"]("en", (), Shelf(), CHINESE))
    for name in ("tagline", "send", "restart", "disclaimer", "examples", "files", "scope_mine"):
        assert getattr(EN, name) in shown
        assert getattr(ZH, name) not in shown


def test_asking_shows_the_question_at_once_and_then_the_answer(handlers, answer):
    steps = list(handlers["answer"](answer.question, "all", "zh", (), Shelf(), CHINESE))
    assert ZH.working in texts(steps[0])
    assert 'data-cite="1-1"' in texts(steps[1])
    assert len(state(steps[1], tuple)) == 1


def test_an_empty_question_is_not_asked(handlers, fake_chatbot):
    (step,) = handlers["answer"]("  \n", "all", "zh", (), Shelf(), CHINESE)
    assert texts(step) == str(gr.skip())
    assert fake_chatbot.asked == []


def test_a_failure_shows_no_detail(handlers):
    *_, last = handlers["answer"]("坏", "all", "en", (), Shelf(), CHINESE)
    assert EN.failed in texts(last)
    assert "secret" not in texts(last)


def test_files_are_answered_from_alone_when_chosen(handlers, tmp_path, fake_chatbot):
    path = tmp_path / "mine.txt"
    path.write_text("我的规定\n\n一、总则\n\n补贴三十万元。\n", encoding="utf-8")
    reading, done = handlers["add"]([str(path)], "en", Shelf(), CHINESE)
    assert EN.files_reading in texts(reading)
    assert "mine.txt" in texts(done)
    shelf = state(done, Shelf)
    list(handlers["answer"]("补贴?", "mine", "zh", (), shelf, CHINESE))
    list(handlers["answer"]("补贴?", "all", "zh", (), shelf, CHINESE))
    assert [asked[2] for asked in shelf.chatbot.asked] == [frozenset({"mine"}), None]
    assert fake_chatbot.asked == []


def test_restarting_forgets_the_turns_and_removing_forgets_the_files(handlers):
    assert () in handlers["restart"]("zh", CHINESE).values()
    assert Shelf() in handlers["remove"]().values()
