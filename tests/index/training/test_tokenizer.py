"""Chinese words for an English tokenizer, each with a first vector."""

import gzip

import pytest
import torch

from index.training import tokenizer as module
from index.training.tokenizer import (
    choose_words,
    count_words,
    extend,
    normalise_lines,
    read_glosses,
    read_policies,
)

GLOSS = {"外": ["fund"]}  # of a word that is not added


@pytest.fixture
def student(tiny_model):
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True)


def table(student) -> torch.Tensor:
    return student[0].auto_model.get_input_embeddings().weight.detach().clone()


def row_of(student, word: str) -> torch.Tensor:
    return table(student)[student.tokenizer.convert_tokens_to_ids(word)]


def mean_of(weights, student, *words: str) -> torch.Tensor:
    return weights[student.tokenizer.convert_tokens_to_ids(list(words))].mean(0)


def test_characters_and_short_words_are_counted():
    characters, words = count_words(["发展信息", "信息 radar 5G"])

    assert characters["信"] == 2
    assert (words["信息"], words["发展"], words["radar"]) == (2, 1, 0)
    assert [word for word in words if not 2 <= len(word) <= 4] == []


def test_characters_come_before_words_most_frequent_first():
    chosen = choose_words(["信息 产业", "信息"], [])

    assert chosen == ["信", "息", "产", "业", "信息", "产业"]


def test_policy_texts_weigh_more():
    chosen = choose_words(["信息"] * 5, ["产业"], policy_weight=6)

    assert chosen == ["产", "业", "信", "息", "产业", "信息"]


def test_number_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "CHARACTERS", 2)
    monkeypatch.setattr(module, "WORDS", 1)

    assert choose_words(["信息 产业", "信息"], []) == ["信", "息", "信息"]


def test_glosses_are_short_clean_and_four_at_most(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "DICTIONARIES", ("a", "b"))
    first = "to fund (old)\t基金\nradar\t雷達\na gloss of five whole words\t雷达\nx\t海图\n"
    for name, lines in (("a", first), ("b", "".join(f"fund{n}\t基金\n" for n in range(9)))):
        with gzip.open(tmp_path / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
            file.write(lines)

    assert read_glosses(tmp_path, {"基金", "雷达"}) == {
        "基金": ["fund", "fund0", "fund1", "fund2"],
        "雷达": ["radar"],
    }


def test_policies_are_the_lines_of_texts_in_a_folder(tmp_path):
    (tmp_path / "b.md").write_text("# 規劃\n\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("雷達　ＡＢ\n  \n", encoding="utf-8")
    (tmp_path / "c.json").write_text("{}", encoding="utf-8")

    assert list(read_policies(tmp_path)) == ["雷达 ab", "# 规划"]
    assert list(read_policies(None)) == []


def test_blank_lines_are_left_out():
    assert list(normalise_lines("甲\n \n乙")) == ["甲", "乙"]


def test_translated_word_starts_from_the_mean_of_its_glosses_pieces(student):
    weights = table(student)

    count = extend(student, ["卫星"], {"卫星": ["radar", "harbour plan"]})

    assert count == 1
    assert torch.allclose(
        row_of(student, "卫星"), mean_of(weights, student, "radar", "harbour", "plan")
    )


def test_word_without_a_gloss_starts_from_its_characters(student):
    weights = table(student)

    count = extend(student, ["卫", "星", "卫星"], {"卫": ["radar"], "星": ["fund"]})

    assert count == 2
    assert torch.allclose(row_of(student, "卫星"), mean_of(weights, student, "radar", "fund"))


def test_word_without_anything_starts_from_the_centre(student):
    weights = table(student)

    assert extend(student, ["鑫"], GLOSS) == 0
    assert torch.allclose(row_of(student, "鑫"), weights.mean(0))


def test_words_can_be_added_without_any_gloss(student):
    assert extend(student, ["鑫"], {}) == 0


def test_vectors_of_the_teachers_words_stay(student):
    weights = table(student)

    extend(student, ["卫星", "鑫"], {"卫星": ["radar"]})

    assert torch.equal(table(student)[: len(weights)], weights)
    assert len(table(student)) == len(weights) + 2 == len(student.tokenizer)


def test_known_words_are_not_added_again(student):
    before = len(student.tokenizer)

    extend(student, ["雷", "卫星"], GLOSS)

    assert len(student.tokenizer) == before + 1


def test_longest_word_is_matched_first_and_english_stays(student):
    extend(student, ["卫", "星", "卫星"], GLOSS)

    assert student.tokenizer.tokenize("卫星 radar 星卫") == ["卫星", "radar", "星", "卫"]
