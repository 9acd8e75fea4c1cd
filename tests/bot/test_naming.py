"""Which documents a Chinese question names, and which words of it are no name."""

import pytest

from bot.naming import Naming, foreign_titles
from corpus.document import parse_document, with_metadata

BODY = "\n\n一、总则\n\n本文件的内容应当遵守。依照国发〔2015〕8号文件和《渔业法》制定。\n"
KNOWN = {
    "harbour": {"title": "海川市绿色港口高质量发展三年行动计划(2021—2023年)", "issuer": "海川市人民政府办公厅",
                "number": "海府办发〔2021〕12号", "date": "2021-05-06"},
    "ships": {"title": "中华人民共和国船舶登记法"},
    "ship-rules": {"title": "中华人民共和国船舶登记法实施条例", "date": "2019-01-02"},
    "north": {"title": "上海市渔业投资条例"},
    "south": {"title": "深圳经济特区渔业投资条例"},
    "anluo": {"title": "安洛市渔港停泊办法", "issuer": "安洛市人民政府"},
    "bijiang": {"title": "碧江区渔港停泊管理办法", "issuer": "碧江区人民政府"},
    "aid": {"title": "海川市航运补助暂行办法", "outer_title": "海川市人民政府关于印发《海川市航运补助暂行办法》的通知",
            "number": "海府规[2022]3号", "cites": ("国发〔2015〕8号",)},
}  # fmt: skip


@pytest.fixture(scope="module")
def naming() -> Naming:
    return Naming(
        with_metadata(parse_document(name, name + BODY), known) for name, known in KNOWN.items()
    )


def found(naming, question):
    return [(name.text, [d.id for d in name.documents]) for name in naming.find(question)]


@pytest.mark.parametrize(
    ("question", "text", "ids"),
    [
        ("《中华人民共和国船舶登记法》第三条讲什么?", "《中华人民共和国船舶登记法》", ["ships"]),
        ("船舶登记法第三条讲什么?", "船舶登记法", ["ships"]),
        ("船舶登记法实施条例第三条", "船舶登记法实施条例", ["ship-rules"]),
        ("海川港口行动计划里,航标由谁负责?", "海川港口行动计划", ["harbour"]),
        ("绿色港口规划的目标是什么?", "绿色港口规划", ["harbour"]),
        ("總結一下海川市綠色港口行動計劃", "海川市綠色港口行動計劃", ["harbour"]),
        ("2021年的绿色港口行动计划", "2021年的绿色港口行动计划", ["harbour"]),
        ("按照航运补助办法,补多少?", "航运补助办法", ["aid"]),
        ("深圳的渔业投资条例怎么规定?", "深圳的渔业投资条例", ["south"]),
        ("海府办发〔2021〕12号由谁负责?", "海府办发〔2021〕12号", ["harbour"]),
        ("海府办发[2021]第12号由谁负责?", "海府办发[2021]第12号", ["harbour"]),
        ("海府规〔２０２２〕3号讲什么", "海府规〔２０２２〕3号", ["aid"]),
        ("文件 ship-rules 第三条", "ship-rules", ["ship-rules"]),
        ("船舶登记法规定几天内登记?", "船舶登记法", ["ships"]),
        ("航补办法补多少?", "航补办法", ["aid"]),
        ("海川航运补办法补多少?", "海川航运补办法", ["aid"]),
    ],
)
def test_a_title_a_part_of_it_a_number_or_an_id_names_its_document(naming, question, text, ids):
    assert found(naming, question) == [(text, ids)]


def test_titles_that_fit_equally_well_are_all_named(naming):
    assert found(naming, "渔业投资条例第五条") == [("渔业投资条例", ["north", "south"])]


def test_two_names_are_found_in_order(naming):
    question = "上海市渔业投资条例和船舶登记法有什么不同?"
    assert found(naming, question) == [("上海市渔业投资条例", ["north"]), ("船舶登记法", ["ships"])]


def test_two_places_before_one_kind_name_two_documents(naming):
    names = found(naming, "上海和深圳的渔业投资条例有什么不同?")
    assert [ids for _, ids in names] == [["north"], ["south"]]


@pytest.mark.parametrize(
    "question",
    [
        "安洛和碧江的渔港停泊办法,收费有什么不同?",
        "比较安洛市和碧江区的渔港停泊管理办法",
        "安洛、碧江渔港停泊办法里谁负责?",
        "安洛和碧江两个渔港停泊办法有什么不同?",
        "安洛和碧江两地的停泊办法有什么不同?",
    ],
)
def test_places_that_documents_alone_name_share_a_kind_too(naming, question):
    assert [ids for _, ids in found(naming, question)] == [["anluo"], ["bijiang"]]


@pytest.mark.parametrize(
    "question",
    [
        "5G港口行动计划由谁制定?",  # no title has 5G
        "2015年的绿色港口行动计划",  # of another year
        "有什么支持措施?",
        "绿色港口的发展办法有哪些?",  # a way of doing it, and no document is called so
        "怎样合法经营?",
        "船舶登记法律问题",
        "行动计划的目标是什么?",  # says nothing of which
        "",
    ],
)
def test_words_that_no_title_has_make_no_name(naming, question):
    assert found(naming, question) == []


def test_a_number_that_no_document_has_names_a_missing_one(naming):
    assert found(naming, "海府办发〔2021〕13号讲什么?") == [("海府办发〔2021〕13号", [])]


def test_a_number_that_a_document_cites_is_not_missing(naming):
    assert found(naming, "国发〔2015〕8号对港口有什么影响?") == []


def test_a_law_is_foreign_where_no_document_is_called_so(naming):
    for question, expected in [
        ("渔业法第十条讲什么?", (("渔业法", True),)),
        ("《渔业法》和方案是什么关系?", (("渔业法", False),)),
        ("船舶登记法第十条讲什么?", ()),
        ("《船舶登记法》第十条讲什么?", ()),
        ("第十条讲什么?", ()),
    ]:
        assert foreign_titles(question, naming.find(question)) == expected


def test_titles_that_are_alike_are_told_apart_by_what_stands_in_brackets():
    parsed = [parse_document(name, "海川市渔港管理办法" + BODY) for name in ("old", "new", "third")]
    facts = [{"number": "海府〔2019〕1号"}, {"date": "2023-04-05"}, {}]
    naming = Naming(with_metadata(d, known) for d, known in zip(parsed, facts, strict=True))
    for fact, name in [("海府〔2019〕1号", "old"), ("2023-04-05", "new"), ("third", "third")]:
        question = f"《海川市渔港管理办法》({fact})讲什么?"
        assert found(naming, question) == [(f"《海川市渔港管理办法》({fact})", [name])]


def test_a_document_that_explains_another_goes_by_its_name_where_that_is_not_there():
    rules, explained = (
        parse_document(name, f"{title}\n\n一、总则\n\n应当遵守。\n")
        for name, title in (
            ("rules", "海川市渔船补助办法"),
            ("explained", "《海川市渔船补助办法》政策解读"),
        )
    )
    named = lambda text, *documents: [  # noqa: E731
        document.id for name in Naming(documents).find(text) for document in name.documents
    ]
    assert named("渔船补助办法怎么说", explained) == ["explained"]
    assert named("渔船补助办法怎么说", rules, explained) == ["rules"]
    assert named("渔船补助办法的政策解读怎么说", rules, explained) == ["explained"]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("会议纪要里谁负责?", "会议纪要"),
        ("会议决定了什么?", "会议"),
        ("这份纪要由谁落实?", "纪要"),
        ("会议中心由谁管?", ""),
        ("渔业会议纪要里谁负责?", ""),  # of another meeting
        ("管理办法里怎么规定?", ""),  # there are two
    ],
)
def test_a_kind_alone_names_the_one_document_that_is_called_so(question, named):
    titles = ("关于研究港口问题的会议纪要", "海川市港口管理办法", "海川市航道管理办法")
    documents = [
        parse_document(str(number), f"{title}\n\n一、总则\n\n应当遵守。\n")
        for number, title in enumerate(titles)
    ]
    assert "".join(name.text for name in Naming(documents).find(question)) == named


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("渔船补助的通知", "关于延长《关于渔船补助的通知》有效期的通知"),
        ("渔船补助办法", "关于修改《渔船补助办法》的决定"),
    ],
)
def test_a_document_that_changes_another_goes_by_its_name_where_that_is_not_there(name, title):
    rules, change = (
        parse_document(id, f"{title}\n\n一、总则\n\n应当遵守。\n")
        for id, title in (("rules", f"海川市关于{name}"), ("change", title))  # noqa: A001
    )

    (found,) = Naming([rules, change]).find(f"{name}怎么说")
    (alone,) = Naming([change]).find(f"{name}怎么说")

    assert [document.id for document in found.documents] == ["rules"]
    assert [document.id for document in alone.documents] == ["change"]
