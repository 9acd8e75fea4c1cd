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
MAX_MERGED = 100_000  # groups of merged cells of one sheet

_DECIMALS = re.compile(r"[0#]\.([0#]+)")
_NO_NAME = re.compile(r"Sheet ?\d+|工作表\d*")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"'](?P<left>[A-Z]{1,3})(?P<top>\d{1,7})"
    rb":(?P<right>[A-Z]{1,3})(?P<bottom>\d{1,7})[\"']"
)
_TAG_LENGTH = 200  # bytes of such a tag that two parts of a file may share
_Place = tuple[int, int]  # row and column, from 1
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
                (sheet.title, _Sheet(package).read(sheet))
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
    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
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
            rows.append(texts if any(texts) else [])
        self._write(rows, _merged_cells(self._package, sheet._worksheet_path))
        return self._out.lines

    def _write(self, rows: list[list[str]], merged: dict[_Place, _Place]) -> None:
        used = {column for row in rows for column, text in enumerate(row, start=1) if text}
        covered: dict[int, int] = {}  # the last row that a cell covers, by column
        for number, row in enumerate(rows, start=1):
            self._out.open_row()
            for column, text in enumerate(row, start=1):
                if column not in used or covered.get(column, 0) >= number:
                    continue
                bottom, right = merged.get((number, column), (number, column))
                for at in range(column, min(right, len(row)) + 1):
                    covered[at] = bottom
                    if at in used:
                        self._out.open_cell(rows=bottom - number + 1)
                    if at == column:
                        self._out.add(text)
            self._out.close_row()


def _merged_cells(package: zipfile.ZipFile, name: str) -> dict[_Place, _Place]:
    """
    Give the last of the cells that are merged into one, by their first: ``{(2, 1): (4, 1)}``.

    They stand behind all rows. openpyxl has them only where it holds the whole sheet in memory;
    to look for their tags takes next to no time.
    """
    merged: dict[_Place, _Place] = {}
    with package.open(name) as file:
        rest = b""
        while part := file.read(2**20):
            part = rest + part
            for tag in _MERGED.finditer(part):
                left, right = sorted((_column(tag["left"]), _column(tag["right"])))
                top, bottom = sorted((int(tag["top"]), int(tag["bottom"])))
                if len(merged) < MAX_MERGED:
                    merged[top, left] = bottom, right
            rest = part[-_TAG_LENGTH:]
    return merged


def _column(letters: bytes) -> int:
    """Give the number of a column: ``_column(b"AB") -> 28``."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


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
