import re
import string
from dataclasses import asdict

import pytest

from bot.web.labels import EN, ZH, labels_for, preferred_language

HAN = re.compile("[\u4e00-\u9fff]")


def templates(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_fill_every_label():
    assert all(asdict(ZH).values())
    assert all(asdict(EN).values())


@pytest.mark.parametrize("name", asdict(ZH))
def test_both_languages_have_the_same_placeholders(name):
    assert templates(getattr(ZH, name)) == templates(getattr(EN, name))


@pytest.mark.parametrize(
    "name", sorted(set(asdict(ZH)) - {"html_lang", "files_limits", "scope_document"})
)
def test_each_label_is_in_its_language(name):
    assert HAN.search(getattr(ZH, name))
    assert not HAN.search(getattr(EN, name))


def test_traditional_labels_are_converted_from_simplified():
    labels = labels_for("zh", traditional=True)
    assert labels.send == "發送"
    assert labels.html_lang == "zh-Hant"
    assert labels_for("en", traditional=True) is EN


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", ("zh", False)),
        ("zh-TW,zh;q=0.9,en;q=0.8", ("zh", True)),
        ("en-GB,en;q=0.9,zh-HK;q=0.5", ("en", True)),
        ("zh-Hans-HK", ("zh", False)),
        ("zh-Hant", ("zh", True)),
        ("en;q=0.1,zh;q=0.9", ("zh", False)),
        ("zh;q=0,en", ("en", False)),
        ("de,fr;q=0.8", ("en", False)),
        ("de,zh-CN;q=0.8", ("zh", False)),
        ("zh;q=nonsense,,;;", ("en", False)),
        ("", ("en", False)),
    ],
)
def test_accept_language_decides_by_weight(header, expected):
    assert preferred_language(header) == expected
