"""The page in a real browser: what somebody sees, clicks and adds, with no other server near."""

import os
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

import app
from bot.chatbot import Chatbot
from bot.reply import Clarification
from bot.settings import Settings
from bot.web.labels import EN, ZH
from corpus.document import parse_document
from index.encoder import DEFAULT_MODEL
from index.library import build_index
from index.store import load_index, save_index

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 60_000  # ms; a busy machine is no failure
CHINESE = "到2023年,船舶电子产业规模达到多少?"
ENGLISH = "How many fishermen get free training?"
RULES = (
    "白水市规定\n\n一、总则\n\n白水市的研发补贴为每家37万元。<img src=http://evil.example/p.png>\n"
)
HOSTILE = (
    "<img src=http://evil.example/q.png onerror=alert(1)> ![x](http://evil.example/r.png) ${1+1}"
)

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists() and os.environ.get("CI") != "true",
    reason=f"needs Chromium at {CHROMIUM}; CI=true makes this a failure",
)


class WebChatbot:
    """The bot over the invented plan, with two questions that it answers as told."""

    def __init__(self, chatbot):
        self._chatbot = chatbot
        self.index = chatbot.index
        self.validity = chatbot.validity

    def refreshed(self):
        return self

    def reply(self, question, history=(), *, documents=None):
        if question == "哪一部分?":
            return Clarification(question, "zh", "您指的是哪一部分?", (CHINESE, ENGLISH))
        if question == "坏":
            raise RuntimeError("secret detail")
        return self._chatbot.reply(question, history, documents=documents)

    def with_documents(self, documents, *, known=None):
        known = known._chatbot if known else None
        return WebChatbot(self._chatbot.with_documents(documents, known=known))

    def without_documents(self, ids):
        return WebChatbot(self._chatbot.without_documents(ids))


@pytest.fixture(scope="module")
def web_chatbot(stub_chatbot):
    return WebChatbot(stub_chatbot)


@contextmanager
def serving(chatbot, settings=None):
    """Serve a chatbot's page on a free port, in a thread of this process; give its address."""
    import uvicorn

    from bot.web.server import create_server

    listening = app._listen("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(
            create_server(app.create_app(chatbot, settings)),
            log_level="warning",
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def address(web_chatbot):
    with serving(web_chatbot) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, address):
    """Open the page as a new visitor; afterwards, no exception and no other server is allowed."""
    with visiting(chromium, address) as visit:
        yield visit


@contextmanager
def visiting(chromium, address):
    """Give a function that opens a page at an address, and look at all of them afterwards."""
    opened = []

    def visit(locale="zh-CN", width=1400, height=900, context=None):
        context = context or chromium.new_context(
            locale=locale, viewport={"width": width, "height": height}
        )
        page = context.new_page()
        seen = SimpleNamespace(context=context, errors=[], requests=[])
        opened.append(seen)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: seen.errors.extend(_violations(message)))
        page.on("dialog", lambda dialog: (seen.errors.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.wait_for_selector(".zw-header")
        return page

    yield visit
    for seen in opened:
        seen.context.close()
    local = (address, "data:", "blob:")
    assert [url for seen in opened for url in seen.requests if not url.startswith(local)] == []
    assert [error for seen in opened for error in seen.errors] == []


def _violations(message):
    return [message.text] if "Content Security Policy" in message.text else []


def ask(page, question, turn=1):
    """Type a question, press Enter and wait for the reply."""
    page.fill("#zw-question textarea", question)
    page.keyboard.press("Enter")
    return page.wait_for_selector(f"#turn-{turn}")


def marked(page):
    """Wait for marked words that somebody asked for, and give those in sight."""
    page.wait_for_selector("mark.zw-active")
    return "".join(page.locator("mark.zw-active:visible").all_inner_texts())


def test_a_chinese_question_shows_its_evidence(visit):
    page = visit("zh-CN")
    turn = ask(page, CHINESE)
    assert "120亿元" in turn.inner_text()
    page.click('[data-cite="1-1"]')
    assert "120亿元" in marked(page)
    card = page.locator(".zw-card:visible").first
    assert ZH.rendering in card.inner_text()
    assert card.locator(".zw-source").get_attribute("lang") == "zh-Hans"


def test_an_english_question_shows_the_chinese_source_with_its_english(visit):
    page = visit("en-US")
    turn = ask(page, ENGLISH)
    assert "500 fishermen" in turn.inner_text()
    page.click('[data-cite="1-1"]')
    assert "免费培训渔民500名" in marked(page)
    assert EN.rendering in page.locator(".zw-card:visible").first.inner_text()


@pytest.mark.skipif(
    not (DEFAULT_MODEL / "model.safetensors").exists(), reason="index/model is not there"
)
def test_the_embedded_plan_answers_in_both_languages(chromium, real_chatbot):
    """What a newcomer sees: the real document, encoder and answers, and no other server."""
    with serving(real_chatbot) as address:
        page = chromium.new_context(locale="zh-CN").new_page()
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.wait_for_selector(".zw-header")
        assert "7500亿元" in ask(page, "2020年信息产业规模目标是多少?").inner_text()
        page.click('[data-cite="1-1"]')
        assert "7500亿元" in marked(page)
        english = ask(page, "Which department is responsible for 5G trials?", turn=2)
        text = english.inner_text()
        assert "Tianjin Municipal Commission of Industry and Information Technology" in text
        page.click('[data-cite="2-1"]')
        assert "责任单位" in marked(page)
        page.context.close()
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []


def test_markers_of_an_older_answer_bring_back_its_evidence(visit):
    page = visit("zh-CN")
    ask(page, CHINESE)
    ask(page, ENGLISH, turn=2)
    assert page.locator(".zw-turn-evidence:visible").get_attribute("data-turn") == "2"
    page.click('[data-cite="1-1"]')
    assert page.locator(".zw-turn-evidence:visible").get_attribute("data-turn") == "1"
    assert "120亿元" in marked(page)


def test_a_marker_is_reached_and_used_by_keyboard(visit):
    page = visit("zh-CN")
    ask(page, CHINESE)
    page.focus('[data-cite="1-1"]')
    page.keyboard.press("Enter")
    assert "120亿元" in marked(page)
    assert page.evaluate("document.activeElement.classList.contains('zw-card')")


def test_hostile_text_stays_text_and_loads_nothing(visit):
    page = visit("en-US")
    turn = ask(page, HOSTILE)
    assert HOSTILE in turn.inner_text()
    assert page.locator("#zw-main img").count() == 0


def test_a_failure_is_a_calm_sentence(visit):
    page = visit("en-US")
    text = ask(page, "坏").inner_text()
    assert EN.failed in text
    assert "secret" not in text


def test_examples_and_choices_ask_by_a_click(visit):
    page = visit("zh-CN")
    first = page.locator(".zw-examples .zw-ask").first
    example = first.inner_text()
    first.click()
    assert example in page.wait_for_selector("#turn-1").inner_text()
    ask(page, "哪一部分?", turn=2)
    page.locator("#turn-2 .zw-ask").first.click()
    assert "120亿元" in page.wait_for_selector("#turn-3").inner_text()


def test_a_question_sent_just_when_the_stream_of_results_closes_is_answered(visit):
    """The server ends the stream while another question is on its way: nothing would come back."""
    page = visit("zh-CN")
    closing = {
        "content_type": "text/event-stream",
        "body": 'data: {"msg": "close_stream"}\n\n',
    }
    page.route("**/queue/data*", lambda route: route.fulfill(**closing), times=1)
    assert "120亿元" in ask(page, CHINESE).inner_text()


def test_an_empty_question_asks_nothing(visit):
    page = visit("zh-CN")
    page.fill("#zw-question textarea", "   ")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    ask(page, CHINESE)
    assert page.locator(".zw-turn").count() == 1


def test_an_added_file_is_asked_and_nobody_else_sees_it(visit, tmp_path):
    good, bad = tmp_path / "baishui.txt", tmp_path / "bad.pdf"
    good.write_text(RULES, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.4 broken")
    page = visit("zh-CN")
    page.click("#zw-files > button")
    page.set_input_files("#zw-drop input[type=file]", [good, bad])
    assert "baishui.txt" in page.wait_for_selector(".zw-ready").inner_text()
    assert ZH.problem_damaged in page.wait_for_selector(".zw-problem").inner_text()
    page.click(f"text={ZH.scope_mine}")
    assert "37万元" in ask(page, "白水市的研发补贴每家多少?").inner_text()
    page.click('[data-cite="1-1"]')
    assert "37万元" in marked(page)
    other = visit("zh-CN")
    assert "37万元" not in ask(other, "白水市的研发补贴每家多少?").inner_text()
    page.click("#zw-remove")
    page.click("dialog button[value=yes]")
    page.wait_for_selector(".zw-ready", state="detached")
    assert "37万元" not in ask(page, "白水市的研发补贴每家多少?", turn=2).inner_text()


def test_a_file_that_is_too_large_is_named_and_the_others_are_added(visit, tmp_path):
    from corpus.loading import MAX_FILE_BYTES

    big, good = tmp_path / "big.txt", tmp_path / "good.txt"
    with big.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    good.write_text(RULES, encoding="utf-8")
    page = visit("en-US")
    page.click("#zw-files > button")
    page.set_input_files("#zw-drop input[type=file]", [big, good])
    assert "good.txt" in page.wait_for_selector(".zw-ready").inner_text()
    assert page.inner_text(".zw-refused") == f"big.txt: {EN.problem_too_large}"
    other = tmp_path / "other.txt"
    other.write_text(RULES + "二、又及\n\n内容。\n", encoding="utf-8")
    page.set_input_files("#zw-drop input[type=file]", [other])
    page.wait_for_selector(".zw-ready:has-text('other.txt')")
    assert page.locator(".zw-refused").count() == 0


def test_the_switch_changes_all_labels_and_is_remembered(visit):
    page = visit("zh-CN")
    ask(page, CHINESE)
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.click("#zw-language label:has-text('English')")
    page.wait_for_selector(".zw-header[lang=en]")
    page.wait_for_function("document.documentElement.lang === 'en'")
    shown = page.inner_text("#zw-main") + page.inner_text("#zw-top")
    for text in (EN.tagline, EN.send, EN.restart, EN.evidence, EN.files, EN.copy, EN.disclaimer):
        assert text in shown
    for text in (ZH.tagline, ZH.send, ZH.restart, ZH.files, ZH.copy, ZH.disclaimer):
        assert text not in shown
    assert page.get_attribute("#zw-question textarea", "placeholder") == EN.placeholder
    assert "120亿元" in page.inner_text("#turn-1")
    again = visit(context=page.context)
    again.wait_for_selector(".zw-header[lang=en]")


def test_a_traditional_browser_gets_traditional_labels(visit):
    page = visit("zh-TW")
    assert page.get_attribute(".zw-header", "lang") == "zh-Hant"
    assert "發送" in page.inner_text("#zw-send")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", 1400), ("zh-CN", 390), ("en-US", 390)])
def test_nothing_runs_over_the_edge(visit, locale, width):
    page = visit(locale, width, 844)
    ask(page, ENGLISH)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("footer:visible").count() == 0


def test_on_a_phone_the_evidence_is_below_and_leads_back(visit):
    page = visit("zh-CN", 390, 844)
    ask(page, CHINESE)
    below = page.locator(".zw-evidence").bounding_box()["y"]
    assert below > page.locator("#zw-question").bounding_box()["y"]
    page.click('[data-cite="1-1"]')
    page.wait_for_selector("mark.zw-active")
    page.wait_for_function("innerHeight > document.querySelector('mark').getBoundingClientRect().y")
    page.locator(".zw-back:visible").first.click()
    page.wait_for_function("document.querySelector('#turn-1').getBoundingClientRect().y >= -1")


def test_copying_gives_the_answer_with_its_references(visit, address):
    page = visit("en-US")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    ask(page, ENGLISH)
    page.click(".zw-copy")
    page.wait_for_selector(f"text={EN.copied}")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "500 people: the plan set: “train 500 fishermen free of charge”. [1]" in copied
    assert f"{EN.references}\n[1] " in copied


# Documents of one's own

EVIL = "<img src=x onerror=alert(1)>"
EVIL_TITLE = f"白水市{EVIL}<script>alert(2)</script>[x](javascript:alert(3))规定"
EVIL_TEXT = (
    f"{EVIL_TITLE}\n\n"
    f"一、{EVIL}总则\n\n<script>alert(4)</script>研发补贴37万元。[x](javascript:alert(5))\n"
)


def add_files(page, *paths):
    """Drop files and wait until the last one is read or refused."""
    if not page.locator("#zw-drop").count():
        page.click("#zw-files > button")
    page.set_input_files("#zw-drop input[type=file]", list(paths))
    page.wait_for_selector(f":is(.zw-ready, .zw-problem):has-text('{paths[-1].name}')")


def unfold(page, part):
    page.click(f"{part} > button")


@pytest.fixture
def baishui(tmp_path):
    path = tmp_path / "baishui.txt"
    path.write_text(RULES, encoding="utf-8")
    return path


def test_files_are_dropped_and_report_what_was_found(visit):
    page = visit("zh-CN")
    page.click("#zw-files > button")
    page.wait_for_selector("#zw-drop button")
    dropped = page.evaluate_handle(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
            data.items.add(new File(["<html><p>甲规定</p><p>一、总则</p></html>"], "page.docx"));
            return data;
        }""",
        RULES,
    )
    page.dispatch_event("#zw-drop button", "drop", {"dataTransfer": dropped})
    page.wait_for_selector(".zw-ready:has-text('page.docx')")
    assert "识别出2节" in page.inner_text(".zw-ready:has-text('dropped.txt')")
    assert "内容却是网页" in page.inner_text(".zw-ready:has-text('page.docx')")
    page.click(".zw-ready:has-text('page.docx') [data-pick=open]")
    page.wait_for_selector("#zw-reading h2", state="visible")


def test_a_document_is_found_and_read_by_keyboard(visit):
    page = visit("zh-CN")
    page.focus("#zw-list > button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".zw-documents")
    page.locator("#zw-search").locator("input, textarea").first.fill("没有这样的")
    page.wait_for_selector(f"text={ZH.documents_none}")
    page.locator("#zw-search").locator("input, textarea").first.fill("海川 船舶")
    page.wait_for_selector(".zw-documents [data-pick=open]")
    page.focus(".zw-documents [data-pick=open]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#zw-reading h2", state="visible")
    page.wait_for_function("document.activeElement.matches('#zw-reading h2')")
    assert page.locator(".zw-evidence").is_hidden()
    page.keyboard.press("Tab")
    section = page.locator("#zw-reading nav [data-section='一']")
    section.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".zw-passage")
    page.wait_for_function("document.activeElement.matches('.zw-passage > header')")
    assert section.get_attribute("aria-current") == "true"
    assert "一、" in page.inner_text(".zw-passage .zw-source")
    page.focus("#zw-reading .zw-close")
    page.keyboard.press("Enter")
    assert page.locator(".zw-evidence").is_visible()
    assert page.evaluate("document.activeElement.dataset.pick") == "open"


def test_a_marker_brings_the_evidence_back(visit):
    page = visit("zh-CN")
    ask(page, CHINESE)
    unfold(page, "#zw-list")
    page.click(".zw-documents [data-pick=open]")
    page.wait_for_selector("#zw-reading h2", state="visible")
    page.click('[data-cite="1-1"]')
    assert "120亿元" in marked(page)
    assert page.locator("#zw-reading").is_hidden()


def test_one_document_is_removed_after_a_yes_only(visit, baishui):
    page = visit("zh-CN")
    add_files(page, baishui)
    unfold(page, "#zw-list")
    removal = page.locator(".zw-documents [data-pick=remove]")
    removal.focus()
    page.keyboard.press("Enter")
    assert "白水市规定" in page.wait_for_selector("dialog").inner_text()
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.dataset.pick") == "remove"
    removal.click()
    page.click("dialog button[value=no]")
    assert page.locator(".zw-ready").count() == 1
    removal.click()
    page.click("dialog button[value=yes]")
    page.wait_for_selector(".zw-ready", state="detached")
    page.wait_for_selector("#zw-list > button:has-text('(1)')")
    assert removal.count() == 0


def test_questions_are_limited_and_the_limits_said(visit, baishui):
    page = visit("zh-CN")
    add_files(page, baishui)
    unfold(page, "#zw-limit")
    page.click("#zw-chosen input")
    page.locator("[role=option]:has-text('白水市规定')").click()
    statement = page.wait_for_selector(".zw-limits")
    assert "《白水市规定》" in statement.inner_text()
    page.keyboard.press("Escape")
    assert "37万元" in ask(page, "研发补贴每家多少?").inner_text()
    assert "《白水市规定》" in page.inner_text("#turn-1 .zw-limited")
    page.click("#zw-first input")
    page.locator("[role=option][aria-label='2021']").click()
    page.wait_for_selector(".zw-limits.zw-empty-scope")
    page.fill("#zw-question textarea", CHINESE)
    page.keyboard.press("Enter")
    page.wait_for_selector(".zw-empty-scope.zw-flash")
    assert page.input_value("#zw-question textarea") == CHINESE
    page.click(".zw-limits [data-pick=clear]")
    page.wait_for_selector(".zw-limits", state="detached")
    assert "120亿元" in ask(page, CHINESE, turn=2).inner_text()
    assert page.locator("#turn-2 .zw-limited").count() == 0


@pytest.fixture
def shared_settings(tmp_path):
    """Settings of an operator who lets everybody add to the stored index, and remove."""
    operator = tmp_path / "operator.toml"
    operator.write_text('[collection]\nkind = "shared"\nremoval = true\n', encoding="utf-8")
    return Settings(index=tmp_path / "index", config=operator)


def test_what_somebody_removed_meanwhile_is_said_when_a_question_was_limited_to_it(
    chromium, policy, stub_encoder, shared_settings
):
    lights = parse_document("lights", "灯塔规定\n\n一、维护\n\n灯塔每年检修两次。\n")
    save_index(build_index([policy, lights], stub_encoder), shared_settings.index)
    chatbot = Chatbot(load_index(shared_settings.index), stub_encoder)
    with serving(chatbot, shared_settings) as address, visiting(chromium, address) as visit:
        page, other = visit("zh-CN"), visit("zh-CN")
        unfold(page, "#zw-limit")
        page.click("#zw-chosen input")
        page.locator("[role=option]:has-text('灯塔规定')").click()
        page.wait_for_selector(".zw-limits:has-text('灯塔规定')")
        page.keyboard.press("Escape")
        unfold(other, "#zw-list")
        other.click(".zw-documents li:has-text('灯塔规定') [data-pick=remove]")
        other.click("dialog button[value=yes]")
        other.wait_for_selector("#zw-list > button:has-text('(1)')")
        page.fill("#zw-question textarea", "灯塔每年检修几次?")
        page.keyboard.press("Enter")
        page.wait_for_selector(".zw-empty-scope.zw-flash")
        assert page.locator(".zw-turn").count() == 0


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_a_hostile_document_is_text_wherever_it_is_shown(
    chromium, policy, stub_encoder, shared_settings, tmp_path, locale
):
    """Title, name, sections, dialog, choices, limits and answer; the visit sees no alert."""
    evil = replace(parse_document("evil", EVIL_TEXT), title=EVIL_TITLE, issuer=EVIL_TITLE)
    index = build_index([policy, evil], stub_encoder)
    save_index(index, shared_settings.index)
    file = tmp_path / "a<b onclick=alert(6)>.txt"
    file.write_text(EVIL_TEXT + "二、又及\n\n内容。\n", encoding="utf-8")
    chatbot = Chatbot(index, stub_encoder)
    with serving(chatbot, shared_settings) as address, visiting(chromium, address) as visit:
        page = visit(locale)
        page.click("#zw-files > button")
        page.set_input_files("#zw-drop input[type=file]", [file])
        page.click(".zw-ready summary")
        unfold(page, "#zw-list")
        page.locator(".zw-documents [data-pick=open]", has_text=EVIL_TITLE).click()
        assert page.wait_for_selector("#zw-reading h2").inner_text() == EVIL_TITLE
        page.locator("#zw-reading nav [data-section='一']").click()
        page.wait_for_selector(".zw-passage")
        assert "<script>alert(4)</script>" in page.inner_text(".zw-passage .zw-source")
        page.locator(".zw-documents [data-document=evil][data-pick=remove]").click()
        assert EVIL_TITLE in page.wait_for_selector("dialog").inner_text()
        page.keyboard.press("Escape")
        unfold(page, "#zw-limit")
        page.click("#zw-chosen input")
        page.locator("[role=option]", has_text=EVIL).first.click()
        assert EVIL_TITLE in page.wait_for_selector(".zw-limits").inner_text()
        page.keyboard.press("Escape")
        assert "37万元" in ask(page, f"研发补贴多少?{EVIL}").inner_text()
        page.click('[data-cite="1-1"]')
        page.wait_for_selector("mark.zw-active")
        assert page.locator("#zw-main :is(img, script, a[href^=javascript])").count() == 0
        assert page.locator("[onclick], [onerror]").count() == 0


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", 390), ("en-US", 390), ("en-US", 1400)])
def test_no_panel_runs_over_the_edge(visit, baishui, tmp_path, locale, width):
    long = tmp_path / ("very_long_name_" * 12 + ".txt")
    long.write_text(RULES.replace("规定", "x" * 200), encoding="utf-8")
    page = visit(locale, width, 844)
    add_files(page, baishui, long)
    for part in ("#zw-list", "#zw-limit"):
        unfold(page, part)
    for summary in page.locator(".zw-ready summary").all():
        summary.click()
    page.click("#zw-chosen input")
    page.locator("[role=option]").last.click()
    page.keyboard.press("Escape")
    page.locator(".zw-documents [data-pick=open]").last.click()
    page.wait_for_selector("#zw-reading h2", state="visible")
    page.locator("#zw-reading nav [data-section='一']").click()
    page.wait_for_selector(".zw-passage")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('#zw-main *')].filter((e) => e.offsetParent && "
    wide += "e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.className)"
    assert page.evaluate(wide) == []


def test_a_shared_file_is_seen_by_others_and_after_a_restart(
    chromium, policy, stub_encoder, baishui, shared_settings
):
    folder = shared_settings.index
    save_index(build_index([policy], stub_encoder), folder)
    question = "白水市的研发补贴每家多少?"
    chatbot = Chatbot(load_index(folder), stub_encoder)
    with serving(chatbot, shared_settings) as address, visiting(chromium, address) as visit:
        page = visit("zh-CN")
        add_files(page, baishui)
        assert ZH.files_shared_note in page.inner_text("#zw-files")
        assert "37万元" in ask(visit("zh-CN"), question).inner_text()
    restarted = Chatbot(load_index(folder), stub_encoder)
    with serving(restarted, shared_settings) as address, visiting(chromium, address) as visit:
        page = visit("zh-CN")
        assert "37万元" in ask(page, question).inner_text()
        unfold(page, "#zw-list")
        page.click(".zw-documents li:has-text('白水市规定') [data-pick=remove]")
        page.click("dialog button[value=yes]")
        page.wait_for_selector("#zw-list > button:has-text('(1)')")
        assert "37万元" not in ask(page, question, turn=2).inner_text()
    assert [document.id for document in load_index(folder).documents] == ["policy-zh"]
