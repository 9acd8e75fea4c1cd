"""Every text of a reply in both languages; a missing translation cannot be constructed."""

from dataclasses import dataclass, fields

from corpus.language import Language
from corpus.normalise import to_traditional


@dataclass(frozen=True, slots=True)
class Strings:
    """The wording of replies. Fields with {braces} are templates."""

    empty: str
    too_long: str
    instruction: str
    unclear: str
    no_evidence: str
    missing_year: str
    missing_place: str
    missing_detail: str
    missing_term: str
    detail_phone: str
    detail_email: str
    detail_address: str
    detail_procedure: str
    detail_deadline: str
    detail_amount: str
    detail_rate: str
    detail_person: str
    detail_rent: str
    detail_outcome: str
    detail_penalty: str
    detail_date: str
    detail_funding: str
    detail_standard: str
    detail_rank: str
    detail_institution: str
    detail_share: str
    detail_opinion: str
    detail_errand: str
    missing_number: str
    looked_for: str
    nearest: str
    ask_units: str
    section_missing: str
    which_section: str
    which_document: str
    which_of_many: str
    no_document: str
    not_chosen: str
    ask_document: str
    responsible: str
    group_counted: str
    lead_label: str
    joint_label: str
    no_lead: str
    no_joint: str
    task_count_one: str
    task_count: str
    unit_count_one: str
    unit_count: str
    district_count_one: str
    district_count: str
    duties_none: str
    duties_in_all: str
    duties_none_joint: str
    duties_none_alone: str
    duties_none_such: str
    duties_no_lead: str
    duties: str
    duties_lead: str
    duties_joint: str
    duties_together: str
    duties_alone: str
    duties_without: str
    duties_not: str
    duties_first: str
    duties_each: str
    counts_apart: str
    list_count_one: str
    list_count: str
    duties_group: str
    body_unnamed: str
    units_original: str
    tally_bounds: str
    tally_none: str
    bound_least: str
    bound_most: str
    bound_exact: str
    bound_between: str
    named_unit: str
    named_lead: str
    ranking_most: str
    ranking_fewest: str
    ranking_top: str
    ranking_all: str
    bodies_bounds: str
    bodies_none: str
    ranking_line: str
    units_most: str
    units_fewest: str
    all_bodies: str
    all_districts: str
    all_groups: str
    all_tasks: str
    bare_tasks: str
    per_document: str
    renamed: str
    successor: str
    no_amount: str
    summary: str
    occurrences: str
    original_only: str
    horizon: str
    repealed: str
    repealed_since: str
    void: str
    expired: str
    pending: str
    in_term: str
    in_force: str
    force_unstated: str
    amended: str
    newer: str
    in_force_from: str
    in_force_until: str
    repeals: str
    repeals_none: str
    out_of_force: str
    out_of_force_none: str
    not_held: str
    which_in_force: str
    still_in_force: str
    titled: str
    full_stop: str
    units_label: str
    units_of: str
    units_shared: str
    units_none: str
    units_only: str
    plan: str
    document: str
    target: str
    target_original: str
    target_by: str
    target_in: str
    targets: str
    targets_apart: str
    target_count: str
    support_fitting: str
    support_general: str
    support_every: str
    support_kinds: str
    support_others: str
    no_procedure: str
    no_criteria: str


ZH = Strings(
    empty="请输入一个问题。",
    too_long="问题太长({length}个字符,最多{limit}个)。请缩短后再问。",
    instruction="这不是关于文件内容的问题。我只回答所收录文件里的内容,不执行其他指令。",
    unclear="没有看出您想了解什么。请用中文或英文说出具体内容,例如一个产业、一项任务或一个部门。",
    no_evidence="所收录的文件里没有找到能回答这个问题的内容。",
    missing_year="所收录的文件没有涉及{years}年,无法回答。",
    missing_place="所收录的文件没有关于{places}的这项内容,无法回答。",
    missing_detail="所收录的文件没有写明{detail}。",
    missing_term="所收录的文件没有提到「{term}」,无法回答。",
    detail_phone="联系电话",
    detail_email="电子邮箱或网址",
    detail_address="办公地址",
    detail_procedure="申报、办理的手续、条件或表格",
    detail_deadline="申报或办理的时间期限",
    detail_amount="补贴、奖励或资助的金额",
    detail_rate="税率、利率或比例上限",
    detail_person="具体的负责人姓名",
    detail_rent="租金、价格或收费",
    detail_outcome="目前的实际情况或完成结果(文件只写计划)",
    detail_penalty="处罚、申诉或法律责任",
    detail_date="这件事的时间",
    detail_funding="由谁出资",
    detail_standard="认证、验收的标准或技术指标",
    detail_rank="排名或位次",
    detail_institution="银行、律师事务所等机构的名称",
    detail_share="占生产总值的比重",
    detail_opinion="看法、预测或投资建议",
    detail_errand="日常生活信息,也不提供写作、推荐之类的服务",
    missing_number="所收录的文件没有写明这个数字。",
    looked_for="查找的是:{words}。",
    nearest="最接近的内容在:{sections}。",
    ask_units="可以向文件列出的责任单位了解:{units}。",
    section_missing="文件里没有这一部分:{path}。",
    which_section="您指的是哪一部分?",
    which_document="有{count}份文件符合,您指的是哪一份?",
    which_of_many="有{count}份文件可能是您要问的,请选择或写明文件名称,例如:",
    no_document="所收录的文件里没有{name},无法回答。",
    not_chosen="{name}不在所选的文件范围内,无法回答。",
    ask_document="写明文件名称再问,可以得到该文件的完整清单。",
    responsible="「{heading}」({ref})列出责任单位{units}",
    group_counted="「{group}」按1个单位计",
    lead_label="牵头单位",
    joint_label="配合单位",
    no_lead="文件没有写明由谁牵头。",
    no_joint="文件没有写明由谁配合,只列出责任单位。",
    task_count_one="1项",
    task_count="{count}项",
    unit_count_one="1个",
    unit_count="{count}个",
    district_count_one="1个区",
    district_count="{count}个区",
    duties_none="所收录文件的责任单位名单里没有{body}。",
    duties_in_all="所收录的文件里,每份责任单位名单都有{body}。",
    duties_none_joint="所收录的文件里没有把{body}同时列为责任单位的任务。",
    duties_none_alone="所收录的文件里没有只由{body}负责的任务。",
    duties_none_such="所收录的文件里,{body}没有符合这一条件的任务。",
    duties_no_lead="文件没有写明由{body}牵头的任务。",
    duties="{body}被列为责任单位的任务共{tasks},按文件顺序如下:",
    duties_lead="由{body}牵头的任务共{tasks},按文件顺序如下:",
    duties_joint="{body}作为配合单位的任务共{tasks},按文件顺序如下:",
    duties_together="{body}共同被列为责任单位的任务共{tasks},按文件顺序如下:",
    duties_alone="责任单位只有{body}的任务共{tasks},按文件顺序如下:",
    duties_not="{others}未被列为责任单位的任务共{tasks},按文件顺序如下:",
    duties_first="{body}列在责任单位首位的任务共{tasks},按文件顺序如下:",
    duties_without="{body}被列为责任单位、而{others}未被列入的任务共{tasks},按文件顺序如下:",
    duties_each="{tasks}(其中{counts})",
    counts_apart="{total}({counts})",
    list_count_one="1项",
    list_count="{count}项",
    duties_group="另有{lists}的名单以「{group}」这类统称结尾,可能也涉及{body},未计入上面的数目。",
    body_unnamed="所问的单位",
    units_original="责任单位见所附原文",
    tally_bounds="责任单位{bound}的任务共{tasks}(「其他有关区」这类统称按1个单位计),按文件顺序如下:",
    tally_none="所收录的文件里没有责任单位{bound}的任务。",
    bound_least="不少于{least}",
    bound_most="不超过{most}",
    bound_exact="恰为{least}",
    bound_between="{least}至{most}",
    named_unit="被列为责任单位",
    named_lead="牵头",
    ranking_most="{named}的任务最多的是{bodies},{tasks}:",
    ranking_fewest="{named}的任务最少的是{bodies},{tasks}:",
    ranking_top="按{named}的任务数,居前{count}位的是(并列的都列出):",
    bodies_bounds="{named}的任务{bound}的单位共{count}个:",
    bodies_none="所收录的文件里没有{named}的任务{bound}的单位。",
    ranking_all="按{named}的任务数,各单位依次为:",
    ranking_line="{body}:{tasks}",
    units_most="责任单位最多的任务有{units}(统称按1个单位计):",
    units_fewest="责任单位最少的任务有{units}(统称按1个单位计):",
    all_bodies="责任单位名单里一共点名{count}个单位,按首次出现的顺序如下:",
    all_districts="责任单位名单里一共点名{count}个区,按首次出现的顺序如下:",
    all_groups="另有统称「{group}」,没有点名,未计入。",
    per_document="{count}份文件列有责任单位,分别如下:",
    bare_tasks="没有写明责任单位的部分共{tasks},按文件顺序如下:",
    renamed="所收录的文件没有说明{body}后来的变化。",
    all_tasks="写明责任单位的任务共{tasks},按文件顺序如下:",
    successor=(
        "编者注(不是文件的内容):根据{year}年《{basis}》,文件中的{body}的职责由{successors}承接。"
    ),
    no_amount="文件没有写明具体金额或标准。",
    summary="「{heading}」({ref})的要点:",
    occurrences="「{name}」出现在{count}处,按文件顺序如下:",
    original_only="{breadcrumb}:此处原文不是中文,请看所附原文。",
    horizon="《{title}》的目标期到{year}年为止,已经过去;文中的目标是当时的规划,不代表现状。",
    repealed="《{title}》已被{by}废止",
    repealed_since=",自{date}起不再有效",
    void="《{title}》在发布它的页面上标明已经废止或失效。",
    expired="《{title}》的有效期到{date}为止,已经过期。",
    pending="《{title}》自{date}起施行,目前还没有生效。",
    in_term="《{title}》目前在有效期内,有效期到{date}为止。",
    in_force="《{title}》自{date}起施行,没有写明失效日期;所收录的文件里没有废止它的文件。",
    force_unstated="《{title}》没有写明具体的施行日期和有效期;所收录的文件里没有废止它的文件。",
    amended="《{title}》已被{by}修改;引用的文字可能是修改前的。",
    newer="所收录的文件里有《{title}》的较新文本({date})。",
    in_force_from="自{date}起施行。",
    in_force_until="有效期到{date}为止。",
    repeals="{title}被废止。",
    repeals_none="《{title}》没有写明废止哪些文件。",
    out_of_force="所收录的文件里,不在有效期内或已被废止的有{count}份:",
    out_of_force_none="所收录的文件里,没有看出有哪一份已经过期或被废止。",
    not_held="所收录的文件里没有《{title}》,也没有提到它被废止。",
    which_in_force="您问的是哪一份文件?",
    still_in_force="《{title}》现在还有效吗?",
    titled="《{title}》",
    full_stop="。",
    units_label="责任单位",
    units_of="{name}的责任单位共{count}个:{units}。",
    units_shared="两者共有{count}个:{units}。",
    units_none="两者没有相同的责任单位。",
    units_only="只在{name}:{units}。",
    plan="方案",
    document="文件",
    target="{number}:{document}提出,{year}{clause}。",
    target_original="{number}:{document}提出,{year}见{clause}。",
    target_by="到{year}年,",
    target_in="{year}年,",
    targets_apart="{documents}份文件提出量化目标,共{count}项({counts}):",
    target_count="{count}项",
    targets="文件提出的量化目标共{count}项,按文件顺序如下:",
    support_fitting="与所问情况有关的内容共{count}条,按文件顺序如下:",
    support_general="通用的支持措施,列出{count}条:",
    support_every="文件写明的通用支持措施共{count}条,按文件顺序如下:",
    support_kinds="文件写明的支持措施共{count}条,各类分别列出,先看其中{shown}条:",
    support_others="另有{count}条针对具体产业或任务,可按产业、地区或企业类型再问。",
    no_procedure="申报手续不在{document}里。",
    no_criteria="具体某家企业是否符合条件,{document}没有写明认定标准,无法据此判断。",
)

EN = Strings(
    empty="Please enter a question.",
    too_long="The question is too long ({length} characters, the limit is {limit}). Please shorten it.",
    instruction=(
        "This is not a question about the documents. I only answer from the documents that are "
        "loaded and follow no other instructions."
    ),
    unclear=(
        "I cannot tell what you want to know. Please name it in Chinese or English: an industry, "
        "a task or a department, for example."
    ),
    no_evidence="The loaded documents do not contain an answer to this question.",
    missing_year="The loaded documents say nothing about {years}, so I cannot answer.",
    missing_place="The loaded documents do not cover this for {places}, so I cannot answer.",
    missing_detail="The loaded documents do not state {detail}.",
    missing_term="The loaded documents do not mention “{term}”, so I cannot answer.",
    detail_phone="a telephone number",
    detail_email="an e-mail address or website",
    detail_address="an office address",
    detail_procedure="an application procedure, conditions or forms",
    detail_deadline="a deadline or date for applications",
    detail_amount="an amount of subsidy, reward or funding",
    detail_rate="a tax rate, interest rate or ceiling",
    detail_person="the name of the person in charge",
    detail_rent="a rent, price or charge",
    detail_outcome="the present state of things or what was achieved (they only set out plans)",
    detail_penalty="penalties, appeals or legal liability",
    detail_date="when this happens",
    detail_funding="who pays for this",
    detail_standard="a standard or figure for certification or acceptance",
    detail_rank="a ranking",
    detail_institution="the name of a bank, law firm or the like",
    detail_share="a share of gross domestic product",
    detail_opinion="opinions, forecasts or investment advice",
    detail_errand="everyday information, and I do not write or recommend things",
    missing_number="The loaded documents do not state this number.",
    looked_for="I looked for: {words}.",
    nearest="The nearest sections are: {sections}.",
    ask_units="The responsible units that the document names may know more: {units}.",
    section_missing="The document has no such section: {path}.",
    which_section="Which section do you mean?",
    which_document="{count} documents fit; which one do you mean?",
    which_of_many="{count} documents may be meant; please choose one or name it, for example:",
    no_document="The loaded documents do not include {name}, so I cannot answer.",
    not_chosen="{name} is not among the chosen documents, so I cannot answer.",
    ask_document="Name a document to get its complete list.",
    responsible="“{heading}” ({ref}) names {units}",
    group_counted="“{group}” counts as one",
    lead_label="Lead units",
    joint_label="Supporting units",
    no_lead="The document does not say which of them leads.",
    no_joint="The document does not say which of them supports another; it only lists them.",
    task_count_one="1 task",
    task_count="{count} tasks",
    unit_count_one="1 responsible unit",
    unit_count="{count} responsible units",
    district_count_one="1 district",
    district_count="{count} districts",
    duties_none="No responsibility list in the loaded documents names {body}.",
    duties_in_all="Every responsibility list in the loaded documents names {body}.",
    duties_none_joint="No task in the loaded documents names {body} together.",
    duties_none_alone="No task in the loaded documents has {body} as its only responsible unit.",
    duties_none_such="No task of {body} in the loaded documents meets this condition.",
    duties_no_lead="The documents name no task that is led by {body}.",
    duties="{body}: named as responsible for {tasks}, in the order of the document:",
    duties_lead="{body}: named as leading {tasks}, in the order of the document:",
    duties_joint="{body}: named as supporting {tasks}, in the order of the document:",
    duties_together="{body}: named together for {tasks}, in the order of the document:",
    duties_alone="{body}: the only unit named for {tasks}, in the order of the document:",
    duties_not="Without {others}: {tasks}, in the order of the document:",
    duties_first="{body}: named first for {tasks}, in the order of the document:",
    duties_without="{body}, without {others}: named for {tasks}, in the order of the document:",
    duties_each="{tasks} ({counts})",
    counts_apart="{total} ({counts})",
    list_count_one="list ends",
    list_count="{count} lists end",
    duties_group=(
        "Another {lists} in a group such as “{group}”, which may include {body}; not counted above."
    ),
    body_unnamed="the body (its name is in the quoted list)",
    units_original="the responsible units stand in the original quoted beside it",
    tally_bounds=(
        "{tasks} with {bound} (a group such as “other relevant districts” counts as one unit), in "
        "the order of the document:"
    ),
    tally_none="No task in the loaded documents has {bound}.",
    bound_least="at least {least}",
    bound_most="at most {most}",
    bound_exact="exactly {least}",
    bound_between="{least} to {most}",
    named_unit="Named as a responsible unit for",
    named_lead="Leading",
    ranking_most="{named} the most tasks: {bodies}, {tasks}:",
    ranking_fewest="{named} the fewest tasks: {bodies}, {tasks}:",
    ranking_top="{named} the most tasks, the first {count} with all that share a place:",
    bodies_bounds="{named} {bound}: {count} bodies:",
    bodies_none="No body in the loaded documents: {named} {bound}.",
    ranking_all="{named} tasks, all bodies by their number:",
    ranking_line="{body}: {tasks}",
    units_most="The most units that a task has are {units} (a group counts as one):",
    units_fewest="The fewest units that a task has are {units} (a group counts as one):",
    all_bodies="The responsibility lists name {count} bodies in all, in the order in which they first appear:",
    all_districts="The responsibility lists name {count} districts in all, in the order in which they first appear:",
    all_groups="They also mention “{group}”, which names no body and is not counted.",
    per_document="{count} documents have lists of responsible units; of each:",
    bare_tasks="{tasks} without a list of responsible units, in the order of the document:",
    renamed="The loaded documents do not say what became of {body}.",
    all_tasks="{tasks} with a list of responsible units, in the order of the document:",
    successor=(
        "Our note, not the document's words: under the {basis} ({year}), the functions of the "
        "{body} passed to the {successors}."
    ),
    no_amount="The document states no amount.",
    summary="The main points of “{heading}” ({ref}):",
    occurrences="“{name}” stands in {count} sections, in the order of the document:",
    original_only=(
        "{breadcrumb}: there is no English rendering of this passage; please see the original quoted beside it."
    ),
    horizon=(
        "The targets of “{title}” run to {year} and that year has passed: they are what was "
        "planned then, not the state of things today."
    ),
    repealed="“{title}” was repealed by {by}",
    repealed_since=", and has not been in force since {date}",
    void="“{title}” is marked as repealed or lapsed on the page that published it.",
    expired="The term of “{title}” ended on {date}; it is no longer in force.",
    pending="“{title}” takes effect on {date}; it is not yet in force.",
    in_term="“{title}” is in force; its term ends on {date}.",
    in_force=(
        "“{title}” has been in force since {date} and states no end of its term; no loaded "
        "document repeals it."
    ),
    force_unstated=(
        "“{title}” states neither when it takes effect nor until when it is valid; no loaded "
        "document repeals it."
    ),
    amended="“{title}” was amended by {by}; the words cited may be those before the amendment.",
    newer="The loaded documents hold a newer text of “{title}” ({date}).",
    in_force_from="It takes effect on {date}.",
    in_force_until="It is valid until {date}.",
    repeals="“{title}” is repealed.",
    repeals_none="“{title}” does not say that it repeals another document.",
    out_of_force="Loaded documents that are out of their term or repealed, {count} in all:",
    out_of_force_none="None of the loaded documents is known to have expired or been repealed.",
    not_held="“{title}” is not among the loaded documents, and none of them says it is repealed.",
    which_in_force="Which document do you mean?",
    still_in_force="Is “{title}” still in force?",
    titled="“{title}”",
    full_stop=".",
    units_label="Responsible units",
    units_of="{name} has {count} responsible units: {units}.",
    units_shared="Both have {count} in common: {units}.",
    units_none="They have no responsible unit in common.",
    units_only="Only {name}: {units}.",
    plan="plan",
    document="document",
    target="{number}: the {document} set{year}: “{clause}”.",
    target_original=(
        "{number}: the {document} set this{year} in {clause}; the passage has no English rendering."
    ),
    target_by=" for {year}",
    target_in=" for {year}",
    targets_apart="{documents} documents set numeric targets, {count} in all ({counts}):",
    target_count="{count}",
    targets="The plan set {count} numeric targets, in the order of the document:",
    support_fitting="What bears on your question, {count} items in the order of the document:",
    support_general="General support measures, {count} of them:",
    support_every="General support measures, {count} in all, in the order of the document:",
    support_kinds="Support measures, {count} in all; here are {shown} of them, of every kind:",
    support_others=(
        "Another {count} are for particular industries or tasks; ask by industry, district or "
        "kind of company."
    ),
    no_procedure="Application procedures are not in the {document}.",
    no_criteria=(
        "Whether a particular company qualifies cannot be told: the {document} states no criteria."
    ),
)


def strings_for(language: Language, *, traditional: bool = False) -> Strings:
    """Give the wording for a language; traditional characters are made from ``ZH``."""
    if language == "en":
        return EN
    if not traditional:
        return ZH
    return Strings(**{f.name: to_traditional(getattr(ZH, f.name)) for f in fields(Strings)})
