"""
Find the bodies that a text names, by any of their names, and nothing that only looks like one.

投资办 stands in 招商投资办法 and 滨海 in 滨海—中关村科技园, but no body is meant there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.normalise import HAN, normalise
from corpus.organisations import Organisation, Successor
from corpus.units import is_place


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A stretch of a text that names a body, or several that share the name (税务局).

    ``successors`` holds those through whose name the bodies were found: not their own.
    """

    start: int
    end: int
    name: str
    organisations: tuple[Organisation, ...]
    successors: tuple[Successor, ...] = ()


# What may follow a bare name that no 局, 委 or 办 closes: 滨海负责什么, not 滨海高新区.
FREE = (
    r"(?=$|[^\u4e00-\u9fffa-z0-9—–·-]|[—–-]{2}|负责|承担|参与|参加|牵头|配合|分管|主管|分到|被|要|都|也|还|和|与|跟|及|或|同|"
    r"有|的|在|是|这|那|需|应|该|能|可|会|管|做|干|领|背|一共|总共|共|作为|列|名下|到底|究竟|方面|单独|各自|分别|"
    r"都|政府|呢|吗|吧|不|没|未|无|却|而|但|又|既|则|只|就|任|至少|起码|以外|之外|除外|里|头上|身上|名下|进(?!口)|出现|露面|插手|掺和|缺席|挂名|承接|"
    r"[两二三四五六七八九](?:个|家|大)?(?:区|单位|部门|局|家)|谁|各|得(?!知|到|以)|哪)"
)
# What may not follow a name that such a word closes: 投资办法, 科委员, 通信局域网.
CLOSED = {
    "委": "(?![员托婉]|任(?!务|何|意|一))",  # 给卫生健康委派任务: the body, not 委派
    "办": "(?!法|理|事(?!项)|公(?!布|开)|案|证|件|展|税|班|厂|企)",
    "局": "(?!域|部(?!门)|势|限|面(?!临|向|对))",
    "部": "(?!门|队|署|委|级)",
}
# Names with a further word behind them that makes them another body's.
OTHER_BODY = {
    "市委": r"(?![\u4e00-\u9fff]{1,8}(?:部|办|委|局|校|室)(?![\u4e00-\u9fff]))",
    "市政府": "(?!采购|投资|网|令|办公|研究)",
}
# A body of the state, of a province or of a district is not the city's own.
ABOVE = "(?<!国家)(?<!中央)(?<!全国)(?<!国务院)(?<!省)(?<!自治区)(?<!区)(?<!县)(?<!镇)"
TAX = "(?<![外各我他本全中当土异房两征交缴])"
# A park, a firm or an office that a place's name only opens: 滨海新区信息安全产业园.
WITHIN = (
    r"(?!(?:(?!负责|承担|参与|牵头|配合|建设|有|的|和|与|跟|同|及|在|被|由|都|也|还|哪|什么)[\u4e00-\u9fff—–·-]){0,12}?"
    r"(?:园(?!林)|园区|基地|开发区|工业区|示范区|示范城|高新区|集聚区|聚集区|试验区|生态城|科技城|工业云|公司|大学|学院|"
    r"医院|中心|局(?!面)|委(?!托)|办公室|办(?!法|理|事|公)))"
)


def _within(ends: str) -> str:
    """Give the pattern that no park, firm or office follows, up to a word that ends its name."""
    stops = (
        "is|are|or|has|have|do|does|in|on|to|for|must|should|will|named|take|lead|with|responsible|"
        f"government|people{ends}"
    )
    kinds = (
        "parks?|zones?|bases?|cloud|city|area|university|company|hospital|centre|center|bank|group|"
        "port|airport"
    )
    return rf"(?![-–—])(?!(?:\s+(?!(?:{stops})\b)[\w&'-]+){{0,5}}?\s+(?:{kinds})\b)"


WITHIN_ENGLISH = _within("|and|of|the")
WITHIN_BARE = _within("")  # Baodi Jing-Jin Zhongguancun Science and Technology City


def find_mentions(text: str, organisations: Iterable[Organisation]) -> tuple[Mention, ...]:
    """
    Find what names bodies in a text, in order, longest names first.

    A stretch counts once: 市委网信办 is not also 市委. A body's own name goes before a
    successor's, unless both are of one place.
    """
    plain = normalise(text)
    holders = _holders(plain, organisations)
    taken = [False] * len(plain)
    found: list[Mention] = []
    names = sorted(holders, key=lambda name: (-len(name), name))
    spans = [(name, match.span()) for name in names for match in _pattern(name).finditer(plain)]
    for name, (start, end) in [*spans, *_side_by_side(plain, names, spans)]:
        if any(taken[start:end]):
            continue
        taken[start:end] = [True] * (end - start)
        own, later = holders[name]
        places = {body.place for body in own}
        later = [(b, s) for b, s in later if b not in own and (not own or b.place in places)]
        bodies = dict.fromkeys([*own, *(body for body, _ in later)])
        through = dict.fromkeys(successor for _, successor in later)
        found.append(Mention(start, end, name, tuple(bodies), tuple(through)))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _side_by_side(
    plain: str, names: Iterable[str], spans: Iterable[tuple[str, tuple[int, int]]]
) -> list[tuple[str, tuple[int, int]]]:
    """Find the bare names of districts that a body's name follows at once: 津南西青武清."""
    starts = {start for _, (start, _) in spans}
    bare = [name for name in names if len(name) == 2 and HAN.match(name)]
    found: list[tuple[str, tuple[int, int]]] = []
    for end in range(len(plain), 1, -1):
        if end in starts and plain[end - 2 : end] in bare:
            found.append((plain[end - 2 : end], (end - 2, end)))
            starts.add(end - 2)
    return found


Holders = dict[str, tuple[list[Organisation], list[tuple[Organisation, Successor]]]]


def _holders(plain: str, organisations: Iterable[Organisation]) -> Holders:
    """Give the names that stand in a text with the bodies that hold them, or followed them."""
    holders: Holders = {}
    for body in organisations:
        for name in body.names:
            if _stem(name) in plain:
                holders.setdefault(name, ([], []))[0].append(body)
        for successor in body.succession.successors if body.succession else ():
            for name in successor.names:
                if _stem(name) in plain:
                    holders.setdefault(name, ([], []))[1].append((body, successor))
    return holders


def _stem(name: str) -> str:
    """Give what stands in a text in the singular and in the plural: authority, authorities."""
    return name.removesuffix("y") if name.endswith("authority") else name


def find_organisations(
    text: str, organisations: Iterable[Organisation]
) -> tuple[Organisation, ...]:
    """Find the bodies that a text names, each once, in order of first mention."""
    mentions = find_mentions(text, organisations)
    return tuple(dict.fromkeys(body for mention in mentions for body in mention.organisations))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile the pattern that finds a normalised name where it names the body."""
    if name.isascii():
        return re.compile(_english_pattern(name))
    before = "" if re.match("市|天津|中共|国家|省|区", name) or is_place(name) else ABOVE
    if name in ("国税", "地税", "税务"):
        before = TAX
    if name.endswith("国税局") or name.endswith("地税局") or is_place(name):
        before = ""
    after = CLOSED.get(name[-1], "")
    after += OTHER_BODY.get(name.removeprefix("天津"), "")
    if is_place(name):
        after = WITHIN
    elif not re.search("[委局办厅室会部署院]$|政府$|部门$", name):
        after = FREE
    elif name.endswith("政府"):
        after += "(?!工作报告)"  # a document's name
    return re.compile(before + re.escape(name) + after)


def _english_pattern(name: str) -> str:
    pattern = rf"(?<![a-z0-9-]){re.escape(_stem(name))}"
    if re.search(r"(?:district|new area)$", name):
        return pattern + r"(?![a-z0-9])" + WITHIN_ENGLISH
    if " " not in name and not re.search("(?:bureau|commission|office)$", name) and len(name) >= 5:
        return pattern + r"(?![a-z0-9])" + WITHIN_BARE
    plural = "(?:y|ies)" if name.endswith("authority") else "s?"
    return pattern + plural + r"(?![a-z0-9])"
