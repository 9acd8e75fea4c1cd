"""Spreadsheets (.xlsx) into text: a line for each row, cells as they are printed."""

import datetime
import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING

from corpus.formats import FormatError, Lines, remove_controls
from corpus.tables import CELL

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_ROWS = 200_000  # of one sheet, blank ones included
MAX_CELLS = 2_000_000
MAX_SHEETS = 200

_DECIMALS = re.compile(r"[0#]\.([0#]+)")
_NO_NAME = re.compile(r"Sheet ?\d+|工作表\d*")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def xlsx_text(package: zipfile.ZipFile) -> str:
    """
    Give the text of a workbook: for each sheet that is shown its name, then its rows.

    The name stands only where several sheets have text, and not above a title. Formulas give
    the values that were last computed, dates and percentages what the cell shows.

    :param package: the file, from :func:`corpus.package.open_package`
    :raises FormatError: if it is damaged or has too many cells
    """
    from openpyxl import load_workbook

    if package.fp is None:
        raise ValueError("the package is closed")
    package.fp.seek(0)
    data = io.BytesIO(package.fp.read())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on parts that do not matter for text
            workbook = load_workbook(data, read_only=True, data_only=True, keep_links=False)
            sheets = [
                (sheet.title, _Sheet().read(sheet))
                for sheet in workbook.worksheets[:MAX_SHEETS]
                if sheet.sheet_state == "visible"
            ]
    except FormatError:
        raise
    except Exception as error:  # openpyxl raises all kinds on files that are damaged
        advice = "open it in Excel or WPS and save it again"
        raise FormatError("damaged", f"the workbook is broken; {advice}") from error
    filled = [(title, lines) for title, lines in sheets if lines]
    if len(filled) > 1:
        return "\n".join("\n".join([*_name(title, lines), *lines]) for title, lines in filled)
    return "\n".join(line for _, lines in filled for line in lines)


def _name(title: str, lines: list[str]) -> list[str]:
    """Give a sheet's name, unless its first row is a title, which says more."""
    is_titled = CELL not in lines[0] and len(lines[0]) > max(4, len(title))
    return [] if is_titled or _NO_NAME.fullmatch(title) else [title]


class _Sheet:
    def __init__(self) -> None:
        self._out = Lines(collapse=False)

    def read(self, sheet: "ReadOnlyWorksheet") -> list[str]:
        """Give a sheet's rows as lines; columns that are blank in every row are left out."""
        rows: list[list[str]] = []
        cells = 0
        for number, row in enumerate(sheet.iter_rows(), start=1):
            cells += len(row)
            if number > MAX_ROWS or cells > MAX_CELLS:
                limit = f"a sheet has more than {MAX_ROWS:,} rows or {MAX_CELLS:,} cells"
                raise FormatError("too_large", f"{limit}; split it, or delete its blank rows")
            texts = [_printed(cell.value, getattr(cell, "number_format", "")) for cell in row]
            if any(texts):
                rows.append(texts)
        used = {column for row in rows for column, text in enumerate(row) if text}
        for row in rows:
            self._out.open_row()
            for column, text in enumerate(row):
                if column in used:
                    self._out.open_cell()
                    self._out.add(text)
            self._out.close_row()
        return self._out.lines


def _printed(value: object, form: str) -> str:
    """
    Print a cell's value nearly as the sheet shows it.

    ``_printed(0.155, "0.0%") -> "15.5%"``, ``_printed(2.0, "General") -> "2"``
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, _QUOTED.sub("", form.split(";")[0]))
        case datetime.datetime():
            moment = value.isoformat(sep=" ", timespec="minutes")
            return moment.removesuffix(" 00:00")
        case datetime.date() | datetime.time():
            return value.isoformat()
    return "\v".join(remove_controls(str(value)).split("\n")).strip()


def _number(value: float, form: str) -> str:
    value = int(value) if isinstance(value, float) and value.is_integer() else value
    if "E" in form or "?" in form or not re.search("[0#]", form):  # "General" and the like
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    decimals = _DECIMALS.search(form)
    places = len(decimals[1]) if decimals else 0
    if "%" in form:
        return f"{value * 100:.{places}f}%"
    return f"{value:{',' if ',' in form else ''}.{places}f}"
