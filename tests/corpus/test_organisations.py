"""Bodies as printed, and the names by which people call them."""

import pytest

from corpus.document import parse_document
from corpus.normalise import normalise
from corpus.organisations import (
    find_organisations,
    has_group,
    known_organisations,
    organisations_of,
    sections_naming,
    sections_with_group,
    unit_body,
)


def found(question: str) -> list[str]:
    return [organisation.printed for organisation in find_organisations(question, TABLE)]


TABLE = known_organisations()


def by_name(printed: str):
    (organisation,) = [o for o in TABLE if o.printed == printed]
    return organisation


def test_every_unit_of_the_embedded_document_is_in_the_table(tianjin):
    units = {u for s in tianjin.sections for u in tianjin.responsible(s.ref)}

    assert {unit_body(unit) for unit in units} <= {organisation.printed for organisation in TABLE}


def test_names_of_the_table_are_normalised_longest_first():
    assert all(o.names == tuple(sorted(o.names, key=lambda n: (-len(n), n))) for o in TABLE)
    assert all(name == normalise(name) for o in TABLE for name in o.names)


def test_no_name_belongs_to_two_bodies():
    names = [name for organisation in TABLE for name in organisation.names]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("unit", "body", "group"),
    [
        ("市科委", "市科委", False),
        ("滨海新区人民政府", "滨海新区", False),
        ("津南区及其他有关区人民政府", "津南区", True),
        ("市农委等", "市农委", False),
        ("市科委等有关部门", "市科委", True),
        ("其他有关区人民政府", "", True),
        ("有关部门", "", True),
    ],
)
def test_body_of_a_printed_unit(unit, body, group):
    assert (unit_body(unit), has_group(unit)) == (body, group)


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("工信委负责什么?", ["市工业和信息化委"]),
        ("網信辦管哪些?", ["市委网信办"]),  # traditional
        ("What does the Cyberspace Administration do?", ["市委网信办"]),
        ("Which tasks does MIIT lead?", ["市工业和信息化委"]),
        ("市财政局和市科委", ["市财政局", "市科委"]),  # in the order of the question
        ("市科委、市财政局、科委", ["市科委", "市财政局"]),  # each once
        ("市委网信办", ["市委网信办"]),  # not the 市委 inside it
        ("submit the form", []),  # MIIT is not inside a word
        ("滨海新区的项目", ["滨海新区"]),
        ("", []),
    ],
)
def test_bodies_that_a_question_names(question, bodies):
    assert found(question) == bodies


def test_bodies_of_a_document_come_in_order_of_first_appearance(policy):
    printed = [organisation.printed for organisation in organisations_of([policy])]

    assert printed == [
        *("市科技局", "市工信局", "市交通局", "市农业农村局", "港湾区"),
        *("市商务局", "市人社局", "市财政局"),
    ]


def test_body_outside_the_table_is_known_by_its_printed_names():
    document = parse_document("x", "一、甲\n乙。(责任单位:市渔业局、港湾区人民政府)")
    fishery, district = organisations_of([document])

    assert (fishery.english, fishery.names) == (None, ("市渔业局", "渔业局"))
    assert district.names == ("港湾区人民政府", "港湾区")


def test_body_of_the_table_keeps_all_its_names(tianjin):
    first = organisations_of([tianjin])[0]

    assert first == by_name("市工业和信息化委")
    assert "工信委" in first.names


def test_group_alone_is_no_body():
    document = parse_document("x", "一、甲\n乙。(责任单位:各有关部门、甲局)")

    assert [o.printed for o in organisations_of([document])] == ["甲局"]


def test_sections_that_print_a_body_are_all_found(tianjin):
    """Counted once more in the source: the name stands in one list of each section."""
    refs = sections_naming(tianjin, by_name("市通信管理局"))

    assert refs == ("二(三)2", "二(四)1", "二(四)2", "二(四)3", "二(六)1", "二(六)2", "三(七)")
    assert len(refs) == tianjin.text.count("市通信管理局")


def test_district_counts_with_and_without_its_group(tianjin):
    assert sections_naming(tianjin, by_name("津南区")) == (
        *("二(二)3", "二(二)4", "三(三)", "三(四)", "三(七)"),
    )


def test_sections_whose_list_ends_in_a_group(tianjin):
    refs = sections_with_group(tianjin)

    assert len(refs) == tianjin.text.count("及其他有关区人民政府)") == 14
    assert refs[0] == "二(一)4"


def test_group_of_the_invented_plan(policy):
    assert sections_with_group(policy) == ("二(一)2",)
