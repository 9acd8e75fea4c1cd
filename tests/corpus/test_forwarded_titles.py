"""The title of what a notice forwards, wherever it is printed."""

import pytest

from corpus.forwarded_titles import find_forwarded
from corpus.lines import split_lines
from corpus.titles import title_blocks


def forwarded(notice: str, head: str, below: str = "") -> str | None:
    lines = split_lines(f"{notice}\n{head}")
    text = f"{notice}\n{head}{below}"
    found = find_forwarded(text, lines, title_blocks(text, lines), lines[0])
    return found.text if found else None


@pytest.mark.parametrize(
    ("notice", "printed"),
    [
        ("海川市人民政府关于印发2041年渔港工作责任分解的通知", "海川市人民政府2041年渔港工作责任分解"),
        ("海川县关于印发渔民增收措施分工的通知", "中共海川县委渔民增收措施分工"),
        ("海川区转发区海洋局关于渔港创建工作方案的通知", "渔港创建工作方案"),
        ("海川市转发市海洋局市财政局渔港整治方案的通知", "渔港整治方案"),
    ],
)  # fmt: skip
def test_bodies_before_either_name_make_no_difference(notice, printed):
    text = f"各区：\n现印发给你们。\n2041年3月2日\n{printed}\n2041年是开局之年。\n"

    assert forwarded(notice, text) == printed


def test_kind_of_version_on_the_line_below_belongs_to_the_title():
    text = "各区：\n2041年3月2日\n渔港发展规划\n（试行）\n为了发展。\n"

    assert forwarded("海川市关于印发渔港发展规划的通知", text) == "渔港发展规划（试行）"


@pytest.mark.parametrize("month", ["二〇四一年十一月", "2041年11月", "海川市海洋局"])
def test_month_and_issuer_of_a_cover_are_no_part_of_its_title(month):
    text = f"各区：\n2041年11月2日\n海川市渔港发展规划{month}\n目录\n"

    assert forwarded("海川市关于印发海川市渔港发展规划的通知", text) == "海川市渔港发展规划"


@pytest.mark.parametrize(
    "above", ["附件", "附件1", "2041年8月14日", "2041年8月14日\n（此件公开发布）"]
)
def test_plan_stands_below_the_sections_of_its_notice(above):
    below = f"一、提高认识。\n海川市政府办公室\n{above}\n渔港整治方案（2041—2043年）\n一、目标\n"
    notice = "海川市转发市海洋局渔港整治方案（2041—2043年）的通知"

    assert forwarded(notice, "各区：\n", below) == "渔港整治方案（2041—2043年）"


def test_link_to_a_plan_is_no_title_of_it():
    below = "一、提高认识。\n2041年8月14日\n相关文件\n渔港整治方案\n"

    assert forwarded("海川市转发市海洋局渔港整治方案的通知", "各区：\n", below) is None
