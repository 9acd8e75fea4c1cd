"""The wording of replies in English."""

from bot.string_fields import Strings

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
    original_only="{name}, in Chinese only: see the original quoted beside this line.",
    original_words="{name}, in Chinese only: {words}.",
    original_notice=(
        "“{title}” has no English text here and is not translated: of each passage, the numbers, "
        "dates, bodies and words of fixed meaning are given in their order, beside the original."
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
    stated="{number}: the {document} states{year}: “{clause}”.",
    target_original=(
        "{number}: the {document} states this{year} in {clause}, in Chinese only."
    ),
    target_by=" for {year}",
    target_in=" for {year}",
    targets_apart="{documents} documents set numeric targets, {count} in all ({counts}):",
    target_count="{count}",
    targets="The plan set {count} numeric targets, in the order of the document:",
    whether="The nearest provision says “{word}”:",
    enumerated="{name} lists {count} items:",
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
    imprint="“{title}”: {facts}.",
    imprint_issuer="issued by {bodies}",
    imprint_drafters="drafted by {bodies}",
    imprint_date="dated {date}",
    imprint_no_date="it prints no date",
    imprint_number="its number is {number}",
    imprint_no_number="it prints no number of its own",
)
