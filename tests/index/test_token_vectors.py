"""Token vectors by row, and MaxSim against a plain loop."""

import numpy as np
import pytest

from index.token_vectors import SCALE, TokenVectors


def stored(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 8))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.rint(rows * SCALE).astype(np.int8)


ROWS = [stored(5, 1), stored(0, 2), stored(1, 3), stored(12, 4)]
QUESTION = stored(3, 9).astype(np.float32) / SCALE
WEIGHTS = np.array([0.5, 0.3, 0.2], dtype=np.float32)


def plain_score(row: np.ndarray) -> float:
    if not len(row):
        return 0.0
    nearest = [max(float(token @ (own / SCALE)) for own in row) for token in QUESTION]
    return sum(weight * cosine for weight, cosine in zip(WEIGHTS, nearest, strict=True))


@pytest.mark.parametrize("rows", [[0, 1, 2, 3], [3, 0], [1], [2, 2, 1, 3]])
def test_scores_agree_with_a_plain_loop(rows):
    scores = TokenVectors.of(ROWS).max_sim(QUESTION, WEIGHTS, np.array(rows))

    assert scores == pytest.approx([plain_score(ROWS[row]) for row in rows], abs=1e-5)


def test_joined_rows_are_counted_through_and_score_alike():
    joined = TokenVectors.joined([TokenVectors.of(ROWS[:2]), TokenVectors.of(ROWS[2:])])

    assert len(joined) == 4
    for row, own in zip(joined.take(np.array([3, 1, 0])), (ROWS[3], ROWS[1], ROWS[0]), strict=True):
        assert row.tolist() == own.tolist()
    everything = np.arange(4)
    assert joined.max_sim(QUESTION, WEIGHTS, everything) == pytest.approx(
        TokenVectors.of(ROWS).max_sim(QUESTION, WEIGHTS, everything)
    )


def test_rows_without_tokens_and_questions_without_tokens_score_nothing():
    nothing = np.zeros((0, 0), dtype=np.int8)
    bare = TokenVectors.of([nothing, nothing])

    assert bare.max_sim(QUESTION, WEIGHTS, np.array([0, 1])).tolist() == [0, 0]
    assert TokenVectors.of(ROWS).max_sim(nothing, WEIGHTS[:0], np.array([0])).tolist() == [0]
    assert len(TokenVectors.joined([])) == 0


def files(vectors: TokenVectors, folder) -> list:
    paths = [folder / "tokens.npy", folder / "token-starts.npy"]
    for path, data in zip(paths, vectors.to_bytes(), strict=True):
        path.write_bytes(data)
    return paths


@pytest.mark.parametrize("parts", [[ROWS], [ROWS[:1], ROWS[1:]], [[ROWS[1]]], []])
def test_what_is_saved_loads_as_it_was(tmp_path, parts):
    before = TokenVectors.joined(TokenVectors.of(part) for part in parts)
    after = TokenVectors.load(*files(before, tmp_path))

    assert len(after) == len(before)
    both = zip(before.take(np.arange(len(before))), after.take(np.arange(len(after))), strict=True)
    assert all(np.array_equal(own.ravel(), read.ravel()) for own, read in both)


@pytest.mark.parametrize(
    "starts", [[0, 5, 5, 6, 17], [1, 5, 5, 6, 18], [0, 6, 5, 6, 18]], ids=["short", "late", "back"]
)
def test_files_that_do_not_belong_together_are_told(tmp_path, starts):
    vectors, path = files(TokenVectors.of(ROWS), tmp_path)
    np.save(path, np.array(starts, dtype=np.int64))

    with pytest.raises(ValueError, match=r"tokens.npy and token-starts.npy do not belong together"):
        TokenVectors.load(vectors, path)


def test_each_token_finds_its_nearest_in_any_of_the_rows():
    tokens = TokenVectors.of(ROWS)
    each = [tokens.max_sim(QUESTION, one, np.array([0, 1, 3])).max() for one in np.eye(3)]
    assert tokens.nearest(QUESTION, np.array([0, 1, 3])) == pytest.approx(each, abs=1e-5)
    assert tokens.nearest(QUESTION, np.array([1])).tolist() == [0, 0, 0]
