"""Units of a list: split at 、 and commas, and at the blanks between names of bodies."""

import pytest

from corpus.unit_names import are_bodies, split_at_blanks, split_units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("甲局、乙委,丙区", ("甲局", "乙委", "丙区")),
        ("甲局，津南区及其他有关区人民政府", ("甲局", "津南区及其他有关区人民政府")),
        ("市金融局、市农委等", ("市金融局", "市农委等")),
        ("甲局和乙委", ("甲局和乙委",)),
        ("甲局、各县（市、区）人民政府", ("甲局", "各县（市、区）人民政府")),
        ("甲局（乙办，丙办),丁局", ("甲局（乙办，丙办)", "丁局")),
        ("甲局（乙、丙", ("甲局（乙", "丙")),
        (" 甲局 、、 乙委。", ("甲局", "乙委")),
        ("", ()),
    ],
)
def test_units_are_split_at_separators_only(text, units):
    assert split_units(text) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市公安局 市应急局 各县（区）人民政府", ("市公安局", "市应急局", "各县（区）人民政府")),
        ("市公安局　市应急局、团市委", ("市公安局", "市应急局", "团市委")),
        ("海川市 公安局", ("海川市 公安局",)),
        ("市教育局 （市体育局）", ("市教育局 （市体育局）",)),
    ],
)
def test_blank_behind_the_name_of_a_body_parts_units(text, units):
    assert split_at_blanks(text) == units


def test_only_names_of_bodies_are_bodies():
    assert are_bodies(("市公安局", "各县（区）人民政府", "团市委等"))
    assert not are_bodies(("市公安局", "含税"))
    assert not are_bodies(())


def test_many_units_and_long_runs_of_blanks_are_split_in_one_pass():
    assert len(split_at_blanks("市公安局 " * 20_000)) == 20_000
    assert split_at_blanks("市公安局" + " " * 200_000 + "x") == ("市公安局" + " " * 200_000 + "x",)
