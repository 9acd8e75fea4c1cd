"""One text in two languages, and one text in several files."""

from bot.counterparts import are_parts, identity_of, preferred, with_counterparts
from corpus.document import parse_document
from index.library import build_index

CHINESE = "中华人民共和国海关法\n\n第一条 海关负责监管。\n\n第二条 货物应当申报。\n"
ENGLISH = (
    "# Customs Law of the People's Republic of China\n\n"
    "Article 1 Customs shall supervise.\n\nArticle 2 Goods shall be declared.\n"
)
OTHER = "海川市港口条例\n\n第一条 港口应当巡查。\n"


def kept(documents, language, encoder):
    index = build_index(documents, encoder)
    return [document.id for document in preferred(index.documents, language, index)]


def test_a_law_in_two_languages_is_read_in_that_of_the_question(stub_encoder):
    documents = [parse_document("a", CHINESE), parse_document("b", ENGLISH)]
    documents.append(parse_document("c", OTHER))
    assert kept(documents, "en", stub_encoder) == ["b", "c"]
    assert kept(documents, "zh", stub_encoder) == ["a", "c"]


def test_files_whose_names_differ_in_the_language_are_one_text(stub_encoder):
    english = "# Port Rules\n\nArticle 1 Ports shall be inspected.\n"
    documents = [parse_document("port_zh", OTHER), parse_document("port_en", english)]
    assert kept(documents, "en", stub_encoder) == ["port_en"]
    assert kept(documents, "zh", stub_encoder) == ["port_zh"]


def test_two_texts_of_one_language_are_both_kept(stub_encoder):
    documents = [parse_document("a", CHINESE), parse_document("b", OTHER)]
    assert kept(documents, "en", stub_encoder) == ["a", "b"]


def test_a_rendered_document_can_be_read_in_both_languages(policy):
    identity = identity_of(policy)
    assert identity.speaks("zh")
    assert identity.speaks("en")


def test_pages_of_one_title_without_a_common_section_are_parts():
    first, second = ENGLISH.split("\n\nArticle 2", 1)
    title = ENGLISH.split("\n\n", 1)[0]
    pages = [
        parse_document("p1", first + "\n"),
        parse_document("p2", f"{title}\n\nArticle 2{second}"),
    ]
    assert are_parts(pages)
    assert not are_parts([parse_document("x", ENGLISH), parse_document("y", ENGLISH)])


def test_a_question_is_answered_from_the_text_in_its_language(stub_encoder):
    from bot.chatbot import Chatbot

    documents = [parse_document("a", CHINESE), parse_document("b", ENGLISH)]
    chatbot = Chatbot(build_index(documents, stub_encoder), stub_encoder)
    english = chatbot.reply("What does Article 2 of the Customs Law say?")
    assert {citation.document for citation in english.citations} == {"b"}
    chinese = chatbot.reply("海关法第二条是什么?")
    assert {citation.document for citation in chinese.citations} == {"a"}


def test_a_named_text_brings_the_one_in_the_other_language(stub_encoder):
    documents = [parse_document("a", CHINESE), parse_document("b", ENGLISH)]
    index = build_index([*documents, parse_document("c", OTHER)], stub_encoder)
    assert [d.id for d in with_counterparts(documents[:1], index)] == ["a", "b"]
    assert [d.id for d in with_counterparts(index.documents[2:], index)] == ["c"]
