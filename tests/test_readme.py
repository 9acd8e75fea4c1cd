"""The README does what it says, and every link of the documentation leads somewhere."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8") if README.exists() else ""
BLOCKS = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
LINKS = [
    (page.relative_to(ROOT).as_posix(), target)
    for page in [README, *sorted((ROOT / "docs").glob("*.md"))]
    if page.exists()
    for target in dict.fromkeys(LINK.findall(page.read_text(encoding="utf-8")))
]

needs_readme = pytest.mark.skipif(not README.exists(), reason="README.md is not there")


@needs_readme
def test_the_readme_can_be_read_in_one_sitting():
    assert len(TEXT.splitlines()) <= 250


@needs_readme
@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_names_the_two_commands_that_the_makefile_has(command):
    assert re.search(rf"^{command}\b", TEXT, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{command.removeprefix('make ')}:", makefile, re.MULTILINE)


@needs_readme
def test_the_readme_has_no_gap_left_to_fill():
    assert re.findall(r"@@\w+@@|\bTODO\b|\bTBD\b", TEXT) == []


@needs_readme
def test_every_setting_is_in_the_readme():
    named = set(re.findall(r"`ZHENGWEN_(\w+)`", TEXT))
    assert {field.name.upper() for field in fields(Settings)} <= named


@needs_readme
@pytest.mark.parametrize("block", BLOCKS, ids=[f"block-{n + 1}" for n in range(len(BLOCKS))])
def test_every_python_block_of_the_readme_runs(block):
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_every_local_link_leads_to_a_file(page, target):
    assert (ROOT / page).parent.joinpath(target).exists()
