"""The page's words around files and documents, in both languages; part of its labels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileLabels:
    """Adding, listing, reading, limiting and removing. Fields with {braces} are templates."""

    files: str
    files_shared: str
    files_hint: str
    files_limits: str
    files_private_note: str
    files_shared_note: str
    files_remove: str
    step_waiting: str
    step_reading: str
    step_indexing: str
    file_ready: str
    file_warnings: str
    file_unreadable: str
    file_title: str
    file_issuer: str
    file_number: str
    file_date: str
    file_open: str
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
    problem_some_left: str
    problem_failed: str
    problem_busy: str
    problem_unsaved: str
    documents: str
    documents_search: str
    documents_none: str
    documents_more: str
    document_sections: str
    document_mine: str
    document_undated: str
    document_past: str
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
    warning_discontinuous: str
    warning_repeated: str
    warning_gap: str
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
    files="我的文件",
    files_shared="添加文件",
    files_hint="把文件拖到这里,或点击选择",
    files_limits="可用 {suffixes};每个不超过{megabytes} MB,最多{count}个。",
    files_private_note="文件只在您的这个页面里使用。",
    files_shared_note="添加的文件会保存下来,所有人都能查到。",
    files_remove="移除我的全部文件",
    step_waiting="等待中",
    step_reading="正在读取…",
    step_indexing="正在建立索引…",
    file_ready="识别出{sections}节、{lists}处责任单位",
    file_warnings="{warnings}处编号存疑",
    file_unreadable="未能读取",
    file_title="标题",
    file_issuer="发文机关",
    file_number="文号",
    file_date="日期",
    file_open="查看目录",
    problem_unsupported="不支持这种格式。请另存为 .docx、.pdf、.html 或 .txt。",
    problem_empty="文件里没有文字。请检查是否选对了文件。",
    problem_encrypted="文件有密码保护。请去掉密码后再添加。",
    problem_scanned="文件是扫描图片,没有文字。请先做文字识别(OCR)。",
    problem_damaged="文件已损坏或编码无法识别。请重新下载或另存一次。",
    problem_too_large="文件太大。请拆分后再添加。",
    problem_mislabelled="文件内容与扩展名不符。请用正确的格式另存一次。",
    problem_too_slow="读取时间过长,已中止。请拆分后再添加,或另存为 .docx。",
    problem_crashed="文件内容异常,无法读取。请用其他软件打开后另存一次。",
    problem_same="这份文件已经有了,没有重复添加。",
    problem_too_many="最多添加{count}个文件,这一个没有添加。",
    problem_some_left="最多添加{count}份文件,这个文件里其余的没有添加。",
    problem_failed="处理时出错,这个文件没有添加。",
    problem_busy="文件库正在被另一个程序写入。请过一会儿再添加。",
    problem_unsaved="文件库无法写入(可能是磁盘已满),这个文件没有添加。请告知管理员。",
    documents="全部文件({count})",
    documents_search="按标题、发文机关或文号查找",
    documents_none="没有找到这样的文件。",
    documents_more="还有{count}份没有列出;输入几个字可以缩小范围。",
    document_sections="{sections}节",
    document_mine="我的",
    document_undated="日期未载明",
    document_past="目标期至{year}年,已过",
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
    warning_discontinuous="“{label}”与前面的编号不连续,按“{ref}”的正文处理",
    warning_repeated="“{ref}”出现了两次,第二处按正文处理",
    warning_gap="“{label}”之前的编号是“{before}”,中间可能有缺漏",
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
    files="My files",
    files_shared="Add files",
    files_hint="Drop files here, or click to choose",
    files_limits="{suffixes}; up to {megabytes} MB each, {count} files at most.",
    files_private_note="They are used in this page of yours only.",
    files_shared_note="Added files are kept, and everybody can ask them.",
    files_remove="Remove all my files",
    step_waiting="waiting",
    step_reading="reading…",
    step_indexing="indexing…",
    file_ready="sections found: {sections}; lists of responsible units: {lists}",
    file_warnings="doubtful numbers: {warnings}",
    file_unreadable="not read",
    file_title="Title",
    file_issuer="Issued by",
    file_number="Number",
    file_date="Date",
    file_open="Show its outline",
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
    problem_same="This document is there already and was not added twice.",
    problem_too_many="At most {count} files can be added; this one was left out.",
    problem_some_left="At most {count} documents can be added; the others in it were left out.",
    problem_failed="Something went wrong with this file; it was not added.",
    problem_busy="Another program is writing to the collection. Please try again in a while.",
    problem_unsaved=(
        "The collection cannot be written (its disk may be full); the file was not added. "
        "Please tell whoever runs this page."
    ),
    documents="All documents ({count})",
    documents_search="Find by title, issuer or number",
    documents_none="No such document was found.",
    documents_more="{count} more are not listed; type a few words to narrow the list.",
    document_sections="sections: {sections}",
    document_mine="mine",
    document_undated="no date given",
    document_past="targets ran to {year}, now past",
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
    warning_discontinuous="“{label}” does not continue the numbering; read as text of “{ref}”",
    warning_repeated="“{ref}” stands twice; the second one is read as text",
    warning_gap="“{label}” comes after “{before}”; a number may be missing",
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
