"""Details of how one gets in touch and applies."""

import pytest

from bot.access_details import ACCESS


@pytest.mark.parametrize(
    ("question", "told", "kind"),
    [
        ("供热热线是多少?", "供热热线12345", "phone"),
        ("What is their e-mail address?", "Write to port@haichuan.cn", "email"),
        ("申请要填什么表?", "提交申请表", "procedure"),
        ("多久检查一次?", "每季度检查", "frequency"),
    ],
)
def test_a_detail_is_asked_for_and_told(question, told, kind):
    rows = [detail for detail in ACCESS if detail.kind == kind and detail.asked.search(question)]

    assert rows
    assert all(detail.stated.search(told) for detail in rows)
    assert not any(detail.stated.search("甲乙丙") for detail in rows)


def test_a_hotline_that_was_called_is_not_asked_for():
    phone = [detail for detail in ACCESS if detail.kind == "phone"]

    assert not any(detail.asked.search("打了供热热线,他们多久得回应?") for detail in phone)
