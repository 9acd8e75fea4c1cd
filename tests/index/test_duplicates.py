"""What several documents print: sentences, chunks, whole documents."""

import pytest

from corpus.document import parse_document, with_metadata
from index.duplicates import Duplicates, passage_key
from index.library import build_index
from index.rows import KINDS

HARBOUR = """海川市港口管理办法

一、总则

港口应当安全、绿色、高效地运营。港口经营人每年检修航标两次。

二、费用

港口经营人按照吨位缴纳港务费。港务费用于航道的疏浚和维护。

三、附则

本办法由市港口局负责解释。
"""
REPRINTED = HARBOUR.replace("、绿色、", " 、绿色 、").replace("一、总则", "一、 总 则")
OTHER = """临江市船舶登记办法

一、登记

船舶所有人应当在登记机关登记船舶。港口经营人按照吨位缴纳港务费。

二、附则

本办法由市港口局负责解释。
"""


def index_of(encoder, **texts):
    return build_index([parse_document(name, text) for name, text in texts.items()], encoder)


def span_of(index, document, words):
    return next(
        (int(row["start"]), int(row["end"]))
        for row in index.rows
        if row["kind"] == KINDS.index("sentence")
        and words in index.by_id[document].text[row["start"] : row["end"]]
        and index.chunks[row["chunk"]].document == document
    )


def test_blanks_and_punctuation_do_not_make_another_passage():
    assert passage_key("第２条 港口,应当安全。") == passage_key("第2条港口，应当 安全")


@pytest.mark.parametrize("other", ["港口每年检修3次", "港口每年不检修2次", "港口每年检修2次半"])
def test_a_digit_or_a_word_makes_another_passage(other):
    assert passage_key("港口每年检修2次") != passage_key(other)


def test_a_sentence_is_found_in_the_other_document_alone(stub_encoder):
    index = index_of(stub_encoder, harbour=HARBOUR, other=OTHER)
    start, end = span_of(index, "harbour", "按照吨位")
    (passage,) = Duplicates(index).passages("harbour", start, end)
    assert (passage.document, passage.ref) == ("other", "一")
    assert (
        index.by_id["other"].text[passage.start : passage.end] == "港口经营人按照吨位缴纳港务费。"
    )


def test_a_short_sentence_that_agrees_by_chance_is_no_passage(stub_encoder):
    text = "{0}\n\n一、一\n\n{1}。自印发之日起施行。\n"
    one, two = text.format("海川市港口办法", "港口安全"), text.format("临江市渔业办法", "渔船入港")
    index = index_of(stub_encoder, one=one, two=two)
    start, end = span_of(index, "one", "施行")
    assert Duplicates(index).passages("one", start, end) == ()


def test_a_reprinted_document_is_a_copy_and_its_chunks_are_the_same(stub_encoder):
    index = index_of(stub_encoder, harbour=HARBOUR, reprinted=REPRINTED, other=OTHER)
    duplicates = Duplicates(index)
    assert [d.id for d in duplicates.distinct(index.documents)] == ["harbour", "other"]
    for number, chunk in enumerate(index.chunks):
        if chunk.document == "harbour" and chunk.ref == "二":
            (copy,) = duplicates.chunks(number)
            assert (index.chunks[copy].document, index.chunks[copy].ref) == ("reprinted", "二")


def test_a_chunk_with_another_number_is_not_the_same(stub_encoder):
    changed = HARBOUR.replace("检修航标两次", "检修航标三次")
    index = index_of(stub_encoder, harbour=HARBOUR, changed=changed)
    duplicates = Duplicates(index)
    same = {index.chunks[n].ref for n in range(len(index.chunks)) if duplicates.chunks(n)}
    assert "一" not in same
    assert "二" in same


def test_two_versions_of_other_dates_are_no_copies(stub_encoder):
    documents = [
        with_metadata(parse_document(name, HARBOUR), {"date": date})
        for name, date in (("old", "2019-01-01"), ("new", "2024-01-01"))
    ]
    duplicates = Duplicates(build_index(documents, stub_encoder))
    assert len(duplicates.distinct(documents)) == 2


def test_an_index_of_one_document_has_no_duplicates(policy_index):
    duplicates = Duplicates(policy_index)
    assert not any(duplicates.chunks(number) for number in range(len(policy_index.chunks)))
