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
