"""What a document says of other documents."""

import pytest

from corpus.relations import Relation, number_key, read_relations, same_document


def relations(text: str, *, title: str = "海川市渔港办法", outer: str | None = None):
    found = read_relations(text, title=title, outer=outer, head=len(text))
    return [(r.kind, r.title, r.number) for r in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("《甲办法》同时废止。", [("甲办法", None)]),
        ("《甲办法》（海政规〔2018〕1号）、《乙办法》同时废止。", [("甲办法", "海政规〔2018〕1号"), ("乙办法", None)]),
        ("本办法自2021年1月1日起施行,《甲办法》同时废止。", [("甲办法", None)]),
        ("本办法自2021年1月1日起施行，有效期5年。原《甲办法》（海政规〔2018〕1号）废止。", [("甲办法", "海政规〔2018〕1号")]),
        ("自本通知印发之日起，《甲办法》停止执行。", [("甲办法", None)]),
        ("《关于印发〈甲办法〉的通知》(海政规〔2018〕1号)自行失效。", [("关于印发〈甲办法〉的通知", "海政规〔2018〕1号")]),
        ("《甲办法》不再执行,《乙办法》继续有效。", [("甲办法", None)]),
        ("本办法代替《甲办法》（海政规〔2018〕1号）。", [("甲办法", "海政规〔2018〕1号")]),
        ("2018年印发的《甲办法》同时作废。", [("甲办法", None)]),
        ("以罚款代替《甲办法》规定的处分。", []),
        ("决定废止《甲办法》和《乙办法》。", [("甲办法", None), ("乙办法", None)]),
        ("海政规〔2018〕1号同时废止。", [(None, "海政规〔2018〕1号")]),
        ("本办法自2021年3月1日起施行,同时废止海政规〔2018〕1号。", [(None, "海政规〔2018〕1号")]),
        ("本办法自2021年3月1日起施行,同时废止原《甲办法》。", [("甲办法", None)]),
        ("根据《甲办法》废止一批许可证。", []),
        ("被《甲办法》废止的许可不再执行《乙规定》中的限制。", []),
        ("《甲办法》未被废止。", []),
        ("抓紧清理、修订和废止不符合要求的法规。", []),
        ("违反《甲办法》的,停止使用港口。", []),
    ],
)  # fmt: skip
def test_documents_that_a_sentence_repeals(sentence, expected):
    found = [r for r in relations(sentence) if r[0] == "repeals"]

    assert [(title, number) for _, title, number in found] == expected


def test_list_of_a_decision_that_repeals():
    text = (
        "根据《海川条例》,制定本决定。\n下列文件予以废止:\n1.《甲办法》(海政规〔2018〕1号)\n"
        "2.《乙办法》\n各区依照《丙办法》办理。\n"
    )

    found = relations(text, title="海川市人民政府关于废止部分文件的决定")
    assert [r for r in found if r[0] == "repeals"] == [
        ("repeals", "甲办法", "海政规〔2018〕1号"),
        ("repeals", "乙办法", None),
    ]
    assert not [r for r in relations(text) if r[0] == "repeals"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("根据《海川条例》、《渔业法》和《港口办法》(海政规〔2018〕1号),制定本办法。", [("海川条例", None), ("渔业法", None), ("港口办法", "海政规〔2018〕1号")]),
        ("为贯彻落实《海洋纲要》,现提出如下意见。", [("海洋纲要", None)]),
        ("依《渔業法》第三條規定訂定之。", [("渔業法", None)]),
        ("根据《海川条例》,现将《海川市渔船办法》印发给你们。", [("海川条例", None)]),
        ("根据《海川条例》处以罚款。", []),
        ("市海洋局制定《海川市渔港办法》,现印发给你们。", []),
    ],
)  # fmt: skip
def test_documents_on_which_a_document_is_based(sentence, expected):
    found = [r for r in relations(sentence) if r[0] == "basis"]

    assert [(title, number) for _, title, number in found] == expected


def test_basis_is_stated_at_the_beginning():
    assert relations("正文。" * 1_100 + "根据《海川条例》,制定本办法。") == []


def test_notice_forwards_the_document_with_the_title():
    text = "各区:\n现将《海川市渔港办法》印发给你们。\n"

    assert relations(text, outer="关于印发海川市渔港办法的通知") == [
        ("forwards", "海川市渔港办法", None)
    ]
    assert relations(text) == []


def test_amendments_that_the_preamble_lists_keep_their_days():
    text = (
        "2020年4月10日 会议通过\n2021年10月28日 会议《关于修改〈海川条例〉的决定》第一次修正\n"
        "2023年11月22日 会议《关于修改〈海川条例〉的决定》第二次修正\n"
    )
    found = read_relations(text, title="海川条例", outer=None, head=len(text))

    assert [(r.kind, r.date) for r in found] == [
        ("amended_by", "2021-10-28"),
        ("amended_by", "2023-11-22"),
    ]


def test_decision_that_amends_another_document():
    assert relations("现决定对《甲办法》作如下修改:") == [("amends", "甲办法", None)]
    assert relations("市海洋局应当修订《甲办法》。") == []


def test_term_that_is_extended_has_its_day():
    text = "《甲办法》（海政规〔2018〕1号）有效期延长至2026年12月31日。"
    (found,) = read_relations(text, title="通知", outer=None, head=len(text))

    assert found == Relation("extends", "甲办法", "海政规〔2018〕1号", 0, len(text), "2026-12-31")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Harbour Act of Haichuan (No. 3 [2018]) shall be repealed simultaneously.", [("repeals", "Harbour Act of Haichuan", "No. 3 [2018]")]),
        ("The former Harbour Act is hereby repealed.", [("repeals", "Harbour Act", None)]),
        ("This Act repeals the Harbour Act.", [("repeals", "Harbour Act", None)]),
        ("The licence may be withdrawn.", []),
    ],
)  # fmt: skip
def test_english_repeals(sentence, expected):
    assert relations(sentence) == expected


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("甲办法", None, True),
        ("《甲办法》", None, True),
        ("关于印发〈甲办法〉的通知", None, True),
        ("乙办法", None, False),
        ("甲办法", "海政规[2018] 1号", True),
        ("甲办法", "海政规〔2021〕9号", False),
        (None, "海政规〔2018〕1号", True),
        (None, None, False),
    ],
)
def test_document_is_told_by_its_number_else_by_its_title(title, number, expected):
    relation = Relation("repeals", title, number, 0, 1)

    assert (
        same_document(relation, ("甲办法", "关于印发甲办法的通知"), "海政规〔2018〕1号") == expected
    )


def test_number_is_compared_whatever_its_brackets():
    assert (
        number_key("海政发〔2019〕 3 号")
        == number_key("海政发［2019］3号")
        == number_key("海政发(2019)3号")
    )


@pytest.mark.parametrize(
    "sentence", ["（该文件已被海政规〔2023〕5号废止）", "被海政规〔2023〕5号废止"]
)
def test_a_document_that_was_repealed_repeals_nothing(sentence):
    assert relations(sentence) == []


def test_a_document_named_with_and_without_its_number_is_told_once():
    text = "决定废止《甲办法》等文件。\n1.《甲办法》（海政规〔2018〕1号）\n2.《乙办法》"
    found = read_relations(text, title="关于废止文件的通知", outer=None, head=0)

    assert [(r.title, r.number) for r in found] == [
        ("甲办法", "海政规〔2018〕1号"),
        ("乙办法", None),
    ]


def test_a_decision_rests_on_what_it_names():
    assert relations("根据《海川市道路条例》,决定采取限行措施。") == [
        ("basis", "海川市道路条例", None)
    ]
    assert relations("根据《海川市道路条例》的决定办理。") == []
