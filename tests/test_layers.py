"""Imports go one way: corpus <- index <- bot <- app, with eval on top of bot."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BELOW = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "bot": {"corpus", "index", "bot"},
    "eval": {"corpus", "index", "bot", "eval"},
    "app.py": {"corpus", "index", "bot", "app"},
}
OURS = {"corpus", "index", "bot", "eval", "app"}


def modules(top: str) -> list[Path]:
    path = ROOT / top
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("top", sorted(BELOW))
def test_no_module_imports_upward(top):
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in modules(top)
        for name in imported(path)
        if name.split(".")[0] in OURS and name.split(".")[0] not in BELOW[top]
    ]
    assert wrong == []


def test_the_bot_does_not_import_its_page():
    wrong = [
        (path.name, name)
        for path in modules("bot")
        if "web" not in path.parts
        for name in imported(path)
        if name.startswith("bot.web")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "package", ["langchain", "sentence_transformers", "faiss", "gradio", "transformers"]
)
def test_each_package_of_the_card_is_imported_by_the_product(package):
    users = [
        path
        for top in BELOW
        for path in modules(top)
        if package in {n.split(".")[0] for n in imported(path)}
    ]
    assert users


def test_nothing_imports_the_package_that_is_being_sunset():
    names = {
        name.split(".")[0] for top in BELOW for path in modules(top) for name in imported(path)
    }
    assert "langchain_community" not in names
