"""English names of bodies, made by rule from the printed ones."""

from importlib.resources import files

import pytest

from corpus.english_bodies import english_bodies, find_english_bodies


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("市交通运输局", "Municipal Transport Bureau"),
        ("省自然资源和规划厅", "Provincial Natural Resources and Planning Department"),
        ("市市场监管局", "Municipal Market Regulation Bureau"),
        ("市统计和数据局", "Municipal Statistics and Data Bureau"),
        ("县委宣传部", "County Party Committee Publicity Department"),
        ("州住房和城乡建设局", "Prefectural Housing and Urban-Rural Development Bureau"),
        ("望岭州", "Wangling Prefecture"),
        ("市政府办公室", "Municipal Government Office"),
        ("团市委", "Municipal Committee of the Communist Youth League"),
        ("国网海川供电公司", "State Grid Haichuan Power Supply Company"),
        ("人民银行海川市分行", "People's Bank of China, Haichuan Municipal Branch"),
        ("市公安局交警支队海川大队", "Municipal Public Security Bureau, Traffic Police Detachment, "
         "Haichuan Brigade"),
        ("海川海关", "Haichuan Customs"),
        ("海川新区", "Haichuan New Area"),
        ("海川市", "Haichuan City"),
        ("港前街道", "Gangqian Subdistrict"),
        ("省邮政管理局", "Provincial Postal Administration"),  # no Bureau behind it
        ("農業處", "Agriculture Division"),
        ("市港口局\xa0\xa0", "Municipal Port Bureau"),
        ("市数据局（市大数据中心）", "Municipal Data Bureau"),
    ],
)  # fmt: skip
def test_a_name_is_read_as_known_words(printed, english):
    assert english_bodies(printed)[0] == english


def test_a_word_with_two_names_gives_two():
    assert english_bodies("市医保局") == (
        "Municipal Healthcare Security Bureau",
        "Municipal Medical Insurance Bureau",
    )


@pytest.mark.parametrize(
    "printed",
    [
        "市渔具局",  # what it is for is unknown
        "渔具局",  # and no place either
        "甲局",
        "交通运输",  # no kind of body
        "各有关部门",
        "5G办公室",
        "市",
    ],
)
def test_what_is_not_known_throughout_has_no_name(printed):
    assert english_bodies(printed) == ()


def test_no_word_of_the_table_stands_twice():
    text = (files("corpus") / "unit_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    assert {len(row) for row in rows} == {3}
    assert len({row[0] for row in rows}) == len(rows)


def test_bodies_of_known_words_are_found_in_running_text():
    text = "由政务服务局牵头,报縣財政局局长、望岭碧江局和某某局。"
    found = [(text[start:end], english) for start, end, english in find_english_bodies(text)]
    assert found == [("政务服务局", "Government Services Bureau")]
    text = "县科技局、县财政局会同市自然资源和规划局"
    assert [english for *_, english in find_english_bodies(text)] == [
        "County Science and Technology Bureau",
        "County Finance Bureau",
        "Municipal Natural Resources and Planning Bureau",
    ]
