"""Invented policies and the encoder that stands in for one, to try the index at scale."""

import numpy as np
import pytest

from corpus.document import parse_document
from corpus.reader import read_documents
from eval.scale import (
    CHARACTERS,
    HashEncoder,
    invented_policy,
    invented_questions,
    write_policies,
)


def test_invented_policy_is_about_as_long_as_asked():
    lengths = [len(invented_policy(number)) for number in range(20)]

    assert np.mean(lengths) == pytest.approx(CHARACTERS, rel=0.1)
    assert len(invented_policy(0, characters=2_000)) < 4_000


def test_one_number_gives_one_text_and_two_numbers_two():
    assert invented_policy(7) == invented_policy(7)
    assert invented_policy(7) != invented_policy(8)


def test_invented_policy_has_the_sections_and_units_of_a_plan():
    document = parse_document("plan", invented_policy(3))

    assert document.warnings == ()
    assert {"一", "八", "一(二)", "八(二)3"} <= {section.ref for section in document.sections}
    assert all(unit.startswith("市") for unit in document.responsible("二(一)1"))
    assert len(document.lists) == 8 * 2 * 3


def test_written_policies_are_read_back(tmp_path):
    write_policies(tmp_path / "folder", 3)

    found = [document for _, document in read_documents([tmp_path / "folder"])]

    assert [d.id for d in found] == ["policy-0000", "policy-0001", "policy-0002"]
    assert [d.text for d in found] == [invented_policy(number) for number in range(3)]


def test_invented_questions_are_as_many_as_asked_and_always_the_same():
    questions = invented_questions(50)

    assert len(questions) == 50
    assert questions == invented_questions(50)
    assert len(set(questions)) > 40


def test_equal_texts_have_equal_unit_vectors_and_others_unlike_ones():
    vectors = HashEncoder().encode_passages(["雷达", "海图", "雷达"])

    assert vectors.shape == (3, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(vectors[0], vectors[2])
    assert abs(vectors[0] @ vectors[1]) < 0.3


def test_query_finds_the_passage_of_its_text():
    encoder = HashEncoder()

    assert encoder.encode_queries(["雷达"])[0] @ encoder.encode_passages(["雷达"])[0] > 0.999
    assert encoder.encode_passages([]).shape == (0, 384)
    assert encoder.dimension == 384
    assert not encoder.is_word("radar")
