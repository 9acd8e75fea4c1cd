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
