"""A kind of detail."""

from bot.detail import make_detail


def test_patterns_hold_in_either_case():
    detail = make_detail("phone", r"\bphone\b", r"\bcall\b", nearest=True)

    assert detail.asked.search("Which PHONE?")
    assert detail.stated.search("Call the office.")
    assert (detail.kind, detail.nearest) == ("phone", True)
