"""
What stands behind a section's number: a heading, perhaps one, or the text that the number opens.

Headings of policies mostly share their line with their text: 「(二)发展目标。到2020年…」. Whether
a short first sentence is one is decided from all of them, by :mod:`corpus.heading_choice`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.clauses import CLAUSE
from corpus.english_headings import is_english, read_english, unwrapped
from corpus.headings import Candidate
from corpus.responsibility import LABELLED, read_list
from corpus.sentences import is_wrapped, trim
from corpus.unit_names import BODY, LABEL

RUN_IN_LIMIT = 45  # characters of a heading that shares its line with its text
LISTED_LIMIT = 300  # characters of a line that is a heading and a list of units
FULL_LINE = 18  # characters behind a number on a line that the end of the paper broke
OWN_LINE_LIMIT = 60  # characters of a heading on a line of its own
NAME = 12  # characters of a sentence that names a task, where only a list of units follows
SHORT = 8  # characters of a first sentence that is a heading whatever the siblings do
ARTICLE_LIMIT = 20  # characters of an article's heading, Chinese
TITLE_LIMIT = 120  # characters of a chapter's title on the line after its number
TITLED = {"编", "部", "分部", "部分", "章", "节", "附件", "专栏", "Chapter", "Section"}
ARTICLES = {"条", "Article"}
SENTENCE_END = re.compile("[。！？：:]")
GAP = re.compile("[\u3000\u2003]{2,}|[ \u00a0]{4,}")  # between a title and text on its line
LEAD_IN = re.compile("下列|如下|以下|之一")  # 符合下列条件: is text, 申报材料: a heading
# A provision, not the name of one: 本措施自…起施行,有效期3年; …不得迁出本市
PROVISION = re.compile(
    "不得|应当|[0-9]+个?(?:工作日|日内)|日前|[自从于].{2,20}起(?:施行|实施|执行|生效)|^本[\u4e00-\u9fff]{2,4}由|"
    "^对[^，]{2,20}，应(?!急)|^要(?![点素求])|下列[^，。]{1,8}之一|的，按照?[^，。]{2,14}执行$"
)
REMOVED = re.compile("删除|废止|略|保留|删去")
# What of a thing is told behind a colon: 总体目标：到2030年…
ASPECT = re.compile(
    "[\u4e00-\u9fff]{2,4}(?:目标|任务|内容|条件|标准|期程|来源|时间|时限|范围|对象|方式|要求|依据|"
    "原则|职责|分工|期限|程序|流程|措施|重点|材料|主体|额度|渠道|规模|效益|建设|就业|水平|结构|质量)"
)
LEVEL = re.compile("[\u4e00-\u9fff]{2,8}[（(][^（）()]{1,6}级[）)]")  # 特大型（Ⅰ级）
SLOGAN = re.compile("[\u4e00-\u9fff]{4,6}[，,][\u4e00-\u9fff]{4,6}")  # 以人为本，减少危害
OUTER = {"壹、", "一、", "(一)"}
NAMED = re.compile(
    "[\u4e00-\u9fff]{2,14}|[\u4e00-\u9fff]+[（(][\u4e00-\u9fff]+[)）][\u4e00-\u9fff]+|"
    "[\u4e00-\u9fff]{2,12}方面[0-9]+项|"
    "(?=[^、]+、)[\u4e00-\u9fff、]{2,36}(?:部门|机构|单位|委员会|局|办公室|组|中心|队)"
)  # 扩大社区照顾：鼓励…
LONG_NAME = 4  # characters of the longest of names, all of which are headings
NO_NAME = re.compile("[^：:]+[：:](?:系|是)?指|(?:办公)?(?:地址|电话|传真|邮箱|邮编|网址)|联系")
SPACED = re.compile(r"([\u4e00-\u9fff“”]{4,20})[\u3000\u2003]+(?=[^。！？：:]{8,})")
SPREAD = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,3}")  # 总　　则
ASKED = re.compile(r"问[:：].{2,120}[?？]")  # a question that is answered below
BLANKS = tuple(" \t\u3000\u2003")
BLANK = re.compile(
    r"([\u4e00-\u9fff“”]{4,16})[ \u00a0](?=[\u4e00-\u9fff])"
)  # where bold type ended
DASHED = re.compile("([^，。：——]{4,20})——(?=[^。]*，|.{20})")
# A line that breaks off before a number: 配建比例不低于 / 5%.
BROKEN = re.compile(r"(?:[于至到达为过高少受成的和与及或由在将按约共满]|不超|突破)$")
NUMBER_BELOW = re.compile(r"[0-9０-９]+(?:[.．][0-9]+)?[ ]*(?!、|[.．])(?P<unit>\S)")
# What stands below a sentence without being its text: who is responsible, what is attached.
LABEL_BELOW = re.compile(
    r"(?:[*（(【\[]*[\u4e00-\u9fff]{2,6}(?:单位|部门|机关|时限|领导)|附[件表录][0-9]*|抄送)[*]*[:：]"
)
# The name of an attachment that is broken over two lines: …技能大师工作室 / 建设项目申报指南
NAME_END = (
    "(?:方案|规划|意见|办法|措施|规定|细则|计划|指南|要点|标准|目录|清单|名单"
    "|说明|要求|流程|[表书图])"
)
BROKEN_TITLE = re.compile(
    rf"(?P<first>(?![^\n]*{NAME_END}(?:[（(][^\n]*[)）])?\s*\n)[^\n，。；：|]{{6,60}})\n\s*"
    rf"(?P<second>[^\n，。；：|]{{2,30}}{NAME_END}(?:[（(][^\n]{{1,12}}[)）])?)[ \u3000]*(?=\n|\Z)"
)
BRACKETED = re.compile(
    r"[（(【〔]((?:[^（）()【】〔〕。]|[（(〔][^（）()【】〔〕。]{1,20}[)）〕]){1,80})[)）】〕]"
)

LAST_BRACKET = re.compile(
    r"[ \u3000]*[（(【\[](?P<inside>[^（(【\[]*(?:[（(][^（）()]*[)）][^（(【\[]*)*)"
    r"[)）】\]][。*]*$"
)

Form = Literal["certain", "short", "likely", "sentence", "slogan", "lone", "body"]


@dataclass(frozen=True, slots=True)
class Opening:
    """
    What stands behind a number: a heading for certain, perhaps one (a short one), or text.

    ``heading`` is without the number and the closing 。; ``end`` is the offset behind it.
    """

    form: Form
    heading: str
    end: int


def read_opening(text: str, candidate: Candidate, stop: int, *, has_children: bool) -> Opening:
    """
    Read what follows a number up to ``stop``, where the next section begins.

    :param has_children: whether a section below this one follows
    """
    start, end = trim(text, candidate.mark_end, min(candidate.line_end, stop))
    family = candidate.family.name
    if family in TITLED:
        return _read_title(text, start, end, stop)
    if family == CLAUSE:
        return Opening("body", "", candidate.mark_end)
    line = text[start:end]
    below = text[slice(*trim(text, min(candidate.line_end, stop), stop))]
    if family in ARTICLES:
        return _read_article(line, start, candidate, below, has_children=has_children)
    body = Opening("body", "", candidate.mark_end)
    if is_english(line):
        line = unwrapped(line, text[start:stop])
        read = read_english(line, below, may_lead=_may_lead(family), has_children=has_children)
        return Opening(read[0], read[1], start + read[2]) if read else body
    if ASKED.fullmatch(line):
        return Opening("certain", tidy(line), end)
    if list_start := _list_at_end(line):
        names_task = list_start <= NAME or has_children or _is_text(below)
        names_task = names_task and line[:list_start].rstrip()[-1:] not in tuple("；;")
        heading = Opening("likely", tidy(line[:list_start]), start + list_start)
        return heading if names_task else body
    stopped = SENTENCE_END.search(line)
    parted = SPACED.match(line) or DASHED.match(line)
    if stopped is None and not (parted and "，" in line):
        is_heading = (
            line
            and (_may_lead(family) or (len(line) <= SHORT and LABEL_BELOW.match(below)))
            and len(line) <= OWN_LINE_LIMIT
            and line[-1] not in "，,、"
            and not re.search("[；;]", line)
            and not _breaks_off(line, below)
        )
        if not is_heading:
            return _blank(line, start) or body
        if len(line) >= FULL_LINE and (goes_on := _sentence_below(text, candidate, stop)):
            sentence = "".join(text[start:goes_on].split())
            is_short = len(sentence) <= RUN_IN_LIMIT and sentence.count("，") <= 2
            is_short = is_short and text[goes_on] == "。" and _is_text(text[goes_on + 1 : stop])
            return Opening("likely", tidy(sentence), goes_on + 1) if is_short else body
        wraps = below and re.search("[，,]", line)  # perhaps a sentence that goes on below
        return Opening("likely" if wraps else "certain", tidy(line), end)
    if parted:
        return Opening("likely", tidy(parted[1]), start + parted.end())
    first, rest = line[: stopped.start()], line[stopped.end() :].strip()
    printed = line[: stopped.end()] if stopped[0] in "？?" else first
    opening = (tidy(printed), start + stopped.end())
    is_long = len(first) > RUN_IN_LIMIT or first.count("，") > 2
    if stopped[0] in ":：" and _is_titled(line, stopped) and (has_children or _is_text(below)):
        return Opening("likely", tidy(line), end)
    if stopped[0] in ":：" and rest and (ASPECT.fullmatch(first) or LABEL.fullmatch(first)):
        return Opening("short", *opening)
    if stopped[0] in ":：" and rest and candidate.parts and LEVEL.fullmatch(first):
        return Opening("likely", *opening)  # 1.4.1 特大型（Ⅰ级）：造成…
    if stopped[0] in ":：" and rest and family in OUTER | {"(1)"} and NAMED.fullmatch(first):
        is_name = not (LEAD_IN.search(first) or NO_NAME.match(line))
        is_name = is_name and not (BODY.fullmatch(first) and len(first) < LONG_NAME)
        return Opening("slogan", *opening) if is_name else body
    if stopped[0] in ":：" and (rest or "，" in first or LEAD_IN.search(first)):
        return body
    is_provision = stopped[0] not in "？?" and len(first) > SHORT and PROVISION.search(first)
    if is_provision or re.search("[；;]", first):
        return body
    if is_long:
        return _blank(line, start) or body
    is_name = family in OUTER and len(first) >= LONG_NAME and NAMED.fullmatch(first)
    if not rest and not has_children and is_name and not below:
        return Opening("lone", *opening)  # a heading beside slogans: （四）军民融合方面6项。
    if not rest:
        if not _may_lead(family):
            is_name = len(first) <= SHORT and LABEL_BELOW.match(below)
            return Opening("likely", *opening) if is_name else body
        if has_children and stopped[0] == "。":
            return Opening("sentence" if first.count("，") > 1 else "certain", *opening)
        if has_children:
            return Opening("likely", *opening)
        form: Form = "sentence" if "，" in first else "likely"
        return Opening(form, *opening) if _is_text(below) else _blank(line, start) or body
    if is_list(rest) and (len(first) > NAME or not read_list(rest.strip("（()）[]【】〔〕。"), 0)):
        return body
    if family in {"(1)", "①"} and ("，" in first or "," in first):
        return Opening("slogan", *opening) if SLOGAN.fullmatch(first) else body
    is_short = len(first) <= SHORT and not re.search("[，,]", first) and not is_list(rest)
    return Opening("short" if is_short else "likely", *opening)


def _list_at_end(line: str) -> int | None:
    """Say where the units begin with which a heading's line ends: 任务（责任单位：甲局）."""
    found = LAST_BRACKET.search(line) if len(line) <= LISTED_LIMIT else None
    if not found or not 2 <= found.start() <= RUN_IN_LIMIT:
        return None
    is_heading = not re.search("[。；！？：:;]", line[: found.start()])
    return found.start() if is_heading and read_list(found["inside"], 0) else None


def _blank(line: str, start: int) -> Opening | None:
    """Read a name that only a blank parts from a long sentence: 租购设备 购置关键设备的，按…."""
    found = BLANK.match(line)
    return Opening("likely", found[1], start + found.end()) if found else None


def _is_titled(line: str, colon: re.Match[str]) -> bool:
    """Say whether a line of its own is a title in two parts: 策略一：完善法例."""
    first, second = line[: colon.start()], line[colon.end() :].strip()
    is_short = 2 <= len(first) <= SHORT and 2 <= len(second) <= ARTICLE_LIMIT
    return is_short and not re.search("[0-9０-９。；;：:、]", second) and line[-1] not in "，,"


def _sentence_below(text: str, candidate: Candidate, stop: int) -> int | None:
    """
    Say where a sentence, or its part before ；, ends that the end of the paper breaks; else None.

    Of a paragraph that is indented, the next line is not; or all its lines are full.
    """
    begin = text.rfind("\n", 0, candidate.mark_end) + 1
    below = text[candidate.line_end + 1 : candidate.line_end + 2]
    is_indented = text[begin] in BLANKS and below not in (*BLANKS, "\n", "")
    if not is_indented and not is_wrapped(text, candidate.line_end):
        return None
    found = re.compile("[。；;]").search(text, candidate.line_end, stop)
    return found.start() if found else None


def _breaks_off(line: str, below: str) -> bool:
    """Say whether the line below goes on with a sentence: it begins with a number and a unit."""
    number = NUMBER_BELOW.match(below)
    if not number:
        return False
    return bool(BROKEN.search(line)) or ("，" in line and number["unit"] != "年")


def _is_text(below: str) -> bool:
    """Say whether what stands below a sentence is its text: a list of units or a date is none."""
    lines = [line.strip() for line in below.split("\n")]
    return any(
        re.search("[。；]|[：:][^\\s]| \\| ", line) and not LABEL_BELOW.match(line)
        for line in lines
    )


def _may_lead(family: str) -> bool:
    return family in OUTER | {"I.", "(I)"} or family.startswith("1.")


def _read_title(text: str, start: int, end: int, stop: int) -> Opening:
    """Read a chapter's title: its line up to a wide gap, or the next line where it is empty."""
    if not text[start:end].strip(":： "):
        start, end = trim(text, end, min(stop, end + TITLE_LIMIT))
        below = end
        end = text.find("\n", start, end) if "\n" in text[start:end] else end
        if goes_on := BROKEN_TITLE.match(text, start, below):
            title = tidy(goes_on["first"]) + tidy(goes_on["second"])
            return Opening("certain", title, goes_on.end("second"))
        if end - start == TITLE_LIMIT or re.search("[。；;]", text[start:end]):
            return Opening("body", "", start)
    gap = GAP.search(text, start + 1, end)
    if gap and not SPREAD.fullmatch(text, start, end):
        end = gap.start()
    return Opening("certain", tidy(text[start:end], spaced=True), end)


def _read_article(
    line: str, start: int, candidate: Candidate, below: str, *, has_children: bool
) -> Opening:
    limit = ARTICLE_LIMIT if candidate.family.name == "条" else 4 * ARTICLE_LIMIT
    bracketed = BRACKETED.match(line)
    if bracketed and len(bracketed[1]) <= limit and not REMOVED.fullmatch(bracketed[1]):
        return Opening("certain", bracketed[1], start + bracketed.end())
    stopped = SENTENCE_END.search(line) or re.search(r"\.(?=\s)", line)
    first = line[: stopped.start()] if stopped else line
    rest = line[stopped.end() :].strip() if stopped else ""
    fits = 0 < len(first) <= limit and not re.search("[，,；;]", first)
    if not fits or (stopped and stopped[0] in ":："):
        return Opening("body", "", candidate.mark_end)
    if not stopped and not first.endswith(".") and (below or has_children):
        alone = candidate.family.name == "条" and not _breaks_off(line, below)
        return Opening("certain" if alone else "likely", tidy(first), start + len(first))
    goes_on = rest or (stopped and stopped[0] == "。" and _is_text(below))
    if stopped and goes_on and not is_list(rest):
        return Opening("likely", tidy(first), start + stopped.end())
    return Opening("body", "", candidate.mark_end)


def is_list(rest: str) -> bool:
    """Say whether all that follows the first sentence is a list: then it was the text."""
    closed = rest[:1] in tuple("（([【〔") and rest.rstrip("。")[-1:] in tuple("）)]】〕")
    return (closed or bool(LABELLED.match(rest))) and "。" not in rest[:-1]


def tidy(heading: str, *, spaced: bool = False) -> str:
    """Strip marks of bold type; close up letter-spaced headings such as 总 则."""
    heading = heading.strip("*_# \t\u3000\u2003").rstrip("。：:.").lstrip("：: ")
    if spaced and re.fullmatch(r"(?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]", heading):
        return "".join(heading.split())
    return heading
