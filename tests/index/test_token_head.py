"""The head for token vectors: unit rows, weights that add up, and its file."""

import numpy as np
import pytest

from index.token_head import FILE, TokenHead
from index.token_vectors import SCALE

RANDOM = np.random.default_rng(5)
HEAD = TokenHead(
    RANDOM.normal(size=(12, 4)).astype(np.float32), RANDOM.normal(size=12).astype(np.float32), 0.25
)
STATES = RANDOM.normal(size=(6, 12)).astype(np.float32)


def test_vectors_have_unit_length_and_are_stored_to_a_hundredth():
    vectors = HEAD.vectors(STATES)

    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6), abs=1e-5)
    assert HEAD.stored(STATES).dtype == np.int8
    assert HEAD.stored(STATES) / SCALE == pytest.approx(vectors, abs=0.01)


def test_weights_are_positive_and_add_up_to_one():
    weights = HEAD.weights(STATES)

    assert weights.min() > 0
    assert weights.sum() == pytest.approx(1)


def test_a_token_that_opens_the_gate_wider_counts_more():
    head = TokenHead(HEAD.projection, np.array([1.0] + [0.0] * 11, dtype=np.float32), 0.0)
    states = np.zeros((2, 12), dtype=np.float32)
    states[1, 0] = 3.0

    low, high = head.weights(states)
    assert high > 2 * low


def test_a_saved_head_loads_as_it_was(tmp_path):
    assert TokenHead.load(tmp_path) is None
    HEAD.save(tmp_path)
    loaded = TokenHead.load(tmp_path)

    assert loaded.projection == pytest.approx(HEAD.projection, abs=2e-3)
    assert loaded.bias == 0.25
    assert loaded.identity == HEAD.identity
    assert (tmp_path / FILE).stat().st_size < 2000


def test_heads_with_other_values_are_told_apart():
    other = TokenHead(HEAD.projection + 1, HEAD.gate, HEAD.bias)
    assert other.identity != HEAD.identity
