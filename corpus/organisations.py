"""
The bodies that documents name, with the names that people use for them.

The table ``organisations.tsv`` gives every body of the embedded plan: its printed and full
name, the names that no rule gives, its English names, and its successors with the year and the
basis of the change; ``successors.tsv`` gives the successors' own names, and ``ministries.tsv``
the names of the state's bodies, of which documents of every place speak. Another body of another
place's document is known by its printed name, what :mod:`corpus.body_names` derives, the English
name that :mod:`corpus.english_bodies` makes, and those of the body that is called so in Tianjin or
in most cities (``offices.tsv``).
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from corpus.body_names import chinese_names, english_names
from corpus.document import Document
from corpus.english_bodies import english_bodies
from corpus.normalise import normalise
from corpus.register import bodies_of, read_register
from corpus.units import read_unit

HOME = "天津"  # the place of the table's bodies
HOME_ENGLISH = "Tianjin"
SHORT_WORD = re.compile("[a-z]{1,5}")
NAMES_KEPT = 10_000  # bodies that are remembered by their printed names


@dataclass(frozen=True, slots=True)
class Successor:
    """A body that took over another's functions: never a document's word for it."""

    name: str
    full: str
    english: str
    names: tuple[str, ...]  # normalised, longest first


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a body: in which year, on which basis, and which bodies follow it."""

    year: int
    basis: str
    basis_english: str
    successors: tuple[Successor, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: its name as printed, and every own name by which a question may call it."""

    printed: str
    english: str | None
    names: tuple[str, ...]  # normalised, longest first
    full: str | None = None
    place: str = ""  # the city of which it is a body, where the table says
    succession: Succession | None = None


def _names(names: Iterable[str]) -> tuple[str, ...]:
    unique = {normalise(name) for name in names if name.strip()}
    return tuple(sorted(unique, key=lambda name: (-len(name), name)))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("corpus") / name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines(), delimiter="\t"))


def _split(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]


def _all_names(printed: str, row: dict[str, str]) -> tuple[str, ...]:
    """Join the names of a table's row with those that the rules give."""
    full = row["full"]
    derived = [*chinese_names(printed), *chinese_names(full.removeprefix(HOME))]
    english = [form for name in _split(row["english"]) for form in english_names(name)]
    return _names([full, *derived, *_split(row["chinese"]), *english])


@cache
def _successors() -> dict[str, Successor]:
    """Read the table of successors, by name."""
    return {
        row["name"]: Successor(
            row["name"],
            row["full"],
            _split(row["english"])[0],
            _all_names(row["name"], row),
        )
        for row in _rows("successors.tsv")
    }


@cache
def known_organisations() -> tuple[Organisation, ...]:
    """Read the table of bodies."""
    return tuple(
        Organisation(
            printed=row["printed"],
            english=(_split(row["english"]) or [None])[0],
            names=_all_names(row["printed"], row),
            full=row["full"],
            place=HOME if HOME in row["full"] else "",
            succession=_succession(row),
        )
        for row in _rows("organisations.tsv")
    )


def _succession(row: dict[str, str]) -> Succession | None:
    """Read what became of a body; None without successors or without a basis."""
    names = _split(row["successors"] or "")
    if not names or not row["basis"]:
        return None
    successors = tuple(_successors()[name] for name in names)
    return Succession(int(row["year"]), row["basis"], row["basis_english"], successors)


def place_of(document: Document) -> str:
    """Say whether a document is of the table's place: its title or its issuer names it."""
    head = (document.title, document.outer_title, document.issuer)
    return HOME if any(HOME in (line or "") for line in head) else ""


@cache
def _ministries() -> dict[str, dict[str, str]]:
    """Read the table of the state's bodies, by the names that documents print."""
    return {row["printed"]: row for row in _rows("ministries.tsv")}


@cache
def ministry_names() -> dict[str, str]:
    """Give the English names of the state's bodies by the Chinese ones."""
    rows = _ministries().values()
    return {row[key]: _split(row["english"])[0] for row in rows for key in ("printed", "full")}


@cache
def _table() -> dict[tuple[str, str], Organisation]:
    return {(body.printed, body.place): body for body in known_organisations()}


@lru_cache(maxsize=NAMES_KEPT)
def organisation_for(printed: str, place: str) -> Organisation:
    """
    Give the body that documents of a place print so.

    Elsewhere a name of the tables keeps what is not peculiar to Tianjin: 市财政局 is a Municipal
    Finance Bureau, but has no successor there.
    """
    if known := _table().get((printed, place)) or _table().get((printed, "")):
        return known
    if (row := _ministries().get(printed)) is not None:
        return _state_body(row, place)
    own = chinese_names(printed)
    english, alike = _alike(printed)
    names = [name for name in alike if name.isascii() and HOME_ENGLISH.lower() not in name]
    made = english_bodies(printed)
    names += [form for name in made for form in english_names(name)]
    english = next(iter(made), english)
    return Organisation(printed, english, _names([*own, *names]), place=place)


@cache
def common_bodies() -> tuple[Organisation, ...]:
    """
    Give the bodies that most cities have and the state's, of which a question may speak.

    Acronyms that are words of their own (SAFE, MOST) are left out.
    """
    state = (_state_body(row, "") for row in _ministries().values())
    return tuple(
        replace(body, names=tuple(n for n in body.names if not SHORT_WORD.fullmatch(n)))
        for body in (*_offices(), *state)
    )


def _state_body(row: dict[str, str], place: str) -> Organisation:
    names = _all_names(row["printed"], row | {"chinese": ""})
    return Organisation(row["printed"], _split(row["english"])[0], names, row["full"], place)


@cache
def _offices() -> tuple[Organisation, ...]:
    """Read the table of bodies that most cities have and the embedded plan does not name."""
    return tuple(
        Organisation(
            row["printed"],
            _split(row["english"])[0],
            _all_names(row["printed"], row | {"full": row["printed"], "chinese": ""}),
        )
        for row in _rows("offices.tsv")
    )


def _alike(printed: str) -> tuple[str | None, tuple[str, ...]]:
    """Give the English name, without Tianjin, and all names of the body that is called so."""
    level = "" if printed.startswith("市") else "Municipal "
    wanted = {normalise(name) for name in (printed, "市" + printed.removeprefix("国家"))}
    for body in (*known_organisations(), *_successors().values(), *_offices()):
        if body.english and wanted.intersection(body.names):
            english = body.english.removeprefix(HOME_ENGLISH).strip()
            return english.removeprefix(level), body.names
    return None, ()


def organisations_of(documents: Iterable[Document]) -> tuple[Organisation, ...]:
    """Give every body in the documents' responsibility lists, in order of first appearance."""
    found: dict[tuple[str, str], Organisation] = {}
    for document in documents:
        place = place_of(document)
        for body in bodies_of(read_register(document)):
            if len(body) >= 2 and (body, place) not in found:
                found[body, place] = organisation_for(body, place)
    return tuple(found.values())


def english_unit(unit: str, place: str) -> str | None:
    """
    Give the English of a printed unit; None where a body of it has no English name.

    ``津南区及其他有关区人民政府 -> Jinnan District People's Government and other relevant
    districts``
    """
    names: list[str] = []
    for part in read_unit(unit):
        name = english_group(part.name, place=part.is_place) if part.is_group else None
        name = name or organisation_for(part.name, place).english
        if name is None:
            return None
        names.append(name)
    return " and ".join(names)


def group_organisation(name: str, place: str, *, is_place: bool) -> Organisation:
    """Give a group of a list as that which a question may name: 其他有关区, other districts."""
    english = english_group(name, place=is_place)
    bare = re.sub(r"\b(?:relevant|all) ", "", english)
    names = [name, f"{name}人民政府", f"{name}政府"] if is_place else [name]
    if "other" in english:
        names += [english, bare, f"{bare} concerned"]
    return Organisation(name, english, _names(names), place=place)


def english_group(name: str, *, place: bool) -> str:
    """Put a group into English: ``其他有关区 -> other relevant districts``."""
    if name == "等":
        return "others"
    noun = "districts" if place else "departments"
    if "省" in name:
        noun = "provincial governments"
    elif "县级市" in name:
        noun = "county-level cities"
    elif re.search("乡镇|镇街|街道|[镇乡]$", name) and "区" not in name and "县" not in name:
        noun = "townships and subdistricts"
    elif "单位" in name and "部门" not in name:
        noun = "units"
    words = [("各", "all"), ("其他", "other"), ("其它", "other"), ("有关", "relevant")]
    found = [english for chinese, english in words if chinese in name]
    if "相关" in name and "relevant" not in found:
        found.append("relevant")
    if re.search("所在|发生地|属地", name):  # where a project is, or a disaster was
        return f"{'local governments' if noun == 'departments' else noun} concerned"
    return " ".join([*(found or ["other"]), noun])
