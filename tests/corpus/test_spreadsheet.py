"""Workbooks, written with the library that reads them."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from corpus import spreadsheet
from corpus.formats import FormatError
from corpus.package import open_package
from corpus.spreadsheet import _printed, xlsx_text


def saved(workbook: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def text_of(workbook: openpyxl.Workbook) -> str:
    return xlsx_text(open_package(saved(workbook)))


def test_rows_are_lines_and_blank_rows_and_columns_go():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["B2"], sheet["D2"], sheet["E2"] = "任务", "牵头单位", "目标"
    sheet["B5"], sheet["D5"] = "建设\n港口", "市交通委"
    sheet["E5"], sheet["E5"].number_format = 0.155, "0.0%"

    assert text_of(workbook) == "任务 | 牵头单位 | 目标\n建设 港口 | 市交通委 | 15.5%"


def test_sheets_have_their_names_where_several_have_text_and_hidden_ones_go():
    workbook = openpyxl.Workbook()
    workbook.active.title = "任务表"
    workbook.active["A1"] = "甲"
    workbook.create_sheet("空表")
    workbook.create_sheet("指标表")["A1"] = "乙"
    hidden = workbook.create_sheet("底稿")
    hidden["A1"], hidden.sheet_state = "丙", "hidden"

    assert text_of(workbook) == "任务表\n甲\n指标表\n乙"


def test_name_of_a_sheet_that_says_nothing_or_stands_above_a_title_goes():
    workbook = openpyxl.Workbook()
    workbook.active.title = "Sheet1"
    workbook.active["A1"] = "甲"
    workbook.create_sheet("任务")["A1"] = "海川市港口建设任务分工表"

    assert text_of(workbook) == "甲\n海川市港口建设任务分工表"


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        (2.0, "General", "2"),
        (0.1 + 0.2, "General", "0.3"),
        (123456789012, "General", "123456789012"),
        (7500, "#,##0", "7,500"),
        (7500.456, "#,##0.00", "7,500.46"),
        (3.7, "0", "4"),
        (0.25, "0%", "25%"),
        (5, '0"亿元"', "5"),
        (datetime.datetime(2024, 3, 1), "yyyy-mm-dd", "2024-03-01"),
        (datetime.datetime(2024, 3, 1, 9, 30), "yyyy-mm-dd h:mm", "2024-03-01 09:30"),
        (datetime.time(9, 30), "h:mm", "09:30:00"),
        ("甲\r\n乙", "General", "甲\v乙"),
    ],
)
def test_cells_are_printed_nearly_as_the_sheet_shows_them(value, form, printed):
    assert _printed(value, form) == printed


@pytest.mark.parametrize("limit", ["MAX_ROWS", "MAX_CELLS"])
def test_a_sheet_of_too_many_cells_is_refused(monkeypatch, limit):
    monkeypatch.setattr(spreadsheet, limit, 5)
    workbook = openpyxl.Workbook()
    workbook.active["A7"] = "甲"

    with pytest.raises(FormatError, match="a sheet has more than") as caught:
        text_of(workbook)

    assert caught.value.reason == "too_large"


def test_a_damaged_workbook_is_named():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook>")

    with pytest.raises(FormatError, match="the workbook is broken; open it in Excel") as caught:
        xlsx_text(open_package(buffer.getvalue()))

    assert caught.value.reason == "damaged"


def merged(*spans: str, rows: list[list[object]]) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    for span in spans:
        workbook.active.merge_cells(span)
    return workbook


def test_cells_merged_over_rows_stand_in_each():
    workbook = merged(
        *("A1:F1", "B3:B5", "E3:E6"),
        rows=[
            ["任务分工表"],
            ["序号", "类别", "任务", "", "牵头单位", "时限"],
            [1, "港口", "更换灯具", "", "市港务局", "六月"],
            [2, "", "修缮塔身", "", "", "七月"],
            [],
            [3, "海运", "开通航线", "", "", "八月"],
            [4, "海运", "推广海图", "", "市商务局", "九月"],
        ],
    )

    assert text_of(workbook).split("\n") == [
        "任务分工表",
        "序号 | 类别 | 任务 | 牵头单位 | 时限",
        "1 | 港口 | 更换灯具 | 市港务局 | 六月",
        "2 | 港口 | 修缮塔身 | 市港务局 | 七月",
        "3 | 海运 | 开通航线 | 市港务局 | 八月",
        "4 | 海运 | 推广海图 | 市商务局 | 九月",
    ]


def test_cells_merged_over_rows_and_columns_keep_the_columns_of_others():
    rows = [["甲", "乙", "", "丙"], ["丁", "", "", "戊"], ["己", "庚", "辛", "壬"]]

    assert (
        text_of(merged("B1:C2", rows=rows)) == "甲 | 乙 |  | 丙\n丁 | 乙 |  | 戊\n己 | 庚 | 辛 | 壬"
    )


def test_titles_merged_over_columns_stand_above_those_below():
    rows = [["序号", "任务", "责任单位", ""], ["", "", "牵头", "配合"]]

    assert text_of(merged("A1:A2", "B1:B2", "C1:D1", rows=rows)) == (
        "序号 | 任务 | 责任单位\n序号 | 任务 | 牵头 | 配合"
    )


def test_merged_cells_beyond_the_bound_and_of_odd_spans_are_read(monkeypatch):
    monkeypatch.setattr(spreadsheet, "MAX_MERGED", 1)
    tags = b"<x:mergeCell foo='1' ref='B3:A1'/><mergeCell ref='C1:XFD1048576'/>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("sheet.xml", b" " * (2**20 - 20) + tags)

    found = spreadsheet._merged_cells(open_package(buffer.getvalue()), "sheet.xml")

    assert found == {(1, 1): (3, 2)}
