"""How a command ends: with its exit code, and quietly where what reads its output has gone."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn


def leave(main: Callable[[], int]) -> NoReturn:
    """
    Run a command and exit with its code; with 1 where its output is read no longer: ``| head``.

    What was not written then goes nowhere, so that Python does not try again on its way out.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
