"""Labels of responsible bodies in English, and what follows them."""

import pytest

from corpus.english_lists import names, read_roles, read_shared, role_of
from corpus.responsibility import find_lists


@pytest.mark.parametrize(
    ("inside", "lead", "plain", "joint"),
    [
        (
            "Responsible: Port Authority; Harbour Police",
            (),
            ("Port Authority", "Harbour Police"),
            (),
        ),
        (
            "Responsible units: the Fire Service, Town Council.",
            (),
            ("Fire Service", "Town Council"),
            (),
        ),
        (
            "Lead: Port Authority. Support: Customs, Harbour Police",
            ("Port Authority",),
            (),
            ("Customs", "Harbour Police"),
        ),
        (
            "Responsible units: Port Authority, 12345 Hotline, and administrative committees of zones",
            (),
            ("Port Authority", "12345 Hotline", "administrative committees of zones"),
            (),
        ),
        (
            "Lead agency: Energy Office; partners: Housing Trust; deadline: 2031",
            ("Energy Office",),
            (),
            ("Housing Trust",),
        ),
    ],
)
def test_bodies_behind_labels_are_read_by_role(inside, lead, plain, joint):
    assert read_roles(inside) == {"lead": lead, "plain": plain, "joint": joint}


@pytest.mark.parametrize(
    "inside",
    [
        "Support: grants of 5,000 a year",
        "Support: Grants of 5,000 a year",
        "Lead: 0.05 mg per litre",
        "The bodies responsible: see Annex 2",
        "Responsible: ",
    ],
)
def test_what_names_no_body_is_no_list(inside):
    assert read_roles(inside) == {}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "Renew the walls.\nResponsible: Public Works; Coast Office\n",
            ("Public Works", "Coast Office"),
        ),
        ("Renew the walls at once. Responsible: Public Works.\n", ("Public Works",)),
        ("• Lead department: Public Works\n", ("Public Works",)),
        ("The responsible: nobody knows who.\n", None),
    ],
)
def test_line_or_end_of_a_paragraph_is_a_list(text, units):
    found = find_lists(text, 0, len(text))

    assert [item.units for item in found] == ([units] if units else [])


def test_columns_of_an_english_table_name_units_by_role():
    text = "Action | Lead | Partners | By\nNew walls | Public Works | Coast Office, Navy | 2031\n"

    (found,) = find_lists(text, 0, len(text))

    assert (found.lead, found.joint) == (("Public Works",), ("Coast Office", "Navy"))


def test_numbers_below_a_column_are_no_units():
    text = "Site | Lead | Zinc\nNorth pond | 0.05 | 1.20\n"

    assert find_lists(text, 0, len(text)) == ()
    assert names("0.05") == ()


def test_column_of_other_things_has_no_role():
    assert role_of("Lead time") is None
    assert role_of("Supporting agencies") == "joint"


def test_bodies_of_a_sentence_share_a_task():
    assert read_shared("The Trade Office and the Port Authority are responsible") == (
        "Trade Office",
        "Port Authority",
    )


def test_list_that_lines_break_is_read_as_one():
    text = (
        "Train staff. (Lead unit: Department\nof Industry; supporting units: county\ngovernments)\n"
    )

    (found,) = find_lists(text, 0, len(text))

    assert (found.lead, found.joint) == (("Department of Industry",), ("county governments",))


def test_governments_of_districts_are_bodies():
    found = read_roles(
        "Responsible units: Port Authority, and people’s governments of all districts"
    )

    assert found["plain"] == ("Port Authority", "people’s governments of all districts")
    assert read_shared("the Port Authority is responsible") == ("Port Authority",)


@pytest.mark.parametrize(
    ("listed", "bodies"),
    [
        ("Finance Bureau and Harbour Customs", ("Finance Bureau", "Harbour Customs")),
        ("Bureau of Culture and Tourism", ("Bureau of Culture and Tourism",)),
        (
            "Administration for Market Regulation, Commission of Housing and Urban-Rural Development "
            "and relevant district governments",
            (
                "Administration for Market Regulation",
                "Commission of Housing and Urban-Rural Development",
                "relevant district governments",
            ),
        ),
        ("Metro Group Co., Ltd., Port Authority", ("Metro Group Co., Ltd.", "Port Authority")),
    ],
)
def test_and_parts_two_bodies_and_no_name(listed, bodies):
    assert read_roles(f"Responsible: {listed}")["plain"] == bodies
