"""Whether documents are in force: their own dates, and what others say of them."""

import datetime

import pytest

from bot.strings import EN, ZH
from bot.validity import Validity, section_at, verdict
from corpus.document import Document, parse_document
from index.library import Index, build_index

OLD = """海川市渔船管理办法

海政规〔2018〕1号

海川市海洋局

2018年3月1日

第一条 渔船应当检修。

第二条 本办法自2018年4月1日起施行。
"""
NEW = """海川市渔船检修办法

海政规〔2021〕2号

海川市海洋局

2021年3月1日

第一条 渔船每年检修。

第二条 本办法自2021年5月1日起施行,有效期3年。《海川市渔船管理办法》(海政规〔2018〕1号)同时废止。
"""
PLAIN = "海川市渔港意见\n\n海川市海洋局\n\n2020年3月1日\n\n一、渔港应当整洁。\n"
NOTICE = """关于渔港文件的通知

海川市海洋局

2022年3月1日

一、对《海川市渔港意见》作如下修改:删去第三项。

二、《海川市渔船检修办法》(海政规〔2021〕2号)有效期延长至2026年12月31日。
"""


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


@pytest.fixture
def judge(stub_encoder):
    def make(*texts: str) -> tuple[Validity, list[Document]]:
        documents = [parse_document(f"d{n}", text) for n, text in enumerate(texts)]
        index: Index = build_index(documents, stub_encoder)
        return Validity(index), documents

    return make


@pytest.mark.parametrize(
    ("today", "state"),
    [("2021-04-30", "pending"), ("2021-05-01", "in_force"), ("2024-04-30", "in_force"), ("2024-05-01", "expired")],
)  # fmt: skip
def test_own_dates_decide_to_the_day(judge, today, state):
    validity, (new,) = judge(NEW)

    assert validity.of(new, day(today)).state == state


def test_document_that_states_no_dates_is_unstated(judge):
    validity, (plain,) = judge(PLAIN)

    assert validity.of(plain, day("2030-01-01")).state == "unstated"


def test_repeal_counts_from_the_day_that_the_other_takes_effect(judge):
    validity, (old, new) = judge(OLD, NEW)

    assert validity.of(old, day("2021-04-30")).state == "in_force"
    force = validity.of(old, day("2021-05-01"))
    assert (force.state, force.repealed.document) == ("repealed", new)
    assert validity.of(new, day("2021-05-01")).state == "in_force"


def test_document_of_the_same_title_with_another_number_is_not_repealed(judge):
    other = OLD.replace("海政规〔2018〕1号", "滨政规〔2019〕9号")
    validity, (document, _) = judge(other, NEW)

    assert validity.of(document, day("2022-01-01")).state == "in_force"


def test_document_does_not_repeal_a_later_one_of_that_title(judge):
    later = OLD.replace("海政规〔2018〕1号\n\n", "").replace("2018", "2023")
    validity, (document, _) = judge(later, NEW.replace("(海政规〔2018〕1号)", ""))

    assert validity.of(document, day("2024-01-01")).state == "in_force"


def test_extension_and_amendment_by_another_document(judge):
    validity, (new, plain, _) = judge(NEW, PLAIN, NOTICE)

    assert validity.of(new, day("2025-01-01")).state == "in_force"
    assert validity.of(new, day("2025-01-01")).expires == "2026-12-31"
    assert validity.of(new, day("2022-02-28")).expires == "2024-04-30"
    assert validity.of(plain, day("2025-01-01")).amended.document.title == "关于渔港文件的通知"


def test_newer_text_of_the_same_title(judge):
    newer = PLAIN.replace("2020", "2023")
    validity, (plain, latest) = judge(PLAIN, newer)

    assert validity.of(plain, day("2024-01-01")).newer == latest
    assert validity.of(plain, day("2022-01-01")).newer is None
    assert validity.of(latest, day("2024-01-01")).newer is None


def test_page_that_marks_a_document_as_repealed(judge):
    validity, (document,) = judge(PLAIN.replace("渔港意见", "渔港意见（已废止）", 1))

    assert validity.of(document, day("2024-01-01")).state == "void"


def notices(validity, documents, today, strings=ZH, language="zh"):
    return validity.notices(documents, day(today), language, strings)


def test_notices_name_the_repealing_document_and_its_article(judge):
    validity, (old, new) = judge(OLD, NEW)

    assert notices(validity, [old, old], "2022-01-01") == (
        "《海川市渔船管理办法》已被《海川市渔船检修办法》(海政规〔2021〕2号)第二条废止,自2021年5月1日起不再有效。",
    )
    assert notices(validity, [old], "2022-01-01", EN, "en") == (
        "“海川市渔船管理办法” was repealed by “海川市渔船检修办法” (海政规〔2021〕2号), Article 2, "
        "and has not been in force since 1 May 2021.",
    )
    assert notices(validity, [new], "2022-01-01") == ()


def test_notices_of_a_term_that_is_over_or_has_not_begun(judge):
    validity, (new,) = judge(NEW)

    assert notices(validity, [new], "2024-05-01") == (
        "《海川市渔船检修办法》的有效期到2024年4月30日为止,已经过期。",
    )
    assert notices(validity, [new], "2021-01-01") == (
        "《海川市渔船检修办法》自2021年5月1日起施行,目前还没有生效。",
    )


def test_notices_of_an_amendment_and_of_a_newer_text(judge):
    validity, (plain, _) = judge(PLAIN, NOTICE)
    assert "已被《关于渔港文件的通知》第一部分修改" in notices(validity, [plain], "2023-01-01")[0]

    validity, (plain, _) = judge(PLAIN, PLAIN.replace("2020", "2023"))
    assert notices(validity, [plain], "2024-01-01") == (
        "所收录的文件里有《海川市渔港意见》的较新文本(2023年3月1日)。",
    )


def test_verdict_of_a_document_in_force(judge):
    validity, (old, new) = judge(OLD, NEW)

    assert verdict(validity.of(new, day("2022-01-01")), "en", EN) == (
        "“海川市渔船检修办法” is in force; its term ends on 30 April 2024."
    )
    assert verdict(validity.of(old, day("2019-01-01")), "zh", ZH).startswith(
        "《海川市渔船管理办法》自2018年4月1日起施行,没有写明失效日期"
    )


def test_section_that_an_offset_lies_in():
    document = parse_document("x", PLAIN)

    assert section_at(document, PLAIN.index("渔港应当")).ref == "一"
    assert section_at(document, len(PLAIN) + 5) is None


def test_notices_of_a_term_that_another_document_extends(judge):
    validity, (new, _) = judge(NEW, NOTICE)

    assert notices(validity, [new], "2025-01-01") == (
        "《海川市渔船检修办法》目前在有效期内,有效期到2026年12月31日为止。",
    )
