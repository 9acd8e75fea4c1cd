"""Named things: found under every name, missed where no document has them."""

import pytest

from corpus import terms
from corpus.normalise import normalise
from corpus.terms import find_terms, known_terms, missing_terms, near_names, other_names

TEXT = "支持人工智能和华为。加快云计算发展。5G网络。Support blockchain pilots."


def standard(found) -> list[str]:
    return [term.chinese[0] for term in found]


def test_table_is_whole():
    """Every term has a kind, a Chinese and an English name."""
    assert all(t.kind and all(t.chinese) and all(t.english) for t in known_terms())
    assert len(known_terms()) > 300


def test_every_name_of_the_table_is_found_as_a_term():
    names = [name for term in known_terms() for name in (*term.chinese, *term.english)]

    assert [name for name in names if not find_terms(name)] == []


def test_no_name_belongs_to_two_terms():
    names = [
        name
        for term in known_terms()
        for name in {normalise(n) for n in (*term.chinese, *term.english)}
    ]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("华为有什么支持?", ["华为"]),
        ("HUAWEI and ZTE", ["华为", "中兴通讯"]),  # in the order of the question
        ("華為", ["华为"]),
        ("华为、华为公司", ["华为"]),
        ("Is there support for Teslas?", ["特斯拉"]),  # plural
        ("steslas", []),  # not inside a word
        ("今天天气", []),
    ],
)
def test_terms_of_a_question(question, expected):
    assert standard(find_terms(question)) == expected


def test_name_inside_a_longer_one_does_not_count(monkeypatch):
    use(monkeypatch, terms.Term("x", ("电子",), ("E",)), terms.Term("x", ("电子商务",), ("EC",)))

    assert standard(find_terms("电子商务")) == ["电子商务"]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("特斯拉有什么支持?", ["特斯拉"]),
        ("华为有什么支持?", []),
        ("Huawei policies", []),  # under its other name
        ("华为和特斯拉", []),  # one of the two is there
        ("特斯拉的人工智能", ["特斯拉"]),  # firms are compared with firms
        ("我们给特斯拉供货,有人工智能支持吗", []),  # spoken of beside oneself
        ("有什么支持?", []),
    ],
)
def test_terms_that_a_text_lacks(question, missing):
    assert standard(missing_terms(question, normalise(TEXT))) == missing


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("AI企业有什么支持", ["人工智能"]),
        ("cloud computing firms", ["云计算"]),
        ("云计算企业", []),  # called as the text does
        ("区块链试点", ["blockchain"]),
        ("特斯拉", []),  # not in the text at all
    ],
)
def test_other_names_are_those_that_the_text_uses(question, names):
    assert [name.lower() for name in other_names(question, [normalise(TEXT)])] == names


def test_a_thing_with_another_near_it_is_not_missing(monkeypatch):
    use(monkeypatch, terms.Term("x", ("卫星导航",), ("satellite navigation",), ("北斗", "BeiDou")))

    assert missing_terms("有卫星导航设备吗", "发展北斗设备") == ()
    assert standard(missing_terms("有卫星导航设备吗", "发展雷达设备")) == ["卫星导航"]
    assert other_names("有卫星导航设备吗", ["发展北斗设备"]) == ("北斗",)
    assert [near for _, near in near_names("卫星导航", "北斗 beidou")] == [("北斗", "BeiDou")]
    assert near_names("卫星导航", "卫星导航与北斗") == ()


def use(monkeypatch, *table) -> None:
    """Put another table in place, and forget what was made of the old one."""
    monkeypatch.setattr(terms, "known_terms", lambda: table)
    monkeypatch.setattr(terms, "_names", terms._names.__wrapped__)
    monkeypatch.setattr(terms, "_names_by_opening", terms._names_by_opening.__wrapped__)


def test_a_foreign_name_that_the_text_prints_is_joined_by_its_own():
    """IoT stands in NB-IoT; a Chinese question means 物联网."""
    assert other_names("IoT由谁负责?", [normalise("推动NB-IoT技术。发展物联网。")]) == ("物联网",)
    assert other_names("物联网由谁负责?", [normalise("推动NB-IoT技术。发展物联网。")]) == ()
    assert other_names("IoT由谁负责?", [normalise("推动NB-IoT技术。")]) == ()


def test_what_is_like_a_thing_is_not_that_thing():
    assert find_terms("a chip maker")
    assert not find_terms("chip-type parts")
