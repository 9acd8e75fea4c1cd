"""The lines around a document's text that say nothing of its matter."""

import pytest

from bot.letterhead import is_letterhead
from corpus.document import parse_document, with_metadata

HEAD = "海川市人民政府办公厅关于加强航标管理的通知\n\n海政办发〔2021〕12号\n\n各区人民政府，各委、局，各直属单位：\n\n"
SAID = "一、建设航标。每年建设航标20座。\n\n"
FOOT = "海川市人民政府办公厅\n\n2021年3月5日\n"
ISSUED = "《航标管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。"
FACTS = {
    "title": "海川市人民政府办公厅关于加强航标管理的通知",
    "issuer": "海川市人民政府办公厅",
    "number": "海政办发〔2021〕12号",
}


def held(text: str) -> bool:
    document = with_metadata(parse_document("buoys", text + SAID), FACTS)
    return is_letterhead(document, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        FOOT,
        "海政办发〔2021〕12号\n",
        "经市人民政府同意，现就加强航标管理通知如下：",
        "现印发给你们，请认真贯彻执行。",
        "The Measures, approved by the city, are hereby issued to you for implementation.",
    ],
)
def test_title_number_addressees_issuing_and_signature_tell_nothing(text):
    assert held(text)


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        HEAD + SAID,
        "海川市人民政府办公厅负责航标建设。",
        "2021年3月5日前建成航标20座。",
        "各区人民政府应当每年检查航标。",
        "Twenty buoys shall be built each year.",
    ],
)
def test_what_a_document_says_is_none(text):
    assert not held(text)
