"""
Support measures: what a document offers, to whom, on which condition, found by rule.

A clause offers something where it grants (支持, 鼓励, 给予, 减免 …) or names an instrument (基金,
税收政策, 人才引进政策, 公共服务平台 …). Guiding principles and goals are left aside: they
offer nothing.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.beside_lists import beside_lists
from corpus.document import Document
from corpus.quantities import MONEY, find_quantities
from corpus.quantity import Quantity
from corpus.register import bodies_of, read_register
from corpus.sections import PREAMBLE, Section
from corpus.sentences import split_sentences
from corpus.targets import clauses
from corpus.terms import Term, find_terms

Kind = Literal[
    "money",
    "fund",
    "merger",
    "tax",
    "talent",
    "land",
    "platform",
    "demonstration",
    "procurement",
    "property",
    "finance",
    "project",
    "policy",
]

KINDS: dict[Kind, re.Pattern[str]] = {
    "money": re.compile(
        "补贴|补助|奖励|奖补|资助|专项资金|财政资金|资金支持|经费(?:支持|补助)|扶持资金|引导资金|以奖代补|免费"
    ),
    "fund": re.compile("(?:产业|投资|引导|发展|母|子|专项|创投|创业)基金|基金"),
    "merger": re.compile("并购|兼并|重组"),
    "tax": re.compile("税收|减税|免税|退税|税前|所得税|增值税|关税|税费|加计扣除"),
    "talent": re.compile("人才|引智|博士后|学徒|培养|培训|专家|团队|高校毕业生|落户"),
    "land": re.compile("用地|土地|厂房|场地|租金|办公用房|人才公寓|载体|园区"),
    "platform": re.compile("平台|孵化|众创空间|实验室|创新中心|研发中心|数据中心|检测中心"),
    "demonstration": re.compile("示范|试点|应用场景|首台|首批次|先行先试"),
    "procurement": re.compile("政府采购|优先(?:采用|采购|选用|使用)|首购|订购"),
    "property": re.compile("知识产权|专利|商标|标准制定"),
    "finance": re.compile("贷款|贴息|融资|担保|信贷|保险|股权投资|风险投资|上市|债券|金融机构"),
    "project": re.compile("项目|招商|引进.{0,12}企业|落地"),
    "policy": re.compile(
        "(?:扶持|优惠|支持|激励|人才|税收|产业|引进)政策|政策措施|“走出去”|走出去"
    ),
}
OFFER = re.compile(
    r"支持(?!单位|部门)|鼓励|扶持|补贴|补助|奖励|奖补|资助|给予|减免|免征|免费|优先(?:采用|采购|支持|安排|保障|使用|投)|"
    r"(?:利用|设立|用好|发挥|组建|发行|提供).{0,16}基金|(?:扶持|优惠|支持|激励|引进|税收|财税)政策|贴息|"
    r"为.{0,12}(?:企业|人才|团队|单位|机构|项目)提供|"
    r"(?:提供|给予|享受).{0,20}(?:服务|支持|补助|优惠|便利|保障|公寓|资助)|"
    r"(?:建设|搭建|打造|完善|建立).{0,24}(?:公共)?服务平台|(?:专项|引导|扶持|财政)资金|绿色通道|一次性|"
    r"(?:加大|强化|加强).{0,10}(?:支持|扶持|投入)(?:力度)?|(?:引进|引导|吸引).{0,20}(?:人才|团队)|"
    r"(?:引进|承接).{0,16}(?:项目|企业)|重点(?:引进|扶持|支持|培育)|培育一批|实施.{0,12}(?:人才|培育|行动)计划"
)
NO_OFFER = re.compile(
    "(?:提供|决策|技术|服务|信息|数据|能力|强力|有力)支(?:持|撑)(?:系统|能力|体系)|支持系统|支持下|不支持|给予处分|给予警告|"
    "依法给予|给予(?:行政)?处罚|给予通报"
)
PRINCIPLES = re.compile(
    "指导思想|总体要求|总体思路|基本原则|基本思路|工作原则|发展目标|总体目标|主要目标|发展现状"
)
CONDITION = re.compile(
    "^(?:对|经|凡|获得|取得|通过|首次|符合|满足|具备|达到)(?!接|外|标|口|于?全)[^,，。;；]*?的(?:[^,，。;；]{0,8}"
    "(?:企业|单位|个人|项目|团队|机构|人才|园区|人员|学校))?|^(?:须|应当|凡)[^,，。;；]+|"
    "符合[^,，。;；]{0,16}条件的?[^,，。;；]{0,8}"
)
SIZE = re.compile(
    "(?:中小(?:微)?|小微|小型|大型|龙头|领军|骨干|初创|创业|科技型|高新技术|外资|外来|本市|国有|民营|规上|规模以上|隐形冠军|"
    "制造业|重点)企业|单项冠军|专精特新|独角兽"
)
DISTRICT = re.compile("^[^各有（(）)]{2,8}(?:区|县|市)$")
GENERAL = re.compile("保障|支持|政策|措施|支撑|扶持|要素|环境|服务|激励|组织")


@dataclass(frozen=True, slots=True)
class Measure:
    """
    One clause that offers something.

    ``start`` and ``end`` enclose the clause; ``general`` says that it stands under no industry's
    heading but among the measures for all. ``amount`` and ``condition`` are the sentence's,
    None where it states none.
    """

    document: str
    ref: str
    kinds: tuple[Kind, ...]
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    industries: tuple[Term, ...]
    places: tuple[str, ...]
    sizes: tuple[str, ...]
    condition: str | None
    amount: Quantity | None
    units: tuple[str, ...]
    general: bool


def offers_nothing(document: Document, section: Section) -> bool:
    """Say whether a section is the preamble or stands under principles and goals."""
    path = document.path(section)
    return section.ref == PREAMBLE or any(PRINCIPLES.search(step.heading) for step in path)


def find_measures(document: Document) -> tuple[Measure, ...]:
    """Find every support measure of a document, in its order."""
    found: list[Measure] = []
    districts = districts_of(document)
    for section in document.sections:
        if offers_nothing(document, section):
            continue
        found += _of_section(document, section, districts)
    return tuple(found)


def _of_section(document: Document, section: Section, districts: tuple[str, ...]) -> list[Measure]:
    lists = document.lists.get(section.ref, ())
    body = section.heading_end if section.heading else section.start
    found: list[Measure] = []
    for sentence in split_sentences(document.plain, body, section.end):
        parts = beside_lists(document.plain, *sentence, lists)
        for clause in (clause for part in parts for clause in clauses(document.plain, *part)):
            text = document.plain[clause[0] : clause[1]]
            if OFFER.search(text) and not NO_OFFER.search(text):
                found.append(_measure(document, section, clause, sentence, districts))
    return found


def _measure(
    document: Document,
    section: Section,
    clause: tuple[int, int],
    sentence: tuple[int, int],
    districts: tuple[str, ...],
) -> Measure:
    text = document.plain[clause[0] : clause[1]]
    whole = document.plain[sentence[0] : sentence[1]]
    units = responsible_units(document, section)
    path = document.path(section)
    area = f"{whole} {' '.join(units)}"
    heading = " ".join(step.heading for step in path)
    own = tuple(kind for kind, pattern in KINDS.items() if pattern.search(text))
    kinds = own or tuple(kind for kind, pattern in KINDS.items() if pattern.search(whole))
    spans = clauses(document.plain, *sentence)
    parts = [document.plain[a:b] for a, b in spans]
    condition = next((match[0] for part in parts if (match := CONDITION.search(part))), None)
    money = (
        replace(quantity, start=at + quantity.start, end=at + quantity.end)
        for (at, _), part in zip(spans, parts, strict=True)
        if OFFER.search(part)
        for quantity in find_quantities(part)
        if quantity.unit in MONEY
    )
    return Measure(
        document=document.id,
        ref=section.ref,
        kinds=kinds or ("policy",),
        start=clause[0],
        end=clause[1],
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        industries=find_terms(f"{heading} {text}"),
        places=tuple(name for name in districts if name.removesuffix("区") in area),
        sizes=tuple(dict.fromkeys(SIZE.findall(whole))),
        condition=condition,
        amount=next(money, None),
        units=units,
        general=_is_general(path),
    )


def districts_of(document: Document) -> tuple[str, ...]:
    """Give the districts among a document's responsible units, without group and tail."""
    bodies = bodies_of(read_register(document))
    return tuple(body for body in bodies if DISTRICT.search(body))


def responsible_units(document: Document, section: Section) -> tuple[str, ...]:
    """Give the units of the section's lists, or of the nearest section above that has some."""
    for step in reversed(document.path(section)):
        if units := document.responsible(step.ref):
            return units
    return ()


def _is_general(path: tuple[Section, ...]) -> bool:
    """Say whether a section stands among the measures for all: under 保障措施."""
    industry = any(term.kind == "industry" for step in path for term in find_terms(step.heading))
    return not industry and bool(GENERAL.search(path[0].heading))
