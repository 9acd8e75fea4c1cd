"""Vector search against brute force."""

import numpy as np
import pytest

from index.vectors import VectorIndex


def unit_rows(count: int, dimension: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


ROWS = unit_rows(200, 16, 1)
QUERIES = unit_rows(7, 16, 2)


@pytest.mark.parametrize("k", [1, 5, 200])
def test_search_agrees_with_numpy(k):
    scores, rows = VectorIndex.from_vectors(ROWS).search(QUERIES, k=k)

    cosines = QUERIES @ ROWS.T
    best = np.argsort(-cosines, axis=1)[:, :k]
    assert np.array_equal(rows, best)
    assert scores == pytest.approx(np.take_along_axis(cosines, best, axis=1), abs=1e-6)


def test_score_is_the_cosine_and_the_best_comes_first():
    index = VectorIndex.from_vectors(np.array([[0, 1], [1, 0], [-1, 0]], dtype=np.float32))

    scores, rows = index.search(np.array([[0.8, 0.6]], dtype=np.float32), k=3)

    assert rows.tolist() == [[1, 0, 2]]
    assert scores[0] == pytest.approx([0.8, 0.6, -0.8])


def test_each_row_finds_itself():
    scores, rows = VectorIndex.from_vectors(ROWS).search(ROWS, k=1)

    assert rows[:, 0].tolist() == list(range(200))
    assert scores[:, 0] == pytest.approx(np.ones(200), abs=1e-6)


def test_saved_index_loads_with_equal_rows_and_searches_alike(tmp_path):
    index = VectorIndex.from_vectors(ROWS)
    (tmp_path / "v.faiss").write_bytes(index.to_bytes())
    loaded = VectorIndex.load(tmp_path / "v.faiss")

    assert (len(loaded), loaded.dimension) == (200, 16)
    assert np.array_equal(loaded.rows(0, 200), ROWS)
    assert np.array_equal(loaded.search(QUERIES, k=9)[1], index.search(QUERIES, k=9)[1])


def test_rows_are_the_vectors_as_given():
    before = ROWS.copy()
    index = VectorIndex.from_vectors(ROWS)

    assert np.array_equal(index.rows(10, 5), ROWS[10:15])
    assert index.rows(3, 0).shape == (0, 16)
    assert np.array_equal(ROWS, before)


def test_empty_index_has_a_dimension_and_no_rows():
    index = VectorIndex.from_vectors(np.zeros((0, 16), dtype=np.float32))

    assert (len(index), index.dimension, index.rows(0, 0).shape) == (0, 16, (0, 16))


@pytest.mark.parametrize("cuts", [[], [50], [0, 1, 199], [10, 10, 150]])
@pytest.mark.parametrize("k", [1, 30, 200])
def test_joined_parts_are_one_index(cuts, k):
    whole = VectorIndex.from_vectors(ROWS)
    parts = [VectorIndex.from_vectors(part) for part in np.split(ROWS, cuts)]
    joined = VectorIndex.joined(parts, 16)

    assert (len(joined), joined.dimension) == (200, 16)
    assert np.array_equal(joined.rows(0, 200), ROWS)
    assert np.array_equal(joined.search(QUERIES, k=k)[1], whole.search(QUERIES, k=k)[1])
    assert joined.search(QUERIES, k=k)[0] == pytest.approx(whole.search(QUERIES, k=k)[0])


def test_vectors_are_taken_in_any_order():
    joined = VectorIndex.joined([VectorIndex.from_vectors(p) for p in np.split(ROWS, [70])], 16)
    wanted = np.array([199, 3, 70, 69, 3])

    assert np.array_equal(joined.take(wanted), ROWS[wanted])


def test_cosines_of_all_rows_are_the_inner_products():
    joined = VectorIndex.joined([VectorIndex.from_vectors(p) for p in np.split(ROWS, [70])], 16)

    assert joined.cosines(QUERIES[0]) == pytest.approx(ROWS @ QUERIES[0], abs=1e-6)
    assert VectorIndex.joined([], 16).cosines(QUERIES[0]).shape == (0,)


def test_joined_parts_are_saved_as_one(tmp_path):
    joined = VectorIndex.joined([VectorIndex.from_vectors(p) for p in np.split(ROWS, [70])], 16)
    (tmp_path / "v.faiss").write_bytes(joined.to_bytes())

    assert np.array_equal(VectorIndex.load(tmp_path / "v.faiss").rows(0, 200), ROWS)


def test_vector_of_another_length_is_refused():
    rows = ROWS.copy()
    rows[3] *= 2

    with pytest.raises(ValueError, match=r"vector 3 has length 2\.000; all must have length 1"):
        VectorIndex.from_vectors(rows)


def test_vector_that_is_no_number_is_refused():
    rows = ROWS.copy()
    rows[3] = np.nan

    with pytest.raises(ValueError, match="vector 3 has length nan"):
        VectorIndex.from_vectors(rows)


def test_query_of_another_dimension_is_refused():
    with pytest.raises(
        ValueError, match="query vectors have 8 dimensions, the index has 16; rebuild"
    ):
        VectorIndex.from_vectors(ROWS).search(unit_rows(1, 8, 3), k=1)


@pytest.mark.parametrize("k", [0, -1, 201])
def test_k_out_of_range_is_refused(k):
    with pytest.raises(ValueError, match=f"k must be between 1 and 200, was: {k}"):
        VectorIndex.from_vectors(ROWS).search(QUERIES, k=k)


@pytest.mark.parametrize("kept", [0, 10, 100])
def test_truncated_file_is_refused(tmp_path, kept):
    path = tmp_path / "v.faiss"
    path.write_bytes(VectorIndex.from_vectors(ROWS).to_bytes())
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(ValueError, match=r"v\.faiss is missing or damaged"):
        VectorIndex.load(path)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"none\.faiss is missing or damaged"):
        VectorIndex.load(tmp_path / "none.faiss")
