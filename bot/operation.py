"""What only an operator sets, in one optional TOML file that ``ZHENGWEN_CONFIG`` names."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["private", "shared"]
TABLE = "collection"


class OperationError(ValueError):
    """An operator's file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Operation:
    """
    How the page deals with added files; the table ``[collection]`` of the operator's file.

    ``kind`` says who sees them: their own session only, or everybody, in the stored index.
    ``removal`` lets everybody remove shared documents; who added private files always may.
    ``files`` is how many one session may add.
    """

    kind: Kind = "private"
    removal: bool = False
    files: int = 20


def read_operation(path: Path) -> Operation:
    """
    Read an operator's file.

    :raises OperationError: if it cannot be read or sets something else; the message names it
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OperationError(f"cannot read {path}, which ZHENGWEN_CONFIG names: {error}") from error
    known = [field.name for field in fields(Operation)]
    given = tables.get(TABLE, {})
    if (unknown := sorted(set(tables) - {TABLE})) or not isinstance(given, dict):
        raise OperationError(f"{path}: {', '.join(unknown) or TABLE} is no table [{TABLE}]")
    for name, value in given.items():
        if name not in known:
            raise OperationError(
                f"{path}: unknown {name!r} in [{TABLE}]; it has: {', '.join(known)}"
            )
        if problem := _problem(name, value):
            raise OperationError(f"{path}: {name} must be {problem}, was: {value!r}")
    return Operation(**given)


def _problem(name: str, value: object) -> str:
    """Say what a value must be; empty where it is that."""
    if name == "kind":
        return "" if value in get_args(Kind) else " or ".join(get_args(Kind))
    if name == "removal":
        return "" if isinstance(value, bool) else "true or false"
    is_count = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1_000
    return "" if is_count else "a number from 1 to 1000"
