"""The register: every body and group of every list as a row, in document order."""

import re

import pytest

from corpus.document import parse_document
from corpus.register import Row, bodies_of, read_register, tasks_of

LED = """海川市灯塔办法

一、灯塔维护

  灯塔每年检修两次。(牵头单位:市商务局,配合单位:市财政局、市农业局等)

二、灯塔改造

  灯塔更换灯具。(责任单位:市商务局)灯塔更换塔身。(责任单位:市建设局,港湾区及其他有关区人民政府)
"""


@pytest.fixture(scope="module")
def led():
    return parse_document("led", LED)


def test_rows_of_a_small_document(led):
    """Written out: ref, unit as printed, body, group, position, role."""
    rows = [(r.ref, r.unit, r.body, r.is_group, r.position, r.role) for r in read_register(led)]

    assert rows == [
        ("一", "市商务局", "市商务局", False, 1, "lead"),
        ("一", "市财政局", "市财政局", False, 2, "joint"),
        ("一", "市农业局等", "市农业局", False, 3, "joint"),
        ("一", "市农业局等", "等", True, 4, "joint"),
        ("二", "市商务局", "市商务局", False, 1, None),
        ("二", "市建设局", "市建设局", False, 1, None),
        ("二", "港湾区及其他有关区人民政府", "港湾区", False, 2, None),
        ("二", "港湾区及其他有关区人民政府", "其他有关区", True, 3, None),
    ]


@pytest.mark.parametrize("name", ["led", "policy", "tianjin"])
def test_a_row_points_at_its_own_words_and_its_list(name, request):
    document = request.getfixturevalue(name)
    for row in read_register(document):
        words = document.text[row.start : row.end]
        assert words.startswith(row.body)
        assert words in row.unit
        assert row.list_start <= row.start < row.end <= row.list_end
        assert row.unit in document.text[row.list_start : row.list_end]
        assert row.heading == document.section(row.ref).heading


def test_rows_come_in_the_order_of_the_text(tianjin):
    starts = [row.start for row in read_register(tianjin)]

    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


def test_every_name_of_the_embedded_lists_is_in_a_row(tianjin):
    """What the rows do not cover is only labels, signs and connecting words."""
    covered = [row for row in read_register(tianjin)]
    left = ""
    for found in tianjin.lists.values():
        for item in found:
            at = item.start
            for row in [r for r in covered if r.list_start == item.start]:
                left += tianjin.text[at : row.start]
                at = row.end
            left += tianjin.text[at : item.end]

    assert re.sub("责任单位:|[、,]|及", "", left) == ""


def test_a_unit_that_lies_inside_another_has_its_own_place():
    document = parse_document("x", "一、甲\n乙。(责任单位:市农业局分局、农业局、市农业局)")
    spans = [(r.unit, document.text[r.start : r.end]) for r in read_register(document)]

    assert spans == [(unit, unit) for unit in ("市农业局分局", "农业局", "市农业局")]


def test_tasks_gather_the_lists_of_a_section_and_count_its_units(led):
    one, two = tasks_of(read_register(led))

    assert one.units() == ("市商务局", "市财政局", "市农业局")  # a bare 等 is no unit
    assert two.units() == ("市商务局", "市建设局", "港湾区", "其他有关区")  # a group is one
    assert two.units(offices=False) == ("港湾区", "其他有关区")
    assert two.units(places=False) == ("市商务局", "市建设局")


def test_bodies_come_once_without_groups(led):
    bodies = ("市商务局", "市财政局", "市农业局", "市建设局", "港湾区")

    assert bodies_of(read_register(led)) == bodies


def refs_of(rows: tuple[Row, ...], body: str) -> tuple[str, ...]:
    return tuple(row.ref for row in rows if row.body == body and not row.is_group)


def test_sections_that_print_a_body_are_all_found(tianjin):
    """Counted once more in the source: the name stands in one list of each section."""
    refs = refs_of(read_register(tianjin), "市通信管理局")

    assert refs == ("二(三)2", "二(四)1", "二(四)2", "二(四)3", "二(六)1", "二(六)2", "三(七)")
    assert len(refs) == tianjin.text.count("市通信管理局")


def test_district_counts_with_and_without_its_group(tianjin):
    assert refs_of(read_register(tianjin), "津南区") == (
        *("二(二)3", "二(二)4", "三(三)", "三(四)", "三(七)"),
    )


def test_groups_are_told_apart_by_what_may_belong_to_them(tianjin):
    rows = read_register(tianjin)
    districts = [row for row in rows if row.is_group and row.is_place]

    assert len(districts) == tianjin.text.count("及其他有关区人民政府)") == 14
    assert districts[0].ref == "二(一)4"
    assert [row.ref for row in rows if row.is_group and not row.is_place] == ["二(三)2"]


def test_the_foot_of_a_web_page_is_no_list():
    document = parse_document("x", "一、甲\n乙。(责任单位:市甲局)\n主办单位:市人民政府办公厅\n")

    assert bodies_of(read_register(document)) == ("市甲局",)


def test_groups_may_be_left_out_of_a_tasks_units(led):
    for task in tasks_of(read_register(led)):
        groups = {row.body for row in task.rows if row.is_group and row.counts}

        assert set(task.units()) - groups == set(task.units(groups=False))


def test_bodies_that_line_ends_break_are_in_the_register():
    text = (
        "一、甲\n乙。（牵头单位：市应急管理局，配合单位：市住房和城\n乡建设局、市财政局、市\n"
        "消防救援支队、海湾区及其他有\n关区政府）\n"
    )
    document = parse_document("plan", text)
    rows = read_register(document)

    assert [(row.body, row.is_group) for row in rows] == [
        ("市应急管理局", False),
        ("市住房和城乡建设局", False),
        ("市财政局", False),
        ("市消防救援支队", False),
        ("海湾区", False),
        ("其他有关区", True),
    ]
    broken = rows[1]
    assert text[broken.start : broken.end] == "市住房和城\n乡建设局"


def test_long_runs_of_line_ends_in_a_list_are_read_in_one_pass():
    text = "一、甲\n乙。（责任单位：市财政局、市" + "\n" * 50_000 + "港务局）\n"
    rows = read_register(parse_document("plan", text))

    assert [row.body for row in rows] == ["市财政局", "市港务局"]
