"""Sentences are spans: offsets into the text, never copies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import split_sentences, trim

TEXTS = st.text(alphabet=st.sampled_from('甲乙。！?；;."”）) \n\u3000\u200bAbc1%'), max_size=60)


def joined(text: str) -> str:
    """Give the sentences of a text one after another, without blanks."""
    return bare("".join(text[a:b] for a, b in split_sentences(text)))


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    assert joined(text) == bare(text)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_sentences_are_trimmed_filled_and_in_order(text):
    spans = split_sentences(text)
    flat = [offset for span in spans for offset in span]

    assert flat == sorted(flat)
    assert [trim(text, a, b) for a, b in spans] == spans
    assert all(a < b for a, b in spans)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_sentences_of_a_span_stay_inside_it(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))

    assert all(start <= a < b <= end for a, b in split_sentences(text, start, end))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙!", ["甲。", "乙!"]),
        ("他说“甲。”乙；丙", ["他说“甲。”", "乙；", "丙"]),  # the quote closes with its sentence
        ("(责任单位:甲、乙)\n  (二)丙。", ["(责任单位:甲、乙)", "(二)丙。"]),  # line ends part
        ("真的?!是", ["真的?!", "是"]),
        ("It is 1.5 km. The U.S. law. Ends", ["It is 1.5 km.", "The U.S. law.", "Ends"]),
        ("see fig. a and b.", ["see fig. a and b."]),  # no capital letter follows
        ("20%. Then", ["20%.", "Then"]),
        ("总投资1.4亿元", ["总投资1.4亿元"]),
        (" \n\u3000\ufeff", []),
        ("", []),
    ],
)
def test_sentences_of_a_text(text, sentences):
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


def test_span_is_trimmed_of_invisible_characters_too():
    text = "\ufeff\u3000甲 乙\u200b\n"

    assert trim(text, 0, len(text)) == (2, 5)


def test_blank_span_becomes_empty():
    start, end = trim("甲  \n乙", 1, 4)

    assert start == end
