"""A scripted chatbot over an invented, hostile policy: what the page must show as text."""

from types import SimpleNamespace

import pytest

from bot.reply import Answer, Citation, CitedSentence, Refusal
from bot.web.conversation import Turn
from corpus.document import Document, parse_document, with_metadata
from corpus.rendering import RenderedSentence, Rendering

SOURCE = """青石市数据中心扶持办法

一、总体要求

到2030年,全市建成绿色数据中心12个。每个中心的用电应<b>全部</b>来自可再生能源。

二、扶持措施

对新建中心给予一次性补助。补助由市数据局办理。<script>alert("x")</script>![图](http://evil.example/a.png)
"""
ENGLISH = {
    "到2030年,全市建成绿色数据中心12个。": "By 2030 the city will have 12 green data centres.",
    "每个中心的用电应<b>全部</b>来自可再生能源。": "All power shall be <b>renewable</b>.",
}


class FakeChatbot:
    """
    Replies from a table: a reply to give or an exception to raise.

    ``asked`` notes what was asked, and ``added`` what a new one was made with.
    """

    def __init__(self, documents, replies=None):
        by_id = {document.id: document for document in documents}
        self.index = SimpleNamespace(documents=tuple(documents), document=by_id.__getitem__)
        self.replies = replies or {}
        self.asked = []

    def reply(self, question, history=(), *, documents=None):
        self.asked.append((question, tuple(history), documents))
        reply = self.replies.get(question) or Refusal(question, "zh", "no_evidence", "没有找到。")
        if isinstance(reply, Exception):
            raise reply
        return reply

    def with_documents(self, documents):
        return FakeChatbot([*self.index.documents, *documents], self.replies)


@pytest.fixture
def qingshi() -> Document:
    document = parse_document("qingshi", SOURCE)
    sentences = tuple(
        RenderedSentence(SOURCE.index(zh), SOURCE.index(zh) + len(zh), en)
        for zh, en in ENGLISH.items()
    )
    return with_metadata(document, {"rendering": Rendering(sentences)})


@pytest.fixture
def cite(qingshi):
    """Cite words of the document, as the bot would."""

    def cite(marker, ref, words, rendering=None, page=None) -> Citation:
        start = SOURCE.index(words)
        return Citation(
            marker=marker,
            document=qingshi.id,
            title=qingshi.title,
            ref=ref,
            breadcrumb=f"{ref}、标题",
            start=start,
            end=start + len(words),
            quote=words,
            rendering=rendering,
            page=page,
        )

    return cite


@pytest.fixture
def answer(cite) -> Answer:
    quote, power = ENGLISH
    return Answer(
        question="有多少数据中心?",
        language="zh",
        sentences=(
            CitedSentence(quote, (1,)),
            CitedSentence(power, (2, 3)),
        ),
        citations=(
            cite(1, "一", quote, ENGLISH[quote], page=3),
            cite(2, "一", power, ENGLISH[power]),
            cite(3, "二", "补助由市数据局办理。"),
        ),
        hits=(),
        opening="共两点:",
        closing="文件没有写明金额。",
        notices=("目标期<已过>",),
    )


@pytest.fixture
def turn(qingshi, answer) -> Turn:
    return Turn(4, answer.question, answer, (qingshi,))


@pytest.fixture
def fake_chatbot(qingshi, answer) -> FakeChatbot:
    return FakeChatbot([qingshi], {answer.question: answer, "坏": RuntimeError("secret detail")})
