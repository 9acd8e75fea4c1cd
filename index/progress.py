"""Show on stderr how far building has come: a bar on a terminal, else a line now and then."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from index.library import Progress, Report

PAUSE = 10.0  # seconds between two lines where there is no terminal


@contextmanager
def shown(total: int, stream: TextIO | None = None) -> Iterator[Report]:
    """
    Show progress while documents are indexed.

    :param total: how many documents there are
    :param stream: where to; stderr by default
    :returns: what :func:`index.library.build_index` is to tell it to
    """
    stream = stream or sys.stderr
    with (_bar if stream.isatty() else _lines)(total, stream) as report:
        yield report


@contextmanager
def _bar(total: int, stream: TextIO) -> Iterator[Report]:
    from tqdm import tqdm

    started = time.monotonic()
    columns, lines = shutil.get_terminal_size()  # 80 by 24 where the terminal does not know
    options = {"unit": " documents", "desc": "indexing", "ncols": columns, "nrows": lines}
    with tqdm(total=total, file=stream, **options) as bar:

        def report(progress: Progress) -> None:
            speed = progress.sections / max(1e-9, time.monotonic() - started)
            bar.set_postfix_str(f"{speed:.0f} sections/s", refresh=False)
            bar.update(progress.documents - bar.n)

        yield report


@contextmanager
def _lines(total: int, stream: TextIO) -> Iterator[Report]:
    started = told = time.monotonic()

    def report(progress: Progress) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told < PAUSE:
            return
        told = now
        speed = progress.documents / (now - started)
        line = f"indexed {progress.documents} documents, {speed:.1f}/s"
        if progress.documents <= total:  # a file may hold more documents than one
            left = (total - progress.documents) / speed
            line = line.replace(" documents", f" of {total} documents") + f", {left:.0f} s left"
        print(line, file=stream, flush=True)

    yield report
