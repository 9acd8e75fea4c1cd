"""HTML by itself; more by way of files in test_loading."""

import pytest

from corpus.formats import FormatError
from corpus.web_page import html_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一、<b>总则</b></p><div>正文<br>续行</div>", "一、总则\n正文\n续行"),
        ("<p>甲 <script>x</script><!--y-->乙</p>", "甲 乙"),
        ("<nav>首页</nav><p>第一条 为了规范港口管理。</p>", "第一条 为了规范港口管理。"),
        ("<header><h1>海川市</h1></header><main><p>正文在这里。</p></main>", "正文在这里。"),
        ("<main><header>港口规划</header><p>正文在这里。</p></main>", "港口规划\n正文在这里。"),
        ("<header>港口规划</header><p>正文在这里。</p>", "港口规划\n正文在这里。"),
        ("<p style='display: none'>甲</p><p>正文在这里。</p>", "正文在这里。"),
        ("<ol class='Breadcrumb'><li>首页</li><li>正文</li></ol>", "首页\n正文"),
        ("<ol><li>[文号] 海政发5号</li><li>[有效性] 是</li></ol>", "[文号] 海政发5号\n[有效性] 是"),
        (
            "<ol style='list-style-type: cjk-ideographic' start='2'><li>甲</li><li>乙</li></ol>",
            "二、甲\n三、乙",
        ),
        ("<ol type='A'><li>甲</li><li value='4'>乙</li><li>丙</li></ol>", "A. 甲\nD. 乙\nE. 丙"),
        ("<ol><li><p>甲</p><p>乙</p></li><li><div><b>丙</b></div></li></ol>", "1. 甲\n乙\n2. 丙"),
        ("<ol start='3'><li>甲</li><li>乙</li></ol>", "3. 甲\n4. 乙"),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲 | 乙"),
        ("<p>信息\n   产业 of\n the city</p>", "信息产业 of the city"),
        ("没有标记", "没有标记"),
    ],
)
def test_text_of_a_page(markup, text):
    assert html_text(markup) == text


def test_page_of_too_many_tags_is_refused(monkeypatch):
    monkeypatch.setattr("corpus.web_page.MAX_MARKS", 3)

    with pytest.raises(FormatError, match="more than 3 tags") as caught:
        html_text("<p>" * 4)

    assert (caught.value.reason, caught.value.what) == (
        "too_large",
        "the page has more than 3 tags; split it",
    )


CELLS = "<tr><td>1<td>种粮<td rowspan=%s>市农业局<td>六月</tr><tr><td>2<td>养鱼<td>七月</tr>"


@pytest.mark.parametrize("span", ["2", "0", "100000000", "'2 '", "'2px'"])
def test_cell_over_rows_stands_in_each(span):
    after = "<table><tr><td>另表<td>甲</tr></table>"

    assert html_text(f"<table>{CELLS % span}</table>{after}").split("\n") == [
        "1 | 种粮 | 市农业局 | 六月",
        "2 | 养鱼 | 市农业局 | 七月",
        "另表 | 甲",
    ]


@pytest.mark.parametrize("span", ["1", "-1", "x", "''"])
def test_cell_over_one_row_stands_once(span):
    assert html_text(f"<table>{CELLS % span}</table>").split("\n")[1] == "2 | 养鱼 | 七月"


def test_cell_over_rows_ends_with_its_group_of_rows():
    head = "<thead><tr><th rowspan=3>序号<th>任务</tr></thead>"

    assert html_text(f"<table>{head}<tbody><tr><td>1<td>种粮</tr></tbody></table>") == (
        "序号 | 任务\n1 | 种粮"
    )


def test_cells_over_rows_of_a_table_within_a_cell_stay_within_it():
    inner = "<table><tr><td rowspan=9>甲<td>乙</tr><tr><td>丙</tr></table>"
    page = f"<table><tr><td>{inner}<td>丁</tr><tr><td>戊<td>己</tr></table>"

    assert html_text(page).split("\n") == ["甲 | 乙", "甲 | 丙", "丁", "戊 | 己"]


def test_titles_below_a_title_over_columns_stand_under_it():
    head = "<tr><th rowspan=2>序号<th colspan=2>责任单位<th rowspan=2>时限</tr><tr><th>牵头<th>配合</tr>"

    assert html_text(f"<table>{head}</table>").split("\n")[1] == "序号 | 牵头 | 配合 | 时限"
