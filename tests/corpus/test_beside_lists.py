"""What sentences and rows say beside their lists of units, and the numbers found there."""

from corpus.beside_lists import beside_lists
from corpus.document import parse_document
from corpus.sentences import split_sentences
from corpus.targets import find_targets

REPORT = """柳川市重点工作分解意见

一、扩大内需

1、活跃市场。新建农家店30家，销售家电4万台（市商务局牵头，市财政局、市物价局配合）。接待游客90万人次，实现旅游收入3亿元（市旅游局牵头，市文化局配合）。

二、改善民生

2、安居工程。建设廉租住房120套。（市房产局牵头，市财政局配合）
"""

TABLE = """柳川市养老服务行动方案

一、工作目标

建设养老服务体系。

附件1 重点任务表

序号 | 任务 | 时限 | 责任单位
1 | 建成示范食堂36个 | 2023年12月底前 | 市民政局、市财政局
2 | 培训护理员800人 | 2023年10月底前 | 市人力资源社会保障局
"""


def parts(text: str) -> list[list[str]]:
    document = parse_document("plan", text)
    return [
        [document.plain[a:b] for a, b in found]
        for section in document.sections
        for start, end in split_sentences(document.plain, section.start, section.end)
        for found in [beside_lists(document.plain, start, end, document.lists.get(section.ref, ()))]
    ]


def test_a_sentence_is_read_up_to_the_list_in_its_brackets():
    found = parts(REPORT)
    assert ["新建农家店30家，销售家电4万台"] in found
    assert ["接待游客90万人次，实现旅游收入3亿元"] in found


def test_a_sentence_that_is_a_list_says_nothing():
    found = parts(REPORT)
    assert ["建设廉租住房120套。"] in found
    assert not any("市房产局" in part for sentence in found for part in sentence)


def test_the_cells_of_a_row_stand_apart():
    cells = next(found for found in parts(TABLE) if any("36个" in part for part in found))
    assert "建成示范食堂36个" in cells
    assert not any("市民政局" in cell or "|" in cell for cell in cells)


def test_the_numbers_beside_lists_are_targets():
    numbers = {(t.value, t.unit) for t in find_targets(parse_document("r", REPORT))}
    assert numbers == {(30.0, "家"), (4e4, "台"), (9e5, "人次"), (3e8, "元"), (120.0, "套")}
    found = {t.quantity: t.value for t in find_targets(parse_document("t", TABLE))}
    assert found["建成示范食堂"] == 36.0
