"""The pure parts of the benchmarks."""

import re
import socket

import pytest

from eval import bench
from eval.scale import HashEncoder


def test_a_figure_is_one_row_of_the_table(capsys):
    bench._row("warm question, p50", "12 ms", "40 ms")
    assert capsys.readouterr().out == "| warm question, p50 | 12 ms | 40 ms |\n"


def test_a_copy_is_another_document_with_the_same_text(policy):
    copy = bench._copy(policy, 3)
    assert copy.id == "policy-zh-3"
    assert copy.text == policy.text


def test_a_copy_with_a_prefix_has_the_same_sections_and_other_sentences(policy):
    copy = bench._copy(policy, 3, prefix="增补。")
    assert [section.ref for section in copy.sections] == [s.ref for s in policy.sections]
    assert copy.text.count("增补。") == policy.text.count("。")


def test_the_resident_memory_is_that_of_a_python_process_in_megabytes():
    before = bench._resident()
    held = bytearray(64 * 1024 * 1024)
    assert 10 < before < 100_000
    assert bench._resident() - before > len(held) / 1024 / 1024 / 2


def test_a_free_port_can_be_listened_on():
    with bench._free_port() as port:
        pass
    with socket.create_server(("127.0.0.1", port)) as server:
        assert server.getsockname()[1] == port


def test_waiting_ends_when_the_page_is_there():
    answers = iter([OSError("not yet"), False, True])

    def ready():
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    bench._wait_for(ready)
    assert list(answers) == []


def test_waiting_ends_at_the_limit(monkeypatch):
    monkeypatch.setattr(bench, "PAGE_LIMIT", 0.2)
    with pytest.raises(ValueError, match="the page did not come up in 0 s"):
        bench._wait_for(lambda: False)


def test_a_command_that_fails_is_not_timed():
    with pytest.raises(
        bench.subprocess.CalledProcessError, match="returned non-zero exit status 3"
    ):
        bench._command("-c", "raise SystemExit(3)")
    assert bench._command("-c", "pass") > 0


def test_the_index_of_invented_documents_is_measured(capsys):
    bench.bench_many(3, HashEncoder())
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    figures = {row[0].strip("| "): row[1] for row in rows[2:]}
    assert next(iter(figures)).startswith("indexing 3 documents: ")
    assert re.fullmatch(r"\d+ MB", figures["peak memory while indexing"])
    assert re.fullmatch(r"\d+ ms", figures["warm question, p95"])
    assert re.fullmatch(r"\d+\.\d s", figures["adding one more to the stored index"])


def test_the_peak_is_no_less_than_what_is_resident():
    assert bench._peak() * 1.01 >= bench._resident() > 10
