"""How tasks, units and groups are worded in both languages."""

from bot.strings import EN, ZH
from bot.task_wording import english_units, group_names, names_of, task_name, units_as_printed
from corpus.document import parse_document
from corpus.organisations import HOME, organisation_for
from corpus.register import read_register

BODIES = [organisation_for(name, HOME) for name in ("市财政局", "市国税局", "市地税局", "市国税局")]


def test_a_task_is_named_by_ref_and_heading_in_either_language(tianjin):
    section = tianjin.section("二(一)4")

    assert task_name(tianjin, section, "zh") == "二(一)4 加强知识产权保护"
    assert task_name(tianjin, section, "en").startswith("Part II (1) 4 Strengthen intellectual")


def test_a_task_without_a_heading_is_named_by_its_first_sentence():
    document = parse_document(
        "x", "方案\n\n第一条 灯塔应当每年检修,并更换灯具。经费另定。(责任单位:市甲局)\n"
    )
    section = document.section("第一条")

    assert section.heading == ""
    assert task_name(document, section, "zh").split() == ["第一条", "灯塔应当每年检修,并更换灯具。"]


def test_names_are_joined_each_once():
    assert names_of(BODIES, "zh", ZH) == "市财政局、市国税局和市地税局"
    assert names_of(BODIES[:2], "en", EN) == (
        "Tianjin Municipal Finance Bureau and Tianjin Municipal State Taxation Bureau"
    )


def test_groups_are_named_each_once(tianjin):
    rows = [row for row in read_register(tianjin) if row.is_group]

    assert group_names(rows, "zh") == "其他有关区」「等"
    assert group_names(rows, "en") == "other relevant districts”, “others"


def test_units_without_english_names_keep_their_printed_ones():
    document = parse_document("x", "海川方案\n\n一、甲\n乙。(责任单位:市渔业局、市灯塔局)")
    rows = read_register(document)

    assert units_as_printed(document, rows, "zh", ZH) == "责任单位:市渔业局、市灯塔局"
    assert (
        units_as_printed(document, rows, "en", EN)
        == "Responsible units: Municipal Fisheries Bureau; 市灯塔局"
    )


def test_an_english_list_tells_who_leads():
    text = "海川方案\n\n一、甲\n乙。(市财政局牵头,市灯塔局按职责分工负责)"
    document = parse_document("x", text)

    told = units_as_printed(document, read_register(document), "en", EN)
    assert told.startswith(f"{EN.lead_label}: ")
    assert told.index("Finance Bureau") < told.index("市灯塔局")


def test_units_have_english_names_and_groups_are_kept(tianjin):
    units = ["市科委", "津南区及其他有关区人民政府", "市某某局"]

    assert english_units(units, tianjin) == (
        "Tianjin Municipal Science and Technology Commission",
        "Jinnan District People's Government and other relevant districts",
        "市某某局",
    )
