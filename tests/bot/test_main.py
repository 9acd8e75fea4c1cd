"""The command line: python -m bot ask | chat."""

import json

import pytest

from bot.__main__ import main, print_reply
from bot.reply import Answer, Citation, CitedSentence
from corpus.document import parse_document
from index.store import IndexStoreError

NAMES = ("INDEX", "ENCODER", "RERANKER", "GENERATOR", "CHAT_MODEL", "CHAT_URL", "HOST", "PORT")
ASKED = "导航雷达由谁负责?"
KEYS = {
    "question", "language", "kind", "text", "sentences", "citations", "hits", "notices", "options",
    "generator", "elapsed_ms",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(f"ZHENGWEN_{name}", raising=False)


@pytest.fixture
def chatbot(monkeypatch, stub_chatbot):
    """The chatbot that every command gets."""
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: stub_chatbot)
    return stub_chatbot


@pytest.fixture
def typed(monkeypatch):
    """Type lines into the terminal, then end the input."""

    def type_lines(*lines):
        waiting = iter(lines)

        def read(prompt):
            try:
                return next(waiting)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", read)

    return type_lines


def test_ask_prints_the_answer_and_its_quotes(chatbot, capsys):
    assert main(["ask", ASKED]) == 0
    out = capsys.readouterr().out
    assert "责任单位:市科技局、市工信局[1]" in out
    assert "[1] 二、主要任务 › (一)突破关键技术 › 1.研发导航雷达" in out
    assert "\n    责任单位:市科技局、市工信局\n" in out


def test_ask_exits_with_zero_for_a_refusal(chatbot, capsys):
    assert main(["ask", "2035年的目标是多少?"]) == 0
    assert "没有涉及2035年" in capsys.readouterr().out


def test_ask_prints_one_json_object_on_one_line(chatbot, capsys):
    assert main(["ask", ASKED, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert set(json.loads(line)) == KEYS
    assert "责任单位" in line


def test_ask_tells_a_past_horizon(chatbot, capsys):
    main(["ask", ASKED])
    assert "\n! 《海川市船舶电子产业发展方案》的目标期到2023年为止" in capsys.readouterr().out


def test_ask_compares_the_horizon_with_the_day_that_is_given(chatbot, capsys):
    main(["ask", ASKED, "--today", "2023-12-31"])
    assert "目标期到2023年为止" not in capsys.readouterr().out
    main(["ask", ASKED, "--today", "2024-01-01"])
    assert "目标期到2023年为止" in capsys.readouterr().out


def test_a_day_that_is_none_is_bad_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["ask", ASKED, "--today", "2023-13-01"])
    assert "'2023-13-01' is no day such as 2024-06-30" in capsys.readouterr().err


def test_ask_answers_from_one_document_only(monkeypatch, stub_chatbot, capsys):
    extra = parse_document("notice", "关于雷达的通知\n\n一、雷达\n\n导航雷达每年检修。\n")
    both = stub_chatbot.with_documents([extra])
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: both)
    assert main(["ask", "导航雷达检修?", "--document", "notice", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert {hit["document"] for hit in reply["hits"]} == {"notice"}


def test_an_unknown_document_is_a_failure_that_names_those_there_are(chatbot, capsys):
    assert main(["ask", ASKED, "--document", "nothing"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == ("bot ask: the index holds no document 'nothing'; it holds: policy-zh\n")


def test_citations_of_several_documents_are_printed_with_their_titles(
    monkeypatch, stub_chatbot, capsys
):
    text = "临江市雷达办法\n\n一、雷达\n\n  研发雷达。(责任单位:市科技局)\n"
    both = stub_chatbot.with_documents([parse_document("other", text)])
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: both)
    assert main(["ask", "市科技局负责哪些任务?"]) == 0
    out = capsys.readouterr().out
    assert "[1] 《海川市船舶电子产业发展方案》二、主要任务" in out
    assert "《临江市雷达办法》一、雷达" in out


def test_ask_answers_from_an_issuers_documents_only(monkeypatch, stub_chatbot, capsys):
    text = "海川市港口局关于雷达的通知\n\n一、雷达\n\n导航雷达每年检修。\n"
    both = stub_chatbot.with_documents([parse_document("notice", text)])
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: both)
    assert main(["ask", "导航雷达检修?", "--issuer", "海川市港口局", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert {hit["document"] for hit in reply["hits"]} == {"notice"}
    assert main(["ask", "导航雷达检修?", "--issuer", "某局"]) == 1
    assert "no document is within these limits" in capsys.readouterr().err


def test_chat_answers_from_one_document_only(monkeypatch, stub_chatbot, typed, capsys):
    extra = parse_document("notice", "关于雷达的通知\n\n一、雷达\n\n导航雷达每年检修。\n")
    both = stub_chatbot.with_documents([extra])
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: both)
    typed("导航雷达由谁负责?")
    assert main(["chat", "--document", "notice"]) == 0
    assert "市科技局" not in capsys.readouterr().out


@pytest.mark.parametrize("error", [IndexStoreError("the index is damaged"), OSError("full disk")])
def test_a_failure_is_one_line_on_stderr(monkeypatch, capsys, error):
    def fail(settings, *, explicit):
        raise error

    monkeypatch.setattr("bot.build.build_chatbot", fail)
    assert main(["ask", ASKED]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"bot ask: {error}\n"


def test_a_wrong_setting_is_a_failure_that_names_it(monkeypatch, capsys):
    monkeypatch.setenv("ZHENGWEN_GENERATOR", "magic")
    assert main(["chat"]) == 1
    assert "bot chat: unknown generator 'magic'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "index", "explicit"), [([], None, False), (["--index", "/tmp/i"], "/tmp/i", True)]
)
def test_the_index_of_the_command_line_is_passed_on(
    monkeypatch, stub_chatbot, options, index, explicit
):
    noted = {}

    def build(settings, *, explicit):
        noted.update(index=settings.index and str(settings.index), explicit=explicit)
        return stub_chatbot

    monkeypatch.setattr("bot.build.build_chatbot", build)
    main(["ask", ASKED, *options])
    assert noted == {"index": index, "explicit": explicit}


@pytest.mark.parametrize("arguments", [[], ["ask"], ["sing"], ["chat", "--json"]])
def test_bad_usage_exits_with_two(arguments):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_chat_answers_until_the_input_ends(chatbot, typed, capsys):
    typed(ASKED, "2035年的目标是多少?")
    assert main(["chat"]) == 0
    out = capsys.readouterr().out
    assert "市科技局" in out
    assert "2035" in out


@pytest.mark.parametrize("farewell", ["exit", "QUIT", " 退出 "])
def test_chat_ends_at_a_farewell(chatbot, typed, capsys, farewell):
    typed(farewell, ASKED)
    assert main(["chat"]) == 0
    assert capsys.readouterr().out == ""


def test_chat_understands_a_question_that_leans_on_the_one_before(chatbot, typed, capsys):
    typed("电子海图怎么推广?", "那责任单位是谁?")
    main(["chat"])
    assert "市交通局" in capsys.readouterr().out


def test_a_clarification_is_printed_with_numbered_options(two_plans, capsys):
    print_reply(two_plans.reply("第二部分讲什么?"))
    lines = capsys.readouterr().out.splitlines()
    assert [line[:5] for line in lines[1:]] == ["  1. ", "  2. "]


def test_a_quote_from_a_paged_file_is_printed_with_its_page(capsys):
    citation = Citation(1, "d", "D", "一", "一、目标", 0, 4, "港口\n安全", page=3)
    print_reply(Answer("?", "zh", (CitedSentence("港口安全。", (1,)),), (citation,), ()))
    assert capsys.readouterr().out == "港口安全。[1]\n\n[1] 一、目标 (p. 3)\n    港口 安全\n"


def test_a_citation_among_several_documents_names_its_own(capsys):
    citation = Citation(1, "d", "港口办法", "一", "一、目标", 0, 4, "港口")
    reply = Answer("?", "zh", (CitedSentence("港口安全。", (1,)),), (citation,), ())
    print_reply(reply, named=True)
    assert "[1] 《港口办法》一、目标\n" in capsys.readouterr().out
