"""The table of bodies, their successors, and the bodies of a document."""

import csv
from importlib.resources import files

import pytest

from corpus.document import parse_document
from corpus.normalise import normalise
from corpus.organisations import (
    HOME,
    english_unit,
    known_organisations,
    organisation_for,
    organisations_of,
    place_of,
)
from corpus.register import bodies_of, read_register

TABLE = known_organisations()


def by_name(printed: str):
    (organisation,) = [o for o in TABLE if o.printed == printed]
    return organisation


def rows(name: str) -> list[dict[str, str]]:
    text = (files("corpus") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


def test_every_body_of_the_embedded_document_is_in_the_table(tianjin):
    printed = {organisation.printed for organisation in TABLE}
    full = {organisation.full for organisation in TABLE}

    assert set(bodies_of(read_register(tianjin))) <= printed
    assert set(tianjin.drafters) <= printed
    assert tianjin.issuer in full
    assert {"市委", "市人民政府", "工业和信息化部"} <= printed  # named in the text


def test_every_body_of_the_table_stands_in_the_embedded_document(tianjin):
    assert all(body.printed in tianjin.text for body in TABLE)


def test_names_of_the_table_are_normalised_longest_first():
    assert all(o.names == tuple(sorted(o.names, key=lambda n: (-len(n), n))) for o in TABLE)
    assert all(name == normalise(name) for o in TABLE for name in o.names)


def test_only_the_names_of_the_two_tax_bureaus_are_shared():
    names = [name for organisation in TABLE for name in organisation.names]
    shared = {name for name in names if names.count(name) > 1}
    holders = {o.printed for o in TABLE for name in shared if name in o.names}

    assert {"税务局", "tax bureau"} <= shared
    assert holders == {"市国税局", "市地税局"}


def test_every_body_has_an_english_name_and_a_full_one():
    assert all(body.english and body.full for body in TABLE)
    assert len({body.english for body in TABLE}) == len(TABLE)


# Successors


def test_a_successor_has_a_year_and_a_basis_in_both_languages():
    for row in rows("organisations.tsv"):
        cells = [row["successors"], row["year"], row["basis"], row["basis_english"]]
        assert all(cells) or not any(cells), row["printed"]
        assert not row["year"] or int(row["year"]) >= 2018


def test_every_successor_is_used_and_has_an_english_name():
    used = {s.name for body in TABLE if body.succession for s in body.succession.successors}

    assert used == {row["name"] for row in rows("successors.tsv")}
    assert all(row["english"].isascii() and row["english"] for row in rows("successors.tsv"))


@pytest.mark.parametrize(
    ("printed", "full", "basis"),
    [
        ("市科委", ["天津市科学技术局"], "天津市机构改革方案"),
        ("市国税局", ["国家税务总局天津市税务局"], "国税地税征管体制改革方案"),
        ("市地税局", ["国家税务总局天津市税务局"], "国税地税征管体制改革方案"),
        (
            "市国土房管局",
            ["天津市规划和自然资源局", "天津市住房和城乡建设委员会"],
            "天津市机构改革方案",
        ),
    ],
)
def test_successors(printed, full, basis):
    succession = by_name(printed).succession

    assert [successor.full for successor in succession.successors] == full
    assert (succession.basis, succession.year) == (basis, 2018)


@pytest.mark.parametrize("printed", ["市财政局", "市教委", "市知识产权局", "滨海新区"])
def test_bodies_without_a_certain_successor_have_none(printed):
    assert by_name(printed).succession is None


def test_own_names_are_not_those_of_the_successor():
    assert normalise("市科学技术局") not in by_name("市科委").names


# Bodies of documents


def test_bodies_of_a_document_come_in_order_of_first_appearance(policy):
    printed = [organisation.printed for organisation in organisations_of([policy])]

    assert printed == [
        *("市科技局", "市工信局", "市交通局", "市农业农村局", "港湾区"),
        *("市商务局", "市人社局", "市财政局"),
    ]


def test_what_most_cities_have_is_known_in_english():
    document = parse_document("x", "海川市方案\n\n一、甲\n乙。(责任单位:市水务局、市渔具局)")
    water, tackle = organisations_of([document])

    assert water.english == "Municipal Water Affairs Bureau"
    assert "water authority" in water.names
    assert tackle.english is None


def test_body_outside_the_table_is_known_by_its_printed_names():
    document = parse_document("x", "一、甲\n乙。(责任单位:市渔具局、港湾区人民政府)")
    tackle, district = organisations_of([document])

    assert (tackle.english, tackle.names) == (None, ("市渔具局", "渔具部门", "渔具局"))
    assert district.names == ("gangwan district", "港湾区人民政府", "港湾区政府", "港湾区")


def test_body_of_the_table_keeps_all_its_names(tianjin):
    first = organisations_of([tianjin])[0]

    assert first == by_name("市工业和信息化委")
    assert "工信委" in first.names


def test_group_alone_is_no_body():
    document = parse_document("x", "一、甲\n乙。(责任单位:各有关部门、甲局)")

    assert [o.printed for o in organisations_of([document])] == ["甲局"]


def test_a_document_is_of_tianjin_by_its_title_or_issuer(tianjin, policy):
    assert place_of(tianjin) == HOME
    assert place_of(policy) == ""


def test_the_same_name_elsewhere_is_no_body_of_tianjin():
    here, there = organisation_for("市规划局", HOME), organisation_for("市规划局", "")

    assert here.english == "Tianjin Municipal Planning Bureau"
    assert there.english == "Municipal Planning Bureau"
    assert here.succession
    assert there.succession is None
    assert not any("天津" in name or "tianjin" in name for name in there.names)


@pytest.mark.parametrize(
    ("printed", "english", "called"),
    [
        (
            "市人力资源和社会保障局",
            "Municipal Human Resources and Social Security Bureau",
            "人社局",
        ),
        ("市科技局", "Municipal Science and Technology Bureau", "science and technology bureau"),
        ("发展改革委", "Development and Reform Commission", "ndrc"),
        ("国家发展改革委", "National Development and Reform Commission", "国家发改委"),
        ("市渔业局", "Municipal Fisheries Bureau", "渔业局"),
        ("省渔业厅", "Provincial Fisheries Department", "provincial department of fisheries"),
        ("市教育局", "Municipal Education Bureau", "education bureau"),
        ("市渔具局", None, "渔具局"),
    ],
)
def test_bodies_elsewhere_have_the_english_names_of_their_like(printed, english, called):
    body = organisation_for(printed, "")

    assert body.english == english
    assert called in body.names


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("市科委", "Tianjin Municipal Science and Technology Commission"),
        (
            "津南区及其他有关区人民政府",
            "Jinnan District People's Government and other relevant districts",
        ),
        ("市农委等", "Tianjin Municipal Rural Affairs Commission and others"),
        ("各有关部门", "all relevant departments"),
        ("市某某局", None),
    ],
)
def test_english_of_a_printed_unit(unit, english):
    assert english_unit(unit, HOME) == english


def test_bodies_of_the_state_have_their_names_in_documents_of_every_place():
    for place in ("", HOME):
        body = organisation_for("财政部", place)
        assert (body.english, body.full) == ("Ministry of Finance", "中华人民共和国财政部")
        assert {"财政部", "ministry of finance", "mof"} <= set(body.names)


def test_table_of_the_state_is_whole():
    listed = rows("ministries.tsv")
    printed = [row["printed"] for row in listed]
    assert len(printed) == len(set(printed)) > 30
    assert all(row["full"] and row["english"].isascii() for row in listed)
    assert not {row["printed"] for row in rows("organisations.tsv")}.intersection(printed)


def test_a_group_of_the_place_of_something_is_put_into_english():
    assert english_unit("项目所在乡镇（街道）", "") == "townships and subdistricts concerned"
    assert english_unit("灾害发生地人民政府", "") == "local governments concerned"
    assert english_unit("各乡镇（街道）", "") == "all townships and subdistricts"
