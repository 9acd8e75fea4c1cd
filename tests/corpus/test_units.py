"""What a printed unit means: bodies and groups, with their own words."""

import pytest

from corpus.units import body_name, is_place, read_unit


def parts(unit: str) -> list[tuple[str, str, bool, bool]]:
    """Give name, own words, whether a group and whether a place, of every part."""
    return [(p.name, unit[p.start : p.end], p.is_group, p.is_place) for p in read_unit(unit)]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("市科委", [("市科委", "市科委", False, False)]),
        ("滨海新区人民政府", [("滨海新区", "滨海新区人民政府", False, True)]),
        (
            "津南区及其他有关区人民政府",
            [("津南区", "津南区", False, True), ("其他有关区", "其他有关区人民政府", True, True)],
        ),
        ("市农委等", [("市农委", "市农委", False, False), ("等", "等", True, False)]),
        ("西青区等", [("西青区", "西青区", False, True), ("等", "等", True, True)]),
        (
            "商务部等有关部门",
            [("商务部", "商务部", False, False), ("有关部门", "有关部门", True, False)],
        ),
        (
            "人民银行等部门",
            [("人民银行", "人民银行", False, False), ("等部门", "等部门", True, False)],
        ),
        (
            "国家发展改革委会同有关部门",
            [
                ("国家发展改革委", "国家发展改革委", False, False),
                ("有关部门", "有关部门", True, False),
            ],
        ),
        (
            "全国总工会等和各省级人民政府",
            [
                ("全国总工会", "全国总工会", False, False),
                ("各省级人民政府", "各省级人民政府", True, True),
            ],
        ),
        ("各区", [("各区", "各区", True, True)]),
        ("县级市", [("县级市", "县级市", True, True)]),
        ("各有关部门和单位", [("各有关部门和单位", "各有关部门和单位", True, False)]),
        (
            "教育部和财政部",
            [("教育部", "教育部", False, False), ("财政部", "财政部", False, False)],
        ),
        ("市人民政府", [("市人民政府", "市人民政府", False, False)]),
        ("生态环境部指导", [("生态环境部", "生态环境部", False, False)]),
    ],
)
def test_parts_of_a_printed_unit(unit, expected):
    assert parts(unit) == expected


@pytest.mark.parametrize(
    "name",
    [
        *("文化和旅游部", "市规划和自然资源局", "中央和国家机关工委", "粮食和储备局"),
        *("市人力资源和社会保障局", "市市场和质量监督管理委员会", "市住房和城乡建设委员会"),
    ],
)
def test_a_name_with_a_joining_word_in_it_is_one_body(name):
    assert [part.name for part in read_unit(name)] == [name]


def test_only_a_bare_open_end_is_no_unit():
    assert [part.counts for part in read_unit("市农委等")] == [True, False]
    assert [part.counts for part in read_unit("津南区及其他有关区人民政府")] == [True, True]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        *(("津南区", True), ("临港新片区", True), ("海安县", True), ("Jinnan District", True)),
        *(("市科委", False), ("社区", False), ("市", False)),
    ],
)
def test_places(name, place):
    assert is_place(name) is place


def test_government_is_left_off_behind_a_place_only():
    assert body_name("港湾区政府") == "港湾区"
    assert body_name("临港新片区管委会") == "临港新片区"
    assert body_name("市人民政府") == "市人民政府"


def test_those_of_the_place_of_something_are_a_group():
    assert parts("项目所在乡镇(街道)") == [("项目所在乡镇(街道)",) * 2 + (True, True)]
    assert parts("灾害发生地人民政府") == [("灾害发生地人民政府",) * 2 + (True, False)]
