"""Run questions, score replies, calibrate, report, benchmark."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import SentenceEncoder

from corpus.command import leave
from index.selection import add_limits, selection_of

EXAMPLES = """
examples:
  python -m eval run eval/questions.jsonl --out replies.jsonl
  python -m eval score eval/questions.jsonl replies.jsonl
  python -m eval report        # tables for the questions of the repository, with BM25 beside
  python -m eval report --questions eval/second.jsonl    # for others about the same document
  python -m eval encoders --questions eval/questions.jsonl eval/second.jsonl    # for both
  python -m eval many          # for collections of other documents, each indexed together
  python -m eval calibrate     # refusal thresholds
  python -m eval bench         # speed and memory
  python -m eval bench --documents 1000 --stub   # an index of so many, without encoding
  python -m eval encoders --data DATA --previous FOLDER   # this encoder beside others
  python -m eval outlines      # section trees beside hand-checked ones, of the repository
  python -m eval outlines OUTLINES DOCUMENTS   # of your own
"""


def parser() -> argparse.ArgumentParser:
    """Make the command line."""
    top = argparse.ArgumentParser(
        prog="python -m eval",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True)
    for name, text in (
        ("run", "put a file of questions to the bot"),
        ("score", "score replies"),
        ("calibrate", "choose the refusal thresholds"),
        ("report", "tables over the repository's questions, with baselines"),
        ("many", "tables over collections of documents, indexed together"),
        ("bench", "measure speed and memory"),
        ("encoders", "compare the encoder with others and with lexical rankings"),
        ("outlines", "score section trees against hand-checked outlines"),
    ):
        command = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in ("run", "score"):
            command.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
        if name == "run":
            command.add_argument("--out", type=Path, required=True, metavar="REPLIES.jsonl")
            add_limits(command)
        if name == "score":
            command.add_argument("replies", type=Path, metavar="REPLIES.jsonl")
        if name == "many":
            command.add_argument(
                "files", type=Path, nargs="*", metavar="QUESTIONS.jsonl", help="those of eval/many"
            )
        if name in ("report", "encoders"):
            command.add_argument(
                "--questions",
                type=Path,
                nargs="+",
                default=(),
                metavar="FILE",
                help="instead of eval/questions.jsonl",
            )
        if name == "outlines":
            command.add_argument(
                "outlines", type=Path, nargs="?", help="folder of hand-checked outlines"
            )
            command.add_argument(
                "documents", type=Path, nargs="?", help="folder of their documents, if another"
            )
        if name in ("score", "outlines", "many"):
            command.add_argument("--failures", action="store_true", help="list what went wrong")
        if name == "calibrate":
            command.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw the curves")
        if name == "bench":
            command.add_argument(
                "--documents", type=int, metavar="N", help="measure an index of N invented ones"
            )
            command.add_argument(
                "--stub", action="store_true", help="with it: an encoder that costs nothing"
            )
        if name == "encoders":
            command.add_argument("--data", type=Path, help="holds eval/, dict/ and parallel/")
            command.add_argument("--encoder", type=Path, help="the default: index/model")
            command.add_argument("--previous", type=Path, help="an earlier model to compare with")
            command.add_argument("--teacher", type=Path, help="the English teacher's folder")
            command.add_argument("--out", type=Path, help="also write the tables there")
        elif name not in ("score", "outlines", "many"):
            command.add_argument("--index", type=Path, metavar="DIR")
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0, or 1 with a one-line reason on stderr."""
    top = parser()
    args = top.parse_args(argv)
    if args.command == "bench" and args.documents is not None and args.documents < 1:
        top.error(f"--documents must be at least 1, was: {args.documents}")
    if args.command == "bench" and args.stub and args.documents is None:
        top.error("--stub goes with --documents N")
    try:
        run(args)
    except (OSError, ValueError) as error:
        print(f"eval {args.command}: {error}", file=sys.stderr)
        return 1
    return 0


def run(args: argparse.Namespace) -> None:
    """Do what the command line asks."""
    from eval.questions import CALIBRATION, all_questions, is_held_out, load_questions

    if args.command == "bench":
        from eval.bench import bench, bench_many

        if args.documents:
            bench_many(args.documents, _encoder(args))
        else:
            bench(args.index)
        return
    if args.command == "encoders":
        encoders(args)
        return
    if args.command == "outlines":
        from eval.outlines import OUTLINES, outline_table, score_outlines

        outlines = args.outlines or OUTLINES
        scores = score_outlines(outlines, args.documents or outlines)
        print(outline_table(scores))
        for scored in scores if args.failures else ():
            print(f"\n{scored.name}", *scored.wrong, sep="\n  ")
        return
    if args.command == "many":
        from eval.many import run_collections
        from index.encoder import DEFAULT_MODEL, SentenceEncoder

        encoder = SentenceEncoder(os.environ.get("ZHENGWEN_ENCODER") or DEFAULT_MODEL)
        for path, questions, replies in run_collections(tuple(args.files), encoder):
            print(f"{path.name}: {len(questions)} questions\n")
            score(questions, replies, args.failures)
            print()
        return
    if args.command == "score":
        from eval.running import read_replies

        score(load_questions(args.questions), read_replies(args.replies), args.failures)
        return
    from bot.build import build_chatbot, settings_with
    from eval.running import run_questions, write_replies

    settings, explicit = settings_with(args.index)
    match args.command:
        case "run":
            questions = load_questions(args.questions)
        case "report":
            questions = all_questions(args.questions)
        case _:
            questions = all_questions(())
    chatbot = build_chatbot(settings, explicit=explicit)
    match args.command:
        case "run":
            chosen = selection_of(args).choose(chatbot.index.documents)
            count = write_replies(run_questions(chatbot, questions, chosen), args.out)
            print(f"{count} replies in {args.out}")
        case "calibrate":
            from eval.calibration import calibration_report, collect, plot

            tuned = [q for q in questions if not is_held_out(q.id)]
            samples = collect(chatbot, [*load_questions(CALIBRATION), *tuned])
            print(calibration_report(samples))
            if args.plot:
                plot(samples, args.plot)
        case "report":
            from eval.baselines import baseline_table

            replies = {reply["id"]: reply for reply in run_questions(chatbot, questions)}
            print(baseline_table(chatbot.retriever, questions), end="\n\n")
            score(questions, replies, failures=False)


def _encoder(args: argparse.Namespace) -> "SentenceEncoder":
    """Choose the encoder that a benchmark measures."""
    from eval.scale import HashEncoder
    from index.encoder import DEFAULT_MODEL, SentenceEncoder

    if args.stub:
        return HashEncoder()
    return SentenceEncoder(os.environ.get("ZHENGWEN_ENCODER") or DEFAULT_MODEL)


def encoders(args: argparse.Namespace) -> None:
    """Print the tables that compare encoders; those that need data outside are marked."""
    from corpus.library import EMBEDDED
    from eval import encoders as compare
    from eval.questions import all_questions
    from eval.tasks import plan_tasks, policy_tasks, xquad_tasks
    from index.encoder import DEFAULT_MODEL, SentenceEncoder
    from index.library import build_index
    from index.maintenance import gather

    folders = {"the English teacher": args.teacher, "the previous encoder": args.previous}
    folders["this encoder"] = args.encoder or DEFAULT_MODEL
    named = {name: SentenceEncoder(folder) for name, folder in folders.items() if folder}
    index = build_index(gather([EMBEDDED], taken=set()), named["this encoder"])
    compared = compare.rankings(named, args.data)
    questions = all_questions(args.questions)
    tables = [
        compare.task_table(plan_tasks(index, questions), compared),
        compare.task_table(policy_tasks(), compared),
    ]
    if args.data:
        tables.append(compare.task_table(xquad_tasks(args.data), compared))
        tables.append(compare.bitext_table(named, args.data))
    texts = [chunk.text for chunk in index.chunks]
    tables.append(compare.cost_table(named, texts * 4))
    text = "\n\n".join(tables)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


def score(questions: tuple, replies: dict[str, dict], failures: bool) -> None:
    """Print the tables, and what went wrong where asked."""
    from eval.measures import score_reply
    from eval.tables import by_language, by_type, table

    missing = [q.id for q in questions if q.id not in replies]
    if missing:
        raise ValueError(f"{len(missing)} questions have no reply, the first is {missing[0]!r}")
    scored = [score_reply(q, replies[q.id]) for q in questions]
    print(table(by_language(scored)), end="\n\n")
    print(table(by_type(scored)))
    for s in scored if failures else ():
        if not s.solved:
            reply = replies[s.question.id]
            cited = [c["ref"] for c in reply["citations"]]
            hits = [h["ref"] for h in reply["hits"][:5]]
            print(
                f"\n{s.question.id} {s.question.type} {s.question.text}\n  wanted "
                f"{list(s.question.relevant)} {list(map(list, s.question.must_contain))}; "
                f"{reply['kind']}, hits {hits}, cited {cited}, facts {s.facts}\n  "
                + reply["text"][:300]
            )


if __name__ == "__main__":
    leave(main)
