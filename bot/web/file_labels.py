"""The page's words around files and documents, in both languages; part of its labels."""

from dataclasses import asdict, dataclass

from bot.web.report_labels import REPORT_EN, REPORT_ZH, ReportLabels


@dataclass(frozen=True, slots=True)
class FileLabels(ReportLabels):
    """Listing, reading, limiting and removing, and all of a file's report."""

    files: str
    files_shared: str
    files_hint: str
    files_limits: str
    files_private_note: str
    files_shared_note: str
    files_remove: str
    documents: str
    documents_search: str
    documents_none: str
    documents_more: str
    document_sections: str
    document_id: str
    document_mine: str
    document_undated: str
    document_past: str
    document_repealed: str
    document_void: str
    document_expired: str
    document_pending: str
    document_until: str
    document_source: str
    remove: str
    remove_named: str
    remove_question: str
    remove_question_shared: str
    remove_question_all: str
    remove_yes: str
    remove_no: str
    remove_failed: str
    reading: str
    reading_back: str
    reading_gone: str
    outline: str
    outline_more: str
    outline_choose: str
    section_previous: str
    section_next: str
    section_cut: str
    section_responsible: str
    section_lead: str
    section_joint: str
    limits: str
    limits_documents: str
    limits_issuer: str
    limits_first: str
    limits_last: str
    limits_any: str
    limits_clear: str
    limits_note: str
    scope: str
    scope_all: str
    scope_mine: str
    scope_statement: str
    scope_none: str
    scope_document: str
    scope_documents: str
    scope_since: str
    scope_until: str
    scope_between: str


FILES_ZH = FileLabels(
    **asdict(REPORT_ZH),
    files="我的文件",
    files_shared="添加文件",
    files_hint="把文件拖到这里,或点击选择",
    files_limits="可用 {suffixes};每个不超过{megabytes} MB,最多{count}个。",
    files_private_note="文件只在您的这个页面里使用;刷新或关闭页面后就不再保留。",
    files_shared_note="添加的文件会保存下来,所有人都能查到。",
    files_remove="移除我的全部文件",
    documents="全部文件({count})",
    documents_search="按标题、发文机关或文号查找",
    documents_none="没有找到这样的文件。",
    documents_more="还有{count}份没有列出;输入几个字可以缩小范围。",
    document_sections="{sections}节",
    document_id="编号 {id}",
    document_mine="我的",
    document_undated="日期未载明",
    document_past="目标期至{year}年,已过",
    document_repealed="已被废止",
    document_void="已失效",
    document_expired="有效期至{date},已过期",
    document_pending="{date}起施行",
    document_until="有效期至{date}",
    document_source="网上原文",
    remove="移除",
    remove_named="移除《{title}》",
    remove_question="确定移除《{title}》吗?之后的回答不再用到它。",
    remove_question_shared="确定移除《{title}》吗?所有人都将查不到它。",
    remove_question_all="确定移除您添加的全部文件吗?",
    remove_yes="确定移除",
    remove_no="保留",
    remove_failed="没能移除这份文件。请稍后再试。",
    reading="阅读",
    reading_back="回到依据",
    reading_gone="这份文件已经不在了。",
    outline="目录({count}节)",
    outline_more="目录很长,这里只列出前{count}节。",
    outline_choose="点击目录中的一节,可在这里阅读原文。",
    section_previous="上一节",
    section_next="下一节",
    section_cut="这一节很长,这里只显示前{count}个字;请点击目录中的下级各节。",
    section_responsible="责任单位",
    section_lead="牵头单位",
    section_joint="配合单位",
    limits="限定提问范围",
    limits_documents="文件(可输入文字查找,可选多份)",
    limits_issuer="发文机关",
    limits_first="发文年份:从",
    limits_last="发文年份:到",
    limits_any="不限",
    limits_clear="取消全部限定",
    limits_note="限定年份后,没有载明日期的文件不在其内。",
    scope="回答依据",
    scope_all="全部文件",
    scope_mine="只用我的文件",
    scope_statement="提问已限定:{limits}。符合的文件有{count}份。",
    scope_none="提问已限定:{limits}。没有符合的文件,请放宽限定后再提问。",
    scope_document="《{title}》",
    scope_documents="指定的{count}份文件",
    scope_since="{first}年以来发文",
    scope_until="{last}年以前发文(含{last}年)",
    scope_between="{first}至{last}年发文",
)

FILES_EN = FileLabels(
    **asdict(REPORT_EN),
    files="My files",
    files_shared="Add files",
    files_hint="Drop files here, or click to choose",
    files_limits="{suffixes}; up to {megabytes} MB each, {count} files at most.",
    files_private_note="They are used in this page only, and gone when you reload or close it.",
    files_shared_note="Added files are kept, and everybody can ask them.",
    files_remove="Remove all my files",
    documents="All documents ({count})",
    documents_search="Find by title, issuer or number",
    documents_none="No such document was found.",
    documents_more="{count} more are not listed; type a few words to narrow the list.",
    document_sections="sections: {sections}",
    document_id="id {id}",
    document_mine="mine",
    document_undated="no date given",
    document_past="targets ran to {year}, now past",
    document_repealed="repealed",
    document_void="no longer in force",
    document_expired="expired on {date}",
    document_pending="in force from {date}",
    document_until="in force until {date}",
    document_source="published at",
    remove="Remove",
    remove_named="Remove “{title}”",
    remove_question="Remove “{title}”? Answers will no longer use it.",
    remove_question_shared="Remove “{title}”? Nobody will be able to ask it any more.",
    remove_question_all="Remove all the files that you added?",
    remove_yes="Yes, remove",
    remove_no="Keep",
    remove_failed="The document could not be removed. Please try again later.",
    reading="Reading",
    reading_back="Back to the evidence",
    reading_gone="This document is not there any more.",
    outline="Outline (sections: {count})",
    outline_more="The outline is long; only the first {count} sections are listed.",
    outline_choose="Choose a section of the outline to read its text here.",
    section_previous="Previous section",
    section_next="Next section",
    section_cut=(
        "The section is long; only its first {count} characters are shown. "
        "Please choose the sections below it in the outline."
    ),
    section_responsible="Responsible units",
    section_lead="Leading units",
    section_joint="Supporting units",
    limits="Limit the questions",
    limits_documents="Documents (type to find; several may be chosen)",
    limits_issuer="Issued by",
    limits_first="Year of issue: from",
    limits_last="Year of issue: to",
    limits_any="any",
    limits_clear="Remove all limits",
    limits_note="Where years are limited, documents that give no date are left out.",
    scope="Answer from",
    scope_all="All documents",
    scope_mine="Only my files",
    scope_statement="Questions are limited: {limits}. Documents within these limits: {count}.",
    scope_none=(
        "Questions are limited: {limits}. No document is within these limits; please widen them."
    ),
    scope_document="“{title}”",
    scope_documents="{count} chosen documents",
    scope_since="issued since {first}",
    scope_until="issued up to {last}",
    scope_between="issued from {first} to {last}",
)
