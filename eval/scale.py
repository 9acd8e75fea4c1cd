"""
Many invented policies, and an encoder without weights: the index at scale, without waiting for it.

The texts have the layout of real plans (parts, sections, items, responsibility lists, targets), no
two alike. The stand-in encoder makes a vector from a text's hash in no time; what remains is the
work of everything else.
"""

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.encoder import SentenceEncoder

CHARACTERS = 10_000  # of one document
NUMERALS = "一二三四五六七八九十"
PLACES = "临江 南屏 海川 云岭 青川 安平 宁泽 长汀 东湾 松原 白河 石桥 平川 宜和 永定 新港".split()
FIELDS = (
    "集成电路 人工智能 生物医药 船舶电子 新能源汽车 工业软件 高端装备 节能环保 现代农业 冷链物流 文化旅游 "
    "数字贸易 卫星应用 储能电池 纳米材料 医疗器械 海洋工程 智能家居 职业教育 社区养老 轨道交通 水利设施"
).split()
PARTS = (
    "总体要求 主要目标 重点任务 支持政策 空间布局 平台建设 人才保障 金融服务 开放合作 保障措施"
).split()
VERBS = "支持 推动 鼓励 加快 引导 组织 开展 完善 建设 培育 优化 加强 实施 探索 扩大 提升".split()
ACTORS = (
    "龙头企业 中小企业 高等学校 科研院所 行业协会 产业园区 投资机构 检测机构 基层单位 服务平台 示范基地 "
    "创新中心"
).split()
DEEDS = (
    "联合攻关关键技术 共建公共实验室 改造生产线 开放应用场景 制定地方标准 开拓国际市场 建立供需对接机制 "
    "扩大有效投资 培养技能人才 完善统计监测 推广先进经验 降低用能成本 加强质量检验 保护知识产权 压缩审批时限 "
    "健全应急预案 改进公共服务 汇聚数据资源"
).split()
WAYS = (
    "按照规定程序 结合本地实际 通过政府采购 依托重点园区 在风险可控的前提下 坚持市场导向 统筹现有资源 "
    "分阶段分步骤 以项目为抓手 在有条件的地区 围绕产业链短板 面向群众需求"
).split()
BODIES = (
    "发展改革委 工业和信息化局 科技局 财政局 人力资源社会保障局 商务局 自然资源局 生态环境局 住房城乡建设局 "
    "交通运输局 农业农村局 文化和旅游局 卫生健康委 市场监管局 教育局 统计局"
).split()


def invented_policy(number: int, *, characters: int = CHARACTERS) -> str:
    """Write a plan of about so many characters; one number gives always the same text."""
    rng = random.Random(number)
    place, field = rng.choice(PLACES), rng.choice(FIELDS)
    year = rng.randrange(2016, 2025)
    lines = [
        f"{place}市{field}产业发展行动方案({year}—{year + 5}年)第{number}号",
        "",
        f"为推动{field}产业高质量发展,制定本方案。",
    ]
    parts = rng.sample(PARTS, 8)
    for at, part in enumerate(parts):
        lines.append(f"{NUMERALS[at]}、{part}")
        for section in range(2):
            lines.append(f"({NUMERALS[section]}){rng.choice(VERBS)}{rng.choice(FIELDS)}{part}")
            share = characters // (8 * 2 * 3)
            lines += [_item(rng, item + 1, place, year, share) for item in range(3)]
    return "\n".join(lines) + "\n"


def _item(rng: random.Random, number: int, place: str, year: int, characters: int) -> str:
    """Write a numbered item: heading, sentences, the units that answer for it."""
    text = f"{number}.{rng.choice(VERBS)}{rng.choice(FIELDS)}{rng.choice(DEEDS)[:4]}。"
    while len(text) < characters - 60:
        text += _sentence(rng, place, year)
    units = "、".join(f"市{body}" for body in rng.sample(BODIES, rng.randrange(1, 4)))
    return f"{text}(责任单位:{units})"


def _sentence(rng: random.Random, place: str, year: int) -> str:
    """Write a sentence; one in six states a number."""
    way, field, actor = rng.choice(WAYS), rng.choice(FIELDS), rng.choice(ACTORS)
    match rng.randrange(12):
        case 0:
            goal, size = year + rng.randrange(6), rng.randrange(1, 9000)
            return f"到{goal}年,全市{field}规模达到{size}亿元。"
        case 1:
            sum_ = rng.randrange(5, 900)
            return f"对{place}市{field}领域{rng.choice(DEEDS)}的{actor}给予最高{sum_}万元补助。"
        case _:
            rest = [f"{rng.choice(VERBS)}{rng.choice(ACTORS)}{rng.choice(DEEDS)}" for _ in range(2)]
            first = f"{rng.choice(VERBS)}{field}领域{actor}{rng.choice(DEEDS)}"
            return f"{way},{first},{rest[0]},{rest[1]}。"


def write_policies(folder: Path, count: int) -> None:
    """Write so many invented policies as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"policy-{number:04}.txt"
        path.write_text(invented_policy(number), encoding="utf-8")


TASKS_OF_ONE = "市科技局负责哪些任务?"  # in all documents: the longest answer that there is


def invented_questions(count: int) -> list[str]:
    """Write questions about invented policies, but none for a list over all of them."""
    rng = random.Random(count)
    forms = (
        "{place}市{verb}{field}{deed}由谁负责?",
        "{field}领域的{actor}能享受什么支持?",
        "{year}年全市{field}规模要达到多少?",
        "{verb}{field}{deed}有哪些要求?",
        "Who is responsible for {field}?",
        "给予{actor}的补助最高多少万元?",
        "{field}产业发展行动方案的保障措施讲什么?",
    )
    return [
        rng.choice(forms).format(
            place=rng.choice(PLACES),
            field=rng.choice(FIELDS),
            verb=rng.choice(VERBS),
            deed=rng.choice(DEEDS),
            actor=rng.choice(ACTORS),
            year=rng.randrange(2017, 2030),
        )
        for _ in range(count)
    ]


class HashEncoder(SentenceEncoder):
    """An encoder without weights: equal texts get equal vectors, all others unlike ones."""

    size = 384  # of the embedded encoder

    def __init__(self) -> None:
        super().__init__("hash")
        self._table = np.random.default_rng(7).normal(size=(16, 256, self.size)).astype("float32")

    @property
    def identity(self) -> str:
        """Name the encoder; it has no weights that could change."""
        return "hash-1"

    @property
    def dimension(self) -> int:
        """Give the number of dimensions of the vectors."""
        return self.size

    def is_word(self, word: str) -> bool:
        """Know no word."""
        return False

    def _encode(self, texts: Sequence[str], *, query: bool, progress: bool = False) -> np.ndarray:
        rows = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            digest = hashlib.md5(text.encode()).digest()
            row[:] = self._table[np.arange(16), list(digest)].sum(axis=0)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True) if len(rows) else rows
