"""How a command ends."""

import subprocess
import sys

import pytest

from corpus.command import leave

LONG = (
    "from corpus.command import leave\nleave(lambda: [print('x' * 9999) for _ in range(99)] and 0)"
)


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_command_exits_with_its_code(code):
    with pytest.raises(SystemExit) as ended:
        leave(lambda: code)

    assert ended.value.code == code


def test_a_command_whose_output_is_read_no_longer_ends_without_a_traceback():
    with subprocess.Popen(
        [sys.executable, "-c", LONG], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()

    assert (process.wait(), errors) == (1, b"")
