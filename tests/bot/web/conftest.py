"""A scripted chatbot over an invented, hostile policy: what the page must show as text."""

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from bot.chatbot import Chatbot
from bot.operation import Operation
from bot.reply import Answer, Citation, CitedSentence, Refusal
from bot.validity import Validity
from bot.web.collection import Collection
from bot.web.conversation import Turn
from bot.web.page import create_page
from corpus.document import Document, parse_document, with_metadata
from corpus.rendering import RenderedSentence, Rendering
from index.library import build_index
from index.store import save_index

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


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"'& ![a](http://evil.example/b) "
    "[x](javascript:alert(3))"
)
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Elements(HTMLParser):
    """Reads HTML, noting (tag, attributes, text below) of every element; tags must nest."""

    def __init__(self, markup):
        super().__init__()
        self.found, self.open = [], []
        self.feed(markup)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def of(self, tag="", **attributes):
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            (attrs, text)
            for name, attrs, text in self.found
            if (not tag or name == tag)
            and all(value in (attrs.get(key) or "").split() for key, value in wanted.items())
        ]


class FakeChatbot:
    """
    Replies from a table: a reply to give or an exception to raise.

    ``asked`` notes what was asked, and ``added`` what a new one was made with.
    """

    def __init__(self, documents, replies=None):
        by_id = {document.id: document for document in documents}
        self.index = SimpleNamespace(documents=tuple(documents), document=by_id.__getitem__)
        self.validity = Validity(self.index)
        self.replies = replies or {}
        self.asked = []

    def reply(self, question, history=(), *, documents=None):
        self.asked.append((question, tuple(history), documents))
        reply = self.replies.get(question) or Refusal(question, "zh", "no_evidence", "没有找到。")
        if isinstance(reply, Exception):
            raise reply
        return reply

    def refreshed(self):
        return self

    def with_documents(self, documents, *, known=None):
        return FakeChatbot([*self.index.documents, *documents], self.replies)

    def without_documents(self, ids):
        kept = [document for document in self.index.documents if document.id not in ids]
        return FakeChatbot(kept, self.replies)


@pytest.fixture
def hostile() -> str:
    """Text that would be markup, a script, a picture or a link if it were not kept as text."""
    return HOSTILE


@pytest.fixture
def read_html() -> type[Elements]:
    """Read HTML into its elements."""
    return Elements


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
def collection(fake_chatbot) -> Collection:
    """What everybody sees, with private files."""
    return Collection(fake_chatbot)


@pytest.fixture
def shared(policy, stub_encoder, tmp_path) -> Collection:
    """A stored index over the invented plan, which everybody may change."""
    folder = tmp_path / "index"
    index = save_index(build_index([policy], stub_encoder), folder)
    chatbot = Chatbot(index, stub_encoder)
    return Collection(chatbot, Operation(kind="shared", removal=True), folder)


@pytest.fixture
def stored(policy, stub_encoder, tmp_path) -> Collection:
    """A stored index over the invented plan, to which sessions add privately."""
    index = save_index(build_index([policy], stub_encoder), tmp_path / "index")
    return Collection(Chatbot(index, stub_encoder))


@pytest.fixture
def fake_chatbot(qingshi, answer) -> FakeChatbot:
    return FakeChatbot([qingshi], {answer.question: answer, "坏": RuntimeError("secret detail")})


@pytest.fixture
def chinese() -> SimpleNamespace:
    """A request of a browser that prefers Chinese."""
    return SimpleNamespace(headers={"accept-language": "zh-CN"})


@pytest.fixture
def english() -> SimpleNamespace:
    """A request of a browser that prefers English."""
    return SimpleNamespace(headers={"accept-language": "en"})


@pytest.fixture
def handlers_of():
    """Give the functions of a page by name."""

    def handlers_of(collection):
        page = create_page(collection)
        return {fn.name: fn.fn for fn in page.fns.values() if fn.fn}

    return handlers_of


@pytest.fixture
def handlers(collection, handlers_of):
    """The functions of a page with private files."""
    return handlers_of(collection)


@pytest.fixture
def shown():
    """Read an update: all texts that it shows, and the states of a type."""

    class Shown:
        @staticmethod
        def text(updates):
            values = [v for v in updates.values() if isinstance(v, str)]
            return "\n".join(values + [str(v) for v in updates.values() if isinstance(v, dict)])

        @staticmethod
        def state(updates, kind):
            return next(v for v in updates.values() if isinstance(v, kind))

    return Shown
