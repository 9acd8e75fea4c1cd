"""Names that people derive from a body's name, by rule and for any city."""

import pytest

from corpus.body_names import chinese_names, english_names


@pytest.mark.parametrize(
    ("printed", "called"),
    [
        ("市发展改革委", "发改委"),
        ("市发展和改革委员会", "市发改委"),
        ("市发改委", "市发展和改革委员会"),
        ("市工业和信息化局", "工信局"),
        ("市工信局", "市工业和信息化局"),
        ("市人力资源和社会保障局", "人社局"),
        ("市人力社保局", "人社局"),
        ("市委网信办", "市网信办"),
        ("市委网络安全和信息化委员会办公室", "网信办"),
        ("市经济信息化委", "经信委"),
        ("市住房城乡建设管理委", "住房和城乡建设管理委员会"),
        ("省工业和信息化厅", "工信厅"),
        ("发展改革委", "国家发改委"),
        ("国家卫生健康委", "卫健委"),
        ("市市场监管局", "市场监督管理局"),
        ("市科委", "科学技术委员会"),
        ("市渔业局", "渔业局"),
        ("港湾区", "港湾区人民政府"),
        ("市人民政府办公厅", "市政府办公厅"),
    ],
)
def test_a_body_is_called_so(printed, called):
    assert called in chinese_names(printed)
    assert chinese_names(printed)[0] == printed


@pytest.mark.parametrize(
    ("printed", "never"),
    [
        ("市市场监管局", "场监管局"),  # 市场 does not begin with 市
        ("市场监管总局", "场监管总局"),
        ("市人民政府办公厅", "办公厅"),
        ("市委", "委"),
        ("港湾区", "港湾"),
        ("市财政局", "国家财政局"),
    ],
)
def test_a_body_is_not_called_so(printed, never):
    assert never not in chinese_names(printed)


def test_english_names_lose_their_place_and_turn_round():
    names = english_names("Tianjin Municipal Finance Bureau")

    assert {"Finance Bureau", "Bureau of Finance", "Finance Department"} <= set(names)
    assert "Commerce Commission" in english_names("Tianjin Municipal Commission of Commerce")
    assert english_names("Binhai New Area") == ("Binhai New Area",)


def test_a_body_of_a_prefecture_is_also_called_without_its_level():
    assert {"财政局", "州财政局"} <= set(chinese_names("州财政局"))
    assert "Finance Bureau" in english_names("Prefectural Finance Bureau")
