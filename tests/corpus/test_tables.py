"""Tables found in a text, and their cells."""

from corpus.tables import find_tables, rows_of, with_rows

TEXT = "前文。\n序号 | 任务 | 单位\n一、农业\n1 | 种粮 | 甲局\n2 | 养鱼 | 乙局\n后文。\n"


def spans(text: str) -> list[str]:
    return [text[a:b] for a, b in find_tables(text)]


def test_table_reaches_from_its_first_row_to_its_last():
    assert spans(TEXT) == ["序号 | 任务 | 单位\n一、农业\n1 | 种粮 | 甲局\n2 | 养鱼 | 乙局"]


def test_one_row_is_no_table():
    assert spans("甲 | 乙\n正文。\n") == []


def test_heading_between_two_tables_parts_them():
    text = "甲 | 乙\n1 | 丙\n附件2\n分工表\n甲 | 乙\n1 | 丁\n"

    assert spans(text) == ["甲 | 乙\n1 | 丙", "甲 | 乙\n1 | 丁"]


def test_marked_line_across_all_columns_is_in_the_table():
    text = "甲 | 乙\n| 二、丙\n丁 | 戊\n"

    assert spans(text) == ["甲 | 乙\n| 二、丙\n丁 | 戊"]


def test_plain_line_between_rows_of_as_many_cells_is_in_the_table():
    assert len(spans("任务 | 单位 | 时限\n设施建设\n甲 | 乙局 | 六月\n")) == 1
    assert (
        len(
            spans(
                "任务 | 单位 | 时限\n1 | 甲局 | 五月\n二、设施建设\n甲 | 乙局 | 六月\n丙 | 丁局 | 七月\n"
            )
        )
        == 2
    )


def test_sentence_between_rows_parts_tables():
    assert len(spans("甲 | 乙\n1 | 丙\n以上为重点。\n2 | 丁\n3 | 戊\n")) == 2


def test_cells_are_spans_of_the_text():
    (table,) = find_tables(TEXT)
    rows = list(rows_of(TEXT, *table))

    assert [[cell.text for cell in row] for row in rows] == [
        ["序号", "任务", "单位"],
        ["1", "种粮", "甲局"],
        ["2", "养鱼", "乙局"],
    ]
    assert all(TEXT[c.start : c.end] == c.text for row in rows for c in row)


def test_only_the_span_asked_for_is_searched():
    assert find_tables(TEXT, 0, 10) == []


def test_rows_whose_cells_tabs_part_are_written_like_others():
    text = "方案\n序号\t任务\t单位\n1\t种粮\t甲局\n2\t养鱼\t\n1.\t种粮。\n\t缩进\t正文\t续\n"
    assert with_rows(text) == (
        "方案\n序号 | 任务 | 单位\n1 | 种粮 | 甲局\n2 | 养鱼 |\n1.\t种粮。\n\t缩进\t正文\t续\n"
    )


def test_a_lone_line_with_tabs_is_no_table():
    assert with_rows("甲\t乙\t丙\n正文。\n") == "甲\t乙\t丙\n正文。\n"
