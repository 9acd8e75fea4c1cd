"""Whether a question that names no document stays with the one that was talked of."""

from types import SimpleNamespace

import pytest

from bot.staying import FARTHER, stays
from bot.understanding import understand
from corpus.document import parse_document

TITLES = {"anluo": "安洛市渔港停泊办法", "bijiang": "碧江区渔船补助办法"}
DOCUMENTS = [
    parse_document(name, f"{title}\n\n一、总则\n\n应当遵守。\n") for name, title in TITLES.items()
]


def searching(own: float, anywhere: float):
    """A search whose nearest passage is this near in the document talked of, and in all."""

    def search(_asked, ids):
        cosine = own if ids == {"anluo"} else anywhere
        return SimpleNamespace(hits=(SimpleNamespace(cosine=cosine),))

    return search


@pytest.mark.parametrize(
    ("question", "is_staying"),
    [
        ("停泊费是多少?", True),
        ("安洛的停泊费是多少?", True),
        ("How much is the fee?", True),
        ("碧江区的补助是多少?", False),
        ("碧江補助多少?", False),
        ("哪些文件提到停泊费?", False),
        ("其他城市的停泊费是多少?", False),
        ("Which documents mention fees?", False),
    ],
)
def test_a_question_stays_unless_it_is_about_another_place_or_all_documents(question, is_staying):
    found = stays(understand(question), DOCUMENTS[:1], DOCUMENTS, searching(0.5, 0.5))
    assert found is is_staying


@pytest.mark.parametrize(
    ("farther", "is_staying"), [(FARTHER - 0.01, True), (FARTHER + 0.01, False)]
)
def test_a_question_leaves_where_another_document_is_much_nearer(farther, is_staying):
    asked = understand("停泊费是多少?")
    assert stays(asked, DOCUMENTS[:1], DOCUMENTS, searching(0.6 - farther, 0.6)) is is_staying


def test_a_document_in_which_nothing_is_found_is_left():
    def search(_asked, ids):
        hits = () if ids == {"anluo"} else (SimpleNamespace(cosine=0.3),)
        return SimpleNamespace(hits=hits)

    assert not stays(understand("停泊费是多少?"), DOCUMENTS[:1], DOCUMENTS, search)
