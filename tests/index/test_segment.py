"""Segments: what is kept of them, and how they grow together."""

from itertools import pairwise

import numpy as np
import pytest

from corpus.document import parse_document
from index import segment as segments
from index.rows import LANGUAGES
from index.segment import Draft, compacted, merged


@pytest.fixture
def made(stub_encoder):
    """Make a segment of documents."""

    def make(*documents):
        draft = Draft.of(documents)
        tokens = [np.full((len(text) % 3, 4), len(text) % 100, np.int8) for text in draft.texts]
        return draft.finish(stub_encoder.encode_passages(draft.texts), tokens)

    return make


def plan(number: int, sections: int = 1):
    lines = (f"{at}.雷达{number}号{at}。建设雷达{at}座。" for at in range(1, sections + 1))
    return parse_document(f"plan-{number}", "\n".join(lines))


def assert_alike(one, other):
    assert (one.documents, one.chunks) == (other.documents, other.chunks)
    assert np.array_equal(one.rows, other.rows)
    count = len(one.rows)
    assert np.allclose(one.vectors.rows(0, count), other.vectors.rows(0, count))
    both = (each.tokens.take(np.arange(count)) for each in (one, other))
    assert all(np.array_equal(*own) for own in zip(*both, strict=True))
    for language in LANGUAGES:
        assert sorted(one.words[language].words) == sorted(other.words[language].words)
        assert one.words[language].lengths.tolist() == other.words[language].lengths.tolist()


def test_kept_documents_are_like_a_segment_of_them_alone(made, policy, english_policy):
    whole = made(plan(1), policy, plan(2), english_policy)

    assert_alike(whole.keeping({"policy-zh", "policy_en"}), made(policy, english_policy))
    assert_alike(whole.keeping({"plan-2"}), made(plan(2)))


def test_segment_of_which_all_is_kept_stays_itself(made, policy):
    whole = made(policy, plan(1))

    assert whole.keeping({"plan-1", "policy-zh", "other"}) is whole


def test_merged_segments_are_like_one_of_all_documents(made, policy, english_policy):
    parts = [made(policy), made(plan(1), plan(2)), made(english_policy)]

    assert_alike(merged(parts), made(policy, plan(1), plan(2), english_policy))


def test_changing_makes_another_name(made, policy):
    one, other = made(policy), made(plan(1), plan(2))

    assert (
        len({one.name, other.name, merged([one, other]).name, other.keeping(["plan-1"]).name}) == 4
    )


def test_small_segments_grow_together_and_large_ones_stay(made):
    large, small = made(plan(1, sections=20)), made(plan(2))

    assert compacted([large, small]) == (large, small)
    (grown,) = compacted([small, large])
    assert [d.id for d in grown.documents] == ["plan-2", "plan-1"]


def test_segments_do_not_grow_beyond_the_limit(made, monkeypatch):
    pair = made(plan(1)), made(plan(2))
    monkeypatch.setattr(segments, "MAX_ROWS", len(pair[0].rows) * 2 - 1)
    assert compacted(pair) == pair

    monkeypatch.setattr(segments, "MAX_ROWS", len(pair[0].rows) * 2)
    assert len(compacted(pair)) == 1


def test_many_additions_leave_few_segments_in_order(made):
    held = ()
    for number in range(40):
        held = compacted([*held, made(plan(number))])

    sizes = [len(segment.rows) for segment in held]
    assert [d.id for segment in held for d in segment.documents] == [f"plan-{n}" for n in range(40)]
    assert all(before > 2 * after for before, after in pairwise(sizes))
    assert len(held) <= 6


def test_plain_texts_are_normalised(made):
    assert made(parse_document("a", "一、雷達\n建設５座。")).plain_texts == ["一、雷达 建设5座。"]
