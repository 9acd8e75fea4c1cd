"""Adoption lines and headings of decrees in English."""

import pytest

from corpus.english_issue import adoption, body_alone, decreed_by


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["(Promulgated on March 3, 2023 and effective as of May 1, 2023)"], (None, "2023-03-03")),
        (
            ["(Promulgated by Decree No. 47 of the Haichuan Municipal People’s Government on", "March 3, 2023)"],
            ("Haichuan Municipal People’s Government", "2023-03-03"),
        ),
        (
            ["(Adopted at the 20th Session of the Standing Committee of the 15th People's Congress of Haichuan City on August 30, 2019)"],
            ("Standing Committee of the People's Congress of Haichuan City", "2019-08-30"),
        ),
        (
            ["(Adopted by the Council of Haichuan City on 1 May 2010; amended on 3 June 2015, effective from 1 July 2015)"],
            ("Council of Haichuan City", "2015-06-03"),
        ),
        (
            ["(Adopted at the Second Session of the Standing Committee of the National People's Congress", "on March 15, 2019)"],
            ("Standing Committee of the National People's Congress", "2019-03-15"),
        ),
        (
            ["(Promulgated by Decree No. 34 of Haichuan Municipality People’s Government on May 9, 2041)"],
            ("Haichuan Municipality People’s Government", "2041-05-09"),
        ),
        (
            ["(Issued by Haichuan Port Bureau on May 9, 2041)"],
            ("Haichuan Port Bureau", "2041-05-09"),
        ),
        (["(Effective as of May 1, 2023)"], (None, None)),
        (["Promulgated and effective on May 1, 2023"], (None, None)),
        (["Measures for Fishing Ports", "May 1, 2023"], (None, None)),
    ],
)  # fmt: skip
def test_body_and_day_of_an_adoption_line(lines, expected):
    assert adoption(lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Decree No. 47 of the People’s Government of Haichuan", "People’s Government of Haichuan"),
        ("Order of the State Council No. 3", "State Council"),
        ("Order of the Ministry of Ports (No. 3)", "Ministry of Ports"),
        ("Decree of Haichuan Municipal Council", "Haichuan Municipal Council"),
        ("Announcement [2041] No. 17 of the Ministry of Ports", "Ministry of Ports"),
        ("In Order of the day", None),
    ],
)
def test_body_that_a_decree_is_of(line, expected):
    assert decreed_by(["Haichuan", line]) == expected


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Haichuan Municipal People’s Government", "Haichuan Municipal People’s Government"),
        ("The General Office of Haichuan Council", "General Office of Haichuan Council"),
        ("Ministry of Ports", "Ministry of Ports"),
        ("Commissioner of the Port Bureau", None),
        ("Duties of the Port Bureau", None),
        ("Each competent Bureau", None),
        ("Harbour Rules", None),
    ],
)
def test_body_whose_name_is_all_of_a_line(line, body):
    assert body_alone(line) == body
