"""
Every text of the page in both languages; a missing translation cannot be constructed.

These are the page's own words. The words of a reply are in :mod:`bot.strings` and follow the
language of the question, not of the page.
"""

from dataclasses import dataclass, fields
from functools import cache

from corpus.language import Language
from corpus.normalise import to_traditional


@dataclass(frozen=True, slots=True)
class Labels:
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
    files: str
    files_hint: str
    files_limits: str
    files_reading: str
    files_remove: str
    file_ready: str
    file_warnings: str
    file_unreadable: str
    scope: str
    scope_all: str
    scope_mine: str
    documents: str
    documents_more: str
    problem_unsupported: str
    problem_empty: str
    problem_encrypted: str
    problem_scanned: str
    problem_damaged: str
    problem_too_large: str
    problem_mislabelled: str
    problem_too_slow: str
    problem_crashed: str
    problem_same: str
    problem_too_many: str
    problem_failed: str


ZH = Labels(
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
    files="我的文件",
    files_hint="把文件拖到这里,或点击选择",
    files_limits=(
        "可用 {suffixes};每个不超过{megabytes} MB,最多{count}个。文件只在您的这个页面里使用。"
    ),
    files_reading="正在读取…",
    files_remove="移除我的文件",
    file_ready="识别出{sections}节",
    file_warnings="{warnings}处编号存疑",
    file_unreadable="未能读取",
    scope="回答依据",
    scope_all="全部文件",
    scope_mine="只用我的文件",
    documents="所收录的文件({count})",
    documents_more="还有{count}份",
    problem_unsupported="不支持这种格式。请另存为 .docx、.pdf、.html 或 .txt。",
    problem_empty="文件里没有文字。请检查是否选对了文件。",
    problem_encrypted="文件有密码保护。请去掉密码后再添加。",
    problem_scanned="文件是扫描图片,没有文字。请先做文字识别(OCR)。",
    problem_damaged="文件已损坏或编码无法识别。请重新下载或另存一次。",
    problem_too_large="文件太大。请拆分后再添加。",
    problem_mislabelled="文件内容与扩展名不符。请用正确的格式另存一次。",
    problem_too_slow="读取时间过长,已中止。请拆分后再添加,或另存为 .docx。",
    problem_crashed="文件内容异常,无法读取。请用其他软件打开后另存一次。",
    problem_same="这份文件已经添加过了。",
    problem_too_many="最多添加{count}个文件,这一个没有添加。",
    problem_failed="处理时出错,这个文件没有添加。",
)

EN = Labels(
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
    files="My files",
    files_hint="Drop files here, or click to choose",
    files_limits=(
        "{suffixes}; up to {megabytes} MB each, {count} files at most. "
        "They are used in this page of yours only."
    ),
    files_reading="Reading…",
    files_remove="Remove my files",
    file_ready="sections found: {sections}",
    file_warnings="doubtful numbers: {warnings}",
    file_unreadable="not read",
    scope="Answer from",
    scope_all="All documents",
    scope_mine="Only my files",
    documents="Documents loaded ({count})",
    documents_more="and {count} more",
    problem_unsupported=(
        "This format is not supported. Please save it as .docx, .pdf, .html or .txt."
    ),
    problem_empty="The file holds no text. Please check that it is the right one.",
    problem_encrypted="The file is protected by a password. Please remove the password first.",
    problem_scanned="The file is a scanned picture without text. Please run OCR on it first.",
    problem_damaged=(
        "The file is damaged or its encoding is unknown. Please download or save it again."
    ),
    problem_too_large="The file is too large. Please split it.",
    problem_mislabelled=(
        "The content is not what the extension says. Please save it in the right format."
    ),
    problem_too_slow=(
        "Reading the file took too long and was stopped. Please split it or save it as .docx."
    ),
    problem_crashed="The file broke the reader. Please save it again with another program.",
    problem_same="This file has been added already.",
    problem_too_many="At most {count} files can be added; this one was left out.",
    problem_failed="Something went wrong with this file; it was not added.",
)


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
