"""XML of laws, in whatever vocabulary."""

import pytest

from corpus.formats import FormatError
from corpus.law_xml import xml_text


def text_of(body: str) -> str:
    return xml_text(f"<law>{body}</law>".encode()).text


def test_elements_are_lines_and_a_number_stands_before_what_it_numbers():
    body = """
      <part><num>第1部</num><heading>导言</heading>
        <section><num value="2">2.</num>
          <subsection><num>(1)</num><content>在本条例中 ——</content>
            <paragraph><num>(a)</num><content>港口；</content></paragraph>
          </subsection>
        </section>
      </part>
    """

    assert text_of(body).split("\n") == ["第1部 导言", "2. (1) 在本条例中 ——", "(a) 港口；"]


def test_elements_in_a_sentence_do_not_break_it():
    body = "<def><term>港口</term>(<term>port</term>)指根据<ref>第3条</ref>\n   划定的区域。</def>"

    assert text_of(body) == "港口(port)指根据第3条划定的区域。"


def test_a_number_in_a_sentence_is_a_word():
    assert text_of("<p>第<num>3</num>条</p>") == "第3条"


def test_a_number_that_numbers_nothing_is_kept():
    assert text_of("<section><num>(a)</num><content/></section><p/>") == "(a)"


def test_rows_of_tables_are_lines():
    body = "<table><tr><td><p>指标</p></td><td>目标</td></tr><row><entry>产值</entry><entry>5亿</entry></row></table>"

    assert text_of(body) == "指标 | 目标\n产值 | 5亿"


def test_data_about_the_law_is_left_out_but_its_short_title_is_its_title():
    markup = '<law xmlns="urn:x"><meta><docNumber>486</docNumber></meta><p>本条例可引称为<shortTitle>《港口 条例》</shortTitle>。</p></law>'

    loaded = xml_text(markup.encode())

    assert loaded.text == "本条例可引称为《港口 条例》。"
    assert loaded.known == {"title": "港口 条例"}


def test_a_declared_encoding_is_read():
    markup = '<?xml version="1.0" encoding="gb2312"?><a><p>第一条</p></a>'

    assert xml_text(markup.encode("gbk")).text == "第一条"


@pytest.mark.parametrize(
    ("markup", "reason", "message"),
    [
        ("<a>", "damaged", "the XML is broken"),
        ("<a>" * 300 + "</a>" * 300, "damaged", "the XML is broken"),
        ("<a/>", "empty", "holds no text"),
        (
            '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:p/></w:wordDocument>',
            "unsupported",
            "office document saved as XML; open it in Word",
        ),
    ],
)
def test_what_is_no_law_is_refused(markup, reason, message):
    with pytest.raises(FormatError, match=message) as caught:
        xml_text(markup.encode())

    assert caught.value.reason == reason
