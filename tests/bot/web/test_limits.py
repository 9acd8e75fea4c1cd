from dataclasses import replace

import pytest

from bot.web.labels import EN, ZH
from bot.web.limits import (
    EVERYTHING,
    Limits,
    Scope,
    chosen_limits,
    issuers_of,
    scope_of,
    scope_text,
    years_of,
)
from corpus.document import parse_document


@pytest.fixture
def documents():
    """Three documents: of 2019, of 2023 by two bodies, and one without date or issuer."""
    plain = [parse_document(id_, f"{id_}的规定\n\n一、总则\n\n内容。\n") for id_ in "甲乙丙"]
    return (
        replace(plain[0], id="a", title="甲", issuer="白水市政府", date="2019-12-31"),
        replace(plain[1], id="b", title="乙", issuer="白水市政府、青石市政府", date="2023-01-01"),
        replace(plain[2], id="c", title="丙", issuer=None, date=None),
    )


def ids(limits, documents, own=()):
    return sorted(scope_of(limits, documents, own).ids)


def test_nothing_is_limited_at_first(documents):
    assert scope_of(Limits(), documents) is EVERYTHING
    assert EVERYTHING.ids is None
    assert not Limits()


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(documents=("a", "c")), ["a", "c"]),
        (Limits(issuer="白水市政府"), ["a", "b"]),
        (Limits(issuer="青石市政府"), ["b"]),
        (Limits(issuer="市政府"), []),
        (Limits(first=2019), ["a", "b"]),
        (Limits(first=2020), ["b"]),
        (Limits(last=2019), ["a"]),
        (Limits(first=2020, last=2022), []),
        (Limits(first=2019, last=2023), ["a", "b"]),
        (Limits(own=True), ["c"]),
        (Limits(documents=("a", "b"), issuer="白水市政府", first=2020), ["b"]),
        (Limits(documents=("gone",)), []),
    ],
)
def test_every_limit_must_hold(documents, limits, expected):
    assert ids(limits, documents, own=("c",)) == expected


def test_what_can_be_chosen_is_what_there_is(documents):
    assert issuers_of(documents) == ["白水市政府", "青石市政府"]
    assert years_of(documents) == [2023, 2019]


def test_nothing_is_said_where_nothing_is_limited():
    assert scope_text(EVERYTHING, ZH) == ""


@pytest.mark.parametrize(
    ("limits", "chinese", "english"),
    [
        (Limits(documents=("a", "c")), "《甲》 · 《丙》", "“甲” · “丙”"),
        (Limits(issuer="白水市政府", first=2019), "白水市政府 · 2019年以来", "issued since 2019"),
        (Limits(last=2023), "2023年以前", "issued up to 2023"),
        (Limits(first=2019, last=2023), "2019至2023年", "from 2019 to 2023"),
        (Limits(own=True), ZH.scope_mine, EN.scope_mine),
    ],
)
def test_the_limits_in_force_are_said_in_the_language_of_the_page(
    documents, limits, chinese, english
):
    scope = scope_of(limits, documents, own=("c",))
    count = len(scope.ids)
    assert chinese in scope_text(scope, ZH)
    assert f"符合的文件有{count}份" in scope_text(scope, ZH)
    assert english in scope_text(scope, EN)


def test_many_chosen_documents_are_counted(documents):
    limits = Limits(documents=("a", "b", "c", "d"))
    assert "指定的4份文件" in scope_text(scope_of(limits, documents), ZH)


def test_limits_that_leave_nothing_say_so(documents):
    scope = scope_of(Limits(first=2020, last=2022), documents)
    assert scope == Scope(Limits(first=2020, last=2022), frozenset())
    assert "没有符合的文件" in scope_text(scope, ZH)


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        ((None, None, None, None, "all"), Limits()),
        (([], "", "", "", "all"), Limits()),
        ((["a"], "甲", "2019", "2023", "mine"), Limits(("a",), "甲", 2019, 2023, own=True)),
    ],
)
def test_limits_are_read_from_what_was_chosen(values, limits):
    assert chosen_limits(*values) == limits
