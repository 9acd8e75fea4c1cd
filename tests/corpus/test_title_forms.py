"""What titles look like, and what a notice's title says that it forwards."""

import pytest

from corpus.lines import split_lines
from corpus.title_forms import is_title, join_lines, notice_of, title_key


@pytest.mark.parametrize(
    ("title", "inner"),
    [
        ("海川市关于印发《港口规划》的通知", "《港口规划》"),
        ("海川市转发市海洋局关于渔港意见的函", "市海洋局关于渔港意见"),
        ("Notice of the Council on Printing and Distributing the Boat Rules", "Boat Rules"),
        ("海川市关于做好渔业工作的通知", None),
        ("海川市信息发布管理办法", None),
    ],
)
def test_what_a_notice_forwards(title, inner):
    assert notice_of(title) == inner


def test_key_of_a_title_forgets_quotes_blanks_and_kinds_of_dash():
    assert title_key("《海川 “数”港》（2021—2023年）") == title_key("海川“数”港(2021-2023年)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海川市港口发展规划", True),
        ("关于印发《海川市港口发展规划", False),
        ("海川市港口发展", False),
        ("港口办法,规划", False),
        ("Harbour Act of", False),
        ("Article 1 Measures", False),
    ],
)
def test_form_of_a_title(text, expected):
    assert is_title(text) == expected


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("海川市\n港口规划", "海川市港口规划"),
        ("Harbour Rules\nof Haichuan", "Harbour Rules of Haichuan"),
        ("《港口规划》", "港口规划"),
    ],
)
def test_lines_of_one_title_are_joined(text, joined):
    assert join_lines(split_lines(text)).text == joined
