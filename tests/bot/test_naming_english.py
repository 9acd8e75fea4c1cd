"""Which documents an English question names, though their titles are Chinese."""

import numpy as np
import pytest

from bot.naming import Naming
from bot.naming_english import EnglishNaming
from corpus.document import parse_document

TITLES = {
    "data-law": "中华人民共和国数据保护法",
    "data-rules": "中华人民共和国数据保护法实施条例",
    "north": "北京市网络数据安全条例",
    "south": "深圳经济特区网络数据安全条例",
    "doctors": "广州市家庭医生实施方案",
    "english": "Harbour Safety and Navigation Plan",
    "anluo": "安洛市渔港停泊管理办法",
    "minutes": "沅东省港口工作会议纪要",
    "aid": "沅东省渔船补助办法",
    "explained": "《沅东省渔船补助办法》政策解读",
}


@pytest.fixture
def naming(stub_encoder, monkeypatch) -> EnglishNaming:
    """Naming before an encoder that finds nothing alike, so that the words decide."""
    encode = lambda texts, *, query, progress=False: np.tile([query, not query], (len(texts), 1))  # noqa: E731
    monkeypatch.setattr(stub_encoder, "_encode", encode)
    documents = [
        parse_document(name, f"{title}\n\n一、总则\n\n本办法应当遵守。\n")
        for name, title in TITLES.items()
    ]
    return EnglishNaming(Naming(documents).titled, stub_encoder)


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("What does the Data Protection Law say about fees?", ["data-law"]),
        ("What do the implementing regulations of the Data Protection Law say?", ["data-rules"]),
        ("Who is responsible under Guangzhou's family doctor plan?", ["doctors"]),
        ("What does the Beijing network data security regulation require?", ["north"]),
        ("What does the network data security regulation require?", ["north", "south"]),
        ("Does the Harbour Safety and Navigation Plan name a body?", ["english"]),
        ("What does Article 3 of Anluo's rules say?", ["anluo"]),
        ("What did the Yuandong meeting say?", ["minutes"]),
        ("What does Part II of the minutes on Yuandong's ports say?", ["minutes"]),
        ("What do Yuandong's measures say?", ["aid"]),
        ("What does Yuandong's policy interpretation say?", ["explained"]),
    ],
)
def test_a_title_is_found_by_kind_place_and_translated_words(naming, question, ids):
    (name,) = naming.find(question)
    assert [document.id for document in name.documents] == ids


def test_two_places_before_one_kind_name_two_documents(naming):
    names = naming.find(
        "Compare the Beijing and Shenzhen network data security regulations on fines."
    )
    assert [[d.id for d in name.documents] for name in names] == [["north"], ["south"]]
    assert names[1].text == "Shenzhen network data security regulations"  # the fines are asked for


@pytest.mark.parametrize(
    "question",
    [
        "Does the Company Law say who may buy shares?",
        "What does the Shanghai network data security regulation require?",  # of another place
        "What is the target for smartphones?",
    ],
)
def test_a_phrase_that_fits_no_title_names_nothing(naming, question):
    assert naming.find(question) == ()


@pytest.mark.parametrize(
    "question",
    ["What does Article 10 of the Company Law say?", "Who may vote under the Company Law?"],
)
def test_a_law_that_is_asked_about_and_not_there_is_a_name_of_no_document(naming, question):
    (name,) = naming.find(question)
    assert (name.text, name.documents) == ("Company Law", ())


def test_a_title_is_encoded_once(naming, stub_encoder, monkeypatch):
    asked = "Who is responsible under Guangzhou's family doctor plan?"
    first = naming.find(asked)
    monkeypatch.setattr(stub_encoder, "encode_passages", None)  # would fail if it were called
    assert naming.find(asked) == first


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("What does the Labor Contract Law say of notice?", ["work"]),
        ("Under the Labour Contract Law, who gives notice?", ["work"]),
        ("When did the HSNP begin?", ["english"]),
        ("What does the harbour safety and navigation plan require?", ["english"]),
        ("What does the law require?", ["work"]),
        ("What does the law on ports require?", []),
        ("What capital do the implementing regulations require?", ["rules"]),
        ("What do the implementing regulations on ports require?", []),
    ],
)
def test_english_titles_their_initials_and_a_bare_kind_name_documents(
    stub_encoder, monkeypatch, question, documents
):
    encode = lambda texts, *, query, progress=False: np.tile([query, not query], (len(texts), 1))  # noqa: E731
    monkeypatch.setattr(stub_encoder, "_encode", encode)
    titles = {"work": "中华人民共和国劳动合同法", "english": TITLES["english"]}
    titles["rules"] = "海川市渔业资源条例实施条例"
    known = [
        parse_document(name, f"{title}\n\n一、总则\n\n本办法应当遵守。\n")
        for name, title in titles.items()
    ]
    naming = EnglishNaming(Naming(known).titled, stub_encoder)
    found = [d.id for name in naming.find(question) for d in name.documents]
    assert found == documents


def test_the_table_of_tasks_is_meant_rather_than_a_plan(stub_encoder):
    documents = [
        parse_document("plan", "安洛市垃圾分类行动方案\n\n一、总则\n\n甲。\n"),
        parse_document("table", "安洛市民生实事任务分解表\n\n一、总则\n\n甲。\n"),
        parse_document("sea", "Opinions of Haiyan Municipality on Ports\n\nI. Ports\n\nBuild.\n"),
    ]
    naming = EnglishNaming(Naming(documents).titled, stub_encoder)
    (name,) = naming.find("Which projects in Anluo's task breakdown table are new?")
    assert [document.id for document in name.documents] == ["table"]
    (name,) = naming.find("What do the Haiyan opinions say?")
    assert [document.id for document in name.documents] == ["sea"]
