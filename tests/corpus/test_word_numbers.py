"""Numbers that Word counts and does not store."""

import pytest
from lxml import etree

from corpus.word_numbers import Numbering, number

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def element(xml: str):
    return etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>')


def level(depth: int, form: str, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "decimal", "%2.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
)


def paragraph(depth: int):
    return element(
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )


def test_inner_numbers_begin_again_below_each_outer_one():
    numbering = Numbering(element(LISTS), None)
    labels = [numbering.label(paragraph(depth)) for depth in (0, 1, 1, 0, 1)]

    assert labels == ["一、", "1. ", "2. ", "二、", "1. "]


def test_style_gives_the_list_of_the_one_that_it_is_based_on():
    styled = element('<w:pPr><w:pStyle w:val="Own"/></w:pPr>')

    assert Numbering(element(LISTS), element(STYLES)).label(styled) == "一、"
    assert Numbering(element(LISTS), None).label(styled) == ""


@pytest.mark.parametrize(("digits", "read"), [("3", 3), ("", 7), ("-1", 7), ("123456", 7)])
def test_what_is_no_number_counts_as_the_default(digits, read):
    assert number(digits, 7) == read
