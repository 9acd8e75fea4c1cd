"""The words around files: removal always asks first, in both languages."""

from dataclasses import fields

import pytest

from bot.web.file_labels import FileLabels
from bot.web.labels import EN, ZH


@pytest.mark.parametrize("labels", [ZH, EN])
def test_removal_asks_and_offers_both_answers(labels):
    assert "?" in labels.remove_question
    assert labels.remove_yes != labels.remove_no


def test_file_labels_are_part_of_the_page_s():
    assert {field.name for field in fields(FileLabels)} <= {field.name for field in fields(ZH)}
