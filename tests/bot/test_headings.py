"""Headings with sections below, in the form in which questions are searched for them."""

from bot.headings import read_headings


def test_headings_are_those_with_sections_below_in_both_languages(policy):
    headings = read_headings(policy)
    refs = [heading.section.ref for heading in headings]
    assert refs == [s.ref for s in policy.sections if policy.children(s.ref)]
    assert all(heading.rendered for heading in headings)
    assert [h.plain for h in headings if h.section.ref == "三"] == ["保障措施"]
