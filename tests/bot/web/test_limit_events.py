from dataclasses import replace

import pytest

from bot.web.collection import Collection
from bot.web.labels import EN, ZH
from bot.web.session import Session


@pytest.fixture
def two(fake_chatbot, qingshi):
    dated = replace(qingshi, id="old", issuer="白水市政府", date="2019-05-01", number="1号")
    return Collection(fake_chatbot.with_documents([dated]))


def test_every_choice_is_said_at_once(two, handlers_of, shown, english):
    handlers = handlers_of(two)
    updates = handlers["limit"]("en", Session(), english, ["old"], "", "", "", "all")
    assert "Documents within these limits: 1." in shown.text(updates)


def test_what_there_is_can_be_chosen(two, handlers_of, chinese):
    handlers = handlers_of(two)
    updates = handlers["offer_limits"]("zh", Session(), chinese, [], "", "2019", "", "all")
    offered = {u["label"]: u for u in updates.values() if isinstance(u, dict)}
    documents = offered[ZH.limits_documents]
    assert [id_ for _, id_ in documents["choices"]] == ["qingshi", "old"]
    assert documents["choices"][1][0] == "青石市数据中心扶持办法 · 1号"
    assert offered[ZH.limits_issuer]["choices"] == [("不限", ""), ("白水市政府", "白水市政府")]
    assert offered[ZH.limits_first]["choices"] == [("不限", ""), ("2019", "2019")]
    assert "value" not in offered[ZH.limits_first]  # a user may choose while this is on its way
    assert offered[ZH.scope]["visible"] is False


def test_limits_that_name_what_is_gone_are_dropped(two, handlers_of, chinese):
    handlers = handlers_of(two)
    gone = (["old", "gone"], "青石市政府", "2001", "2019", "mine")
    updates = handlers["offer_limits"]("zh", Session(), chinese, *gone)
    values = [u["value"] for u in updates.values() if isinstance(u, dict)]
    assert values == [["old"], "", "", "2019", "all"]


def test_clearing_removes_every_limit(two, handlers_of, shown, english):
    updates = handlers_of(two)["clear_limits"]("en", Session(), english)
    values = [u["value"] for u in updates.values() if isinstance(u, dict)]
    assert values == [[], "", "", "", "all"]
    assert "limited" not in shown.text({k: v for k, v in updates.items() if isinstance(v, str)})
    assert EN.limits_documents in shown.text(updates)
