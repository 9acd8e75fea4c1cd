"""The extractive answerer's reading of a search: which sections, which sentences, how strong."""

from dataclasses import replace

import pytest

from bot.evidence import (
    FIRST_LIMIT,
    MARGIN,
    MAX_SECTIONS,
    OTHER_LIMIT,
    EvidenceReader,
    Strength,
)
from bot.understanding import understand
from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever


@pytest.fixture(scope="module")
def retriever(stub_chatbot) -> Retriever:
    return stub_chatbot.retriever


@pytest.fixture
def read(retriever):
    """Search a question and read the result."""

    def read(question, **options) -> EvidenceReader:
        return EvidenceReader(retriever, retriever.search(question), **options)

    return read


def hit_of(reader, ref):
    return next(hit for hit in reader.search.hits if hit.ref == ref)


def test_the_share_of_a_text_that_holds_every_word_is_one(read):
    reader = read("导航雷达 电子海图")
    assert reader.share("电子海图和导航雷达", "zh") == pytest.approx(1.0)
    assert reader.share("渔民", "zh") == 0.0


def test_a_rare_word_weighs_more_than_a_common_one(read):
    weights = read("渔民 船舶").weights("zh")
    assert weights["渔民"] > weights["船舶"] > 0


def test_the_share_is_weighed_by_rarity(read):
    reader = read("渔民 船舶")
    weights = reader.weights("zh")
    expected = weights["渔民"] / (weights["渔民"] + weights["船舶"])
    assert reader.share("培训渔民", "zh") == pytest.approx(expected)


def test_a_question_without_words_has_no_share(read):
    assert read("?").share("导航雷达", "zh") == 0.0


def test_sections_close_to_the_first_are_cited_and_others_are_not(retriever):
    search = retriever.search("导航雷达")
    first, second, third, _ = search.hits[:4]
    near = replace(second, score=first.score - MARGIN + 0.01)
    far = replace(third, score=first.score - MARGIN - 0.01)
    reader = EvidenceReader(retriever, replace(search, hits=(first, near, far)))
    assert reader.sections() == [first, near]


def test_no_more_sections_are_cited_than_the_limit(retriever):
    search = retriever.search("导航雷达")
    alike = tuple(replace(hit, score=1.0) for hit in search.hits)
    reader = EvidenceReader(retriever, replace(search, hits=alike))
    assert reader.sections() == list(alike[:MAX_SECTIONS])


def test_without_hits_no_section_is_cited_and_the_evidence_is_nothing(retriever):
    reader = EvidenceReader(retriever, replace(retriever.search("雷达"), hits=()))
    assert reader.sections() == []
    assert reader.strength([]) == Strength(cosine=0.0, coverage=0.0, unknown=1.0, number=0.0)


def test_sentences_are_spans_of_the_section_behind_its_heading(read, policy):
    for hit in read("导航雷达").search.hits:
        section = policy.section(hit.ref)
        for sentence in read("导航雷达").sentences(hit):
            assert section.start <= sentence.start < sentence.end <= section.end
            assert sentence.end > section.heading_end


def test_a_responsibility_list_is_no_evidence_sentence(read, policy):
    reader = read("市科技局和市工信局研发导航雷达")
    sentences = reader.sentences(hit_of(reader, "二(一)1"))
    assert [policy.text[s.start : s.end] for s in sentences] == [
        "支持企业与海洋大学联合研发固态导航雷达,突破低噪声放大器等核心器件。"
    ]


def test_sentences_are_scored_best_first_and_shown_in_source_order(read):
    reader = read("年产值超过5亿元的企业")
    hit = hit_of(reader, "一")
    scores = [sentence.score for sentence in reader.sentences(hit)]
    assert scores == sorted(scores, reverse=True)
    starts = [sentence.start for sentence in reader.best_sentences(hit)]
    assert starts == sorted(starts)


def test_the_sentence_that_shares_the_words_of_the_question_is_best(read, policy):
    reader = read("年产值超过5亿元的企业培育几家?")
    best = reader.sentences(hit_of(reader, "一"))[0]
    assert policy.text[best.start : best.end] == "培育年产值超过5亿元的企业6家。"


def test_the_number_of_sentences_is_limited(tianjin_chatbot):
    retriever = tianjin_chatbot.retriever
    reader = EvidenceReader(retriever, retriever.search("集成电路"))
    hit = reader.search.hits[0]
    assert 1 <= len(reader.best_sentences(hit)) <= FIRST_LIMIT
    assert 1 <= len(reader.best_sentences(hit, first=False)) <= OTHER_LIMIT
    assert len(reader.best_sentences(hit, limit=1)) == 1


def test_a_short_first_section_is_shown_whole(stub_chatbot):
    text = (
        "海川市灯塔办法\n\n第一条 灯塔由港务局管理;夜间开放;雾天鸣笛;每年检修;费用由市财政承担。\n\n"
        "第二条 渔港另有规定。\n"
    )
    encoder = stub_chatbot.encoder
    index = build_index([parse_document("lighthouse", text)], encoder)
    retriever = Retriever(index, encoder)
    reader = EvidenceReader(retriever, retriever.search("灯塔由谁管理"))
    assert len(reader.best_sentences(hit_of(reader, "第一条"))) == 5
    assert len(reader.best_sentences(hit_of(reader, "第一条"), first=False)) <= OTHER_LIMIT


def test_a_sentence_with_a_number_gains_where_a_number_is_asked_for(read):
    plain, asking = read("规模多少"), read("规模多少", quantity=True)
    before = plain.sentences(hit_of(plain, "一"))[0]
    after = next(s for s in asking.sentences(hit_of(asking, "一")) if s.start == before.start)
    assert after.score > before.score
    assert after.cosine == before.cosine


def test_words_that_no_document_holds_are_unknown(read):
    reader = read("quokka zebra")
    assert reader.strength(reader.search.hits[:3]).unknown == pytest.approx(1.0)
    reader = read("navigation radar")
    assert reader.strength(reader.search.hits[:3]).unknown == 0.0


def test_the_strength_is_that_of_the_best_evidence(read):
    reader = read("导航雷达的研发")
    hits = reader.search.hits[:3]
    strength = reader.strength(hits)
    assert strength.cosine == max(s.cosine for hit in hits for s in reader.sentences(hit))
    assert 0.0 <= strength.coverage <= 1.0


def test_an_english_question_is_compared_with_the_rendering(read):
    reader = read("fishermen trained free of charge")
    assert reader.strength(reader.search.hits[:1]).coverage > 0.9


def test_section_that_prints_a_quoted_name_is_read_though_it_ranks_low(policy_index, stub_encoder):
    """渔船 stands in one section; the question is otherwise about another."""
    retriever = Retriever(policy_index, stub_encoder)
    search = retriever.search("导航雷达的核心器件里有没有“渔船”?", k=10)
    reader = EvidenceReader(retriever, search)

    assert reader.names == ("渔船",)
    assert "二(一)2" in [hit.ref for hit in reader.sections()]


def test_name_that_stands_nowhere_or_everywhere_is_not_looked_up(policy_index, stub_encoder):
    retriever = Retriever(policy_index, stub_encoder)

    for question in ("“潜艇”怎么办?", "“船舶”怎么办?"):
        reader = EvidenceReader(retriever, retriever.search(question, k=10))
        assert all(
            0 < sum(name in text for text in policy_index.plain_texts) <= 4 for name in reader.names
        )
        assert "潜艇" not in reader.names


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("哪所大学的科技园是重点合作项目?", "四(四)"),
        ("By which year are these targets to be met?", "一(二)"),
    ],
)
def test_the_section_with_a_name_of_the_kind_or_a_year_goes_first(tianjin_chatbot, question, ref):
    search = tianjin_chatbot.search(understand(question))
    reader = EvidenceReader(tianjin_chatbot.retriever, search)

    assert reader.sections()[0].ref == ref
