"""
What a question is about: its words without those that any question about any plan may hold.

A question that names a body and nothing else is about that body, however it is worded (滨海新区
在这里头要干些啥, "Where does Binhai New Area come in?"); what is left over is a topic. Wordings
are endless, but the words that carry no topic are a short list. Beside a body, those that the
titles of all documents in question share carry none either: 信息产业 in a plan for it.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from bot.place_names import PLACES
from corpus.normalise import HAN, normalise
from corpus.pinyin import romanise
from corpus.terms import find_terms, term_spans
from index.lexical import chinese_words, stem

# Function words, words of asking, of plans and their parts, of units, tasks and taking charge.
CHINESE = frozenset(
    (
        "麻烦 告诉 想 知道 想知道 了解 看看 谈谈 列出 列举 列出来 列表 逐条 逐个 逐项 逐一 分别 "
        "讲讲 说说 聊聊 讲述 一段话 句话 几句话 "
        "掺和 牵扯 牵涉 插手 操心 张罗 对口 对接 对应 跟进 盯 下达 交付 委派 同一 干部 "
        "我局 我委 我办 我区 本局 本委 本区 本单位 市直 一级 "
        "各自 清单 新来 区政府 "
        "查 查询 说 讲 问 总共 总计 合计 全部 一切 全 都 共 各 每 完整 详细 具体 主要 到底 究竟 "
        "其实 大概 大致 目前 如今 后来 当时 以来 以及 另外 别的 还 也 又 再 就 才 只 仅 光 单 正好 "
        "恰好 刚好 老是 最 更 比较 "
        "这 那 这儿 那儿 这边 那边 里边 里 中 当中 身上 手里 手上 "
        "什么 啥 什么样 哪 哪儿 谁 几 怎么 怎样 如何 为什么 是否 有无 "
        "的 了 着 过 地 得 之 吗 呢 吧 啊 呀 么 嘛 哦 是 有 在 于 为 被 把 将 让 叫 使 给 对 关于 "
        "由 从 向 往 到 与 和 跟 同 及 或 或者 而 但 并 并且 "
        "要 会 能 可以 可 应 应该 应当 须 必须 需 打算 准备 来 去 做 干 办 搞 弄 管 抓 挂 扛 挑 担 "
        "背 摊 分 轮 派 落 压 归 归口 靠 交 "
        "露 露脸 出现 出现在 列入 列为 列在 写 写明 写进 提 涉及 安排 布置 分配 规定 明确 指定 "
        "指派 要求 交代 组织 "
        "负责 承担 担任 担当 担负 参与 参加 参与进来 牵头 主抓 主管 配合 协助 协同 协办 承办 主办 "
        "完成 落实 执行 实施 推进 推动 包揽 包 认领 领 接 挨 占 算 数 "
        "任务 工作 活 活儿 事 事儿 事情 差事 差使 职责 责任 职能 义务 分工 担子 负担 负荷 条目 "
        "条款 项目 项 条 件 桩 次 回 个 家 份 块 处 面 角色 作用 内容 部分 章节 小节 段落 "
        "部门 机构 主体 政府 人民政府 委办局 委办 委局 机关 同志 区 区县 市 本市 市级 "
        "区级 名字 大名 头 方 双方 两 二 三 一 "
        "方案 规划 计划 通知 政策 通篇 原文 文 整个 整份 实施方案 按 按照 根据 "
        "依照 依据 "
        "一起 一块儿 一道 联合 同时 合作 携手 并列 单独 独自 唯一 独家 不 没 未 非 除 以外 "
        "多 少 重 忙 轻 若干 数量 总数 顺序 先后 排 排序 排行 第一 首位 前 以上 以下 至少 不止 "
        "超过 "
        "能否 好 所以 因为 如果 话 时候 上 下 内 外 间 起来 出来 进来 进去 些 点 点儿 样 种 类 名 "
        "位 所 其 它 他 她 它们 他们 我 我们 你 您 你们 咱 咱们 自己 "
        "作为 肩上 编号 属于 扮演 身份 定位 列 "
        "表 表格 名单 整 分解 细化 拟 出 份儿 一份 一张 "
        "一览 干啥 干嘛 该 帮 帮忙 名下 "
        "称 改名 原来 以前 现 今 成立 拉 整理 汇总 统计 请 麻烦您 谢谢 可不可以 "
        "筛选 筛选条件 过滤 筛 别处 仅此 只此 一处 含有"
    ).split()
)
ENGLISH = frozenset(
    (
        "a an the this that these those it they them their there here he she his her you your we "
        "our us i me my "
        "what which who whose whom when where why how is are am was were be been do does did done "
        "has have had "
        "can could will would shall should may might must need ought let "
        "of in on at to for from by with without within into onto over under through across about "
        "around along as than then so if or and but nor not no yes "
        "also too just only even still again once both each every all any some many much more most "
        "few fewer fewest less least other another else same own such several single sole "
        "one two three very really exactly precisely altogether total overall whole entire "
        "complete full fully together jointly alone separately respectively "
        "please tell give show list name count find identify set out enumerate mention say said "
        "state write written read "
        "know want like see look hear ask wonder interested concerning regarding related "
        "plan document policy paper text notice scheme programme program page section part chapter "
        "item point place passage entry paragraph "
        "task duty job work assignment responsibility role charge load burden workload remit "
        "mandate portfolio obligation function activity "
        "measure thing stuff everything anything something matter area action line "
        "lead led leader head handle run manage oversee carry take taken care deal "
        "allocate given hand get got make made put play fall fallen land sit stand "
        "involve include participate contribute join share cooperate "
        "appear turn come crop feature pop figure fit belong enter begin start open "
        "supposed expected told required meant deliver implement execute accomplish fulfil perform "
        "undertake cover contain comprise "
        "briefly shortly "
        "four five six seven eight nine ten eleven twelve "
        "follow accountable hold held mark note entrust flag theirs besides apart "
        "after arm common detail behalf between bit checklist anywhere everywhere somewhere "
        "ours assign check "
        "plate hook desk table side shoulders lap agenda docket often frequently times up down off "
        "body unit department agency authority office bureau commission organisation organization "
        "government "
        "governmental district municipal city local people guys folks "
        "new now today nowadays currently according order number long short brief quick kind sort "
        "first last next second third top bottom ranking busiest heaviest largest "
        "biggest highest lowest smallest greatest big "
        "main among amongst nobody nothing none either neither never doesn don isn aren wasn weren "
        "didn hasn haven hadn won shouldn mustn needn couldn wouldn "
        "nowhere elsewhere call "
        "s t m re ve ll d etc ok okay hi "
        "hello thanks actually"
    ).split()
)
WORD = re.compile(r"[a-z0-9]+(?:[.&/-][a-z0-9]+)*|[\u3400-\u9fff]+")
NUMERAL = re.compile(
    "[0-9]+(?:st|nd|rd|th)?|[ivx]+|第?[一二三四五六七八九十百两几0-9]+[个项条次家]?"
)
LATIN = re.compile("[a-z]{2}")
OWN_PLACE = re.compile("[\u3400-\u9fff]{2,4}?(?=[省市区县])")
PLACE = re.compile("[\u3400-\u9fff]{2,}[省市区县]")
SHORT_WORDS = frozenset("".join(word for word in CHINESE if len(word) == 1))

TitleWords = frozenset[str]  # in normal form, English ones as stems
NO_TITLES: TitleWords = frozenset()


def shared_words(titles: Iterable[str]) -> TitleWords:
    """
    Give the words that all titles share: beside a body they tell no topic from another.

    :param titles: one of each document, in all its languages
    """
    shared: TitleWords | None = None
    for title in titles:
        own = _words_of_title(title)
        shared = own if shared is None else shared & own
        if not shared:
            break
    return shared or NO_TITLES


@lru_cache(maxsize=4_096)
def _words_of_title(title: str) -> TitleWords:
    """
    Give the words of a title, and what its places are called.

    A title without English is also said by the English names of the terms and the place in it.
    """
    plain = normalise(title)
    found: set[str] = set()
    for run in WORD.findall(plain):
        found |= set(chinese_words(run)) if HAN.match(run) else {stem(run)}
    places = [place for place in PLACES if place in plain]
    found |= {word[:-1] for word in found if PLACE.fullmatch(word)}  # 海川市 is called 海川
    if not LATIN.search(plain):
        named = [name for term in find_terms(plain) for name in term.english]
        if place := OWN_PLACE.match(plain):
            named.append(romanise(place[0]) or "")
        found |= {stem(word) for name in named for word in WORD.findall(normalise(name))}
    return frozenset(found.union(places, (stem(PLACES[place].lower()) for place in places)))


def topic_words(text: str) -> tuple[str, ...]:
    """
    Give the words of a text that name a topic, in order.

    A Chinese word counts from two characters on, unless each of them is one of the short words
    (几件, 要做); an English one counts unless it is a form of a plain word. The name of a known
    term counts whole (区块链, information security).

    ``topic_words("在5G方面要干些啥") -> ("5g",)``
    """
    plain, at = normalise(text), 0
    found: list[str] = []
    for start, end in (*term_spans(plain), (len(plain), len(plain))):
        name = plain[start:end]
        found += _topics_between_terms(plain[at:start])
        if HAN.search(name):
            found += [name] if name not in CHINESE else []
        else:
            found += WORD.findall(name)
        at = end
    return tuple(found)


def _topics_between_terms(text: str) -> list[str]:
    found: list[str] = []
    for run in WORD.findall(text):
        if HAN.match(run):
            found += [word for word in chinese_words(run) if _is_topic(word)]
        elif not is_plain(run) and not NUMERAL.fullmatch(run):
            found.append(run)
    return found


def topics_beside_titles(text: str, title_words: TitleWords) -> tuple[str, ...]:
    """Give the topics of a text without the words that all titles share."""
    return tuple(word for word in topic_words(text) if not is_of_titles(word, title_words))


def is_of_titles(name: str, title_words: TitleWords) -> bool:
    """Say whether all titles share a name in normal form, or the words of which it is made."""
    return bool(title_words) and all(
        _is_made_of_plain(part, title_words) if HAN.match(part) else stem(part) in title_words
        for part in WORD.findall(name)
    )


def topics_as_written(text: str) -> tuple[str, ...]:
    """
    Give the topics of a text in its own spelling, each once; words side by side are one.

    ``topics_as_written("How many base stations for 5G?") -> ("base stations", "5G")``
    """
    plain, at = normalise(text), 0
    if len(plain) != len(text):
        return tuple(dict.fromkeys(topic_words(text)))
    spans: list[tuple[int, int]] = []
    for word in topic_words(text):
        start = plain.index(word, at)
        beside = spans and text[at:start] in ("", " ")
        at = start + len(word)
        spans = [*spans[:-1], (spans[-1][0], at)] if beside else [*spans, (start, at)]
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def is_plain(word: str) -> bool:
    """Say whether an English word in small letters, in any form (I'm), names no topic."""
    parts = re.split("['’]", word)
    return all(part in ENGLISH or stem(part) in _stems() for part in parts)


def _is_topic(word: str) -> bool:
    return len(word) > 1 and not NUMERAL.fullmatch(word) and not _is_made_of_plain(word)


def _is_made_of_plain(word: str, more: TitleWords = NO_TITLES) -> bool:
    """Say whether plain words, one behind the other, make a word: 分解表, 列个表."""
    return not word or any(
        _is_made_of_plain(word[len(plain) :], more)
        for plain in (word[:length] for length in range(1, len(word) + 1))
        if plain in CHINESE or plain in more
    )


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in ENGLISH)
