"""Search by two roads: agreement with brute force, and promises of the fusion."""

import numpy as np
import pytest

from corpus.document import parse_document
from corpus.sections import PREAMBLE
from index.encoder import SentenceEncoder
from index.library import build_index
from index.number_road import number_bonus
from index.retriever import POOL, WEIGHTS, Retriever, copies_json, z_scores
from index.rows import KINDS, LANGUAGES, Row
from index.structure import BODY_BONUS, PREAMBLE_MALUS
from index.token_vectors import SCALE
from index.translations import load_translations

CONCEPTS = {"雷达": 0, "radar": 0, "基金": 1, "fund": 1, "海图": 2, "chart": 2}
PLAN = """一、研发雷达。支持企业研发雷达。
二、设立基金。设立产业基金,使用GPS。
三、推广海图。推广电子海图。
"""


class ConceptEncoder(SentenceEncoder):
    """An encoder that knows three things in two languages, and nothing else."""

    identity = "concepts"
    dimension = 4

    def __init__(self):
        super().__init__("concepts")

    def _encode(self, texts, *, query, progress=False):
        rows = np.zeros((len(texts), 4), dtype=np.float32)
        rows[:, 3] = 0.1
        for row, text in zip(rows, texts, strict=True):
            for word, axis in CONCEPTS.items():
                row[axis] += text.count(word)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def plan() -> Retriever:
    """A Chinese plan without a rendering, before an encoder of both languages."""
    encoder = ConceptEncoder()
    return Retriever(build_index([parse_document("plan", PLAN)], encoder), encoder)


@pytest.fixture
def mixed_tokens(policy, english_policy, token_encoder) -> Retriever:
    """The same before an encoder with token vectors."""
    documents = [policy, parse_document("plan", PLAN), english_policy]
    return Retriever(build_index(documents, token_encoder), token_encoder)


@pytest.fixture
def mixed(policy, english_policy, stub_encoder) -> Retriever:
    """A plan with a rendering, one without, and one in English."""
    documents = [policy, parse_document("plan", PLAN), english_policy]
    return Retriever(build_index(documents, stub_encoder), stub_encoder)


def rows_in(index) -> list[Row]:
    """Give the rows of an index as plain values."""
    return [
        Row(int(chunk), LANGUAGES[language], KINDS[kind], int(start), int(end), digest.decode())
        for chunk, language, kind, start, end, digest in index.rows
    ]


def best_of(cosines: dict[str, list[float]]) -> float:
    """Add the chunk's cosine and its best sentence's, or the chunk's twice without sentences."""
    (chunk,) = cosines["chunk"]
    return chunk + max(cosines["sentence"], default=chunk)


def brute_force(retriever: Retriever, question: str, language: str) -> np.ndarray:
    """Score every chunk once more, straight from the description in index/retriever.py."""
    index = retriever.index
    vector = retriever.encoder.encode_queries([question])[0]
    every = index.vectors.rows(0, len(index.vectors)) @ vector
    dense, rendered, pairs = [], [], []
    for number, chunk in enumerate(index.chunks):
        own = "zh" if "\u4e00" <= max(chunk.text) else "en"
        roads = {}
        for is_own in (True, False):
            kinds = {"chunk": [], "sentence": [], "clause": []}
            for row, cosine in zip(rows_in(index), every, strict=True):
                if row.chunk == number and (row.language == own) == is_own:
                    kinds[row.kind].append(float(cosine))
            roads[is_own] = best_of(kinds) if kinds["chunk"] else 0.0
        dense.append(roads[True])
        rendered.append(roads[False])
        pairs.append((own, WEIGHTS[language, own, roads[False] != 0]))
    words = {code: index.lexical[code].scores(question, load_translations) for code in ("zh", "en")}
    own_words = [words[own][i] for i, (own, _) in enumerate(pairs)]
    asked = retriever.encoder.encode_question(question)
    tokens = [token_score(index, number, asked) for number in range(len(index.chunks))]
    is_rendered = np.array(rendered) != 0
    other_words = np.where(is_rendered, words["en"], own_words)
    rendered = np.where(is_rendered, rendered, dense)
    weights = np.array(
        [(w.dense, w.rendered_dense, w.lexical, w.rendered_lexical, w.tokens) for _, w in pairs]
    )
    if not len(asked.tokens):
        weights[:, 4] = 0
    roads = np.array([dense, rendered, own_words, other_words, tokens]).T
    spread = roads.std(0)
    z = (roads - roads.mean(0)) / np.where(spread > 1e-9, spread, np.inf)
    own = {chunk.document for chunk in index.chunks if chunk.ref != PREAMBLE}
    opening = [c.ref == PREAMBLE and c.document in own for c in index.chunks]
    rows = np.arange(len(index.rows))
    raised = number_bonus(index, question, vector, rows, index.rows["chunk"])
    total = weights.sum(1)
    fused = (weights * z).sum(1) / np.sqrt(total * total.max())
    return fused - PREAMBLE_MALUS * np.array(opening) + raised


def token_score(index, chunk: int, asked) -> float:
    """Give the better MaxSim of a chunk's languages, token by token."""
    best = -1.0
    for at, row in enumerate(rows_in(index)):
        if (row.chunk, row.kind) == (chunk, "chunk") and len(asked.tokens):
            (own,) = index.tokens.take(np.array([at]))
            nearest = [max(float(token @ (each / SCALE)) for each in own) for token in asked.tokens]
            best = max(best, float(np.dot(nearest, asked.weights)))
    return best


@pytest.mark.parametrize("name", ["mixed", "mixed_tokens"])
@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("导航雷达由谁研发?", "zh"),
        ("港湾区的人才公寓", "zh"),
        ("Who develops navigation radar?", "en"),
        ("licence of a pilot", "en"),
        ("2023年的产业规模", "zh"),
    ],
)
def test_fused_scores_agree_with_brute_force(request, name, question, language):
    mixed = request.getfixturevalue(name)
    found = mixed.search(question, k=50)
    expected = brute_force(mixed, question, language)
    if "港湾区" in question:  # a body, which some lists name
        lists = [mixed.index.document(c.document).lists for c in mixed.index.chunks]
        named = [
            any("港湾区" in item.text for item in found.get(chunk.ref, ()))
            for found, chunk in zip(lists, mixed.index.chunks, strict=True)
        ]
        expected = expected + BODY_BONUS * np.array(named)

    assert found.language == language
    assert [hit.score for hit in found.hits] == pytest.approx(
        [expected[hit.chunk] for hit in found.hits], abs=1e-4
    )
    assert len(found.hits) == len(mixed.index.chunks)


def test_hits_come_best_first_ranked_from_one_one_a_section(mixed):
    hits = mixed.search("雷达基金", k=50).hits
    scores = [hit.score for hit in hits]

    assert scores == sorted(scores, reverse=True)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({(hit.document, hit.ref) for hit in hits}) == len(hits)


def test_hit_names_the_chunk_it_was_found_by(mixed):
    hits = mixed.search("雷达", k=50).hits
    chunks = [mixed.index.chunks[hit.chunk] for hit in hits]

    assert [(c.document, c.ref) for c in chunks] == [(hit.document, hit.ref) for hit in hits]


def test_section_of_several_chunks_is_one_hit(monkeypatch, stub_encoder):
    monkeypatch.setattr("corpus.chunking.MAX_CHARACTERS", 20)
    document = parse_document(
        "x", "一、雷达。研发雷达的第一件事情。研发雷达的第二件事情。\n二、基金。设立。"
    )
    index = build_index([document], stub_encoder)

    assert len(index.chunks) == 3
    assert [hit.ref for hit in Retriever(index, stub_encoder).search("雷达").hits] == ["一", "二"]


@pytest.mark.parametrize(("k", "count"), [(1, 1), (2, 2), (3, 3), (10, 3)])
def test_k_hits_come_where_there_are(plan, k, count):
    assert len(plan.search("雷达", k=k).hits) == count


def test_k_hits_come_where_there_are_in_a_large_index(stub_encoder):
    documents = [parse_document(f"d{n}", f"一、海图。内容{n}。") for n in range(POOL + 20)]
    retriever = Retriever(build_index(documents, stub_encoder), stub_encoder)

    assert len(retriever.search("radar", k=POOL + 10).hits) == POOL + 10


# --- what the fusion promises ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "ref"),
    [("Which radar?", "一"), ("Is there a fund?", "二"), ("electronic chart", "三")],
)
def test_hit_across_the_languages_needs_no_shared_word(plan, question, ref):
    lexical = [plan.index.lexical[code].scores(question) for code in ("zh", "en")]

    assert np.array(lexical).max() == 0
    assert plan.search(question).hits[0].ref == ref


def test_shared_word_elsewhere_does_not_outweigh_the_meaning_across_languages(plan):
    """Only the section on the fund has a word of the question; the radar is what it is about."""
    question = "Which radar uses GPS?"
    lexical = plan.index.lexical["zh"].scores(question)

    assert lexical.argmax() == 1
    assert (lexical > 0).sum() == 1
    assert [hit.ref for hit in plan.search(question, k=1).hits] == ["一"]


def test_hit_across_the_languages_enters_the_pool_of_a_large_index():
    """More sections than the pool has room for share a word with the question; one the meaning."""
    documents = [parse_document(f"d{n}", f"一、海图。使用GPS{n}与GPS。") for n in range(POOL + 50)]
    documents.append(parse_document("target", PLAN))
    encoder = ConceptEncoder()
    retriever = Retriever(build_index(documents, encoder), encoder)

    (hit,) = retriever.search("Which radar uses GPS?", k=1).hits

    assert (hit.document, hit.ref) == ("target", "一")


def test_shared_words_decide_within_a_language_where_meanings_are_alike(plan):
    hits = plan.search("使用GPS的项目", k=3).hits

    assert hits[0].ref == "二"


def test_rendering_makes_the_english_words_of_a_section_count(policy, stub_encoder):
    """The stub knows no meanings: without the English rendering the question finds nothing."""
    retriever = Retriever(build_index([policy], stub_encoder), stub_encoder)

    assert retriever.search("train fishermen free of charge").hits[0].ref == "二(一)2"


# --- limits ----------------------------------------------------------------------------------


def test_search_in_chosen_documents_finds_no_other(mixed):
    found = mixed.search("雷达", k=50, documents=frozenset({"plan"}))

    assert {hit.document for hit in found.hits} == {"plan"}
    assert len(found.hits) == 3


def test_search_in_no_document_finds_nothing(mixed):
    assert mixed.search("雷达", documents=frozenset()).hits == ()
    assert mixed.search("雷达", documents=frozenset({"none"})).hits == ()


def test_search_in_an_empty_index_finds_nothing(stub_encoder):
    assert Retriever(build_index([], stub_encoder), stub_encoder).search("雷达").hits == ()


def test_language_given_is_not_detected(plan):
    assert plan.search("radar", language="zh").language == "zh"
    assert plan.search("radar").language == "en"


def test_search_gives_the_vector_of_the_question(plan):
    found = plan.search("雷达")

    assert np.array_equal(found.vector, plan.encoder.encode_queries(["雷达"])[0])


def test_searching_twice_gives_the_same(mixed):
    assert mixed.search("雷达基金").hits == mixed.search("雷达基金").hits


# --- evidence --------------------------------------------------------------------------------


def test_evidence_scores_each_sentence_by_the_better_of_its_languages(mixed):
    index = mixed.index
    chunk = next(i for i, c in enumerate(index.chunks) if c.ref == "二(一)1")
    vector = mixed.encoder.encode_queries(["solid-state navigation radar"])[0]
    every = index.vectors.rows(0, len(index.vectors)) @ vector
    rows = [(r, c) for r, c in zip(rows_in(index), every, strict=True) if r.chunk == chunk]

    found = mixed.evidence(vector, chunk)

    assert [(e.start, e.end) for e in found] == sorted(
        {(r.start, r.end) for r, _ in rows if r.kind == "sentence"}
    )
    assert [e.cosine for e in found] == pytest.approx(
        [max(c for r, c in rows if r.kind == "sentence" and r.start == e.start) for e in found]
    )


def test_evidence_by_clauses_holds_only_sentences_with_numbers(mixed):
    index = mixed.index
    chunk = next(i for i, c in enumerate(index.chunks) if c.ref == "一")
    vector = mixed.encoder.encode_queries(["产业规模"])[0]

    found = mixed.evidence(vector, chunk, "clause")

    source = index.documents[0].text
    assert [source[e.start : e.start + 6] for e in found] == ["到2023年", "培育年产值超"]


# --- reranking and z-scores ------------------------------------------------------------------


class ByLength:
    """A reranker that likes short passages, and keeps what it was asked."""

    depth = 2

    def __init__(self):
        self.asked = []

    def score(self, question, passages):
        self.asked.append((question, passages))
        return [-float(len(text)) for text in passages]


def test_reranker_orders_the_best_and_the_others_follow(plan):
    first = [hit.ref for hit in plan.search("雷达和基金使用GPS", k=3).hits]
    reranker = ByLength()
    again = Retriever(plan.index, plan.encoder, reranker=reranker).search("雷达和基金使用GPS", k=3)

    assert first == ["二", "一", "三"]
    assert [hit.ref for hit in again.hits] == ["一", "二", "三"]
    ((question, passages),) = reranker.asked
    assert (question, len(passages)) == ("雷达和基金使用GPS", 2)
    assert passages[0] == plan.index.chunks[1].text


def test_z_scores_by_hand():
    assert z_scores(np.array([1.0, 2.0, 3.0])) == pytest.approx([-1.2247449, 0, 1.2247449])


def test_equal_scores_have_no_z_scores():
    assert z_scores(np.array([2.0, 2.0])).tolist() == [0, 0]


PRINTED = (
    "{0}\n\n一、航标\n\n航标由港口局每年检修两次。\n\n二、航道\n\n航道由航务处每月疏浚一次。\n"
)


@pytest.fixture
def printed_twice(stub_encoder):
    """One plan in two copies, and another document."""
    texts = {"one": "海川市港口办法", "two": "海川市港口办法(转载)"}
    documents = [parse_document(name, PRINTED.format(title)) for name, title in texts.items()]
    notice = (
        "临江市航标通知\n\n一、航标\n\n航标损坏的,应当报告。\n\n二、处罚\n\n破坏航标的,处以罚款。\n"
    )
    documents.append(parse_document("notice", notice))
    return Retriever(build_index(documents, stub_encoder), stub_encoder)


def test_passage_printed_twice_is_one_hit_that_names_its_copy(printed_twice):
    hits = printed_twice.search("航标怎么检修?", k=4).hits
    assert [(hit.document, hit.ref) for hit in hits[:1]] == [("one", "一")]
    (copy,) = hits[0].copies
    chunk = printed_twice.index.chunks[copy]
    assert (chunk.document, chunk.ref) == ("two", "一")
    assert len(hits) == 4
    assert not any(hit.document == "two" for hit in hits)
    assert copies_json(hits[0], printed_twice.index) == {
        "copies": [{"document": "two", "ref": "一"}]
    }


def test_being_rendered_is_no_merit_by_itself(policy, stub_encoder):
    plain = parse_document("plain", "临江市渔业办法\n\n一、渔船\n\n渔船每年检验一次。\n")
    retriever = Retriever(build_index([policy, plain], stub_encoder), stub_encoder)
    best = retriever.search("渔船怎么检验?", k=1).hits[0]
    assert (best.document, best.ref) == ("plain", "一")


def test_copy_outside_the_documents_searched_is_not_named(printed_twice):
    hits = printed_twice.search("航标怎么检修?", documents=frozenset({"two", "notice"})).hits
    assert (hits[0].document, hits[0].ref, hits[0].copies) == ("two", "一", ())
    assert copies_json(hits[0], printed_twice.index) == {}
