"""Measure speed and memory the way a user meets them, and print one table."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bot.chatbot import Chatbot
    from index.encoder import SentenceEncoder

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "2020年信息产业规模目标是多少?"
PAGE_LIMIT = 60.0  # seconds to wait for the page


def bench(index: Path | None) -> None:
    """Print every figure of the budget, one line each, as a Markdown table."""
    print("| what | figure | budget |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        place = index or Path(folder) / "index"
        if index is None:
            _command("-m", "index", "build", "--index", str(place))
        seconds = min(
            _command("-m", "bot", "ask", QUESTION, "--index", str(place)) for _ in range(3)
        )
        _row("`python -m bot ask`, best of 3", f"{seconds:.1f} s", "8 s")
        _row("`python app.py` to the first answered question", f"{_page(place):.1f} s", "12 s")
        _in_process(place)


def _row(what: str, figure: str, budget: str = "") -> None:
    print(f"| {what} | {figure} | {budget} |", flush=True)


def _command(*arguments: str) -> float:
    """Run a Python command; give the seconds it took."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def _page(place: Path) -> float:
    """Start the page, ask a question through its API, and give the seconds until the reply."""
    with _free_port() as port:
        pass
    started = time.perf_counter()
    command = [sys.executable, "app.py", "--port", str(port), "--index", str(place)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            base = f"http://127.0.0.1:{port}"
            _wait_for(lambda: urllib.request.urlopen(base, timeout=5).status == 200)
            body = json.dumps({"data": [QUESTION]}).encode()
            asked = urllib.request.Request(
                f"{base}/gradio_api/call/ask", body, {"Content-Type": "application/json"}
            )
            event = json.load(urllib.request.urlopen(asked, timeout=PAGE_LIMIT))["event_id"]
            with urllib.request.urlopen(
                f"{base}/gradio_api/call/ask/{event}", timeout=PAGE_LIMIT
            ) as stream:
                answer = stream.read().decode()
            if "7500" not in answer:
                raise ValueError(f"the page did not answer: {answer[:200]!r}")
            return time.perf_counter() - started
        finally:
            server.terminate()


@contextmanager
def _free_port() -> Iterator[int]:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        yield listener.getsockname()[1]


def _wait_for(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + PAGE_LIMIT
    while time.monotonic() < end:
        try:
            if ready():
                return
        except OSError:
            time.sleep(0.05)
    raise ValueError(f"the page did not come up in {PAGE_LIMIT:.0f} s")


def _in_process(place: Path) -> None:
    """Measure warm questions, memory, encoding and indexing in this process."""
    from bot.build import build_chatbot
    from bot.settings import Settings
    from corpus.library import EMBEDDED, read_document
    from eval.questions import QUESTIONS, load_questions
    from index.encoder import DEFAULT_MODEL
    from index.library import build_index
    from index.maintenance import build
    from index.rows import embedding_text

    settings = Settings(index=place, encoder=os.environ.get("ZHENGWEN_ENCODER"))
    chatbot = build_chatbot(settings, explicit=True)
    questions = [q.text for q in load_questions(QUESTIONS)]
    chatbot.reply(questions[0])
    _warm(chatbot, questions, ("40 ms", "120 ms"))
    before = _resident()
    for number in range(1_000):
        chatbot.reply(questions[number % len(questions)])
    after = _resident()
    _row("resident memory after 1,000 questions", f"{after:.0f} MB", "900 MB")
    _row("growth over these 1,000 questions", f"{after - before:+.0f} MB", "flat")
    encoder = chatbot.encoder
    index = chatbot.index
    texts = [embedding_text(index.document(c.document), c) for c in index.chunks] * 4
    started = time.perf_counter()
    encoder.encode_passages(texts)
    _row(
        "encoding",
        f"{len(texts) / (time.perf_counter() - started):.0f} sections/s",
        "35 sections/s",
    )
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        build(Path(folder), encoder)
        _row("re-indexing the embedded corpus", f"{time.perf_counter() - started:.1f} s", "10 s")
    extra = read_document(next(p for p in sorted(EMBEDDED.iterdir()) if p.is_dir()))
    renamed = [_copy(extra, number) for number in range(10)]
    ten = build_index(renamed, encoder, known=chatbot.index)
    added = _copy(extra, 10, prefix="增补。")
    started = time.perf_counter()
    build_index([*renamed, added], encoder, known=ten)
    _row("adding a document among 10", f"{time.perf_counter() - started:.1f} s", "5 s")
    if settings.encoder is None:
        size = sum(p.stat().st_size for p in DEFAULT_MODEL.rglob("*") if p.is_file()) / 1e6
        _row("`index/model/`", f"{size:.0f} MB", "72 MB")


def _warm(
    chatbot: "Chatbot", questions: Sequence[str], budgets: tuple[str, str] = ("", "")
) -> None:
    """Measure questions end to end; p50 and p95 have a budget for the embedded corpus."""
    times = []
    for question in questions:
        started = time.perf_counter()
        chatbot.reply(question)
        times.append((time.perf_counter() - started) * 1000)
    _row("warm question, p50", f"{np.percentile(times, 50):.0f} ms", budgets[0])
    _row("warm question, p95", f"{np.percentile(times, 95):.0f} ms", budgets[1])


def bench_many(count: int, encoder: "SentenceEncoder") -> None:
    """Print what an index of so many invented documents costs, as a Markdown table."""
    from bot.chatbot import Chatbot
    from bot.reply import citations_of
    from corpus.document import parse_document
    from eval.scale import TASKS_OF_ONE, invented_policy, invented_questions, write_policies
    from index.maintenance import build, insert
    from index.progress import shown
    from index.store import load_index

    print("| what | figure | budget |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        folder, texts = Path(place) / "index", Path(place) / "texts"
        write_policies(texts, count)
        started = time.perf_counter()
        with shown(count) as report:
            index = build(folder, encoder, [texts], report=report)
        seconds = time.perf_counter() - started
        chunks, rows = len(index.chunks), len(index.rows)
        size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6
        _row(f"indexing {count} documents: {chunks} sections, {rows} vectors", f"{seconds:.0f} s")
        _row("", f"{count / seconds:.1f} documents/s, {chunks / seconds:.0f} sections/s")
        _row("peak memory while indexing", f"{_peak():.0f} MB")
        _row("size of the index", f"{size:.0f} MB")
        del index
        started = time.perf_counter()
        index = load_index(folder)
        _row("opening it", f"{time.perf_counter() - started:.1f} s")
        chatbot = Chatbot(index, encoder)
        questions = invented_questions(200)
        started = time.perf_counter()
        chatbot.reply(questions[0])
        _row("first question", f"{time.perf_counter() - started:.1f} s")
        _warm(chatbot, questions)
        started = time.perf_counter()
        cited = len(citations_of(chatbot.reply(TASKS_OF_ONE)))
        seconds = time.perf_counter() - started
        _row(f"listing the {cited} tasks of one body", f"{seconds:.1f} s")
        added = parse_document("one-more", invented_policy(count))
        started = time.perf_counter()
        index, _ = insert(folder, encoder, [added], known=chatbot.index)
        _row(
            "adding one more to the stored index", f"{time.perf_counter() - started:.1f} s", "20 s"
        )
        chatbot = chatbot.over(index)
        chatbot.reply(questions[0])
        seconds = time.perf_counter() - started
        _row("the same with the first answer after it", f"{seconds:.1f} s", "20 s")
        _row("resident memory", f"{_resident():.0f} MB")


def _copy(document, number: int, prefix: str = ""):  # noqa: ANN001, ANN202 - Document
    """Make another document of like size; a prefix in every sentence makes all texts new."""
    from corpus.document import parse_document

    text = document.text.replace("。", f"。{prefix}") if prefix else document.text
    return parse_document(f"{document.id}-{number}", text)


def _peak() -> float:
    """Give the most memory that this process has had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _resident() -> float:
    """Give this process's resident memory in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
