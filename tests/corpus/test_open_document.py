"""OpenDocument texts, written by hand."""

import io
import zipfile

import pytest

from corpus.formats import FormatError
from corpus.open_document import odt_text
from corpus.package import open_package

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
LEVEL = '<text:list-level-style-number text:level="{}" style:num-format="{}" style:num-prefix="{}" style:num-suffix="{}"/>'
LISTS = (
    '<text:list-style style:name="L1">'
    + LEVEL.format(1, "一, 二, 三, ...", "", "、")
    + LEVEL.format(2, "一, 十, 一百(繁), ...", "(", ")")
    + '<text:list-level-style-bullet text:level="3"/></text:list-style>'
    '<style:style style:name="P1" style:list-style-name="L1"/>'
)


def text_of(body: str, *, kind: str = "text", styles: str = "") -> str | None:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{LISTS}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", content)
        if styles:
            package.writestr(
                "styles.xml",
                f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles></office:document-styles>",
            )
    return odt_text(open_package(buffer.getvalue()))


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def test_paragraphs_are_lines_with_their_blanks_and_tabs():
    body = "<text:p>一、<text:tab/>总则\n  续<text:s text:c='2'/>行<text:line-break/>下行</text:p>\n <text:p/>"

    assert text_of(body) == "一、\t总则 续  行\n下行"


def test_list_numbers_are_printed_and_run_on_only_where_the_list_says_so():
    inner = f"<text:list-item><text:list>{items('丙', '丁')}</text:list></text:list-item>"
    body = (
        f'<text:list text:style-name="L1">{items("甲", "乙")}{inner}</text:list>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{items("戊")}</text:list>'
        f'<text:list text:style-name="L1">{items("己")}</text:list>'
    )

    assert text_of(body).split("\n") == ["一、甲", "二、乙", "(一)丙", "(二)丁", "三、戊", "一、己"]


def test_item_that_only_holds_a_list_has_no_number():
    deeper = f"<text:list-item><text:list>{items('丙')}</text:list></text:list-item>"
    go_on = '<text:list text:style-name="L1" text:continue-numbering="true">'
    body = f'<text:list text:style-name="L1">{items("甲")}</text:list>{go_on}{deeper}</text:list>'

    assert text_of(f"{body}{go_on}{items('乙')}</text:list>").split("\n") == [
        "一、甲",
        "(一)丙",
        "二、乙",
    ]


def test_a_list_takes_the_style_of_its_paragraph():
    body = "<text:list><text:list-item><text:p text:style-name='P1'>甲</text:p><text:p>续</text:p></text:list-item></text:list>"

    assert text_of(body) == "一、甲\n续"


def test_headings_are_numbered_by_the_outline():
    levels = LEVEL.format(1, "1", "第", "章").replace(
        "list-level-style-number", "outline-level-style"
    )
    styles = f"<text:outline-style>{levels}</text:outline-style>"
    body = (
        "<text:h text:outline-level='1'>总则</text:h><text:h text:outline-level='1'>职责</text:h>"
    )

    assert text_of(body, styles=styles) == "第1章 总则\n第2章 职责"


def test_deletions_and_comments_are_left_out_and_notes_stand_below():
    body = (
        "<text:tracked-changes><text:p>删去</text:p></text:tracked-changes>"
        "<text:p>正文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注</text:p></text:note-body></text:note>。<office:annotation><text:p>批注</text:p></office:annotation></text:p>"
    )

    assert text_of(body) == "正文。\n注：脚注"


def test_rows_are_lines_and_repeated_cells_keep_their_columns():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    body = (
        f"<table:table><table:table-row>{cell.format('指标')}{blank}{cell.format('目标')}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>'
    )

    assert text_of(body) == "指标 |  |  | 目标"


def test_a_table_that_asks_for_too_many_cells_is_refused():
    row = '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000"><text:p>甲</text:p></table:table-cell></table:table-row>'

    with pytest.raises(FormatError, match="more than 100,000 cells are repeated") as caught:
        text_of(f"<table:table>{row}</table:table>")

    assert caught.value.reason == "too_large"


def test_another_kind_of_document_is_not_read():
    assert text_of("<table:table/>", kind="spreadsheet") is None


def test_cells_merged_over_rows_stand_in_each():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    merged = '<table:table-cell table:number-columns-spanned="{}" table:number-rows-spanned="{}"><text:p>{}</text:p></table:table-cell>'
    covered = "<table:covered-table-cell/>"
    rows = (
        cell.format("1") + merged.format(2, 2, "港口") + covered + merged.format(1, 3, "市港务局"),
        cell.format("2") + '<table:covered-table-cell table:number-columns-repeated="3"/>',
        cell.format("3") + cell.format("灯塔") + cell.format("塔身") + covered,
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)

    assert text_of(f"<table:table>{body}</table:table>").split("\n") == [
        "1 | 港口 | 市港务局",
        "2 | 港口 | 市港务局",
        "3 | 灯塔 | 塔身 | 市港务局",
    ]
