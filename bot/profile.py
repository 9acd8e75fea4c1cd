"""Who asks for support and for what: industry, kind of support, district, size of company."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import find_organisations
from corpus.normalise import normalise
from corpus.organisations import known_organisations
from corpus.support import Kind, Measure
from corpus.terms import Term, find_terms

# How a question asks for a kind of support, in both languages.
ASKED_KINDS: dict[Kind, re.Pattern[str]] = {
    "money": re.compile(
        r"资金|补贴|补助|奖励|钱|资助|\b(?:financ\w*|fund(?:s|ing|ed)?|money|subsid\w*|grants?|cash)\b"
    ),
    "fund": re.compile(r"基金|资金|投资|\b(?:funds?|funding|financ\w*|invest\w*|capital)\b"),
    "merger": re.compile(
        r"并购|兼并|重组|收购|合并|买(?:下|公司|企业)|"
        r"\b(?:merg\w*|acqui\w*|take ?over|m&a|restructur\w*|"
        r"buy(?:s|ing)? (?:up |out )?(?:\w+ ){0,3}?(?:compan\w+|firms?|business\w*|designers?|"
        r"makers?|manufacturers?|start-?ups?|rivals?|competitors?))\b"
    ),
    "tax": re.compile(r"税|\btax\w*\b"),
    "talent": re.compile(
        r"人才|专家|博士后|招人|引才|学徒|实习|培训|"
        r"\b(?:talent\w*|engineers?|experts?|staff|hire|hiring|recruit\w*|postdoc\w*|apprentic\w*|train\w*)\b"
    ),
    "land": re.compile(r"用地|土地|厂房|场地|办公室|\b(?:land|premises|sites?|office space)\b"),
    "platform": re.compile(r"平台|实验室|孵化|\b(?:platforms?|incubat\w*|labs?|laborator\w*)\b"),
    "demonstration": re.compile(r"示范|试点|\b(?:pilots?|demonstrat\w*|trials?)\b"),
    "procurement": re.compile(r"政府采购|采购|\bprocure\w*\b"),
    "property": re.compile(r"知识产权|专利|\b(?:patents?|intellectual property|ip rights)\b"),
    "finance": re.compile(r"金融|融资|贷款|银行|担保|\b(?:financ\w*|loans?|credit|banks?)\b"),
    "policy": re.compile(r"政策(?:上|方面|性)"),
    "project": re.compile(r"招商|落户|投资项目|\b(?:investment projects?)\b"),
}
MEANS: frozenset[Kind] = frozenset(("money", "fund", "finance"))  # what other kinds are paid with
# A size of company in a question, and the words for it in a measure.
SIZES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            r"小(?:微|型)?(?:的)?(?:企业|公司|厂|团队)|中小|初创|创业公司|规模不大|"
            r"\b(?:small|smes?|start-?ups?|little) ?(?:firms?|compan\w*|business\w*)?\b"
        ),
        tuple("中小企业 中小微企业 小微企业 小型企业 初创企业 创业企业 专精特新 单项冠军".split()),
    ),
    (
        re.compile(
            r"龙头|大(?:型)?(?:企业|公司|集团)|领军|"
            r"\b(?:leading|large|big|flagship) (?:firms?|compan\w*)\b"
        ),
        tuple("龙头企业 领军企业 大型企业 骨干企业".split()),
    ),
    (
        re.compile(
            r"外资|外企|外商|外地(?:的)?(?:企业|公司)|\bforeign\b|\bfrom abroad\b|\boverseas\b"
        ),
        ("外资企业", "外来企业"),
    ),
    (re.compile(r"国企|国有|\bstate-owned\b"), ("国有企业",)),
)
ONESELF = re.compile(
    r"我们|我司|我是|我(?:做|开|想)|本公司|咱|我厂|\b(?:we|our|us|my|i'm|i am)\b", re.IGNORECASE
)
# What a question for any support at all consists of.
PLAIN = re.compile(
    r"有(?:没有|无)?|什么|哪些|哪(?:几)?(?:项|种|类|方面)|扶持|支持|优惠|政策|措施|补贴|奖励|资助|鼓励|好处|"
    r"帮(?:助|扶)?|享受|能|可以|这(?:个|份|项)?|方案|文件|计划|规划|里|中|对|给|企业|公司|单位|我们|我|的|都|"
    r"请问|一共|全部|所有|列(?:出|举)|一下|呢|吗|吧|了|是|到|得|些|市|提供|"
    r"\b(?:what|which|is|are|there|any|all|the|a|of|in|for|to|does|do|can|could|we|us|our|i|plan|"
    r"document|policy|policies|measures?|support(?:s|ed|ing)?|help|incentives?|benefits?|get|me|"
    r"offer(?:s|ed)?|provide[sd]?|available|give[sn]?|kinds?|sorts?|types?|list|every|companies|"
    r"company|firms?|enterprises?|businesses|business|tell|about|show|under|this|it)\b|"
    r"[\s,，。.?？!！、:：;；'\"“”]",
    re.IGNORECASE,
)
# The names of what there is are asked for.
NAMES = re.compile(
    r"名字|名称|名单|叫什么|点了?名|(?:哪个|哪些|哪几个)[^,，。?？政措]{0,4}(?:园|区|公司|企业|项目)|"
    r"\bnames?\b|\bwhat are all\b|\bin (?:what|which) (?:ways?|forms?)\b|"
    r"\bwhich (?:parks?|zones?|companies)\b",
    re.IGNORECASE,
)
# What one grant demands or how it is had: its conditions are asked for, not which there are.
OF_ONE = re.compile(
    r"(?:满足|符合|具备|达到)?(?:什么|哪些|啥)(?:条件|资格|要求|材料)|条件(?:是|有)|期限|几(?:年|个月|次)|多久|到账|"
    r"(?:谁|哪些人|什么人|哪些(?:企业|单位))[^,，。?？]{0,3}(?:能|可以)(?:申请|申领|领取?|享受|拿)|怎么(?:申请|申领|领|算)|"
    r"(?:能|可以?)(?:申请|申领|领取?|拿)(?!(?:到|得到?)?(?:点|些|一?笔)?(?:钱|资金|支持|扶持|帮助)[吗不么])[^,，。?？哪什啥]{2,}(?:吗|不|么)\W*$"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a question for support names; ``is_empty`` where it names nothing."""

    industries: frozenset[Term]
    kinds: frozenset[Kind]
    places: frozenset[str]
    sizes: frozenset[str]
    oneself: bool
    is_empty: bool

    @property
    def only_kind(self) -> bool:
        """Say whether nothing but a kind of support is named, such as 并购."""
        return bool(self.kinds) and not (self.industries or self.sizes or self.places)

    @property
    def wanted(self) -> frozenset[Kind]:
        """Give the kinds that a measure must be of: money is meant for what is named beside it."""
        return self.kinds - MEANS or self.kinds

    def overlap(self, measure: Measure) -> int:
        """Count what a measure has of the profile: industry, kind, district, size."""
        return (
            bool(self.industries.intersection(measure.industries))
            + bool(self.wanted.intersection(measure.kinds))
            + bool(self.places.intersection(measure.places))
            + bool(self.sizes.intersection(measure.sizes))
        )

    def fits(self, measure: Measure) -> bool:
        """
        Say whether a measure applies: it is for the industry, or of the kind where none is named.

        A district or a size alone makes a measure fit only where it names the district itself.
        """
        if self.industries.intersection(measure.industries):
            return not self.kinds or measure.general or bool(self.wanted & set(measure.kinds))
        if self.sizes.intersection(measure.sizes):
            return True
        return not self.industries and bool(self.wanted & set(measure.kinds))


def asks_support(asked: Understanding) -> bool:
    """Say whether a question is for support, and not for the names or terms of what there is."""
    other = NAMES.search(asked.core) or OF_ONE.search(normalise(asked.core))
    return asked.wants_support and not asked.wants_quantity and not other


def names_kind(word: str) -> bool:
    """Say whether a word asks for a kind of support."""
    return any(pattern.search(word) for pattern in ASKED_KINDS.values())


def read_profile(
    question: str,
    documents: Sequence[Document],
    measures_of: Callable[[Document], Sequence[Measure]],
) -> Profile:
    """Read what a question names of what the documents' measures are for."""
    text = normalise(question)
    districts = {place for d in documents for m in measures_of(d) for place in m.places}
    known = find_organisations(question, known_organisations())
    places = {p for p in districts if p in text or p.removesuffix("区") in text}
    places |= {o.printed for o in known if o.printed in districts}
    return Profile(
        industries=frozenset(t for t in find_terms(question) if t.kind != "measure"),
        kinds=frozenset(kind for kind, pattern in ASKED_KINDS.items() if pattern.search(text)),
        places=frozenset(places),
        sizes=frozenset(n for pattern, names in SIZES if pattern.search(text) for n in names),
        oneself=bool(ONESELF.search(text)),
        is_empty=not PLAIN.sub("", text),
    )
