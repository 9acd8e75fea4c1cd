"""Counted words: rows taken out, put together, stored."""

import numpy as np
import pytest

from index.postings import Postings

ROWS = [["a", "b", "a"], ["b"], [], ["c", "a"], ["d", "d", "d"]]


def counted(postings: Postings) -> list[dict[str, int]]:
    """Give each row's words with their counts, as they are found."""
    rows: list[dict[str, int]] = [{} for _ in postings.lengths]
    for word in postings.words:
        for row, count in zip(*postings.find(word), strict=True):
            rows[row][word] = int(count)
    return rows


def test_words_are_found_with_their_rows_and_counts():
    postings = Postings.of(ROWS)

    assert counted(postings) == [{"a": 2, "b": 1}, {"b": 1}, {}, {"c": 1, "a": 1}, {"d": 3}]
    assert postings.lengths.tolist() == [3, 1, 0, 2, 3]
    assert [len(array) for array in postings.find("e")] == [0, 0]


@pytest.mark.parametrize("kept", [[0, 1, 2, 3, 4], [1, 3], [2], [], [4]])
def test_taken_rows_are_counted_like_those_rows_alone(kept):
    taken = Postings.of(ROWS).take(np.isin(np.arange(5), kept))
    alone = Postings.of([ROWS[row] for row in kept])

    assert counted(taken) == counted(alone)
    assert taken.lengths.tolist() == alone.lengths.tolist()
    assert set(taken.words) == set(alone.words)


@pytest.mark.parametrize("cut", range(6))
def test_joined_rows_are_counted_like_the_whole(cut):
    joined = Postings.joined([Postings.of(ROWS[:cut]), Postings.of(ROWS[cut:])])
    whole = Postings.of(ROWS)

    assert counted(joined) == counted(whole)
    assert joined.lengths.tolist() == whole.lengths.tolist()


@pytest.mark.parametrize("rows", [ROWS, [], [[]], [["雷达", "5g"]]])
def test_saved_postings_load_alike(tmp_path, rows):
    postings = Postings.of(rows)
    (tmp_path / "p.npz").write_bytes(postings.to_bytes())
    loaded = Postings.load(tmp_path / "p.npz")

    assert loaded.words == postings.words
    assert counted(loaded) == counted(postings)
    assert loaded.lengths.tolist() == postings.lengths.tolist()


@pytest.mark.parametrize("kept", [0, 10, 500])
def test_truncated_file_is_refused(tmp_path, kept):
    path = tmp_path / "p.npz"
    path.write_bytes(Postings.of(ROWS).to_bytes())
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(ValueError, match=r"p\.npz is missing or damaged"):
        Postings.load(path)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"none\.npz is missing or damaged"):
        Postings.load(tmp_path / "none.npz")
