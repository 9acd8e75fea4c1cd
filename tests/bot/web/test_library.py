import datetime
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.validity import Validity
from bot.web.labels import EN, ZH
from bot.web.library import (
    KINDS,
    documents_html,
    find_namesakes,
    find_twins,
    scope_html,
    uploads_html,
    warning_text,
)
from bot.web.limits import EVERYTHING, Limits, scope_of
from bot.web.uploads import Upload
from corpus.document import parse_document
from corpus.library import read_file
from corpus.loading import KINDS as LOADED
from corpus.sections import parse_sections
from corpus.validity import Clause

TODAY = datetime.date(2024, 6, 1)


def safe(elements):
    """Tell whether nothing in a page could run, load or lead somewhere."""
    names = {name for name, _, _ in elements.found}
    return names.isdisjoint({"script", "img", "iframe", "a"}) and not any(
        key.startswith("on") for _, attrs, _ in elements.found for key in attrs
    )


def listed(documents, labels, **options):
    """List documents on the test's day."""
    validity = Validity(SimpleNamespace(documents=documents))
    return documents_html(documents, labels, validity=validity, today=TODAY, **options)


# Added files


@pytest.mark.parametrize("labels", [ZH, EN])
def test_hostile_names_titles_and_warnings_stay_text(labels, hostile, qingshi, read_html):
    document = replace(
        qingshi, title=hostile, issuer=hostile, number=hostile, warnings=(hostile,), id=hostile
    )
    uploads = [
        Upload(hostile, problem="empty"),
        Upload(hostile, step="reading"),
        Upload(hostile, (document,)),
    ]
    elements = read_html(uploads_html(uploads, labels, files=20))
    assert safe(elements)
    assert [text for _, text in elements.of("span", **{"class": "zw-name"})] == [hostile] * 3
    assert hostile in [text for _, text in elements.of("dd")]
    (button,) = elements.of("button", **{"class": "zw-pick"})
    assert button[0]["data-document"] == hostile


@pytest.mark.parametrize("labels", [ZH, EN])
def test_each_step_is_said_with_its_progress(labels, read_html):
    uploads = [Upload("a.txt", step=step) for step in ("waiting", "reading", "indexing")]
    elements = read_html(uploads_html(uploads, labels, files=20))
    assert [attrs["value"] for attrs, _ in elements.of("progress")] == ["0", "1", "2"]
    shown = [text for _, text in elements.of("li")]
    for text, step in zip(shown, ("waiting", "reading", "indexing"), strict=True):
        assert getattr(labels, f"step_{step}") in text


def test_a_ready_file_reports_what_was_found(tianjin, read_html):
    elements = read_html(uploads_html([Upload("a.txt", (tianjin,))], EN, files=20))
    ((_, summary),) = elements.of("summary")
    lists = sum(len(found) for found in tianjin.lists.values())
    assert lists > 30
    assert summary.startswith(
        f"sections found: {len(tianjin.sections)}; lists of responsible units: {lists}"
    )
    facts = [text for _, text in elements.of("dd")]
    assert facts == [
        fact for fact in (tianjin.title, tianjin.issuer, tianjin.number, tianjin.date) if fact
    ]


def test_doubtful_numbers_are_listed(qingshi, read_html):
    doubtful = replace(qingshi, warnings=("五 follows 二: 2 missing from the text", "new kind"))
    elements = read_html(uploads_html([Upload("a.txt", (doubtful,))], ZH, files=20))
    ((_, summary),) = elements.of("summary")
    assert "2处存疑" in summary
    assert "open" in elements.of("details")[0][0]
    ((_, listed),) = elements.of("ul", **{"class": "zw-warnings"})
    assert "“五”之前的编号是“二”" in listed
    assert "new kind" in listed


def test_the_warnings_of_the_outline_are_translated():
    """Every kind that parsing gives is known here; an unknown one would come back as it is."""
    texts = (
        "规定\n\n一、甲\n\n内容。\n\n五、乙\n\n内容。\n\n六、丙\n\n内容。\n",
        "规定\n\n一、甲\n\n(一)子。内容。\n\n(七)丑。内容。\n\n二、乙\n\n内容。\n",
    )
    warnings = [warning for text in texts for warning in parse_sections(text)[1]]
    assert warnings
    assert not [warning for warning in warnings if warning_text(warning, ZH) == warning]


def test_a_name_that_lies_is_noted_in_plain_words(tmp_path):
    (tmp_path / "a.docx").write_text("<html><p>白水市规定</p><p>一、总则</p></html>", "utf-8")
    (document,) = read_file(tmp_path / "a.docx")
    assert [warning_text(warning, ZH) for warning in document.warnings] == [
        "文件扩展名是.docx,内容却是网页,已按内容读取"
    ]


def test_every_kind_of_content_has_a_name_in_both_languages():
    assert {kind for kinds in LOADED.values() for kind in kinds} == set(KINDS)


def test_pages_that_are_pictures_are_named():
    warning = "page 1, 3-5: pictures without readable text, left out; run text recognition"
    assert warning_text(warning, ZH) == "第1, 3-5页是图片,没有可读的文字,已略去"


def test_a_repeated_section_is_worded():
    warning = "二(一) at 120 stands twice; the second is text"
    assert warning_text(warning, ZH) == "“二(一)”出现了两次,第二处按正文处理"
    assert warning_text(warning, EN) == "“二(一)” stands twice; the second one is read as text"


def test_a_file_with_the_text_of_another_document_is_said_to_be_the_same(tianjin):
    again = replace(tianjin, id="again")
    newer = replace(tianjin, id="newer", text=tianjin.text.replace("7500", "8000"))
    documents = [tianjin, again, newer]
    ids, twins = find_namesakes(documents), find_twins(documents)
    assert twins == {tianjin.id, "again"}

    uploads = [Upload("a.txt", (again,)), Upload("b.txt", (newer,))]
    report = uploads_html(uploads, EN, files=20, namesakes=ids, twins=twins)
    assert report.count(EN.file_twin) == 1
    assert EN.file_namesake.format(id="again") not in report
    assert EN.file_namesake.format(id="newer") in report


def test_versions_of_one_document_are_told_apart_by_their_ids(tianjin):
    newer = replace(tianjin, id="newer", text=tianjin.text.replace("7500", "8000"))
    other = replace(tianjin, id="other", number="津政办发〔2018〕1号")
    documents = [tianjin, newer, other]
    ids = find_namesakes(documents)
    assert ids == {tianjin.id, "newer"}
    report = uploads_html([Upload("a.txt", (newer,))], ZH, files=20, namesakes=ids)
    assert ZH.file_namesake.format(id="newer") in report
    rows = listed(documents, EN, namesakes=ids)
    assert rows.count("· id ") == 2
    assert EN.document_id.format(id="newer") in rows
    assert "· newer”?" in listed(documents, EN, namesakes=ids, own={"newer"})


@pytest.mark.parametrize("labels", [ZH, EN])
def test_an_unreadable_file_says_why_in_both_languages(labels):
    shown = uploads_html([Upload("a.pdf", problem="scanned")], labels, files=20)
    assert labels.problem_scanned in shown
    many = uploads_html([Upload("a.pdf", problem="too_many")], labels, files=7)
    assert labels.problem_too_many.format(count=7) in many


def test_no_files_show_nothing():
    assert uploads_html([], ZH, files=20) == ""


# Documents


@pytest.mark.parametrize("labels", [ZH, EN])
def test_hostile_documents_are_listed_as_text(labels, hostile, qingshi, read_html):
    document = replace(
        qingshi, id=hostile, title=hostile, issuer=hostile, number=hostile, date=hostile
    )
    elements = read_html(listed([document], labels, own=[hostile]))
    assert safe(elements)
    opening, removal = elements.of("button", **{"class": "zw-pick"})
    assert opening[1] == hostile
    assert opening[0]["data-document"] == hostile
    assert hostile in removal[0]["data-confirm"]


def test_a_document_shows_issuer_number_date_sections_and_its_past(policy):
    document = replace(
        policy, issuer="海川市政府", number="海政发〔2021〕3号", date="2021-03-05", horizon=2023
    )
    shown = listed([document], ZH)
    facts = f"海川市政府 · 海政发〔2021〕3号 · 2021-03-05 · {len(policy.sections)}节"
    assert facts in shown
    assert "目标期至2023年,已过" in shown
    assert "已过" not in listed([replace(document, horizon=2024)], ZH)


@pytest.mark.parametrize(
    ("facts", "chinese", "english"),
    [
        ({"expires": "2023-12-31"}, "有效期至2023年12月31日,已过期", "expired on 31 December 2023"),
        ({"expires": "2024-06-01"}, "有效期至2024年6月1日", "in force until 1 June 2024"),
        ({"effective": "2024-07-01"}, "2024年7月1日起施行", "in force from 1 July 2024"),
        ({"validity": (Clause("void", None, 0, 4),)}, "已失效", "no longer in force"),
    ],
)
def test_how_a_document_stands_is_said_where_it_is_known(qingshi, facts, chinese, english):
    document = replace(qingshi, **facts)
    assert f">{chinese}</span>" in listed([document], ZH)
    assert f">{english}</span>" in listed([document], EN)


def test_a_document_that_another_one_repeals_says_so(qingshi, read_html):
    repealing = parse_document(
        "new",
        "青石市数据中心管理办法\n\n第一条 为了规范管理,制定本办法。\n\n第二条 本办法自2024年1月1日起施行。"
        f"《{qingshi.title}》同时废止。\n",
    )
    elements = read_html(listed([qingshi, repealing], ZH))
    badges = [text for _, text in elements.of("span", **{"class": "zw-past"})]
    assert badges == [ZH.document_repealed]


def test_a_document_without_date_says_so(qingshi):
    assert ZH.document_undated in listed([replace(qingshi, date=None)], ZH)


def test_titles_are_in_the_language_of_the_page_where_they_are_known(policy):
    assert "Haichuan" in listed([policy], EN)
    assert "Haichuan" not in listed([policy], ZH)


def test_a_session_may_remove_its_own_documents_only(policy, qingshi, read_html):
    both = [policy, qingshi]
    elements = read_html(listed(both, ZH, own=["qingshi"]))
    removals = elements.of("button", data_pick="remove")
    assert [attrs["data-document"] for attrs, _ in removals] == ["qingshi"]
    assert removals[0][0]["data-confirm"] == ZH.remove_question.format(title=qingshi.title)
    assert [text for _, text in elements.of("span", **{"class": "zw-badge"})][-1] == "我的"


def test_everybody_may_remove_shared_documents_where_that_is_allowed(policy, qingshi, read_html):
    elements = read_html(listed([policy, qingshi], EN, shared_too=True))
    removals = elements.of("button", data_pick="remove")
    assert [attrs["data-document"] for attrs, _ in removals] == [policy.id, "qingshi"]
    assert "Nobody" in removals[0][0]["data-confirm"]


def test_a_long_list_says_how_many_are_left_out(qingshi, read_html):
    many = [replace(qingshi, id=f"d{n}") for n in range(53)]
    elements = read_html(listed(many, ZH))
    assert len(elements.of("button", data_pick="open")) == 50
    assert ZH.documents_more.format(count=3) in elements.of("ul")[0][1]


def test_nothing_found_says_so():
    assert EN.documents_none in listed([], EN)


# Limits


def test_the_limits_in_force_are_shown_with_a_way_out(qingshi, read_html, hostile):
    document = replace(qingshi, title=hostile)
    elements = read_html(scope_html(scope_of(Limits(documents=("qingshi",)), [document]), ZH))
    assert safe(elements)
    ((attrs, text),) = elements.of("p")
    assert attrs["role"] == "status"
    assert hostile in text
    assert elements.of("button", data_pick="clear")[0][1] == ZH.limits_clear


def test_limits_that_leave_nothing_are_an_alert(qingshi, read_html):
    scope = scope_of(Limits(issuer="无"), [qingshi])
    ((attrs, text),) = read_html(scope_html(scope, EN)).of("p")
    assert attrs["role"] == "alert"
    assert "No document" in text


def test_no_limits_show_nothing():
    assert scope_html(EVERYTHING, ZH) == ""
