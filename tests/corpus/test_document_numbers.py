"""The number a document bears, and those that it cites."""

import pytest

from corpus.document_numbers import decree_number, find_numbers, own_number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("海政发〔2019〕3号", ["海政发〔2019〕3号"]),
        ("海政发〔２０１９〕３号", ["海政发〔２０１９〕３号"]),
        ("海政发﹝2020﹞12号和海政发【2019】3号", ["海政发﹝2020﹞12号", "海政发【2019】3号"]),
        ("海政发[2019]3号、海政发(2019)4号、海政发（2019）5号", ["海政发[2019]3号", "海政发(2019)4号", "海政发（2019）5号"]),
        ("海政发［2019］第3号", ["海政发［2019］第3号"]),
        ("海政发〔二〇〇五〕3号", ["海政发〔二〇〇五〕3号"]),
        ("海政办发 〔 2021 〕 5 号", ["海政办发〔2021〕5号"]),
        ("应当根据海政发〔2020〕12号的要求", ["海政发〔2020〕12号"]),
        ("有关规定和海政发〔2020〕12号", ["海政发〔2020〕12号"]),
        ("《方案》（和田办发〔2041〕3号）", ["和田办发〔2041〕3号"]),
        ("3月5日海政发〔2041〕3号、原海政发〔2019〕1号", ["海政发〔2041〕3号", "海政发〔2019〕1号"]),
        ("津和政发〔2021〕3号", ["津和政发〔2021〕3号"]),
        ("2021年7月27日中华人民共和国国务院令第946号公布", ["国务院令第946号"]),
        ("决定修正主席令第九十六号", ["主席令第九十六号"]),
        ("《办法》（海川市人民政府令第 61 号）", ["海川市人民政府令第61号"]),
        ("海川市税务局公告2021年第3号", ["海川市税务局公告2021年第3号"]),
        ("Guo Fa [2035] No. 28", ["Guo Fa [2035] No. 28"]),
        ("SMPG GO D [2020]  No. 15", ["SMPG GO D [2020] No. 15"]),
        ("(No.8 [2016], Haichuan Commission)", ["No.8 [2016]"]),
        ("海川市政府府法字第1100012345号令公布", ["府法字第1100012345号"]),
        ("under Order No. 9 of the Port Bureau and Decree No. 12 of Haichuan City", ["Order No. 9 of the Port Bureau", "Decree No. 12 of Haichuan City"]),
        ("海川县政府府渔综字第1150023187号函颁", ["府渔综字第1150023187号"]),
        ("共有〔2019〕和3号线", []),
        ("第3号线路", []),
    ],
)  # fmt: skip
def test_numbers_of_a_text(text, numbers):
    assert find_numbers(text) == numbers


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("海政发〔2019〕3号", "海政发〔2019〕3号"),
        ("文号:海政发〔2019〕3号", "海政发〔2019〕3号"),
        ("Guo Fa [2035] No. 28", "Guo Fa [2035] No. 28"),
        ("　　〔2023〕18号", "〔2023〕18号"),
        ("〔2041〕第27期", "〔2041〕第27期"),
        ("　和田办发〔2041〕3号", "和田办发〔2041〕3号"),
        ("原阳政规〔2041〕3号", "原阳政规〔2041〕3号"),
        (
            "Order [2041] No. 6 of the Ministry of Ports",
            "Order [2041] No. 6 of the Ministry of Ports",
        ),
        ("Order [2041] No. 6 of the Ministry of Ports applies.", None),
        ("中华民国114年3月5日海府字第1140012号函订定", "海府字第1140012号"),
        ("中华民国114年3月5日海府字第1140012号函所附的文件", None),
        ("根据海政发〔2019〕3号", None),
        ("海政发〔2019〕3号,现印发", None),
        ("海政发〔2019〕3号 海政发〔2019〕4号", None),
        ("现将海政发〔2019〕3号文件的有关内容通知你们", None),
        ("港口规划", None),
    ],
)
def test_number_that_a_line_bears(line, number):
    assert own_number(line) == number


@pytest.mark.parametrize(
    ("line", "following", "number"),
    [
        ("中华人民共和国国务院令", "第906号", "国务院令第906号"),
        ("海川市人民政府令", "第 61 号", "海川市人民政府令第61号"),
        ("国家海洋总局令", "（第 9 号）", "国家海洋总局令第9号"),
        ("中华人民共和国主席令", "第九十六号", "主席令第九十六号"),
        (
            "Decree of the State Council of Haichuan",
            "No.790",
            "Decree No. 790 of the State Council of Haichuan",
        ),
        ("Order of Haichuan Municipality", "(No. 34)", "Order No. 34 of Haichuan Municipality"),
        ("Order of Haichuan Municipality", "December 9, 2041", None),
        (
            "Decree of the State Council of Haichuan No. 790",
            "",
            "Decree No. 790 of the State Council of Haichuan",
        ),
        (
            "(Decree No. 47 of the Council of Haichuan)",
            "",
            "Decree No. 47 of the Council of Haichuan",
        ),
        ("县长办公会议纪要", "第7期", "第7期"),
        ("专 题 会 议 纪 要", "（2041年第7期）", "2041年第7期"),
        ("海川市渔业简报", "第7期", None),
        ("海川市税务局公告", "2021年第3号", "海川市税务局公告2021年第3号"),
        ("海川市税务局关于渔船船税的公告", "2021年第3号", "2021年第3号"),
        ("海川市人民政府令", "各区人民政府:", None),
        ("关于收费有关事项的公告", "2025年第3号", "2025年第3号"),
        ("海川市港口规划", "第61号", None),
    ],
)
def test_number_of_a_decree_on_two_lines(line, following, number):
    assert decree_number(line, following) == number
