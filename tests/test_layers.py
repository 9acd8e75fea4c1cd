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
    "app.py": {"corpus", "index", "bot"},
}
OURS = {"corpus", "index", "bot", "eval", "app"}
RECIPE = ROOT / "index" / "training"  # made the model; nothing that runs needs it


def modules(top: str) -> list[Path]:
    path = ROOT / top
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Give every module that a file imports, anywhere in it: ``from a import b`` as ``a.b`` too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return names


def imports(top: str) -> list[tuple[str, str]]:
    """List the imports below a folder as (file, module)."""
    return [
        (path.relative_to(ROOT).as_posix(), name)
        for path in modules(top)
        for name in sorted(imported(path))
    ]


def first(name: str) -> str:
    return name.split(".")[0]


@pytest.mark.parametrize("top", sorted(BELOW))
def test_every_folder_has_modules_to_check(top):
    assert modules(top)
    assert imports(top)


@pytest.mark.parametrize("top", sorted(BELOW))
def test_no_module_imports_upward(top):
    assert [
        (path, name)
        for path, name in imports(top)
        if first(name) in OURS and first(name) not in BELOW[top]
    ] == []


@pytest.mark.parametrize("top", sorted(BELOW))
def test_all_imports_are_absolute(top):
    assert [(path, name) for path, name in imports(top) if name.startswith(".")] == []


def test_bot_does_not_import_its_page():
    assert [
        (path, name)
        for path, name in imports("bot")
        if not path.startswith("bot/web/") and f"{name}.".startswith("bot.web.")
    ] == []


def test_nobody_imports_the_app():
    assert [(path, n) for top in BELOW for path, n in imports(top) if first(n) == "app"] == []


def test_nothing_that_answers_imports_the_recipe():
    """eval may: it compares encoders on what the recipe keeps out of training."""
    assert [
        (path, name)
        for top in ("corpus", "index", "bot")
        for path, name in imports(top)
        if name.startswith("index.training") and not path.startswith("index/training/")
    ] == []


@pytest.mark.parametrize(
    "package", ["langchain", "sentence_transformers", "faiss", "gradio", "transformers"]
)
def test_each_package_of_the_card_is_imported_by_code_that_runs(package):
    users = [
        path
        for top in ("app.py", "corpus", "index", "bot")
        for path in modules(top)
        if RECIPE not in path.parents and package in {first(name) for name in imported(path)}
    ]

    assert users


def test_package_that_is_being_sunset_is_not_imported():
    tops = [*BELOW, "tests"]

    assert [
        (path, name)
        for top in tops
        for path, name in imports(top)
        if first(name) == "langchain_community"
    ] == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import a.b", {"a.b"}),
        ("from bot import web", {"bot", "bot.web"}),
        ("def f():\n    from . import x", {".", "..x"}),
        ("if TYPE_CHECKING:\n    import app", {"app"}),
    ],
)
def test_imports_are_found_wherever_they_stand(tmp_path, code, names):
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")

    assert imported(path) == names
