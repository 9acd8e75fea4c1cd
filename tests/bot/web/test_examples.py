"""The questions that the page offers to begin with."""

from bot.reply import Refusal
from bot.understanding import names_topic, understand
from bot.web.examples import GENERAL, OF_DOCUMENT, examples_for
from corpus.language import detect_language


def test_a_document_with_examples_of_its_own_offers_them(policy, tianjin):
    assert examples_for([policy, tianjin]) == OF_DOCUMENT[tianjin.id]


def test_other_documents_offer_general_questions(policy):
    assert examples_for([policy]) == GENERAL


def test_every_example_names_its_topic_in_its_language():
    every = [
        (language, question)
        for examples in (GENERAL, *OF_DOCUMENT.values())
        for language, questions in examples.items()
        for question in questions
    ]
    assert [q for language, q in every if detect_language(q) != language] == []
    assert [q for _, q in every if not names_topic(understand(q))] == []


def test_the_general_examples_are_answered(stub_chatbot):
    replies = [stub_chatbot.reply(q) for questions in GENERAL.values() for q in questions]
    assert [reply.question for reply in replies if isinstance(reply, Refusal)] == []
