from types import SimpleNamespace

from bot.web.labels import EN, ZH
from bot.web.reading_events import picked_ids
from bot.web.session import Session


def event(**picked):
    return SimpleNamespace(_data=picked)


def read(handlers, request, **picked):
    return handlers["read"](event(**picked), "zh", Session(), request)


def test_a_search_narrows_the_list(handlers, shown, english):
    found = shown.text(handlers["find"]("en", "青石市", Session(), english))
    assert 'data-document="qingshi"' in found
    missing = shown.text(handlers["find"]("en", "白水市", Session(), english))
    assert 'data-document="qingshi"' not in missing
    assert EN.documents_none in missing


def test_opening_a_document_shows_its_outline(handlers, shown, chinese):
    updates = read(handlers, chinese, pick="open", document="qingshi")
    text = shown.text(updates)
    assert ZH.outline.format(count=3) in text
    assert ZH.outline_choose in text
    assert shown.state(updates, tuple) == ("qingshi", "")


def test_choosing_a_section_shows_its_text_and_leaves_the_outline(handlers, shown, chinese):
    updates = read(handlers, chinese, pick="section", document="qingshi", section="二")
    assert "补助由市数据局办理" in shown.text(updates)
    assert ZH.outline.format(count=3) not in shown.text(updates)
    assert shown.state(updates, tuple) == ("qingshi", "二")


def test_the_text_of_a_section_stays_text(handlers, shown, chinese):
    text = shown.text(read(handlers, chinese, document="qingshi", section="二"))
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;" in text
    assert "<script" not in text


def test_a_document_that_is_gone_says_so(handlers, shown, chinese):
    assert ZH.reading_gone in shown.text(read(handlers, chinese, document="gone"))


def test_a_forged_event_picks_nothing():
    assert picked_ids(SimpleNamespace(_data="x")) == ("", "")
    assert picked_ids(SimpleNamespace(_data=None)) == ("", "")
    assert picked_ids(event(document=7)) == ("7", "")
