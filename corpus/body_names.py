"""
The names that people derive from a body's printed name, by rule: 发展和改革委员会 -> 发改委.

The rules hold for any city or ministry. What no rule gives (a bare district's name, a
successor) stands in the tables that :mod:`corpus.organisations` reads.
"""

import re

from corpus.units import is_place

# What a name may begin with, and leave off: 市财政局 is also 财政局, but 市场监管局 stays.
PREFIX = re.compile(
    r"^(?:市委|省委|区委|自治区|国务院|国家|市(?!场监|政府|政公|政工|容|委)|省|区|县|州|盟|旗)"
)
LOCAL = re.compile("[市省区县州盟旗]|国家|中共|全国|中央")
# The field of a body: the long forms and the short ones, each of which may stand for another.
FIELDS = (
    ("发展和改革", "发展改革", "发改"),
    ("工业和信息化", "工业信息化", "工信"),
    ("经济和信息化", "经济信息化", "经信"),
    ("科技和信息化", "科信"),
    ("人力资源和社会保障", "人力资源社会保障", "人力社保", "人社"),
    ("科学技术", "科技"),
    ("住房和城乡建设管理", "住房城乡建设管理"),
    ("住房和城乡建设", "住房城乡建设", "住建"),
    ("市场监督管理", "市场监管"),
    ("市场和质量监督管理", "市场质量监管"),
    ("规划和自然资源", "规划自然资源", "规划资源", "规自"),
    ("交通运输", "交通"),
    ("文化和旅游", "文化旅游", "文旅"),
    ("文化广电和旅游", "文化广电旅游", "文广旅"),
    ("文化广播影视", "文广影视", "文广"),
    ("国有资产监督管理", "国资"),
    ("卫生健康", "卫健"),
    ("卫生和计划生育", "卫生计生", "卫计"),
    ("环境保护", "环保"),
    ("知识产权", "知产"),
    ("通信管理", "通管"),
    ("医疗保障", "医保"),
    ("城市管理", "城管"),
    ("应急管理", "应急"),
    ("地方金融监督管理", "地方金融监管"),
    ("金融工作", "金融"),
    ("投资促进", "投促", "投资"),
    ("合作交流",),
    ("国土资源和房屋管理", "国土房管"),
    ("中小企业发展促进", "中小企业"),
    ("农业农村", "农业和农村"),
    ("商务",),
)
ENDINGS = (("委员会", "委"), ("办公室", "办"), ("局",), ("厅",), ("部",), ("总局",))
# Names that are shortened as a whole.
WHOLE = (
    ("科学技术委员会", "科技委", "科委"),
    ("教育委员会", "教委"),
    ("农业农村委员会", "农业农村委", "农委"),
    ("农村工作委员会", "农村工作委", "农委", "农业委员会"),
    ("交通运输委员会", "交通运输委", "交通委员会", "交通委", "交委"),
    ("商务委员会", "商务委", "商委"),
    ("城乡建设委员会", "城乡建设委", "建委"),
    (
        *("网络安全和信息化领导小组办公室", "网络安全和信息化委员会办公室"),
        *("网络安全和信息化办公室", "互联网信息办公室", "网信办公室", "网信办"),
    ),
)
DEPARTMENT = re.compile("(?<=..)(?<!管理)(?<!监督)(?:委员会|局|厅|委)$")  # 财政局 is a 财政部门
SHORTEST = 3  # characters of a name without 市 that no rule gives
ENGLISH_LEVEL = re.compile(
    "Tianjin (?:Municipal )?|"
    "(?:Municipal|Provincial|District|County|Prefectur(?:al|e)|League|Banner) "
)
ENGLISH_FORMS = ("Bureau", "Commission", "Office", "Administration", "Department")


def chinese_names(printed: str) -> tuple[str, ...]:
    """
    Give the names by which a question may call a body, the printed one among them.

    ``"市发展改革委" -> 市发展改革委, 发展改革委, 市发改委, 发改委, 发展和改革委员会, …``
    """
    if is_place(printed):
        return (printed, f"{printed}政府", f"{printed}人民政府")
    if "人民政府" in printed:
        return (printed, printed.replace("人民政府", "政府"))
    found = PREFIX.match(printed)
    prefix = found[0] if found else ""
    rest = printed[len(prefix) :]
    if len(rest) < 2:
        return (printed,)
    whole = any(rest in group for group in WHOLE)
    names = [printed]
    for form in _forms(rest):
        names.append(prefix + form)
        if whole or len(form) >= SHORTEST:
            names.append(form)
        if prefix.endswith("委"):  # 市委网信办 is also 市网信办
            names.append(prefix[:-1] + form)
        if ending := DEPARTMENT.search(form):
            names.append(f"{form[: ending.start()]}部门")
        if not prefix and re.search("[委局署办]$", form) and not LOCAL.search(form):
            names.append(f"国家{form}")
    return tuple(dict.fromkeys(names))


def _forms(rest: str) -> tuple[str, ...]:
    """Give the long and short forms of a name without its 市."""
    forms = [rest]
    for group in WHOLE:
        if rest in group:
            forms += group
    fields = [(field, group) for group in FIELDS for field in group if rest.startswith(field)]
    for field, group in sorted(fields, key=lambda pair: -len(pair[0])):
        endings = [pair for pair in ENDINGS if rest[len(field) :] in pair]
        if endings:
            forms += [other + ending for other in group for ending in endings[0]]
            break
    else:
        for long, *short in ENDINGS[:2]:
            for before, after in ((long, short[0]), (short[0], long)):
                if rest.endswith(before) and len(rest) - len(before) >= 2:
                    forms.append(rest.removesuffix(before) + after)
                    break
    return tuple(dict.fromkeys(forms))


def english_names(english: str) -> tuple[str, ...]:
    """
    Give the forms of an English name: without its place, and turned round.

    ``"Tianjin Municipal Finance Bureau" -> …, Finance Bureau, Bureau of Finance, finance
    department``
    """
    level = ENGLISH_LEVEL.match(english)
    prefix, bare = ("", english) if level is None else (level[0], english[level.end() :])
    turned = re.match(rf"^({'|'.join(ENGLISH_FORMS)}) (?:of|for) (.+)$", bare)
    straight = re.match(rf"^(.+) ({'|'.join(ENGLISH_FORMS)})$", bare)
    if turned:
        form, field = turned.groups()
    elif straight:
        field, form = straight.groups()
    else:
        return (english,)
    names = [english, bare]
    for said in ("", prefix):
        names += [f"{said}{field} {kind}" for kind in (form, "Department", "authority")]
        names += [f"{said}{kind} of {field}" for kind in (form, "Department")]
    return tuple(dict.fromkeys(names))
