"""How much of a name in a question a document's titles hold."""

import pytest

from bot.titled import KIND, Titled, plain_form, says_something
from corpus.document import parse_document, with_metadata

AID = with_metadata(
    parse_document("aid", "aid\n\n一、甲\n乙。"),
    {
        "title": "海川市航运补助暂行办法(试行)",
        "outer_title": "海川市人民政府关于印发《海川市航运补助暂行办法》的通知",
        "number": "海府规[2022]第3号",
    },
)


def fit(name):
    plain = plain_form(name).text
    *_, kind = KIND.finditer(plain)
    return Titled(AID).fit(plain, kind)


@pytest.mark.parametrize(
    ("name", "start", "words"),
    [
        ("海川市航运补助暂行办法", 0, 1),
        ("航运补助办法", 0, 2),  # its own kind is 暂行办法
        ("按照航补办法", 2, 2),
    ],
)
def test_a_name_is_read_as_far_as_the_titles_hold_it(name, start, words):
    assert fit(name) == (start, words)


@pytest.mark.parametrize("name", ["5G试点办法", "航运补助条例", "暂行办法"])
def test_other_names_do_not_fit(name):
    assert fit(name) is None


def test_a_document_is_called_by_both_its_titles():
    assert {"暂行办法", "办法", "通知"} <= Titled(AID).kinds


def test_a_number_is_matched_without_its_brackets():
    assert Titled(AID).number == "海府规20223号"


@pytest.mark.parametrize(("content", "says"), [("航运", True), ("高质量发展", False), ("", False)])
def test_common_words_tell_no_document_from_another(content, says):
    assert says_something(content, "办法") is says


def test_plain_form_keeps_where_its_characters_stand():
    plain = plain_form("“航運”办法")

    assert plain.text == "航运办法"
    assert plain.span(0, 2) == (1, 3)


def test_a_long_title_is_read_whole():
    title = "关于加快建设海上渔船安全救助服务体系的实施意见"
    document = parse_document("sea", f"{title}\n\n一、甲\n乙。")
    document = with_metadata(document, {"title": title, "issuer": "沅江州人民政府"})
    plain = plain_form("沅江州加快建设海上渔船安全救助服务体系的实施意见").text
    (kind,) = KIND.finditer(plain)
    start, _ = Titled(document).fit(plain, kind)
    assert start == 0
