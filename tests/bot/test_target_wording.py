"""How a stated number is worded."""

import pytest

from bot.strings import ZH
from bot.target_wording import kind_of, target_line
from bot.understanding import understand
from corpus.document import parse_document
from corpus.targets import find_targets

PLAN = parse_document("plan", "海川市方案\n\n一、目标\n\n到2030年,新建泊位30个。\n")


@pytest.mark.parametrize(
    ("title", "question", "kind"),
    [
        ("海川市港口条例", "多少个?", "条例"),
        ("海川市港口規劃", "規模多大?", "文件"),  # its title is read as it is printed
        ("海川市港口规划", "規模要達到多少億元?", "規劃"),
        ("海川市港口纪要", "多少个?", "文件"),
    ],
)
def test_a_document_is_called_what_its_title_calls_it(title, question, kind):
    document = parse_document("x", f"{title}\n\n一、港口\n\n建设港口。\n")
    assert kind_of(document, understand(question), ZH) == kind


def test_the_year_is_said_where_the_clause_has_none():
    (target,) = find_targets(PLAN)
    line = target_line(PLAN, target, understand("新建泊位多少个?"), ZH)
    assert line == "30个:方案提出,到2030年,新建泊位30个。"


def test_an_english_clause_is_named_by_its_section_in_chinese():
    text = "Measures\n\nI. Rewards\n\nA reward of RMB 10 million may be given.\n"
    document = parse_document("measures", text)
    (target,) = find_targets(document)
    line = target_line(document, target, understand("奖励多少?"), ZH)
    assert line == "RMB 10 million:文件提出,见I。"
