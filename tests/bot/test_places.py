"""The places of documents, and what a question about a place leaves out."""

import pytest

from bot.places import (
    bare_name,
    of_place,
    of_places_named,
    places_asked,
    places_of_document,
    spelled_places,
    without_home,
    without_own_places,
)
from corpus.document import parse_document, with_metadata
from corpus.mentions import find_mentions
from corpus.organisations import organisations_of


def document(name, title, issuer=None):
    parsed = parse_document(name, "标题\n\n一、总则\n\n港口应当安全。\n")
    return with_metadata(parsed, {"title": title, "issuer": issuer})


SHANGHAI = document("s", "上海市港口办法")
BEIJING = document("b", "关于渔业的通知", "北京市人民政府")
NATIONAL = document("n", "中华人民共和国渔业法")
ALL = (SHANGHAI, BEIJING, NATIONAL)


def test_titles_and_issuers_name_the_place():
    assert places_of_document(SHANGHAI) == {"上海", "上海市"}
    assert places_of_document(BEIJING) == {"北京", "北京市"}
    assert places_of_document(NATIONAL) == frozenset()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("上海对渔船有什么规定?", "sn"),
        ("What are the rules for boats in Beijing?", "bn"),
        ("北京和上海的规定有什么不同?", "sbn"),
        ("渔船有什么规定?", "sbn"),
        ("广州对渔船有什么规定?", "sbn"),  # has no document: for the rules to refuse
        ("与北京在港口方面怎么合作?", "sbn"),  # a partner
        ("我们公司来自上海,渔船怎么登记?", "sbn"),  # where the asker comes from
    ],
)
def test_other_places_documents_are_left_out_and_national_ones_stay(question, kept):
    assert "".join(d.id for d in of_place(question, ALL)) == kept


def test_a_place_counts_in_traditional_characters_too():
    assert places_asked("廣州的規定") == {"广州"}


TOWN = document("t", "青枫县渔港办法", "青枫县人民政府办公室")
VILLAGE = with_metadata(
    parse_document("v", "标题\n\n一、总则\n\n青岭县的港口应当安全,碧江区的也是。\n"),
    {"title": "青岭县港口办法"},
)
RIVER = document("r", "奉阳市碧江区渔船办法")


def test_a_place_with_which_a_title_begins_is_its_own():
    assert places_of_document(TOWN) == {"青枫县"}
    assert places_of_document(RIVER) == {"奉阳市", "碧江区"}
    assert places_of_document(document("e", "《青枫县渔港办法》政策解读")) == {"青枫县"}
    assert places_of_document(document("o", "贯彻落实省政府意见的方案")) == frozenset()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("青枫县的渔港谁负责?", "tn"),
        ("青楓縣的漁港誰負責?", "tn"),
        ("碧江区的港口谁负责?", "vrn"),  # of which another document speaks too
        ("奉阳市的渔船谁负责?", "rn"),
        ("奉阳的渔船谁负责?", "rn"),
        ("在青枫,渔港谁负责?", "tn"),
        ("山上的青枫由谁管?", "tvrn"),
        ("我们公司来自青枫县,渔港谁负责?", "tvrn"),
        ("青湖县的渔港谁负责?", "tvrn"),
    ],
)
def test_a_small_place_limits_a_question_to_documents_that_speak_of_it(question, kept):
    assert "".join(d.id for d in of_place(question, (TOWN, VILLAGE, RIVER, NATIONAL))) == kept


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("上海市的港口怎么管?", "港口怎么管?"),
        ("上海到2030年要建几个港口?", "到2030年要建几个港口?"),
        ("上海港口怎么管?", "港口怎么管?"),  # of the title
        ("上海渔业局负责什么?", "上海渔业局负责什么?"),  # a name
        ("What are the rules for ports in Shanghai?", "What are the rules for ports?"),
        ("What are Shanghai's rules for ports?", "What are rules for ports?"),
        ("Who runs Shanghai Harbour Company?", "Who runs Shanghai Harbour Company?"),
        ("北京的港口怎么管?", "北京的港口怎么管?"),
        ("上海", "上海"),
    ],
)
def test_the_place_of_all_documents_is_left_out_of_a_question(question, rest):
    assert without_home(question, [SHANGHAI]) == rest
    assert without_home(question, ALL) == question


def test_an_english_question_spells_the_places_of_documents():
    documents = [
        document("a", "安洛市港口办法"),
        document("b", "沅东省港口办法"),
        document("c", "办法"),
        document("d", "云泽市港口办法"),
    ]
    found = spelled_places("Do Anluo's ports pay fees?", documents)
    assert found == {"安洛市": "Anluo"}
    assert [d.id for d in of_place("Do Anluo's ports pay fees?", documents)] == ["a", "b", "c"]
    assert len(of_place("We are based in Anluo. Do ports pay fees?", documents)) == 4


TASKS = parse_document(
    "t", "海川市任务表\n\n一、渔业\n\n发展渔业。(牵头单位:市商务局;配合单位:海川市、市财政局)\n"
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("海川市任务里市商务局牵头哪些?", ["市商务局"]),
        ("海川市和市商务局共同负责哪些?", ["海川市", "市商务局"]),
        ("海川市负责哪些?", ["海川市"]),  # it alone is asked about
    ],
)
def test_the_place_of_the_documents_is_no_body_beside_one(question, names):
    mentions = find_mentions(question, organisations_of([TASKS]))
    left = without_own_places(question, mentions, [TASKS])
    assert [mention.name for mention in left] == names


ZONE = document("z", "望岚经济技术开发区厂房管理办法", "望岚经济技术开发区管理委员会")
HILLS = document("h", "关于梯度培育的方案", "丰岭高新区管理委员会")
LATIN = document("l", "Measures of Haiyan Municipality for Ports", "Haiyan Municipal Government")


def test_zones_and_english_titles_name_places():
    assert places_of_document(ZONE) == {"望岚经济技术开发区"}
    assert places_of_document(HILLS) == {"丰岭高新区"}
    assert places_of_document(LATIN) == {"Haiyan"}
    assert places_of_document(document("x", "Measures of Shanghai Municipality")) == {"上海"}
    assert places_of_document(document("x", "Law of the State Council")) == frozenset()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("望岚开发区的厂房谁管?", "zn"),
        ("入驻望岚经开区要交租金吗?", "zn"),
        ("望岚的厂房谁管?", "zn"),
        ("What does the Wanglan zone charge?", "zn"),
        ("Who runs the Fengling high-tech zone?", "hn"),
        ("海燕市的港口谁管?", "ln"),
        ("外商投到海燕市(Haiyan)的港口?", "ln"),
        ("在海燕,港口谁管?", "ln"),
        ("What does Haiyan charge?", "ln"),
        ("这个小区谁管?", "zhln"),
    ],
)
def test_zones_and_english_places_limit_a_question(question, kept):
    assert "".join(d.id for d in of_place(question, (ZONE, HILLS, LATIN, NATIONAL))) == kept


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("What does the Wanglan zone charge?", "z"),
        ("我们公司来自望岚开发区,租金多少?", "z"),  # its asker's, where none is asked about
        ("租金多少?", ""),
    ],
)
def test_the_documents_of_a_place_are_those_asked_about_or_from(question, own):
    assert "".join(d.id for d in of_places_named(question, (ZONE, HILLS, LATIN))) == own


def test_the_bare_name_of_a_place_is_without_its_kind():
    names = ["望岚经济技术开发区", "丰岭高新区", "江陵新区", "安洛市", "Haiyan"]
    assert [bare_name(name) for name in names] == ["望岚", "丰岭", "江陵", "安洛", "Haiyan"]


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("望岚经济技术开发区厂房租金多少?", "厂房租金多少?"),
        ("望岚开发区的厂房租金多少?", "厂房租金多少?"),
        ("望岚开发区财政局负责什么?", "望岚开发区财政局负责什么?"),
        ("What is the rent in the Wanglan zone?", "What is the rent ?"),
        ("What does Wanglan charge?", "What does Wanglan charge?"),
        ("望岚开发区", "望岚开发区"),
    ],
)
def test_a_small_place_of_all_documents_is_left_out_too(question, rest):
    assert without_home(question, [ZONE]) == rest
    assert without_home(question, [ZONE, HILLS]) == question
