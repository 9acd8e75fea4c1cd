"""What the readers of all formats share; more by way of files in test_loading."""

import pytest

from corpus.formats import Lines, is_wide, remove_controls, replace_spans


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\x00\x07乙\x85\ud800", "甲乙"),
        ("甲\t乙", "甲\t乙"),
    ],
)
def test_line_ends_become_newlines_and_controls_go(text, plain):
    assert remove_controls(text) == plain


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a<!--b-->c", "aXc"),
        ("a<!--b--><!--c-->", "aXX"),
        ("a<!--b", "a<!--b"),  # never closed
        ("a-->b", "a-->b"),
        ("", ""),
    ],
)
def test_spans_are_replaced_with_their_signs(text, result):
    assert replace_spans(text, "<!--", "-->", lambda span: "X") == result


def test_rows_are_lines_and_layout_tables_are_not():
    lines = Lines(collapse=True)
    lines.open_row()
    for text in ("指标", "产值\n  5亿"):
        lines.open_cell()
        lines.add(text)
    lines.close_row()
    lines.add("  \n ")
    lines.end_line()

    assert lines.lines == ["指标 | 产值5亿"]


def rows(*table: list[tuple[str, int]]) -> list[str]:
    lines = Lines(collapse=False)
    for row in table:
        lines.open_row()
        for text, columns in row:
            lines.open_cell(columns)
            lines.add(text)
        lines.close_row()
    return lines.lines


def test_numbered_cell_across_a_table_is_marked():
    pair = [("名称", 1), ("甲厂", 1)]

    assert rows(pair, [("二、项目情况", 2)]) == ["名称 | 甲厂", "| 二、项目情况"]
    assert rows(pair, [("二、项目情况", 1), ("", 1)])[1] == "| 二、项目情况"


@pytest.mark.parametrize(
    "cell",
    [
        ("二、项目情况", 1),  # a column that stands alone
        ("关于港口的通知", 2),  # no number
        ("二、项目情况。由甲厂建设。", 2),  # a sentence
    ],
)
def test_other_cells_that_stand_alone_are_plain_lines(cell):
    assert rows([("名称", 1), ("甲厂", 1)], [cell])[1] == cell[0]


def test_numbered_cell_above_a_table_is_a_plain_line():
    assert rows([("一、任务", 2)], [("名称", 1), ("甲厂", 1)])[0] == "一、任务"


@pytest.mark.parametrize(
    ("character", "wide"), [("甲", True), ("，", True), ("a", False), ("1", False)]
)
def test_width_of_a_character(character, wide):
    assert is_wide(character) is wide


def test_invisible_characters_are_removed_and_blanks_stay():
    assert (
        remove_controls("牵头\u200b单位\u00ad：\ufeff甲局\u3000\u00a0乙\u202e局")
        == "牵头单位：甲局\u3000\u00a0乙局"
    )


def spanning(*table: list[tuple[str, int, int]]) -> list[str]:
    lines = Lines(collapse=False)
    lines.open_table()
    for row in table:
        lines.open_row()
        for text, columns, rows_below in row:
            lines.open_cell(columns, rows_below)
            for line in text.split("\n"):
                lines.add(line)
                lines.end_line()
        lines.close_row()
    lines.close_table()
    return lines.lines


def test_rows_below_a_merged_cell_have_its_text_and_rows_without_text_none():
    assert spanning(
        [("1", 1, 1), ("种粮\n种菜", 1, 3), ("市农业局", 1, 4)],
        [("2", 1, 1)],
        [("", 1, 1)],
        [("3", 1, 1), ("养鱼", 1, 1)],
        [("4", 1, 1), ("修路", 1, 1), ("市交通局", 1, 1)],
    ) == [
        "1 | 种粮 种菜 | 市农业局",
        "2 | 种粮 种菜 | 市农业局",
        "3 | 养鱼 | 市农业局",
        "4 | 修路 | 市交通局",
    ]


def test_paragraphs_beside_a_blank_merged_cell_stay_lines():
    assert spanning([("", 1, 2), ("第一段", 1, 1)], [("第二段\n第三段", 1, 1)]) == [
        " | 第一段",
        "第二段",
        "第三段",
    ]


def test_merged_cells_of_a_page_layout_are_not_repeated():
    article = "\n".join(["本市发展港口，建设航道，完善灯塔。" * 5] * 3)

    assert spanning([("导航", 1, 2), ("标题", 1, 1)], [(article, 1, 1)]) == [
        "导航 | 标题",
        *article.split("\n"),
    ]
