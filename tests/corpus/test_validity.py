"""From when and until when a document is in force."""

import pytest

from corpus.furniture import InfoTable, read_table
from corpus.validity import read_validity

HEAD = "海川市渔船管理办法\n"


def force(
    body: str,
    *,
    issued: str | None = "2020-03-08",
    title: str = "海川市渔船管理办法",
    head: int = 0,
):
    text = HEAD + body
    found = read_validity(text, issued=issued, title=title, head=head, table=InfoTable())
    return found.effective, found.expires


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本办法自2021年1月1日起施行。", ("2021-01-01", None)),
        ("本办法自二〇二一年一月一日起实施。", ("2021-01-01", None)),
        ("本實施細則自2021年1月1日起實施。", ("2021-01-01", None)),
        ("本办法自发布之日起施行。", ("2020-03-08", None)),
        ("本办法自公布之日起30日后施行。", ("2020-04-07", None)),
        ("本办法自公布之日起三十日后施行。", ("2020-04-07", None)),
        ("本條例自公布日施行。", ("2020-03-08", None)),
        ("本办法自2026年1月1日起实施，有效期至2030年12月31日。", ("2026-01-01", "2030-12-31")),
        ("本办法自2021年1月1日起施行,有效期5年。", ("2021-01-01", "2025-12-31")),
        ("本办法自印发之日起施行，有效期三年。", ("2020-03-08", "2023-03-07")),
        ("本办法自2021年1月1日起试行两年。", ("2021-01-01", "2022-12-31")),
        ("本办法自2021年1月1日起施行,试行期为一年。", ("2021-01-01", "2021-12-31")),
        ("本办法自2021年1月1日起施行,有效期六个月。", ("2021-01-01", "2021-06-30")),
        ("本办法自2021年1月1日起施行,至2023年6月30日止。", ("2021-01-01", "2023-06-30")),
        ("本办法自2021年1月1日至2023年6月30日施行。", ("2021-01-01", "2023-06-30")),
        ("本办法有效期至2025年底。", (None, "2025-12-31")),
        ("上述政策措施自2024年4月1日起施行，有效期至2026年12月31日。", ("2024-04-01", "2026-12-31")),
        ("本办法自2024年4月1日起施行，执行至2027年12月31日。", ("2024-04-01", "2027-12-31")),
        ("本公告自2024年4月1日起施行，有效至2026年底。", ("2024-04-01", "2026-12-31")),
        ("本办法有效期至2025年6月。", (None, "2025-06-30")),
        ("本办法有效期至2025年13月。", (None, None)),
        ("本办法有效期至2025年0月。", (None, None)),
        ("本办法自9999年12月31日起施行。", (None, None)),
        ("特制定本意见，政策期限为2016年至2018年。", (None, "2018-12-31")),
        ("本办法有效期自2021年1月1日至2025年12月31日。", ("2021-01-01", "2025-12-31")),
        ("本办法自2021年1月1日起施行,2023年6月30日自动失效。", ("2021-01-01", "2023-06-30")),
        ("有效期至2030年7月31日", (None, "2030-07-31")),
        ("These Measures shall come into force as of January 1, 2021.", ("2021-01-01", None)),
        ("This Law shall take effect on 1 May 2021.", ("2021-05-01", None)),
        ("These measures shall be effective as of January 1,\n2025.", ("2025-01-01", None)),
        ("This Act shall become effective from the date of promulgation.", ("2020-03-08", None)),
        ("These Rules are valid until December 31, 2025.", (None, "2025-12-31")),
        ("The Measures shall take effect on May 1, 2021 and be valid for five years.", ("2021-05-01", "2026-04-30")),
    ],
)  # fmt: skip
def test_days_that_a_sentence_states(sentence, expected):
    assert force(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "本市渔船许可证有效期为五年。",
        "服务协议有效期可为1年、2年或3年,由本办法规定。",
        "法律规定须经批准的,应当在批准文件有效期内申请。",
        "渔民补贴标准自2021年1月1日起执行。",
        "本办法第五条自2021年1月1日起施行。",
        "本條例中華民國一百十二年一月七日修正之條文,自一百十二年一月一日起施行。",
        "The Articles amended on January 7, 2023 shall be implemented from January 1, 2023.",
        "到2025年,全面实施新标准。",
        "《海川市渔港办法》(海政规〔2018〕1号)有效期延长至2026年12月31日,本通知转发各区。",
    ],
)
def test_days_of_something_else_are_not_the_documents(sentence):
    assert force(f"{sentence}\n" + "正文。" * 300) == (None, None)


def test_sentence_on_the_kind_that_the_title_names_counts_most():
    body = "本办法自2021年5月1日起施行。\n本通知自2020年1月1日起施行。"

    assert force(body)[0] == "2021-05-01"
    assert force(body, title="海川市通知")[0] == "2020-01-01"


def test_decree_states_the_day_in_the_head():
    body = "现将《海川条例》公布,自2019年3月1日起施行。\n" + "正文。" * 300

    assert force(body, head=60)[0] == "2019-03-01"
    assert force(body, head=0)[0] is None


def test_day_of_printing_is_the_day_from_which_a_term_runs():
    body = "本办法自印发之日起施行,有效期5年。\n海川市人民政府办公厅秘书处 2024年7月29日印发\n"

    assert force(body, issued="2024-07-26") == ("2024-07-29", "2029-07-28")


def test_term_without_any_day_dates_nothing():
    assert force("本办法自印发之日起施行,有效期5年。", issued=None) == (None, None)


PAGE = "文号：海政规〔2019〕6号\n实施日期：2019年10月16日\n失效日期：2024年10月15日\n文件状态：已废止\n"


def page(body: str):
    text = PAGE + body
    return text, read_validity(
        text, issued="2019-10-09", title="办法", head=len(PAGE), table=read_table(text, len(PAGE))
    )


def test_info_table_dates_a_text_that_does_not():
    text, found = page("一、正文。")

    assert (found.effective, found.expires) == ("2019-10-16", "2024-10-15")
    assert [text[c.start : c.end] for c in found.clauses] == [
        "实施日期：2019年10月16日",
        "失效日期：2024年10月15日",
        "文件状态：已废止",
    ]


def test_text_that_bears_the_table_out_is_what_says_so():
    text, found = page("本办法自印发之日起施行,有效期5年。")

    assert found.expires == "2024-10-15"
    assert (
        text[found.clauses[1].start : found.clauses[1].end] == "本办法自印发之日起施行,有效期5年。"
    )


def test_outright_date_of_the_text_wins_over_the_table():
    _, found = page("本办法自2020年1月1日起施行,有效期至2022年12月31日。")

    assert (found.effective, found.expires) == ("2020-01-01", "2022-12-31")


def test_title_marked_as_repealed_is_void():
    text = "海川市渔船管理办法（已废止）\n一、正文。"
    found = read_validity(text, issued=None, title="办法", head=20, table=InfoTable())

    assert [(c.kind, c.date) for c in found.clauses] == [("void", None)]


def test_line_above_a_title_that_dates_it():
    body = "（2024年2月18日起施行，有效期至2029年2月17日）\n" + "正文。" * 300

    assert force(body, head=60) == ("2024-02-18", "2029-02-17")


def test_day_of_issue_that_is_not_known_leaves_the_sentence():
    text = HEAD + "本办法自公布日施行。"
    found = read_validity(text, issued=None, title="办法", head=0, table=InfoTable())

    assert found.effective is None
    assert [(c.kind, c.date, text[c.start : c.end]) for c in found.clauses] == [
        ("effective", None, "本办法自公布日施行。")
    ]


def test_expiry_before_the_first_day_is_dropped():
    assert force("本办法自2021年1月1日起施行,有效期至2012年12月31日。") == ("2021-01-01", None)


def test_a_time_of_application_counts_where_it_closes_the_text():
    text = "一、标准\n每艘五万元。\n二、时间\n政策执行时间：2024年1月1日至2024年12月31日。\n"
    applied = "申报时间：2024年1月1日至2024年12月31日。\n"

    assert force(text) == ("2024-01-01", "2024-12-31")
    assert force(f"一、申报\n{applied}") == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "（该文件已被海政规〔2023〕5号废止）",
        "【本办法已于2023年5月1日废止】",
        "(已宣布失效)",
        "本办法已被《海川市渔船条例》废止",
        "注：该文件已失效。",
        "效力状态：失效",
        "时效性：已废止",
        "有效性：无效",
    ],
)
def test_marks_above_a_text_that_is_no_longer_in_force(line):
    text = f"{line}\n{HEAD}第一条 为了管理渔船，制定本办法。"
    head = text.index("第一条")
    found = read_validity(text, issued=None, title=HEAD.strip(), head=head, table=InfoTable())

    assert ("void", line) in [(c.kind, text[c.start : c.end].strip()) for c in found.clauses]


@pytest.mark.parametrize(
    "line",
    [
        "（《旧办法》同时废止）",
        "有效性：有效",
        "关于废止部分文件的决定",
        "本办法施行后，旧文件已失效",
    ],
)
def test_words_on_the_end_of_others_are_no_mark(line):
    text = f"{line}\n{HEAD}第一条 为了管理渔船，制定本办法。"
    head = text.index("第一条")
    found = read_validity(text, issued=None, title=HEAD.strip(), head=head, table=InfoTable())

    assert found.clauses == ()
