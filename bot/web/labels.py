"""
Every text of the page in both languages; a missing translation cannot be constructed.

These are the page's own words. The words of a reply are in :mod:`bot.strings` and follow the
language of the question, not of the page.
"""

from dataclasses import asdict, dataclass, fields
from functools import cache

from bot.web.file_labels import FILES_EN, FILES_ZH, FileLabels
from corpus.language import Language
from corpus.normalise import to_traditional


@dataclass(frozen=True, slots=True)
class Labels(FileLabels):
    """The wording of the page. Fields with {braces} are templates."""

    html_lang: str
    tagline: str
    language: str
    question: str
    placeholder: str
    send: str
    restart: str
    conversation: str
    welcome: str
    welcome_hint: str
    you: str
    bot: str
    working: str
    failed: str
    examples: str
    examples_zh: str
    examples_en: str
    evidence: str
    evidence_empty: str
    evidence_none: str
    evidence_of: str
    evidence_for: str
    original: str
    rendering: str
    rendering_of_section: str
    page: str
    back: str
    nearest: str
    notice: str
    options: str
    by_model: str
    copy: str
    copied: str
    references: str
    disclaimer: str


ZH = Labels(
    **asdict(FILES_ZH),
    html_lang="zh-Hans",
    tagline="用中文或英文向政策文件提问,每句回答都注明出处",
    language="界面语言",
    question="您的问题",
    placeholder="请用中文或英文提问",
    send="发送",
    restart="重新开始",
    conversation="问答",
    welcome="请就政策文件提问。",
    welcome_hint="回答只用文件里的原话;点击句末的编号,可在依据栏看到原文。",
    you="提问",
    bot="回答",
    working="正在查找…",
    failed="抱歉,刚才没能处理这个问题。请稍后再试,或换一种问法。",
    examples="示例问题",
    examples_zh="中文",
    examples_en="英文",
    evidence="依据",
    evidence_empty="这里显示回答所依据的原文,引用的文字会标出。",
    evidence_none="这个回答没有引用原文。",
    evidence_of="查看依据 {marker}:{breadcrumb}",
    evidence_for="问题:{question}",
    original="原文",
    rendering="非官方英文译文",
    rendering_of_section="整节的非官方英文译文",
    page="第{page}页",
    back="回到回答",
    nearest="最接近的内容",
    notice="提示",
    options="请选择",
    by_model="由语言模型({name})撰写;每句话都已与所引原文核对。",
    copy="复制回答和出处",
    copied="已复制",
    references="出处",
    disclaimer="回答摘自公开文件,不构成官方意见,请以文件原文为准。",
)

EN = Labels(
    **asdict(FILES_EN),
    html_lang="en",
    tagline="Ask Chinese policy documents in Chinese or English; every sentence names its source",
    language="Language of the page",
    question="Your question",
    placeholder="Ask in Chinese or English",
    send="Send",
    restart="Start again",
    conversation="Conversation",
    welcome="Ask a question about the policy documents.",
    welcome_hint=(
        "Answers use only what the documents say. Click the number behind a sentence to see the "
        "original passage beside it."
    ),
    you="Question",
    bot="Answer",
    working="Looking it up…",
    failed="Sorry, this question could not be processed. Please try again, or put it differently.",
    examples="Example questions",
    examples_zh="In Chinese",
    examples_en="In English",
    evidence="Evidence",
    evidence_empty="The passages behind an answer appear here, with the cited words marked.",
    evidence_none="This answer cites no passage.",
    evidence_of="Show evidence {marker}: {breadcrumb}",
    evidence_for="Question: {question}",
    original="Original",
    rendering="Unofficial English rendering",
    rendering_of_section="Unofficial English rendering of the whole section",
    page="page {page}",
    back="Back to the answer",
    nearest="Nearest sections",
    notice="Note",
    options="Please choose",
    by_model=(
        "Written by a language model ({name}); each sentence was checked against what it cites."
    ),
    copy="Copy with references",
    copied="Copied",
    references="References",
    disclaimer=(
        "Answers quote public documents and are no official advice; the original texts prevail."
    ),
)


def language_of(labels: Labels) -> Language:
    """Give the language that a page with these words is in."""
    return "en" if labels.html_lang == EN.html_lang else "zh"


@cache
def labels_for(language: Language, *, traditional: bool = False) -> Labels:
    """Give the page's texts in a language; traditional characters are made from ``ZH``."""
    if language == "en":
        return EN
    if not traditional:
        return ZH
    texts = {field.name: to_traditional(getattr(ZH, field.name)) for field in fields(Labels)}
    return Labels(**texts | {"html_lang": "zh-Hant"})


def preferred_language(accept_language: str) -> tuple[Language, bool]:
    """
    Read a browser's ``Accept-Language``: the page's language, and whether in traditional script.

    The first Chinese or English entry decides, by weight and then by order; a browser that
    names neither gets English. ``"zh-TW,zh;q=0.9,en;q=0.8" -> ("zh", True)``
    """
    weighted: list[tuple[float, str]] = []
    for entry in accept_language.lower().split(","):
        tag, _, weight = entry.strip().partition(";q=")
        try:
            weighted.append((float(weight or 1), tag))
        except ValueError:
            continue
    chinese = ""
    language: Language | None = None
    for weight, tag in sorted(weighted, key=lambda pair: -pair[0]):
        known: Language | None = (
            "zh" if tag.startswith("zh") else "en" if tag.startswith("en") else None
        )
        if weight > 0 and known:
            language = language or known
            chinese = chinese or (tag if known == "zh" else "")
    parts = chinese.split("-")
    traditional = "hant" in parts or ("hans" not in parts and bool({"tw", "hk", "mo"} & {*parts}))
    return language or "en", traditional
