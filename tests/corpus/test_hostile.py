"""
Hostile files: damaged, spliced, nested and bloated documents of every format, by the thousand.

Whatever a file is, reading it gives documents or a refusal with its reason, in bounded time, and
every character of a document is in exactly one section or one skipped span. ``make soak`` runs
thousands; the default run has a few hundred, the same ones each time.
"""

import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.formats import REASONS
from corpus.library import clean_name
from corpus.loading import SUFFIXES, UnreadableFileError
from corpus.reader import DocumentReader

SOAK = bool(os.environ.get("SOAK"))
SECONDS = 20.0  # for one file; the slowest take about two


def trials(few: int, many: int) -> settings:
    return settings(
        max_examples=many if SOAK else few, deadline=None, derandomize=not SOAK, database=None
    )


# --- documents of our own --------------------------------------------------------------------

TEXT = (
    "海川市人民政府关于印发港口发展规划的通知\n海政〔2021〕12号\n各区人民政府：\n目　录\n"
    "一、总体要求\n二、主要任务\n（一）建设港口\n一、总体要求\n到2030年，建成5个港口。\n二、主要任务\n"
    "（一）建设港口。完善航道。（责任单位：市交通委、各区人民政府）\n1.航道。疏浚航道。\n2.码头\n"
    "第一章 总则\n第一条 为了规范港口，制定本办法。\n第二条 本办法自2021年1月1日起施行。\n"
    "指标 | 2025年 | 2030年\n吞吐量 | 1亿吨 | 2亿吨\n附件：1.任务分工表\n海川市人民政府\n2021年3月1日\n"
)
ENGLISH = (
    "Harbour Act\nChapter I General\nArticle 1 This Act governs harbours.\nArticle 2 (1) Ports.\n"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def paragraphs(pattern: str) -> str:
    return "".join(pattern.format(line) for line in TEXT.strip().split("\n"))


def page() -> bytes:
    table = (
        "<table><tr><th>指标</th><th>目标</th></tr><tr><td rowspan=2>产值</td><td>5亿</td></tr>"
        "<tr><td>6亿</td></tr></table>"
    )
    body = paragraphs("<p>{}</p>") + "<ol start=3><li>甲<li>乙</ol>" + table
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode()


def docx_members() -> dict[str, bytes]:
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    merged = (
        '<w:tc><w:tcPr><w:vMerge w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    )
    rows = merged.format("restart", "乙") + cell, merged.format("continue", "") + cell
    table = "".join(f"<w:tr>{row}</w:tr>" for row in (cell + cell, *rows))
    body = (
        paragraphs("<w:p><w:r><w:t>{}</w:t></w:r></w:p>")
        + f"<w:p>{number}<w:r><w:t>编号</w:t></w:r></w:p><w:tbl>{table}</w:tbl>"
        + '<w:altChunk r:id="c1"/>'
    )
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships xmlns="x">{}</Relationships>'
    link = '<Relationship Id="{}" Type="' + types + '/{}" Target="{}"/>'
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    return {
        "_rels/.rels": links.format(
            link.format("r1", "officeDocument", "word/document.xml")
        ).encode(),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{types}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'.encode(),
        "word/_rels/document.xml.rels": links.format(
            link.format("n1", "numbering", "numbering.xml")
            + link.format("c1", "aFChunk", "page.html")
        ).encode(),
        "word/page.html": page(),
    }


def odt_members() -> dict[str, bytes]:
    names = " ".join(
        f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style")
    )
    level = (
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    )
    items = "<text:list-item><text:p>甲</text:p></text:list-item>" * 3
    row = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2"><text:p>乙</text:p></table:table-cell></table:table-row>'
    row += "<table:table-row><table:covered-table-cell/><table:table-cell/></table:table-row>"
    content = (
        f"<office:document-content {names}><office:automatic-styles><text:list-style style:name='L'>"
        f"{level}</text:list-style></office:automatic-styles><office:body><office:text>"
        + paragraphs("<text:p>{}</text:p>")
        + f"<text:list text:style-name='L'>{items}</text:list><table:table>{row}</table:table>"
        "</office:text></office:body></office:document-content>"
    )
    return {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}


def xlsx_members() -> dict[str, bytes]:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet"} | {
        name: name for name in ("sharedStrings", "styles")
    }
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{kind}.{name}+xml"/>'
        for part, name in parts.items()
    )
    link = f'<Relationship Id="{{0}}" Type="{office}/{{0}}" Target="{{1}}"/>'
    links = f'<Relationships xmlns="{packages}/relationships">{{}}</Relationships>'
    below = link.format("worksheet", "worksheets/sheet1.xml") + "".join(
        link.format(name, f"{name}.xml") for name in ("sharedStrings", "styles")
    )
    lines = TEXT.strip().split("\n")
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c><c r="C{n}" s="1"><v>0.155</v></c>'
        f'<c r="D{n}" t="inlineStr"><is><t>甲\n乙</t></is></c></row>'
        for n in range(1, len(lines) + 1)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">{types}</Types>',
        "_rels/.rels": links.format(link.format("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{sheets}" xmlns:r="{office}"><sheets>'
        '<sheet name="任务" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links.format(below),
        "xl/sharedStrings.xml": f'<sst xmlns="{sheets}">'
        + paragraphs("<si><t>{}</t></si>")
        + "</sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{sheets}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheets}"><sheetData>{rows}</sheetData>'
        '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="C2:D3"/></mergeCells></worksheet>',
    }
    return {name: content.encode() for name, content in members.items()}


def pdf(streams: list[bytes], *, packed: bool = True) -> bytes:
    """Write a PDF by hand, a page for each content stream."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for n, stream in enumerate(streams):
        head = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects[4 + 2 * n] = f"{head} /Contents {5 + 2 * n} 0 R >>".encode()
        content = zlib.compress(stream) if packed else stream
        way = "/Filter /FlateDecode " if packed else ""
        entry = f"<< {way}/Length {len(content)} >>\nstream\n".encode()
        objects[5 + 2 * n] = entry + content + b"\nendstream"
    data, table = b"%PDF-1.4\n", b""
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    tail = b"trailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 1\n0000000000 65535 f \n" + table + tail


def pdf_members() -> dict[str, bytes]:
    """The contents of pages, as if they were members."""
    rows = "\n".join(
        f"1 0 0 1 50 {780 - 20 * n} Tm ({line}) Tj" for n, line in enumerate(ENGLISH.split("\n"))
    )
    return {f"page{n}": f"BT /F1 10 Tf {rows} ET".encode() for n in range(3)}


RECORD = {"title": "港口办法", "text": TEXT, "url": "https://example.org", "date": "2021-03-01"}
LAW = {
    "法規名稱": "港口條例",
    "法規內容": [{"條號": f"第 {n} 條", "條文內容": "甲"} for n in range(1, 6)],
}
XML = (
    '<?xml version="1.0" encoding="UTF-8"?><law><meta><a>1</a></meta>'
    + "<section><num>1.</num><heading>总则</heading><p>本条例<ref>第3条</ref>所称</p></section>" * 5
    + "<table><tr><td>甲</td><td>乙</td></tr></table></law>"
)
MHT = (
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    + page()
    + b"\n--b--\n"
)
PLAIN: dict[str, bytes] = {
    "txt": TEXT.encode(),
    "gbk": TEXT.encode("gbk"),
    "utf16": TEXT.encode("utf-16"),
    "english": ENGLISH.encode(),
    "md": paragraphs("## **{}**\n\n").encode()
    + b"| a | b |\n|---|---|\n<table><tr><td>1</td></tr></table>",
    "html": page(),
    "mht": MHT,
    "json": json.dumps([RECORD, LAW], ensure_ascii=False).encode(),
    "law": json.dumps(LAW).encode(),
    "jsonl": b"\n".join(json.dumps(RECORD).encode() for _ in range(3)),
    "xml": XML.encode(),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
}
PACKED: dict[str, tuple[dict[str, bytes], Callable[[dict[str, bytes]], bytes]]] = {
    "docx": (docx_members(), zipped),
    "odt": (odt_members(), zipped),
    "xlsx": (xlsx_members(), zipped),
    "pdf": (pdf_members(), lambda members: pdf(list(members.values()))),
    "bare pdf": (pdf_members(), lambda members: pdf(list(members.values()), packed=False)),
}
WHOLE = PLAIN | {name: make(members) for name, (members, make) in PACKED.items()}


# --- what is done to them --------------------------------------------------------------------

TOKENS = st.sampled_from(
    [
        *(b"<div>", b"</p>", b"<!--", b"-->", b"<![CDATA[", b"&a;", b"&#x110000;", b"&#0;", b"<table>"),
        *(b"<tr><td>", b"<pre>", b"<ol start=99999>", b"<script>", b"{", b"}", b"[", b'"', b"\\u0000"),
        *(b"\\ud800", b"null", b"1e999", b"9" * 5_000, b"\xff\xfe", b"\x00", b"\r", b"\xef\xbb\xbf"),
        *(b"PK\x03\x04", b"%PDF-", b"endstream", b"obj", b"/Kids [2 0 R]", b"/Count 2147483647", b"Tj"),
        *(b"/Length -1", b"-", b"|", b" | ", b"```", b"**", b"\\", b"\n", b"\n\n", b"=", b"(", b")"),
        *("（", "一、", "（一）", "第一条", "第", "条", "1.", "①", "附件", "目　录", "责任单位：", "、", "。"),
        *("\u3000", "\u200b", "\u202e", "\ud800", "２０３０", "〔", "Article 1", "Chapter I", "二〇二一年"),
    ]
).map(lambda token: token if isinstance(token, bytes) else token.encode("utf-8", "surrogatepass"))  # fmt: skip
PLACE = st.floats(0, 1, exclude_max=True)
EDIT = st.one_of(
    st.tuples(st.just("flip"), PLACE, st.integers(1, 255)),
    st.tuples(st.just("cut"), PLACE, PLACE),
    st.tuples(st.just("end"), PLACE, st.none()),
    st.tuples(st.just("repeat"), PLACE, st.integers(2, 60)),
    st.tuples(st.just("insert"), PLACE, TOKENS),
    st.tuples(st.just("splice"), PLACE, st.sampled_from(sorted(WHOLE))),
)
EDITS = st.lists(EDIT, min_size=1, max_size=6)
NAMES = st.sampled_from([*SUFFIXES, "", ".bin"]).map(lambda suffix: f"plan{suffix}")


def edited(data: bytes, edits: list[tuple]) -> bytes:
    for kind, place, value in edits:
        at = int(place * len(data))
        match kind:
            case "flip" if data:
                data = data[:at] + bytes([data[at] ^ value]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[at + int(value * (len(data) - at)) :]
            case "end":
                data = data[:at]
            case "repeat":
                data = data[:at] + data[at : at + 300] * value + data[at + 300 :]
            case "insert":
                data = data[:at] + value + data[at:]
            case "splice":
                other = WHOLE[value]
                data = data[:at] + other[int(place * len(other)) :][:3_000] + data[at:]
    return data


# --- what must hold --------------------------------------------------------------------------


def spans(document: Document) -> Iterator[tuple[int, int]]:
    yield from ((section.start, section.end) for section in document.sections)
    yield from ((span.start, span.end) for span in document.skipped)


def check(document: Document) -> None:
    """Assert what every document promises, whatever it was made of."""
    at = 0
    for start, end in sorted(spans(document)):
        assert start == at, (
            f"characters {at}-{start} of {document.text!r} are counted twice or never"
        )
        at = end
    assert at == len(document.text)
    assert document.text.isprintable() or not set(document.text) & set(
        map(chr, [*range(9), 13, 27, 127])
    )
    assert document.text.encode("utf-8")
    assert document.id == clean_name(document.id)
    assert document.title.strip()
    assert list(document.pages) == sorted(document.pages)
    assert all(0 <= start <= len(document.text) for start in document.pages)


def check_refusal(refusal: UnreadableFileError, path: Path) -> None:
    assert refusal.reason in REASONS
    assert refusal.reason not in ("crashed", "too_slow"), str(refusal)
    assert str(refusal).startswith(f"{path}: ")
    assert len(refusal.what) > 10
    assert "\n" not in str(refusal)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bytes, str], bool]]:
    folder: Path = tmp_path_factory.mktemp("hostile")

    def check_file(data: bytes, name: str) -> bool:
        """Tell whether the file gave documents, once all is as it must be."""
        path = folder / name
        path.write_bytes(data)
        try:
            documents = reader.read(path)
        except UnreadableFileError as refusal:
            check_refusal(refusal, path)
            return False
        assert documents
        for document in documents:
            check(document)
        return True

    with DocumentReader(seconds=SECONDS) as reader:
        yield check_file


@pytest.mark.parametrize("kind", sorted(set(WHOLE) - {"ole"}))
def test_the_documents_themselves_are_read(read, kind):
    assert read(WHOLE[kind], f"plan.{kind if f'.{kind}' in SUFFIXES else 'txt'}")


@given(st.sampled_from(sorted(WHOLE)), EDITS, NAMES)
@trials(few=150, many=3_000)
def test_damaged_files_are_read_or_refused(read, kind, edits, name):
    read(edited(WHOLE[kind], edits), name)


@given(st.data(), st.sampled_from(sorted(PACKED)), EDITS)
@trials(few=130, many=3_000)
def test_files_with_damaged_parts_are_read_or_refused(read, data, kind, edits):
    """The archive around the damaged part is whole, so that its checksum does not betray it."""
    members, make = PACKED[kind]
    name = data.draw(st.sampled_from(sorted(members)))
    read(make(members | {name: edited(members[name], edits)}), "plan.bin")


MARKS = st.sampled_from(
    [
        *(
            "第一编",
            "第一章",
            "第二章",
            "第一节",
            "第一条",
            "第 2 条",
            "第三条",
            "一、",
            "二、",
            "三、",
        ),
        *(
            "（一）",
            "（二）",
            "(1)",
            "1.",
            "2.",
            "3、",
            "①",
            "1.1 ",
            "Article 1 ",
            "Chapter II ",
            "Part I",
        ),
        *(
            "附件",
            "附件1：",
            "附件：1.",
            "目　录",
            "目录",
            "前言",
            "责任单位：",
            "（牵头单位：",
            "配合单位：",
        ),
        *(
            "市科委",
            "、",
            "，",
            "。",
            "：",
            "；",
            "）",
            "(",
            "\n",
            "\n\n",
            "\t",
            "　　",
            " ",
            " | ",
            "……",
            "1",
        ),
        *(
            "关于印发",
            "的通知",
            "办法",
            "〔2021〕1号",
            "2021年3月1日",
            "自2021年起施行",
            "扫一扫",
            "主办单位",
        ),
        *(
            "建设港口",
            "\u200b",
            "\u2028",
            "\u202e",
            "🙂",
            "x",
            "*",
            "#",
            "《",
            "》",
            "“",
            "国务院",
            "---",
            "0",
        ),
    ]
)


@given(st.lists(MARKS, max_size=120).map("".join))
@example("扫一扫\u200b")
@trials(few=60, many=2_000)
def test_every_character_of_a_text_is_accounted_for(read, text):
    read(f"甲{text}".encode(), "plan.txt")


# --- made to exhaust -------------------------------------------------------------------------

DEEP, MANY = (30_000, 300_000) if SOAK else (5_000, 20_000)
LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "哈">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'


def with_entities(kind: str, member: str, mark: bytes, entities: str) -> bytes:
    members, make = PACKED[kind]
    content = members[member].partition(b"?>")[2] or members[member]
    return make(members | {member: entities.encode() + content.replace(mark, b"&a11;", 3)})


def sheet(rows: str, merged: str = "") -> bytes:
    members = xlsx_members()
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    return zipped(members | {"xl/worksheets/sheet1.xml": content.encode()})


def nested_archive() -> bytes:
    data = bytes(2**20)
    for _ in range(8):
        data = zipped({"word/document.xml": data, "content.xml": data})
    return data


def exhausting() -> Iterator[tuple[str, bytes]]:
    yield "deep.html", b"<div>" * DEEP + "甲".encode()
    yield "tables.html", b"<table><tr><td>" * DEEP + "甲".encode()
    span = f"<td rowspan=100000000 colspan=1000>{'甲' * 50}"
    rows = span * (MANY // 20), "<tr><td>乙" * (MANY // 20), "<tr>" * (MANY // 20)
    yield "spans.html", f"<table><tr>{''.join(rows)}".encode()
    yield (
        "overlapping.html",
        f"<table>{f'<tr><td>乙{span}<td rowspan=3>丙' * (MANY // 30)}".encode(),
    )
    yield "lists.html", b"<ol><li>" * DEEP + "甲".encode()
    yield "open.html", b"<!--" * MANY
    yield "attributes.html", b"<p " + b"a=b " * MANY + b">\xe7\x94\xb2"
    yield "entities.html", b"<p>" + b"&lt;" * MANY
    yield "deep.json", b'{"title":"a","sections":[' * DEEP
    yield "list.json", b"[" * MANY + b"]" * MANY
    yield "wrapped.json", b'{"data":' * 900 + b'{"text":"a"}' + b"}" * 900
    yield "number.json", b'{"text": ' + b"9" * MANY + b"}"
    yield "many.json", b"[" + b'{"text":"a"},' * 9_999 + b'{"text":"a"}]'
    yield "more.json", b"[" + b'{"text":"a"},' * 10_000 + b'{"text":"a"}]'
    yield "deep.xml", b"<a>" * DEEP + "甲".encode() + b"</a>" * DEEP
    yield (
        "deep.docx",
        zipped(
            {
                "word/document.xml": f'<w:p xmlns:w="{W}">'.encode()
                + b"<w:p>" * 250
                + b"</w:p>" * 251
            }
        ),
    )
    for kind, entities in (("laughs", LAUGHS), ("outside", OUTSIDE)):
        yield f"{kind}.xml", f"{entities}<x><p>甲&a11;</p></x>".encode()
        yield f"{kind}.html", f"<!DOCTYPE html>{entities}<p>甲&a11;</p>".encode()
        yield f"{kind}.docx", with_entities("docx", "word/document.xml", "港口".encode(), entities)
        yield f"{kind}.odt", with_entities("odt", "content.xml", "港口".encode(), entities)
        yield (
            f"{kind}.xlsx",
            with_entities("xlsx", "xl/sharedStrings.xml", "港口".encode(), entities),
        )
    yield "nested.docx", nested_archive()
    yield "zeros.docx", zipped({"word/document.xml": bytes(60 * 2**20)})
    yield "members.zip", zipped({f"word/{n}.xml": b"" for n in range(5_000)})
    yield "cell.xlsx", sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    yield "row.xlsx", sheet('<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>')
    yield "columns.xlsx", sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>' * 5_000)
    lines = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(1, DEEP)
    )
    tags = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, DEEP))
    yield "spans.xlsx", sheet(lines, f"<mergeCells>{tags}</mergeCells>")
    yield "number.xlsx", sheet(f'<row r="1"><c r="A1"><v>{"9" * 4_000}</v></c></row>')
    repeated = b'table:number-rows-repeated="99999999" table:number-columns-repeated="99999999"'
    members = odt_members()
    content = members["content.xml"].replace(b'table:number-rows-repeated="2"', repeated)
    yield "cells.odt", zipped(members | {"content.xml": content})
    spans = b'table:number-rows-spanned="9999999" table:number-columns-spanned="9999999"'
    content = members["content.xml"].replace(b'table:number-rows-spanned="2"', spans)
    yield "spans.odt", zipped(members | {"content.xml": content})
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="99999"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    rows = b"<w:tr>" + cell * 99 + b"<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
    members = docx_members()
    content = members["word/document.xml"].replace(b"</w:tbl>", rows * (MANY // 99) + b"</w:tbl>")
    yield "spans.docx", zipped(members | {"word/document.xml": content}, zipfile.ZIP_STORED)
    members = odt_members()
    yield (
        "blanks.odt",
        zipped(
            members
            | {
                "content.xml": members["content.xml"].replace(
                    "甲".encode(), b'<text:s text:c="9999999"/>'
                )
            }
        ),
    )
    yield "loop.pdf", pdf([b"BT ET"]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield "count.pdf", pdf([b"BT ET"]).replace(b"/Count 1", b"/Count 2147483647")
    yield "pages.pdf", pdf([b"BT /F1 9 Tf (a) Tj ET"] * 1_900)
    yield "pieces.pdf", pdf([b"BT /F1 9 Tf " + b"(a) Tj " * 90_000 + b"ET"])
    yield "bomb.pdf", pdf([bytes(2**25)])
    for name, piece in {
        **{
            "brackets": "（",
            "numerals": "一、",
            "digits": "1",
            "articles": "第一条",
            "points": "1.",
        },
        **{
            "blanks": " ",
            "lines": "\n",
            "wide": "　",
            "stops": "。",
            "commas": "、",
            "bars": " | ",
            "dots": "…",
        },
        **{
            "contents": "目录\n",
            "attached": "附件1：\n",
            "lists": "（责任单位：市科委、",
            "titles": "关于印发",
        },
        **{
            "stars": "*",
            "hashes": "# ",
            "links": "[a](",
            "quotes": "> ",
            "marks": "《",
            "years": "2021年",
        },
        **{
            "headings": "一、甲\n（一）乙\n",
            "english": "Article 1 a\n",
            "chapters": "第一章\n",
            "dashes": "-",
        },
        **{
            "under": "_a",
            "ticks": "`",
            "escapes": "\\",
            "rules": "---\n",
            "cells": "|a",
            "emphasis": "*a ",
        },
    }.items():
        yield f"{name} inside.txt", f"甲办法\n\n{piece * (MANY // len(piece))}乙。\n".encode()
        yield f"{name}.txt", f"甲{piece * (MANY // len(piece))}".encode()
        yield f"{name}.md", f"甲{piece * (MANY // len(piece))}\n".encode()


@pytest.mark.parametrize(
    ("name", "data"), [pytest.param(*case, id=case[0]) for case in exhausting()]
)
def test_files_made_to_exhaust_are_read_or_refused(read, name, data):
    read(data, name)
