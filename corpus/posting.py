"""
Who posted a page that explains a document, and when: 来源：海川市财政局　发布时间：2041-04-19.

For a document itself this line is no evidence, as it names the site and the day of posting. A page
of questions and answers or of an explanation bears no signature: its posting is its issue.
"""

import re
from collections.abc import Sequence

from corpus.dates import is_day
from corpus.issuers import Issue, split_bodies
from corpus.lines import Line

EXPLANATION = re.compile("解读|问答|答记者问|答问|图解|(?:起草|编制|政策)说明")
SOURCE = re.compile(
    "(?:来源|稿源|发布(?:机构|单位)|解读(?:机构|单位|机关))[ ]?[:：】\\]][ \u3000]*"
    "(?P<body>[\u4e00-\u9fff]{3,40}?)"
    "(?=[^\u4e00-\u9fff]|$|(?:发布|更新|发文)?(?:时间|日期)|浏览|阅读|点击|访问|字[体号]|作者|编辑|责任|打印)"
)
POSTED = re.compile(
    r"(?:时间|日期)[ ]?[:：】\]]?[ \u3000]*(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)"
)


def read_posting(title: str, furniture: Sequence[Line]) -> Issue:
    """
    Read who posted an explanation and when; nothing for a page of another kind.

    :param furniture: the lines of the page around it
    """
    if not EXPLANATION.search(title):
        return Issue()
    sources = [found["body"] for line in furniture if (found := SOURCE.search(line.text))]
    days = (found for line in furniture if (found := POSTED.search(line.text)))
    printed = ("{}-{:0>2}-{:0>2}".format(*found.groups()) for found in days)
    body = next((body for body in sources if split_bodies(body)), None)
    return Issue(body, next(filter(is_day, printed), None))
