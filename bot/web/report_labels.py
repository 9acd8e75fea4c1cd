"""What the page says of a file that was added, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportLabels:
    """Steps, findings, problems and doubts. Fields with {braces} are templates."""

    step_waiting: str
    step_reading: str
    step_indexing: str
    file_ready: str
    file_warnings: str
    file_left_out: str
    file_namesake: str
    file_twin: str
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
    warning_discontinuous: str
    warning_repeated: str
    warning_gap: str
    warning_mislabelled: str
    warning_pictures: str
    kind_text: str
    kind_markdown: str
    kind_page: str
    kind_word: str
    kind_legacy: str
    kind_odt: str
    kind_sheet: str
    kind_pdf: str
    kind_json: str
    kind_xml: str


REPORT_ZH = ReportLabels(
    step_waiting="等待中",
    step_reading="正在读取…",
    step_indexing="正在建立索引…",
    file_ready="识别出{sections}节、{lists}处责任单位",
    file_warnings="{warnings}处存疑",
    file_left_out="未添加:{problem}",
    file_namesake="另有同名而文字不同的文件;这一份的编号是“{id}”。几份都会用来回答,请移除不再适用的。",
    file_twin="另有一份文字完全相同的文件;回答时当作同一份。",
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
    problem_same="这份文件已经有了。",
    problem_too_many="最多添加{count}个文件。请先移除一些。",
    problem_some_left="最多添加{count}份文件,这个文件里其余的没有添加。",
    problem_failed="处理时出错。请再试一次,或换一种格式。",
    problem_busy="文件库正在被另一个程序写入。请过一会儿再添加。",
    problem_unsaved="文件库无法写入(可能是磁盘已满)。请告知管理员。",
    warning_discontinuous="“{label}”与前面的编号不连续,按“{ref}”的正文处理",
    warning_repeated="“{ref}”出现了两次,第二处按正文处理",
    warning_gap="“{label}”之前的编号是“{before}”,中间可能有缺漏",
    warning_mislabelled="文件扩展名是{suffix},内容却是{kind},已按内容读取",
    warning_pictures="第{pages}页是图片,没有可读的文字,已略去",
    kind_text="纯文本",
    kind_markdown="Markdown 文本",
    kind_page="网页",
    kind_word="Word 文档(.docx)",
    kind_legacy="旧版文档(.doc 或 .rtf)",
    kind_odt="OpenDocument 文档(.odt)",
    kind_sheet="Excel 工作簿(.xlsx)",
    kind_pdf="PDF 文档",
    kind_json="JSON 数据",
    kind_xml="XML 数据",
)


REPORT_EN = ReportLabels(
    step_waiting="waiting",
    step_reading="reading…",
    step_indexing="indexing…",
    file_ready="sections found: {sections}; lists of responsible units: {lists}",
    file_warnings="doubtful points: {warnings}",
    file_left_out="Not added: {problem}",
    file_namesake=(
        "Another document has this title and a different text; this one is “{id}”. All of them are "
        "asked: please remove what no longer applies."
    ),
    file_twin="Another document has the very same text; both are answered from as one.",
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
    problem_same="This document is there already.",
    problem_too_many="At most {count} files can be added; please remove some first.",
    problem_some_left="At most {count} documents can be added; the others in it were left out.",
    problem_failed="Something went wrong with this file. Please try again, or another format.",
    problem_busy="Another program is writing to the collection. Please try again in a while.",
    problem_unsaved=(
        "The collection cannot be written (its disk may be full). "
        "Please tell whoever runs this page."
    ),
    warning_discontinuous="“{label}” does not continue the numbering; read as text of “{ref}”",
    warning_repeated="“{ref}” stands twice; the second one is read as text",
    warning_gap="“{label}” comes after “{before}”; a number may be missing",
    warning_mislabelled="the name ends in {suffix} but the content is {kind}; read as that",
    warning_pictures="pages that are pictures without readable text were left out: {pages}",
    kind_text="plain text",
    kind_markdown="Markdown",
    kind_page="a web page",
    kind_word="a Word document (.docx)",
    kind_legacy="a legacy document (.doc or .rtf)",
    kind_odt="an OpenDocument text (.odt)",
    kind_sheet="an Excel workbook (.xlsx)",
    kind_pdf="a PDF",
    kind_json="JSON",
    kind_xml="XML",
)
