"""The language of a question is that of its grammar."""

import pytest

from corpus.language import detect_language, is_traditional


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("信息产业2020年的目标是多少?", "zh"),
        ("What is the 2020 target?", "en"),
        ("i-Tianjin Wi-Fi 归谁管?", "zh"),  # Latin letters, Chinese grammar
        ("Who is responsible for 三网融合?", "en"),  # Han, English grammar
        ("Has 海政规〔2018〕1号 been repealed?", "en"),
        ("市科委 tasks", "zh"),  # no grammar: three characters against one word
        ("雲計算由誰負責", "zh"),
        ("5G", "zh"),  # one letter is no Latin word
        ("2020", "zh"),
        ("", "zh"),
        ("?!", "zh"),
    ],
)
def test_language_of_a_text(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "expected"), [("雲計算", True), ("云计算", False), ("cloud", False), ("", False)]
)
def test_traditional_script_is_told_by_characters_that_simplify(text, expected):
    assert is_traditional(text) is expected


def test_every_section_of_the_embedded_document_is_chinese(tianjin):
    languages = {detect_language(tianjin.text[s.start : s.end]) for s in tianjin.sections}

    assert languages == {"zh"}
