"""Scores of outlines: hand-computed values on invented documents."""

import json
from collections import Counter

import pytest

from corpus.document import parse_document
from eval.outlines import OUTLINES, f1, outline_table, score_outline, score_outlines

TEXT = "一、目标\n甲。(牵头单位:乙局,配合单位:丙局)\n二、任务\n丁。\n"
GOLD = {
    "doc": "plan.txt",
    "sections": [
        {"ref": "一", "heading": "目标", "responsible": ["乙局", "丙局"], "lead": ["乙局"],
         "joint": ["丙局"]},
        {"ref": "二", "heading": "重点任务", "responsible": []},
        {"ref": "三", "heading": "", "responsible": []},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "wanted", "value"),
    [("aab", "abc", 2 / 3), ("ab", "ab", 1.0), ("a", "b", 0.0), ("", "a", 0.0), ("", "", None)],
)
def test_f1_counts_repeats(found, wanted, value):
    assert f1(Counter(found), Counter(wanted)) == pytest.approx(value)


def test_score_of_an_outline():
    score = score_outline(parse_document("plan", TEXT), GOLD)

    assert score.refs == pytest.approx(2 * 2 / 5)
    assert score.headings == pytest.approx(2 * 1 / 5)
    assert (score.units, score.roles) == (1.0, 1.0)
    assert "missing 二 · 重点任务" in score.wrong
    assert "too much 二 · 任务" in score.wrong


def test_roles_count_only_where_they_were_checked():
    gold = {"doc": "x", "sections": [{"ref": "一", "heading": "目标"}]}

    assert score_outline(parse_document("plan", TEXT), gold).roles is None


def test_folder_of_outlines_is_scored_and_laid_out(tmp_path):
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(GOLD), encoding="utf-8")

    table = outline_table(score_outlines(tmp_path, tmp_path))

    assert "| plan.txt | 0.800 | 0.400 | 1.000 | 1.000 | – |" in table
    assert table.endswith("| lowest | 0.800 | 0.400 | 1.000 | 1.000 | – |")


def test_metadata_counts_where_an_outline_states_it():
    text = "甲市人民政府关于乙的通知\n甲政发〔2020〕3号\n一、目标\n丙。\n"
    stated = {"title": "甲市人民政府关于乙的 通知", "number": "甲政发〔2020〕4号", "expires": None}
    score = score_outline(parse_document("x", text), {"doc": "x", "sections": [], **stated})

    assert score.metadata == pytest.approx(2 / 3)
    assert "number is '甲政发〔2020〕3号', should be '甲政发〔2020〕4号'" in score.wrong


def test_every_document_of_the_repository_has_its_outline():
    paths = {path for path in OUTLINES.rglob("*") if path.is_file()}
    golds = set(OUTLINES.glob("*.json"))
    documents = {path.relative_to(OUTLINES).as_posix() for path in paths - golds}
    outlines = [json.loads(path.read_text(encoding="utf-8")) for path in golds]

    assert {outline["doc"] for outline in outlines} == documents
    assert all(outline["sections"] for outline in outlines)


def test_documents_of_the_repository_are_read_as_their_outlines_say():
    scores = score_outlines(OUTLINES, OUTLINES)

    assert all(score.refs >= 0.9 and score.headings >= 0.9 for score in scores)
    for name, least in (("refs", 0.97), ("headings", 0.97), ("units", 0.95), ("roles", 0.95)):
        values = [v for score in scores if (v := getattr(score, name)) is not None]
        assert sum(values) / len(values) >= least, name


def test_folder_without_outlines_is_named(tmp_path):
    with pytest.raises(ValueError, match="no outlines"):
        score_outlines(tmp_path, tmp_path)
