"""Parts of the Word reader by themselves; whole files are in test_loading."""

import io
import zipfile

import pytest

from corpus.document import parse_document
from corpus.formats import FormatError
from corpus.package import open_package
from corpus.register import read_register
from corpus.word import docx_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def document(body: str) -> bytes:
    return package(word__document=f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def text_of(body: str) -> str:
    return docx_text(open_package(document(body)), lambda data: data.decode())


def test_paragraphs_are_lines_and_cells_share_one():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tbl><w:tr>" + cell.format("产值") + cell.format("5亿") + "</w:tr></w:tbl>"

    assert text_of("<w:p><w:r><w:t>一、总则</w:t></w:r></w:p>" + row) == "一、总则\n产值 | 5亿"


def test_deleted_and_hidden_text_is_left_out():
    runs = (
        "<w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>'
    )

    assert text_of(f"<w:p>{runs}</w:p>") == "保留可见"


def test_blank_paragraphs_make_no_lines():
    assert text_of("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>") == ""


def test_package_without_a_document_is_refused():
    with pytest.raises(FormatError, match=r"word/document\.xml cannot be read"):
        docx_text(open_package(package(word__other="<a/>")), lambda data: "")


def test_broken_xml_is_refused():
    with pytest.raises(FormatError, match="no valid XML"):
        docx_text(open_package(package(word__document="<w:p>")), lambda data: "")


def cell(text: str, merge: str = "", columns: int = 1) -> str:
    merged = {"": "", "first": '<w:vMerge w:val="restart"/>', "below": "<w:vMerge/>"}[merge]
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    span = f'<w:gridSpan w:val="{columns}"/>'
    return f"<w:tc><w:tcPr>{span}{merged}</w:tcPr><w:p>{run}</w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_cells_merged_over_rows_stand_in_each():
    body = table(
        cell("1") + cell("种粮") + cell("市农业局", "first") + cell("六月"),
        cell("2") + cell("养鱼") + cell("", "below") + cell("七月"),
        cell("3") + cell("修路") + cell("市交通局", "first") + cell("八月"),
        cell("4") + cell("架桥") + cell("", "below") + cell("九月"),
    )

    assert text_of(body).split("\n") == [
        "1 | 种粮 | 市农业局 | 六月",
        "2 | 养鱼 | 市农业局 | 七月",
        "3 | 修路 | 市交通局 | 八月",
        "4 | 架桥 | 市交通局 | 九月",
    ]


def test_cells_merged_over_rows_and_columns_keep_the_columns_of_others():
    body = table(
        cell("港口", "first", 2) + cell("甲"),
        cell("", "below", 2) + cell("乙"),
        cell("1") + cell("灯塔") + cell("丙"),
    )

    assert text_of(body) == "港口 | 甲\n港口 | 乙\n1 | 灯塔 | 丙"


def test_cells_that_go_on_below_nothing_or_have_text_stand_alone():
    body = table(
        cell("", "below") + cell("甲"),
        cell("乙") + cell("丙", "first"),
        cell("", "below") + cell("丁", "below"),
    )

    assert text_of(body) == " | 甲\n乙 | 丙\n | 丁"


def test_rows_in_content_controls_are_merged_with_those_above():
    row = (
        f"<w:sdt><w:sdtContent><w:tr>{cell('', 'below')}{cell('乙')}</w:tr></w:sdtContent></w:sdt>"
    )
    body = f"<w:tbl><w:tr>{cell('港口', 'first')}{cell('甲')}</w:tr>{row}</w:tbl>"

    assert text_of(body) == "港口 | 甲\n港口 | 乙"


def test_every_task_of_a_merged_cell_of_units_is_in_the_register():
    titles = "".join(map(cell, ("序号", "重点任务", "牵头单位", "配合单位")))
    body = table(
        titles,
        cell("1") + cell("更换灯具") + cell("市港务局", "first") + cell("市财政局", "first"),
        cell("2") + cell("修缮塔身") + cell("", "below") + cell("", "below"),
        cell("3", "first") + cell("开通航线", "first") + cell("市交通局") + cell("", "below"),
        cell("", "below") + cell("", "below") + cell("市商务局") + cell("", "below"),
        cell("4") + cell("推广海图") + cell("市教育局") + cell(""),
    )
    document = parse_document("tasks", text_of(body))

    rows = [(row.ref, row.heading, row.body, row.role) for row in read_register(document)]
    assert rows == [
        ("1", "更换灯具", "市港务局", "lead"),
        ("1", "更换灯具", "市财政局", "joint"),
        ("2", "修缮塔身", "市港务局", "lead"),
        ("2", "修缮塔身", "市财政局", "joint"),
        ("3", "开通航线", "市交通局", "lead"),
        ("3", "开通航线", "市财政局", "joint"),
        ("3", "开通航线", "市商务局", "lead"),
        ("3", "开通航线", "市财政局", "joint"),
        ("4", "推广海图", "市教育局", "lead"),
    ]


def test_rows_whose_deletion_is_tracked_are_left_out():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell.format('作废')}</w:tr>"
    kept = f"<w:tr>{cell.format('泊位')}{cell.format('20个')}</w:tr>"

    assert text_of(f"<w:tbl>{gone}{kept}</w:tbl>") == "泊位 | 20个"


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next():
    ended = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    run = "<w:r><w:t>{}</w:t></w:r>"
    gone = f"<w:del w:id='2'>{run.format('删去的一段')}</w:del>"
    first = f"<w:p>{ended}{run.format('本办法自印发')}</w:p><!-- a --><w:p>{ended}{gone}</w:p>"
    last = f"<w:p><w:pPr/>{run.format('之日起施行。')}</w:p>"

    assert text_of(f"<w:p>{ended}{run.format('第九条　')}</w:p>{first}{last}") == (
        "第九条　本办法自印发之日起施行。"
    )


def test_notes_stand_below_the_paragraph_that_refers_to_them():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>指年产</w:t></w:r><w:del><w:r><w:t>值</w:t></w:r></w:del>'
        "</w:p><w:p><w:r><w:t>一亿元的企业。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = (
        '<w:p><w:r><w:t>扶持龙头企业</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:footnoteReference w:id="9"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>二、其他</w:t></w:r></w:p>"
    )
    file = package(
        word__document=f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        word__footnotes=notes,
    )
    with zipfile.ZipFile(io.BytesIO(file)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name, content in (members | {"word/_rels/document.xml.rels": relations}).items():
            new.writestr(name, content)

    text = docx_text(open_package(buffer.getvalue()), lambda data: data.decode())
    assert text == "扶持龙头企业。\n注：指年产 一亿元的企业。\n二、其他"
