"""Every format and every refusal of corpus.loading, with files that the tests write themselves."""

import io
import pickle
import quopri
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from corpus import loading, markdown_text, package, pdf, web_page
from corpus.formats import LoadedText
from corpus.loading import SUFFIXES, UnreadableFileError, load_texts

POLICY = (
    "一、总体要求\n（一）发展目标。到２０３０年，全市示范园区达到5个。\n"
    "　　（责任单位：市科委、各区政府）\n"
)
TRADITIONAL = "一、總體要求\n（一）發展目標。到2030年，補助額度為新臺幣3萬元。\n"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def load_text(path: Path) -> LoadedText:
    (loaded,) = load_texts(path)
    return loaded


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def relations(*items: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in items
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def make_zip(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def make_docx(body: str, **members: str | bytes) -> bytes:
    document = f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
    main = relations(("rId1", "officeDocument", "word/document.xml"))
    return make_zip({"_rels/.rels": main, "word/document.xml": document} | members)


def make_pdf(pages: list[list[str]], *, picture: bool = False, locked: bool = False) -> bytes:
    """Write a PDF by hand: a standard Chinese font, one object list, a rebuilt cross reference."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [4 0 R] >>",
        4: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        5: "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
        6: f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    }
    for i, lines in enumerate(pages):
        rows = [
            f"1 0 0 1 50 {780 - 20 * n} Tm <{line.encode('utf-16-be').hex()}> Tj"
            for n, line in enumerate(lines)
        ]
        stream = "BT /F1 10 Tf " + "\n".join(rows) + " ET" + (" /I1 Do" if picture else "")
        objects[10 + 2 * i] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 5 0 R >> >> "
            f"/Contents {11 + 2 * i} 0 R >>"
        )
        objects[11 + 2 * i] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    data, offsets = b"%PDF-1.4\n", {}
    for number, content in objects.items():
        offsets[number] = len(data)
        data += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{n} 1\n{offset:010} 00000 n \n" for n, offset in offsets.items())
    lock = f"/Encrypt 6 0 R /ID [<{'43' * 16}> <{'43' * 16}>]" if locked else ""
    trailer = f"trailer\n<< /Size 99 /Root 1 0 R {lock} >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 1\n0000000000 65535 f \n{table}{trailer}".encode()


# --- plain text ------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le"])
def test_simplified_text_is_read_in_every_encoding(tmp_path, encoding):
    path = write(tmp_path, "plan.txt", POLICY.encode(encoding))

    assert load_text(path) == LoadedText(POLICY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5", "big5hkscs"])
def test_traditional_text_is_read_in_every_encoding(tmp_path, encoding):
    path = write(tmp_path, "plan.txt", TRADITIONAL.encode(encoding))

    assert load_text(path).text == TRADITIONAL


@pytest.mark.parametrize("text", ["通知", "第一条", "市科委", "附件：1.任务分工表", "税收优惠10%"])
def test_a_few_gbk_characters_are_enough(tmp_path, text):
    assert load_text(write(tmp_path, "short.txt", text.encode("gbk"))).text == text


@pytest.mark.parametrize("text", ["第一條", "補助要點", "產業創新條例施行細則"])
def test_a_few_big5_characters_are_enough(tmp_path, text):
    assert load_text(write(tmp_path, "short.txt", text.encode("big5"))).text == text


def test_english_text_of_windows_keeps_its_quotation_marks(tmp_path):
    text = "The Municipality’s plan – “five zones” – applies."

    assert load_text(write(tmp_path, "plan.txt", text.encode("cp1252"))).text == text


def test_latin_letters_in_utf8_are_not_taken_for_gbk(tmp_path):
    text = "Café, naïve, Привет."

    assert load_text(write(tmp_path, "plan.txt", text)).text == text


def test_gbk_after_a_long_ascii_head_is_recognised(tmp_path):
    text = "x" * 100_000 + POLICY

    assert load_text(write(tmp_path, "plan.txt", text.encode("gbk"))).text == text


def test_one_broken_byte_becomes_a_replacement_character(tmp_path):
    data = (POLICY * 20).encode("gb18030") + b"\xff"

    assert load_text(write(tmp_path, "plan.txt", data)).text == POLICY * 20 + "\ufffd"


def test_line_ends_become_newlines_and_control_characters_go(tmp_path):
    path = write(tmp_path, "plan.txt", b"a\r\nb\rc\n\td\0\x07\x1b\x7f\xc2\x85\xc2\xa0e")

    assert load_text(path).text == "a\nb\nc\n\td\u00a0e"


def test_nothing_is_normalised(tmp_path):
    text = "　　１．①Ⅳ（ﾃ）\u2003末尾有空格  \n\n"

    assert load_text(write(tmp_path, "plan.txt", text)).text == text


# --- Markdown --------------------------------------------------------------------------------


def test_markdown_marks_go_and_the_text_stays(tmp_path):
    source = (
        "# 关于印发《示范办法》的通知\n"
        "<!-- 抓取\n记录 -->\n"
        "  **一、总则****（试行）**\n"
        '###第二条 *重点*与 __支持__，见[附件1](files/a_(1).pdf "附件")。\n'
        "---\n"
        "> 详见 <https://example.org/a> ![](pic.png)\n"
    )
    expected = (
        "关于印发《示范办法》的通知\n"
        "\n"
        "  一、总则（试行）\n"
        "第二条 重点与 支持，见附件1。\n"
        "详见 https://example.org/a \n"
    )

    assert load_text(write(tmp_path, "plan.md", source)).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. 申报条件\n1. 申报材料\n4.提升效能\n\n    5. 缩进项\n",
        "国发[2015](40)号，面积3*4*5米，比例2*3\n",
        "____年__月__日，联系人：_____\n",
        "snake_case_name 与 [1][2]\n",
        "- 企业\n- 高校\n",
    ],
)
def test_markdown_leaves_what_is_no_mark(tmp_path, text):
    """List numbers are section numbers, and signs in a text are not always marks."""
    assert load_text(write(tmp_path, "plan.md", text)).text == text


def test_markdown_table_rows_become_lines(tmp_path):
    source = "| 指标 | 目标 |\n|:---|---:|\n| 产值 | 5亿元 |\n1\\. 甲\\*乙\n"

    assert load_text(write(tmp_path, "plan.md", source)).text == (
        "指标 | 目标\n产值 | 5亿元\n1. 甲*乙\n"
    )


def test_html_table_in_markdown_is_read(tmp_path):
    source = "表1\n<table><tr><td>指标</td><td>目标</td></tr></table>\n说明<br>续\n"

    assert load_text(write(tmp_path, "plan.md", source)).text == "表1\n指标 | 目标\n说明\n续\n"


# --- HTML ------------------------------------------------------------------------------------


def html(body: str, charset: str = "utf-8") -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<!DOCTYPE html><html><head>{meta}<title>站名</title></head><body>{body}</body></html>"


def page_text(folder: Path, body: str) -> str:
    return load_text(write(folder, "page.html", html(body))).text


def test_each_block_of_a_page_is_a_line(tmp_path):
    body = "<h1>办法</h1><div><p>第一条 <b>为了</b>\n规范</p><p>第二条<br>本办法</p></div>尾"

    assert page_text(tmp_path, body) == "办法\n第一条 为了规范\n第二条\n本办法\n尾"


def test_indents_stay_and_source_white_space_goes(tmp_path):
    body = "<p>\n　　支持  科技\n  创新，use\n  of data\n</p><p>&nbsp;</p>"

    assert page_text(tmp_path, body) == "　　支持 科技创新，use of data"


def test_data_table_rows_are_single_lines(tmp_path):
    body = (
        "<table><tr><th>指标</th><th>现状</th><th>目标</th></tr>"
        "<tr><td>1.产值</td><td></td><td><p>5亿元</p><p>（预计）</p></td></tr><tr><td></td></tr></table>"
    )

    assert page_text(tmp_path, body) == "指标 | 现状 | 目标\n1.产值 |  | 5亿元 （预计）"


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>{}</td></tr></table>",
        "<table><tr><td>目录</td><td>{}</td></tr></table>",
        "<table><tr><td>目录</td><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    ],
)
def test_layout_tables_do_not_collapse_the_text(tmp_path, layout):
    articles = [f"第{n}条 " + "支持企业开展技术创新活动。" * 6 for n in "一二三四"]
    cell = "".join(f"<p>{article}</p>" for article in articles)

    assert page_text(tmp_path, layout.format(cell)).removeprefix("目录\n").split("\n") == articles


def test_site_chrome_scripts_and_hidden_copies_are_dropped(tmp_path):
    body = (
        "<nav>首页</nav><script>var a='一、';</script><style>p{}</style><!-- 注 -->"
        "<p>第一条 正文正文正文正文正文正文正文正文正文正文</p>"
        "<div style='display: none'>第一条 副本</div><p hidden>隐藏</p>"
        "<form><input value='x'>搜索</form><footer>版权</footer>"
    )

    assert page_text(tmp_path, body) == "第一条 正文正文正文正文正文正文正文正文正文正文"


def test_a_form_around_the_whole_page_is_kept(tmp_path):
    body = (
        f"<form><nav>首页</nav><p>{'第一条 支持创新。' * 5}</p><select><option>选</select></form>"
    )

    assert page_text(tmp_path, body) == "第一条 支持创新。" * 5


def test_numbers_of_an_ordered_list_are_printed(tmp_path):
    body = "<ol start=4><li>提升效能</li><li>强化支撑</li></ol><ul><li>甲</li></ul>"

    assert page_text(tmp_path, body) == "4. 提升效能\n5. 强化支撑\n甲"


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("gb2312", "gbk", "市场监管总局等部门"),
        ("big5", "big5", "補助要點"),
        ("gb2312", "utf-8", "实际是另一种编码"),
    ],
)
def test_encoding_of_a_page_is_found_even_if_declared_wrongly(tmp_path, charset, encoding, text):
    data = html(f"<p>{text}</p>", charset).encode(encoding)

    assert load_text(write(tmp_path, "page.htm", data)).text == text


def test_broken_tables_lose_no_text(tmp_path):
    body = "<table><tr>甲</tr><tr></tr></table><td>乙</td><tr><td>丙</td>丁<td>戊"

    assert set("甲乙丙丁戊") <= set(page_text(tmp_path, body))


def test_very_deep_pages_are_read(tmp_path):
    body = "<div>" * 5_000 + "<table><tr><td>" * 2_000 + "第一条"

    assert page_text(tmp_path, body) == "第一条"


# --- Word ------------------------------------------------------------------------------------


def test_word_paragraphs_and_tables_come_in_document_order(tmp_path):
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("指标", "目标"))
    body = (
        paragraph("一、总则") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("　　二、附则")
    )

    assert load_text(write(tmp_path, "plan.docx", make_docx(body))).text == (
        "一、总则\n指标 | 目标\n　　二、附则"
    )


def test_word_runs_breaks_and_revisions_are_read_as_printed(tmp_path):
    body = (
        "<w:p><w:r><w:t>第一</w:t></w:r><w:ins><w:r><w:t>条</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>款</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:tab/><w:t>正文</w:t><w:br/><w:t>续行</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('控件内文字')}</w:sdtContent></w:sdt>"
    )

    assert load_text(write(tmp_path, "plan.docx", make_docx(body))).text == (
        "第一条\t正文\n续行\n控件内文字"
    )


@pytest.mark.parametrize(("restart", "last"), [("", "1"), ('<w:lvlRestart w:val="0"/>', "3")])
def test_automatic_numbers_of_word_are_printed(tmp_path, restart, last):
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{restart}'
        '<w:lvlText w:val="%2."/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="Heading1"><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    head = '<w:pStyle w:val="Heading1"/>'
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    body = paragraph("总则", head) + paragraph("目标", item) + paragraph("原则", item)
    body += paragraph("任务", head) + paragraph("创新", item) + paragraph("无编号")
    parts = relations(("a", "numbering", "numbering.xml"), ("b", "styles", "/word/styles.xml"))
    data = make_docx(
        body,
        **{
            "word/_rels/document.xml.rels": parts,
            "word/numbering.xml": numbering,
            "word/styles.xml": styles,
        },
    )

    assert load_text(write(tmp_path, "plan.docx", data)).text == (
        f"一、总则\n1. 目标\n2. 原则\n二、任务\n{last}. 创新\n无编号"
    )


def alt_chunk_docx(chunk: bytes) -> bytes:
    body = paragraph("封面") + '<w:altChunk r:id="htmlChunk"/>' + paragraph("落款")
    parts = relations(("htmlChunk", "aFChunk", "/word/afchunk.mht"))
    return make_docx(body, **{"word/_rels/document.xml.rels": parts, "word/afchunk.mht": chunk})


def test_text_embedded_as_a_web_page_is_read_in_its_place(tmp_path):
    page = quopri.encodestring(
        "<html><body><h1>示范法</h1><p>第一条 正文</p></body></html>".encode()
    )
    chunk = (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="=x"\n\n--=x\n'
        b'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
        + page
        + b"\n--=x--\n"
    )

    path = write(tmp_path, "law.docx", alt_chunk_docx(chunk))

    assert load_text(path).text == "封面\n示范法\n第一条 正文\n落款"


def test_text_embedded_as_a_word_document_is_read_in_its_place(tmp_path):
    path = write(tmp_path, "law.docx", alt_chunk_docx(make_docx(paragraph("第一条 内文"))))

    assert load_text(path).text == "封面\n第一条 内文\n落款"


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: multipart/related;\n boundary=x\nMIME-Version: 1.0\n",
        "Snapshot-Content-Location: http://a/b\r\nSubject: =?utf-8?Q?=E4=B8=80?=\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n',
    ],
)
@pytest.mark.parametrize("name", ["page.mht", "page.mhtml", "page.html", "page.doc"])
def test_a_saved_page_is_recognised_whatever_the_order_of_its_head(tmp_path, name, head):
    part = "--x\nContent-Type: text/html; charset=utf-8\n\n<p>第一条 正文</p>\n--x--\n"

    loaded = load_text(write(tmp_path, name, f"\ufeff{head}\n{part}"))

    assert loaded.text == "第一条 正文"


def test_a_text_that_begins_with_labels_is_no_saved_page(tmp_path):
    text = "Title: Measures\nContent-Type: text\n\nArticle 1 These Measures apply."

    assert load_text(write(tmp_path, "law.txt", text)).text == text


@pytest.mark.parametrize("deepest", [b"{\\rtf1 text}", make_docx(paragraph("内文"))])
def test_document_in_an_embedded_document_is_refused_instead_of_lost(tmp_path, deepest):
    inner = alt_chunk_docx(deepest)
    path = write(tmp_path, "law.docx", alt_chunk_docx(inner))

    with pytest.raises(UnreadableFileError, match="embedded document; open the file in Word"):
        load_text(path)


def test_missing_embedded_page_is_refused_instead_of_lost(tmp_path):
    path = write(tmp_path, "law.docx", make_docx('<w:altChunk r:id="gone"/>'))

    with pytest.raises(UnreadableFileError, match="an embedded page is missing"):
        load_text(path)


def test_dangling_link_to_a_picture_does_not_matter(tmp_path):
    parts = relations(("rId9", "image", "NULL"))
    data = make_docx(paragraph("第一条"), **{"word/_rels/document.xml.rels": parts})

    assert load_text(write(tmp_path, "plan.docx", data)).text == "第一条"


# --- PDF -------------------------------------------------------------------------------------

LINE = "各区各部门要加强组织领导完善工作机制落实主体责任"


def test_pdf_lines_are_joined_into_paragraphs(tmp_path):
    lines = [
        "示范办法",
        "（一）" + LINE,
        "推动政策落地见效。",
        "（二）" + LINE,
        "1.强化保障",
        LINE + "。",
        "尾",
    ]

    text = load_text(write(tmp_path, "plan.pdf", make_pdf([lines]))).text

    assert text.split("\n") == [
        "示范办法",
        "（一）" + LINE + "推动政策落地见效。",
        "（二）" + LINE,
        "1.强化保障",
        LINE + "。",
        "尾",
    ]


def test_pdf_lines_that_only_look_like_sections_are_joined(tmp_path):
    lines = [LINE, "第三条的规定" + LINE[:18], "7.5%以上" + LINE[:18], "一、二类新药"]

    text = load_text(write(tmp_path, "plan.pdf", make_pdf([lines]))).text

    assert text == "".join(lines)


def test_pdf_joins_english_lines_with_a_blank(tmp_path):
    lines = ["The municipality supports the long-", "term use of public data by firms", "here."]

    text = load_text(write(tmp_path, "plan.pdf", make_pdf([lines]))).text

    assert text == "The municipality supports the long-term use of public data by firms here."


def test_pdf_pages_start_where_their_text_starts(tmp_path):
    """A sentence runs over the page break; page numbers go; an empty page has no text."""
    pages = [["一、总则。", LINE, "1"], ["见成效。", "二、附则。", "2"], [], ["附件。", "4"]]

    loaded = load_text(write(tmp_path, "plan.pdf", make_pdf(pages)))

    assert loaded.text == f"一、总则。\n{LINE}见成效。\n二、附则。\n附件。"
    firsts = [loaded.text[start:].split("。")[0] for start in loaded.pages]
    assert firsts == ["一、总则", "见成效", "\n附件", "附件"]


def test_numbers_that_do_not_count_the_pages_stay(tmp_path):
    pages = [["第一条", "1700"], ["第二条", "1950"]]

    text = load_text(write(tmp_path, "plan.pdf", make_pdf(pages))).text

    assert text == "第一条\n1700\n第二条\n1950"


# --- lying names -----------------------------------------------------------------------------


def test_word_file_that_is_a_web_page_is_read_as_one(tmp_path):
    path = write(tmp_path, "plan.doc", html("<p>第一条</p><p>第二条</p>", "gb2312").encode("gbk"))

    assert load_text(path).text == "第一条\n第二条"


@pytest.mark.parametrize("name", ["plan.txt", "plan.doc", "plan.pdf", "plan"])
def test_content_decides_not_the_name(tmp_path, name):
    assert load_text(write(tmp_path, name, make_docx(paragraph("第一条")))).text == "第一条"
    assert load_text(write(tmp_path, name, make_pdf([["第二条"]]))).text == "第二条"
    assert load_text(write(tmp_path, name, html("<p>第三条"))).text == "第三条"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", make_pdf([["第一条"]]), "a PDF"),
        ("a.pdf", make_docx(paragraph("第一条")), "a Word document (.docx)"),
        ("a.docx", html("<p>第一条"), "a web page"),
        ("a.txt", html("<p>第一条"), "a web page"),
        ("a.txt", '[{"title": "规定", "text": "第一条"}]', "JSON"),
    ],
)
def test_a_name_that_lies_is_a_warning(tmp_path, name, data, kind):
    suffix = name[1:]
    warning = f"the name ends in {suffix} but the content is {kind}; it was read as that"
    assert load_text(write(tmp_path, name, data)).warnings == (warning,)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", make_pdf([["第一条"]])),
        ("a.docx", make_docx(paragraph("第一条"))),
        ("a.html", html("<p>第一条")),
        ("a.htm", "第一条"),
        ("a.txt", "第一条"),
        ("a.md", "# 第一条"),
        ("a.json", '[{"title": "规定", "text": "第一条"}]'),
        ("a", html("<p>第一条")),
        ("a.bin", make_pdf([["第一条"]])),
    ],
)
def test_a_name_that_fits_or_says_nothing_is_no_warning(tmp_path, name, data):
    assert load_text(write(tmp_path, name, data)).warnings == ()


LEGACY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LEGACY_DOC = LEGACY + "WordDocument".encode("utf-16-le")
LOCKED_DOCX = LEGACY + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "reason", "message"),
    [
        ("a.doc", LEGACY_DOC, "unsupported", r"legacy Word \(.doc\) document; .* save it as .docx"),
        ("a.docx", LEGACY_DOC, "mislabelled", r"ends in .docx but the content is a legacy Word"),
        ("a.xls", LEGACY, "unsupported", "legacy Office document"),
        ("a.doc", LEGACY, "damaged", "the legacy Word document is damaged"),
        ("a.doc", LEGACY + "Workbook".encode("utf-16-le"), "mislabelled", "legacy Office document"),
        ("a.docx", LOCKED_DOCX, "encrypted", "protected by a password; .* remove the password"),
        ("a.doc", b"{\\rtf1 x}", "unsupported", "rich text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "mislabelled", "picture; run text recognition"),
        ("a.pdf", "第一条".encode(), "mislabelled", "plain text"),
        ("a.csv", b"a,b", "unsupported", r"supported: \.txt, \.md"),
        ("a.docx", make_zip({"xl/workbook.xml": "x"}), "damaged", "the workbook is broken"),
        ("a.xlsx", make_zip({"xl/workbook.bin": "x"}), "mislabelled", "binary Excel workbook"),
        ("a.odt", make_zip({"content.xml": "<a/>"}), "mislabelled", "OpenDocument file that is no"),
        ("a.zip", make_zip({"a.txt": "x"}), "unsupported", "archive; unpack it"),
        ("a.txt", b"", "empty", "the file is empty"),
        ("a.txt", " \n\u3000\u200b\ufeff".encode(), "empty", "holds no text"),
        ("a.html", html("<script>x</script>").encode(), "empty", "holds no text"),
        ("a.docx", make_docx("<w:p/>"), "empty", "holds no text"),
        ("a.pdf", make_pdf([[], []]), "scanned", "no readable text layer; run text recognition"),
        ("a.pdf", make_pdf([["示意图"]], picture=True), "scanned", "hardly any text"),
        ("a.pdf", make_pdf([["第一条"]], locked=True), "encrypted", "PDF is encrypted"),
        ("a.pdf", b"%PDF-1.4\ngarbage", "damaged", "PDF is broken"),
        ("a.docx", make_docx(paragraph("第一条"))[:300], "damaged", "ZIP container is broken"),
        ("a.docx", make_docx("<w:p>"), "damaged", "no valid XML"),
        ("a.docx", make_zip({"word/a.xml": "<a/>"}), "damaged", "word/document.xml cannot be read"),
        ("a.exe", bytes(range(1, 256)) * 9, "unsupported", "no text in a known encoding; save"),
        ("a.txt", bytes(range(1, 256)) * 9, "damaged", "not text in a known encoding"),
    ],
)
def test_refusals_name_the_reason_and_what_to_do(
    tmp_path, monkeypatch, name, content, reason, message
):
    monkeypatch.setattr(loading, "can_convert", lambda: False)  # LibreOffice may be installed
    path = write(tmp_path, name, content)

    with pytest.raises(UnreadableFileError, match=message) as caught:
        load_text(path)

    assert caught.value.reason == reason
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="not a file but a folder"):
        load_text(tmp_path)


def test_missing_file_is_an_operating_system_error(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none\.txt"):
        load_text(tmp_path / "none.txt")


def test_error_survives_pickling():
    error = UnreadableFileError(Path("a\nb.pdf"), "scanned", "no text; run OCR")

    copy = pickle.loads(pickle.dumps(error))

    assert (str(copy), copy.reason) == ("a b.pdf: no text; run OCR", "scanned")


# --- bounds ----------------------------------------------------------------------------------


def test_zip_bomb_is_refused_unopened(tmp_path):
    data = make_docx(paragraph("第一条"), **{"word/media/a.bmp": bytes(40 * 2**20)})

    with pytest.raises(UnreadableFileError, match=r"200 times its size") as caught:
        load_text(write(tmp_path, "bomb.docx", data))

    assert len(data) < 100_000
    assert caught.value.reason == "too_large"


def test_many_members_count_together(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_EXPANDED_BYTES", 10_000)
    data = make_docx(paragraph("第一条"), **{f"word/{n}.xml": "甲" * 1_000 for n in range(4)})

    with pytest.raises(UnreadableFileError, match="unpacked it takes more than 10,000 bytes"):
        load_text(write(tmp_path, "bomb.docx", data))


def test_member_larger_than_declared_is_refused(tmp_path):
    """The size in the directory of the archive is a claim; the reader must not trust it."""
    data = bytearray(make_docx(paragraph("第一条") * 5_000))
    entry = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")

    with pytest.raises(UnreadableFileError, match=r"word/document\.xml cannot be read") as caught:
        load_text(write(tmp_path, "bomb.docx", bytes(data)))

    assert caught.value.reason == "damaged"


def test_entities_of_an_xml_bomb_are_not_expanded(tmp_path):
    body = f'<w:document xmlns:w="{W}"><w:body>{paragraph("正文&b;")}</w:body></w:document>'
    entities = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
    data = make_zip({"word/document.xml": entities + body})

    assert load_text(write(tmp_path, "bomb.docx", data)).text == "正文"


@pytest.mark.parametrize(
    ("module", "limit", "name", "content"),
    [
        (loading, "MAX_FILE_BYTES", "a.txt", "甲" * 20),
        (loading, "MAX_CHARACTERS", "a.txt", "甲" * 20),
        (loading, "MAX_CHARACTERS", "a.pdf", make_pdf([["甲" * 20]])),
        (web_page, "MAX_MARKS", "a.html", html("<p>甲" * 20)),
        (markdown_text, "MAX_TABLES", "a.md", "<table></table>" * 16),
        (pdf, "MAX_PAGES", "a.pdf", make_pdf([["甲"]] * 20)),
        (package, "MAX_XML_BYTES", "a.docx", make_docx(paragraph("甲"))),
    ],
)
def test_each_bound_is_enforced(tmp_path, monkeypatch, module, limit, name, content):
    monkeypatch.setattr(module, limit, 15)

    with pytest.raises(UnreadableFileError, match=r"more than 15|larger than 15") as caught:
        load_text(write(tmp_path, name, content))

    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("content", [b" " * 2**24, b"(a) Tj " * 100_001])
def test_pdf_bomb_is_refused_before_it_is_opened(tmp_path, content):
    packed = zlib.compress(content)
    data = b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream"

    with pytest.raises(UnreadableFileError, match="unpacks beyond measure") as caught:
        load_text(write(tmp_path, "bomb.pdf", data))

    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("mark", ["<!--", "<table", "**", "[a](", "![", "__a", "*a", "`", "> "])
def test_unclosed_markdown_marks_take_linear_time(tmp_path, mark):
    """A quadratic pattern would need minutes for these."""
    path = write(tmp_path, "plan.md", "第一条" + mark * 100_000)

    assert load_text(path).text.startswith("第一条")


def test_no_heavy_library_is_imported_with_the_module():
    import subprocess

    code = "import sys, corpus.loading; print(*{'bs4', 'lxml', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


def test_suffixes_are_lower_case_with_a_dot():
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)


# --- more formats, whose own tests are by their names ----------------------------------------


@pytest.mark.parametrize("content", [LEGACY_DOC, b"{\\rtf1 x}"])
def test_legacy_files_are_read_where_they_can_be_converted(tmp_path, monkeypatch, content):
    converted: list[bytes] = []

    def to_docx(data: bytes) -> bytes:
        converted.append(data)
        return make_docx(paragraph("第一条"))

    monkeypatch.setattr(loading, "can_convert", lambda: True)
    monkeypatch.setattr(loading, "to_docx", to_docx)

    assert load_text(write(tmp_path, "plan.doc", content)).text == "第一条"
    assert converted == [content]


@pytest.mark.parametrize("name", ["law.xml", "law.txt", "law.docx"])
def test_a_law_in_xml_is_recognised_by_its_content(tmp_path, name):
    source = '<?xml version="1.0"?><law><num>1.</num><heading>总则</heading></law>'

    assert load_text(write(tmp_path, name, source)).text == "1. 总则"


def test_a_page_in_xhtml_is_a_page_not_a_law(tmp_path):
    source = '<?xml version="1.0"?>\n<html><body><p>第一条</p></body></html>'

    assert load_text(write(tmp_path, "page.xml", source)).text == "第一条"


@pytest.mark.parametrize("name", ["laws.json", "laws.jsonl", "laws.txt", "laws.doc"])
def test_a_file_of_records_gives_several_texts(tmp_path, name):
    source = '{"title": "甲办法", "text": "正文"}\n{"title": "乙办法", "text": "正文"}\n'

    texts = load_texts(write(tmp_path, name, source))

    assert [(loaded.name, loaded.text) for loaded in texts] == [
        ("1", "甲办法\n正文"),
        ("2", "乙办法\n正文"),
    ]


def test_a_text_that_only_looks_like_json_stays_a_text(tmp_path):
    text = '{"title" 甲}\n正文'

    assert load_text(write(tmp_path, "plan.txt", text)).text == text


def test_json_without_documents_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="the JSON holds no documents; give an object"):
        load_texts(write(tmp_path, "settings.json", '{"debug": true}'))


def test_pages_that_are_pictures_are_named_in_a_warning(tmp_path):
    pages = [[], [LINE] * 3, ["1"], [], [LINE] * 3]

    loaded = load_text(write(tmp_path, "plan.pdf", make_pdf(pages, picture=True)))

    assert loaded.warnings == (
        "page 1, 3-4: pictures without readable text, left out; "
        "run text recognition (OCR) on it first",
    )
