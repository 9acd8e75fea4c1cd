"""How sentences word the days and terms of a document's force."""

import pytest

from corpus.validity_terms import effective_day, last_day, months

ISSUED = "2023-03-15"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本办法自2023年5月1日起施行", "2023-05-01"),
        ("本办法2023年5月1日起实施", "2023-05-01"),
        ("本办法自 2023 年 5 月 1 日 起实行", "2023-05-01"),
        ("本办法自2023-05-01起施行", "2023-05-01"),
        ("本办法自2023.5.1起施行", "2023-05-01"),
        ("本办法自2023年5月起执行", "2023-05-01"),
        ("本办法施行日期为2023年5月1日", "2023-05-01"),
        ("本办法执行时间：2023年5月1日至2023年9月30日", "2023-05-01"),
        ("本办法实施时间为2023年5月1日", "2023-05-01"),
        ("本办法有效期5年,自2023年5月1日起计算", "2023-05-01"),
        ("本办法有效期自2023年5月1日起三年", "2023-05-01"),
        ("本办法所称工龄自2023年5月1日起计算", None),
        ("本办法自2023-13-01起施行", None),
        ("本办法自公布之日起施行", "2023-03-15"),
        ("本办法自公布之日起30日后施行", "2023-04-14"),
        ("本办法自公布后三十日起施行", "2023-04-14"),
        ("本办法自下发之日起满一个月施行", "2023-04-15"),
        ("These Measures come into force 30 days after the date of promulgation", "2023-04-14"),
        ("These Measures shall take effect 60 days from their publication", "2023-05-14"),
        ("本办法由市渔业局解释", None),
    ],
)
def test_the_first_day_of_a_document(sentence, expected):
    assert effective_day(sentence, ISSUED) == expected


def test_a_day_of_issue_that_is_not_known_leaves_an_empty_day():
    assert effective_day("本办法自公布之日起三十日后施行", None) == ""
    assert effective_day("These Measures take effect 30 days after promulgation", None) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本办法有效期至2026-04-30", "2026-04-30"),
        ("本办法执行期限为2023年1月1日至2025年12月31日", "2025-12-31"),
        ("本办法有效期3年(2023年5月1日至2026年4月30日)", "2026-04-30"),
        ("本办法适用期限为2023年1月1日—2025年12月31日", "2025-12-31"),
        ("本办法执行时间为2023年5月1日", None),
        ("本办法施行期间至2026年4月30日止", "2026-04-30"),
        ("本办法试行期为三年,自2023年4月1日起试行", None),
        ("本办法自2023年5月1日起施行,2028年5月1日起失效", "2028-04-30"),
        ("本办法自2023年5月1日起施行,2028年5月1日自动失效", "2028-05-01"),
        ("2020年5月1日起失效的文件清单,本办法自公布之日起施行", None),
        ("临时捕捞证书有效期自2023年1月1日至2023年12月31日", None),
        ("These Rules shall be implemented from May 1, 2023 to April 30, 2026", "2026-04-30"),
    ],
)
def test_the_last_day_of_a_document(sentence, expected):
    subject = sentence.find("本办法")
    assert last_day(sentence, subject if subject >= 0 else None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("有效期五年", 60),
        ("有效期叁年", 36),
        ("试行一年半", 18),
        ("有效期限定为3年", 36),
        ("有效期36个月", 36),
        ("有效期自发布之日起5年", 60),
        ("有效期自2023年5月1日起三年", 36),
        ("捕捞许可证有效期三年", None),
        ("shall remain in effect for five years", 60),
    ],
)
def test_the_term_of_a_document(sentence, expected):
    assert months(sentence) == expected
