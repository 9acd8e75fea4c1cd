"""The sentences of sections, cited whole."""

import pytest

from bot.citations import CitationList
from bot.section_sentences import heading_sentence, opening_sentences, own_sentences
from bot.strings import strings_for
from corpus.document import parse_document
from index.library import build_index

PLAN = "海川市渔港方案\n\n一、渔港\n\n(一)扩建渔港。扩建渔港两座。投资三亿元。\n\n(二)疏浚航道,每年一次。\n"


@pytest.fixture
def quoted(stub_encoder):
    document = parse_document("plan", PLAN)
    citations = CitationList(build_index([document], stub_encoder), "zh")

    def quote(give, ref):
        found = give(document, document.section(ref), citations, "zh", strings_for("zh"))
        sentences = found if isinstance(found, list) else [found]
        marks = [citations.all()[s.citations[0] - 1].quote for s in sentences]
        assert marks == [sentence.text for sentence in sentences]
        return marks

    return quote


def test_a_section_is_given_by_its_heading_its_text_and_its_beginning(quoted):
    assert quoted(heading_sentence, "一(一)") == ["(一)扩建渔港。"]
    assert quoted(own_sentences, "一(一)") == ["扩建渔港两座。", "投资三亿元。"]
    assert quoted(opening_sentences, "一(一)") == ["(一)扩建渔港。扩建渔港两座。"]


def test_a_section_that_is_a_row_of_a_table_is_given_as_one_row(stub_encoder):
    row = "1 | 扩建渔港两座,投资三亿元。 | 市渔业局 | 9月底"
    rest = "\n2 | 疏浚航道,每年一次。 | 市交通局 | 6月底\n3 | 建设冷库。 | 市商务局 | 6月底\n"
    text = f"海川市任务分解表\n序号 | 任务 | 责任单位 | 时限\n{row}{rest}"
    document = parse_document("table", text)
    citations = CitationList(build_index([document], stub_encoder), "zh")
    (sentence,) = own_sentences(document, document.section("1"), citations, "zh", strings_for("zh"))
    assert sentence.text == row
