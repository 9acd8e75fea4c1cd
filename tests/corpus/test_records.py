"""JSON of documents, in the shapes that occur."""

import json

import pytest

from corpus import records
from corpus.formats import FormatError, LoadedText
from corpus.records import looks_like_records, read_records

ARTICLES = [
    {"條號": "第 1 條", "條文內容": "為發展港口，\r\n制定本條例。"},
    {"條號": "第 2 條", "條文內容": "主管機關為市交通局。"},
]


def read(value: object, *, must: bool = True) -> list[LoadedText]:
    return read_records(json.dumps(value, ensure_ascii=False), must=must)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ('{"a": 1}', True),
        ('\n[ {"a"', True),
        ("[1] 甲", False),
        ("{甲}", False),
        ("一、总则", False),
    ],
)
def test_records_are_recognised_by_their_first_signs(head, is_one):
    assert looks_like_records(head) is is_one


def test_one_record_is_one_document_and_its_title_comes_first():
    (loaded,) = read(
        {
            "title": "港口办法",
            "text": "一、总则\n建设港口。",
            "url": "https://example.org/a",
            "date": "2024-03-01",
            "文号": "海政〔2024〕1号",
        }
    )

    assert (loaded.name, loaded.text) == ("", "港口办法\n一、总则\n建设港口。")
    assert loaded.known == {
        "title": "港口办法",
        "url": "https://example.org/a",
        "date": "2024-03-01",
        "number": "海政〔2024〕1号",
    }


def test_a_title_that_the_text_prints_stands_once():
    (loaded,) = read({"标题": "港口办法", "正文": "港 口\n办 法\n一、总则"})

    assert loaded.text == "港 口\n办 法\n一、总则"


def test_a_list_of_records_is_a_list_of_documents_named_by_their_ids():
    found = read(
        [{"id": "甲", "text": "一"}, {"text": "二"}, {"note": "无"}, {"id": 7, "text": "三"}]
    )

    assert [(loaded.name, loaded.text) for loaded in found] == [
        ("甲", "一"),
        ("2", "二"),
        ("7", "三"),
    ]


def test_a_wrapped_list_is_found():
    found = read({"total": 2, "data": {"records": [{"content": "一"}, {"content": "二"}]}})

    assert [loaded.text for loaded in found] == ["一", "二"]


def test_articles_of_a_record_are_one_document():
    (loaded,) = read({"法規名稱": "港口條例", "法規內容": [{"編章節": "第 一 章 總則"}, *ARTICLES]})

    assert loaded.text.split("\n") == [
        *("港口條例", "第 一 章 總則", "第 1 條　為發展港口，", "制定本條例。"),
        "第 2 條　主管機關為市交通局。",
    ]


def test_a_list_of_articles_is_one_document_with_the_title_that_they_name():
    articles = [
        {
            "title": f"Article {number}",
            "originalTitle": f"第{numeral}条",
            "chapter": {"label": "Chapter I", "title": "General Provisions"},
            "paragraphs": ["建设港口。", "续款。"],
            "sourceVersion": {"officialTitle": "港口条例"},
        }
        for number, numeral in enumerate("一二三", start=1)
    ]

    (loaded,) = read(articles)

    assert loaded.text.split("\n")[:3] == ["港口条例", "第一条　建设港口。", "续款。"]
    assert loaded.known == {"title": "港口条例"}


def test_chapters_in_the_script_of_the_text_stand_before_their_articles():
    parts = [
        {"number": "1", "heading": "Purpose", "text": "To build.", "chapter": "Chapter I General"},
        {"number": "2", "text": "To run.", "chapter": "Chapter I General"},
    ]

    (loaded,) = read({"name": "Harbour Act", "articles": parts})

    assert loaded.text.split("\n") == [
        *("Harbour Act", "Chapter I General", "Article 1 Purpose", "To build."),
        "Article 2 To run.",
    ]


def test_nested_parts_keep_their_headings():
    tree = {
        "title": "方案",
        "sections": [{"title": "一、总则", "sections": [{"title": "(一)目标", "text": "建成。"}]}],
    }

    (loaded,) = read(tree)

    assert loaded.text.split("\n") == ["方案", "一、总则", "(一)目标", "建成。"]


def test_the_title_in_the_script_of_the_text_is_taken():
    (loaded,) = read(
        {"中文法規名稱": "港口條例", "英文法規名稱": "Harbour Act", "text": "Article 1 To build."}
    )

    assert loaded.known["title"] == "Harbour Act"


def test_json_lines_are_records():
    found = read_records('{"text": "一"}\n\n{"text": "二"}\n', must=True)

    assert [loaded.text for loaded in found] == ["一", "二"]


def test_markup_in_a_record_becomes_text():
    (loaded,) = read({"html": "<p>第一条</p><script>x</script><p>第二条</p>"})

    assert loaded.text == "第一条\n第二条"


def test_control_characters_of_names_and_facts_go():
    found = read([{"id": "a\ud800\nb", "title": "甲\x00\n办法", "text": "一"}, {"text": "二"}])

    assert (found[0].name, found[0].known) == ("a\nb", {"title": "甲 办法"})


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2]", '{"debug": true}', '"text"', "[[]]"])
def test_json_without_documents_is_refused_or_left_alone(text):
    assert read_records(text, must=False) == []
    with pytest.raises(FormatError, match="the JSON holds no documents") as caught:
        read_records(text, must=True)

    assert caught.value.reason == "unsupported"


@pytest.mark.parametrize("text", ["{", "甲", '{"a": 1} {', '{"text": "一"}\n{"text": '])
def test_broken_json_is_refused_or_left_alone(text):
    assert read_records(text, must=False) == []
    with pytest.raises(FormatError, match=r"the JSON is broken \(.*line 1|line 2") as caught:
        read_records(text, must=True)

    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"data":' * 500 + "1" + "}" * 500,
        '{"sections":[' * 50 + '{"text":"一"}' + "]}" * 50,
    ],
)
def test_deep_json_is_refused(text):
    with pytest.raises(FormatError, match=r"nested too deep|holds no documents"):
        read_records(text, must=True)


def test_too_many_documents_are_refused(monkeypatch):
    monkeypatch.setattr(records, "MAX_RECORDS", 2)

    with pytest.raises(FormatError, match="more than 2 documents; split it") as caught:
        read([{"text": "一"}] * 3)

    assert caught.value.reason == "too_large"


def test_a_date_that_is_no_day_is_left_out():
    record = json.dumps({"title": "白水市渡口办法", "date": "2024-13-45", "text": "一、总则。"})
    (loaded,) = read_records(record, must=True)
    assert loaded.known == {"title": "白水市渡口办法"}


@pytest.mark.parametrize(
    "record",
    [
        {"docTitle": "渡口办法", "docContent": "第一条 甲"},
        {"doc_title": "渡口办法", "doc-content": "<p>第一条 甲</p>"},
        {"PolicyName": "渡口办法", "Full Text": "第一条 甲"},
        {"Title": "渡口办法", "CONTENT": "第一条 甲"},
        {"title": "渡口办法", "docTitle": "另一个", "newsContent": "第一条 甲"},
        {"docTitle": "另一个", "title": "渡口办法", "content": "第一条 甲"},
    ],
)
def test_names_are_known_in_other_spellings(record):
    (loaded,) = read({"code": 200, "data": {"total": 1, "rows": [record]}})

    assert loaded.text == "渡口办法\n第一条 甲"


def test_articles_keep_their_names():
    (loaded,) = read({"title": "渡口办法", "Articles": [{"number": "1", "text": "甲"}]})

    assert loaded.text == "渡口办法\n第1条　甲"


def test_items_with_titles_are_documents_unless_they_are_parts():
    wrapped = read(
        {"items": [{"title": "甲办法", "text": "一"}, {"title": "乙办法", "text": "二"}]}
    )
    (parts,) = read({"title": "办法", "items": [{"title": "总则", "text": "一"}]})

    assert [loaded.text for loaded in wrapped] == ["甲办法\n一", "乙办法\n二"]
    assert parts.text == "办法\n总则\n一"


def test_numbers_may_be_the_names_of_what_they_number():
    articles = {"第一章 总则": {"第一条": "为了管理渡口。", "第二条": ["甲。", "乙。"]}}
    text = "渡口办法\n第一章 总则\n第一条　为了管理渡口。\n第二条　甲。\n乙。"

    (loaded,) = read({"渡口办法": articles})
    (beside,) = read({"title": "渡口办法", **articles})

    assert loaded.text == beside.text == text


def test_the_broken_line_of_json_lines_is_named():
    text = '{"text": "一"}\n' * 3 + '{"text": }\n{"text": "二"}'

    with pytest.raises(FormatError, match=r"the JSON is broken \(line 4: Expecting value"):
        read_records(text, must=True)
