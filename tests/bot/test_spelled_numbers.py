"""The documents whose number an English question spells."""

import pytest

from bot.spelled_numbers import find_spelled_numbers
from bot.titled import Titled
from corpus.document import parse_document, with_metadata

BODY = "\n\n一、总则\n\n依照国发〔2015〕8号文件制定。\n"
NUMBERS = {
    "harbour": "海府办发〔2021〕12号",
    "ships": "海府办发〔2021〕120号",
    "english": "Hai Zheng Ban Fa [2024] No. 21",
    "letters": "HMPG GO R [2022] No. 7",
}


@pytest.fixture(scope="module")
def titled() -> list[Titled]:
    return [
        Titled(
            with_metadata(
                parse_document(id_, id_ + BODY), {"number": number, "cites": ("国发〔2015〕8号",)}
            )
        )
        for id_, number in NUMBERS.items()
    ]


@pytest.mark.parametrize(
    ("question", "text", "id_"),
    [
        ("What does Hai Fu Ban Fa [2021] No. 12 say?", "Hai Fu Ban Fa [2021] No. 12", "harbour"),
        ("Who leads under Haifubanfa (2021) 12?", "Haifubanfa (2021) 12", "harbour"),
        ("Is HaiFu BanFa〔2021〕No.120 in force?", "HaiFu BanFa〔2021〕No.120", "ships"),
        ("What is Hai Zheng Ban Fa [2024] No. 21?", "Hai Zheng Ban Fa [2024] No. 21", "english"),
        ("Article 2 of HMPG GO R [2022] No. 7", "HMPG GO R [2022] No. 7", "letters"),
    ],
)
def test_a_spelled_number_names_its_document(titled, question, text, id_):
    (name,) = find_spelled_numbers(question, titled)
    assert (name.text, [document.id for document in name.documents]) == (text, [id_])
    assert question[name.start : name.end] == text


def test_a_number_that_no_document_has_names_a_missing_one(titled):
    (name,) = find_spelled_numbers("What does Hai Fu Ban Fa [2021] No. 13 say?", titled)
    assert (name.text, name.documents) == ("Hai Fu Ban Fa [2021] No. 13", ())


@pytest.mark.parametrize(
    "question",
    [
        "What does it take from Guo Fa [2015] No. 8?",  # cited, and no document here
        "What does Article 12 (2021) say?",
        "How many ports are there in 2021?",
    ],
)
def test_other_numbers_name_nothing(titled, question):
    assert list(find_spelled_numbers(question, titled)) == []
