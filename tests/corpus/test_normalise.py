"""The form in which texts are compared, and the two scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.normalise import (
    as_written,
    clean,
    fold_script,
    normalise,
    to_simplified,
    to_traditional,
)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("５Gg 試试點　\u200b\ufeff\x07\n\t①ﬁＡａ。."), max_size=30))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("２０２０年　5Ｇ試點", "2020年 5g试点"),  # full width, ideographic blank, traditional
        ("i-Tianjin WI-FI", "i-tianjin wi-fi"),  # letter case
        ("五\u200b百\ufeff亿", "五百亿"),  # zero width
        ("信\u202e息\u202c", "信息"),  # reversed writing
        ("甲\x00\x07乙", "甲乙"),  # control characters
        (" 甲\r\n\t乙 ", "甲 乙"),  # white space
        ("(一)：", "(一):"),  # full-width colon
        ("", ""),
    ],
)
def test_normal_form(printed, form):
    assert normalise(printed) == form


def test_folding_the_script_keeps_case_and_spaces():
    assert fold_script("雲計算　ＣＰＵ \n①") == "云计算 CPU \n1"


def test_a_stretch_is_given_as_written_where_the_normal_form_is_as_long():
    assert as_written("雲計算 CPU 由誰負責?", 4, 7) == "CPU"
    assert as_written("雲計算\u200b CPU 由誰負責?", 4, 7) == "cpu"


def test_cleaning_keeps_case_width_and_script():
    assert clean("\ufeff 雲計算　ＣＰＵ\x08\n") == "雲計算 ＣＰＵ"


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("雲計算由誰負責", "云计算由谁负责"), ("補助額度", "补助额度"), ("i-Tianjin", "i-Tianjin")],
)
def test_scripts_convert_both_ways(traditional, simplified):
    assert to_simplified(traditional) == simplified
    assert to_traditional(simplified) == traditional


def test_simplified_text_of_the_embedded_document_is_left_alone(tianjin):
    assert to_simplified(tianjin.text) == tianjin.text
