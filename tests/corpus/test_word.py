"""Parts of the Word reader by themselves; whole files are in test_loading."""

import io
import zipfile

import pytest

from corpus.formats import FormatError
from corpus.package import open_package
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
