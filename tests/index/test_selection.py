"""Limits on documents: by id, by issuer, by date."""

import argparse
import datetime

import pytest

from corpus.document import parse_document, with_metadata
from index.selection import (
    Selection,
    SelectionError,
    add_limits,
    first_day,
    last_day,
    named,
    selection_of,
)


def document(name, issuer=None, date=None, title=None):
    parsed = parse_document(name, "某市港口办法\n\n一、总则\n\n港口应当安全。\n")
    return with_metadata(parsed, {"issuer": issuer, "date": date, "title": title or name})


HARBOUR = document("harbour", "海川市科学技术委员会", "2021-03-05")
FISH = document("fish", "临江市人民政府办公厅", "2023-12-31")
UNDATED = document("undated", title="海川市人民政府关于渔业的意见")
ALL = (HARBOUR, FISH, UNDATED)


def test_no_limit_selects_without_naming():
    assert Selection().choose(ALL) is None
    assert all(Selection().holds(document) for document in ALL)


def test_ids_select_their_documents():
    assert Selection(frozenset({"fish", "harbour"})).choose(ALL) == {"fish", "harbour"}


@pytest.mark.parametrize(
    "name", ["海川市科学技术委员会", "海川市科委", "科学技术", " 海川市科學技術委員會 "]
)
def test_an_issuer_is_found_by_a_part_or_a_short_form_of_its_name(name):
    assert Selection(issuer=name).holds(HARBOUR)
    assert not Selection(issuer=name).holds(FISH)


def test_a_document_without_an_issuer_has_the_one_that_its_title_begins_with():
    assert Selection(issuer="海川市人民政府").choose(ALL) == {"undated"}


def test_days_are_included_at_both_ends():
    day = datetime.date(2021, 3, 5)
    assert Selection(first=day, last=day).choose(ALL) == {"harbour"}
    assert Selection(first=day).choose(ALL) == {"harbour", "fish"}
    assert Selection(last=datetime.date(2023, 12, 30)).choose(ALL) == {"harbour"}


def test_all_limits_must_hold():
    both = Selection(issuer="临江市", first=datetime.date(2023, 1, 1))
    assert both.choose(ALL) == {"fish"}
    assert Selection(frozenset({"fish"}), issuer="临江市").choose(ALL) == {"fish"}


def test_an_unknown_id_is_named_with_those_there_are():
    with pytest.raises(SelectionError, match="no document 'ship'; it holds: harbour, fish"):
        Selection(frozenset({"ship"})).choose(ALL)


def test_of_many_documents_a_few_are_named():
    ids = [f"d{number}" for number in range(1_000)]
    assert named(ids).endswith("d18, d19 and 980 more")
    assert (named(ids[:2]), named([]), named([], "nobody")) == ("d0, d1", "none", "nobody")


def test_limits_that_leave_nothing_say_what_there_is():
    with pytest.raises(
        SelectionError, match="临江市人民政府办公厅; dates: 2021-03-05 to 2023-12-31"
    ):
        Selection(issuer="某省").choose(ALL)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-6", "2023-06-01", "2023-06-30"),
        ("2021-03-05", "2021-03-05", "2021-03-05"),
    ],
)
def test_a_year_and_a_month_stand_for_all_their_days(text, first, last):
    assert first_day(text).isoformat() == first
    assert last_day(text).isoformat() == last


@pytest.mark.parametrize(
    "text", ["yesterday", "2021-13", "2021-02-30", "0000", "21", "2021-06-01-01"]
)
def test_what_is_no_day_is_bad_usage(text):
    for read in (first_day, last_day):
        with pytest.raises(argparse.ArgumentTypeError, match="is no day"):
            read(text)


def test_the_flags_make_a_selection():
    parser = argparse.ArgumentParser()
    add_limits(parser)
    flags = "--document a --document b --issuer 市科委 --from 2021 --to 2022-02"
    chosen = selection_of(parser.parse_args(flags.split()))
    assert chosen == Selection(
        frozenset({"a", "b"}), "市科委", datetime.date(2021, 1, 1), datetime.date(2022, 2, 28)
    )
    assert selection_of(parser.parse_args([])).is_empty
