"""What bodies are responsible for: every section that prints the name, counted, no other."""

import re

import pytest

from bot.reply import Answer, Refusal, reply_text
from corpus.document import parse_document
from corpus.organisations import known_organisations
from corpus.register import bodies_of, read_register

# The bodies of the embedded plan's lists, with their English names.
BODIES = {
    body.printed: body.english
    for body in known_organisations()
    if body.printed not in ("市委", "市人民政府", "市人民政府办公厅", "工业和信息化部")
}
HAN = re.compile("[\u4e00-\u9fff]")
LED = """海川市灯塔办法

一、灯塔维护

  灯塔每年检修两次。(牵头单位:市商务局,配合单位:市财政局)

二、灯塔改造

  灯塔更换灯具。(责任单位:市商务局、市财政局)

三、灯塔拆除

  灯塔可以拆除。(责任单位:市财政局)
"""
TWICE = """海川市渔港办法

一、渔港

  修建码头。(责任单位:市渔业局、市水务局)疏浚航道。(责任单位:市水务局)清理渔网。(责任单位:市渔业局)

二、渔船

  检验渔船。(责任单位:市渔业局、市财政局、市水务局)
"""


def refs(reply) -> list[str]:
    return list(dict.fromkeys(citation.ref for citation in reply.citations))


def printed_in(document, body) -> list[str]:
    """Brute force: the sections with a list in which the body's name stands."""
    return [
        section.ref
        for section in document.sections
        if any(body in units.text for units in document.lists.get(section.ref, ()))
    ]


@pytest.fixture(scope="module")
def led_chatbot(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("led", LED)])


@pytest.fixture(scope="module")
def twice(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("twice", TWICE)])


@pytest.mark.parametrize("body", BODIES)
def test_a_body_answers_for_every_section_that_prints_its_name_and_no_other(
    tianjin_chatbot, tianjin, body
):
    reply = tianjin_chatbot.reply(f"{body}负责哪些任务?")
    expected = printed_in(tianjin, body)
    assert expected
    assert refs(reply) == expected
    assert f"共{len(expected)}项" in reply_text(reply)


@pytest.mark.parametrize(("body", "english"), BODIES.items())
def test_a_body_answers_by_its_english_name_as_well(tianjin_chatbot, tianjin, body, english):
    reply = tianjin_chatbot.reply(f"What is the {english} responsible for?")
    expected = printed_in(tianjin, body)
    assert refs(reply) == expected
    assert reply.language == "en"
    assert f" {len(expected)} task" in reply_text(reply)
    assert HAN.search(reply_text(reply)) is None


@pytest.mark.parametrize(
    "wording",
    [
        "{body}在里面扮演什么角色?",
        "{body}是牵头还是配合?都涉及哪几条?",
        "帮忙给{body}整一份任务分解表",
        "{body}该干的活儿列个表",
        "我是{body}的,要落实哪些任务?",
        "哪些任务的责任单位里有{body}?",
        "{body}摊到几件事,分别是什么",
        "責任單位寫了{body}的是哪幾條?",
        "What work is the {body} charged with?",
        "Does the {body} lead or support, and on what?",
        "I'm with the {body}. What is on our plate?",
        "List every section naming the {body}.",
        "what is {body} supposed to do",
        "Everything the {body} must deliver, please.",
    ],
)
def test_no_wording_changes_what_a_body_answers_for(tianjin_chatbot, tianjin, wording):
    english = wording.isascii()
    names = {body: name if english else body for body, name in BODIES.items()}
    questions = {body: wording.format(body=name) for body, name in names.items()}
    wrong = [
        question
        for body, question in questions.items()
        if refs(tianjin_chatbot.reply(question)) != printed_in(tianjin, body)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("市科委在云计算方面负责哪些任务?", ["三(八)"]),
        (
            "What tasks on cloud computing does the Science and Technology Commission have?",
            ["三(八)"],
        ),
        ("西青、津南、滨海都参与、又写了可穿戴的是哪个方向?", ["三(三)"]),
    ],
)
def test_the_topic_beside_a_body_narrows_its_tasks(tianjin_chatbot, question, expected):
    assert refs(tianjin_chatbot.reply(question)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "市人力社保局负责云计算的哪些任务?",  # others' topic
        "市科委在养老服务方面有哪些任务?",  # nobody's
        "市民政局和市科委共同负责哪些任务?",  # a body that no list prints
        "Which tasks do the Justice Bureau and the Science and Technology Commission share?",
    ],
)
def test_what_no_list_says_is_refused(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Refusal)


def test_a_group_may_be_asked_for_by_its_name(tianjin_chatbot, tianjin):
    expected = printed_in(tianjin, "其他有关区")

    assert refs(tianjin_chatbot.reply("其他有关区要参与哪些任务?")) == expected
    assert (
        refs(tianjin_chatbot.reply("What are other relevant districts responsible for?"))
        == expected
    )


def test_tasks_of_two_bodies_are_told_apart(tianjin_chatbot):
    reply = tianjin_chatbot.reply(
        "Compare the tasks of the Finance Bureau and the Local Taxation Bureau."
    )

    assert refs(reply) == ["四(二)", "四(三)"]
    assert "in common 1 task" in reply.opening
    assert "(Tianjin Municipal Finance Bureau)" in reply_text(reply)


@pytest.mark.parametrize(
    ("called", "body"),
    [
        ("工信委", "市工业和信息化委"),
        ("网信办", "市委网信办"),
        ("天津市发展和改革委员会", "市发展改革委"),
        ("知識產權局", "市知识产权局"),
        ("滨海新区政府", "滨海新区"),
    ],
)
def test_a_body_is_known_by_its_other_names(tianjin_chatbot, tianjin, called, body):
    assert refs(tianjin_chatbot.reply(f"{called}负责哪些任务?")) == printed_in(tianjin, body)


def test_every_body_of_the_embedded_plan_is_asked_for_here(tianjin):
    assert set(bodies_of(read_register(tianjin))) == BODIES.keys()


@pytest.mark.parametrize(
    ("question", "group"),
    [("宝坻区负责哪些任务?", "其他有关区"), ("宁河区负责哪些任务?", "其他有关区")],
)
def test_lists_that_reach_a_district_through_a_group_are_told_uncounted(
    tianjin_chatbot, tianjin, question, group
):
    reply = tianjin_chatbot.reply(question)
    named = printed_in(tianjin, question[:3])
    others = [ref for ref in printed_in(tianjin, group) if ref not in named]
    assert f"共{len(named)}项" in reply.opening
    assert f"另有{len(others)}项" in reply.closing
    assert group in reply.closing
    assert set(refs(reply)).isdisjoint(others)


def test_the_group_is_told_in_english_to_an_english_question(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("What is Ninghe District responsible for?")
    others = set(printed_in(tianjin, "其他有关区")) - set(printed_in(tianjin, "宁河区"))
    assert f"{len(others)} lists end" in reply.closing
    assert "other relevant districts" in reply.closing


def test_a_body_that_is_no_district_is_not_reached_through_a_group_of_districts(tianjin_chatbot):
    assert tianjin_chatbot.reply("市农委负责哪些任务?").closing == ""
    assert "其他有关区" not in tianjin_chatbot.reply("市教委负责哪些任务?").closing


def test_a_list_with_an_open_end_may_mean_a_department(tianjin_chatbot):
    assert "另有1项的名单以「等」" in tianjin_chatbot.reply("市教委负责哪些任务?").closing
    assert (
        "Another list ends"
        in tianjin_chatbot.reply("What is the IP Office responsible for?").closing
    )


@pytest.mark.parametrize(
    ("question", "language", "body", "group"),
    [
        ("河西区负责哪些任务?", "zh", "河西区", "其他有关区"),
        ("What is Hexi District responsible for?", "en", "Hexi District", "relevant districts"),
    ],
)
def test_a_district_printed_nowhere_is_refused_with_the_groups_that_may_mean_it(
    tianjin_chatbot, question, language, body, group
):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert reply.language == language
    assert body in reply.message
    assert group in reply.message


def test_a_body_printed_nowhere_is_refused(tianjin_chatbot):
    reply = tianjin_chatbot.reply("市公安局负责哪些任务?")
    assert isinstance(reply, Refusal)
    assert "市公安局" in reply.message
    assert "其他有关区" not in reply.message


@pytest.mark.parametrize(
    "question",
    [
        "北京市工信委负责什么?",
        "上海市科委负责哪些任务?",
        "What is the Shanghai Development and Reform Commission responsible for?",
    ],
)
def test_the_body_of_another_city_is_not_taken_for_the_own_one(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Refusal)


def test_a_traditional_question_gets_the_list_in_a_traditional_frame(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("市知識產權局負責哪些任務?")
    assert refs(reply) == printed_in(tianjin, "市知识产权局")
    assert reply.language == "zh"
    assert "被列爲責任單位的任務" in reply.opening
    assert reply.citations[0].quote.startswith("责任单位")


def test_two_bodies_are_answered_with_the_tasks_of_either_or_of_both(led_chatbot):
    led = frozenset(["led"])
    either = led_chatbot.reply("市商务局和市财政局负责哪些任务?", documents=led)
    both = led_chatbot.reply("市商务局和市财政局共同负责哪些任务?", documents=led)
    assert refs(either) == ["一", "二", "三"]
    assert refs(both) == ["一", "二"]
    assert "共2项" in both.opening


def test_the_tasks_of_all_documents_are_listed_in_their_order(led_chatbot):
    reply = led_chatbot.reply("市财政局负责哪些任务?")
    assert list(dict.fromkeys((c.document, c.ref) for c in reply.citations)) == [
        ("policy-zh", "三(一)"), ("led", "一"), ("led", "二"), ("led", "三"),
    ]  # fmt: skip
    assert "共4项" in reply.opening


# Two bodies, conditions and roles


def test_tasks_of_both_bodies_together_are_the_intersection(tianjin_chatbot, tianjin):
    both = [r for r in printed_in(tianjin, "市科委") if r in printed_in(tianjin, "市委网信办")]
    for question in (
        "网信办和科委共同负责哪些?",
        "Which tasks are the Cyberspace Administration and the Science and Technology Commission jointly responsible for?",
    ):
        reply = tianjin_chatbot.reply(question)
        assert refs(reply) == both
        assert str(len(both)) in reply.opening


def test_together_means_in_one_list_not_in_one_section(twice):
    reply = twice.reply("市渔业局和市财政局共同负责哪些?")
    alone = twice.reply("市水务局和市渔业局共同负责哪些?")

    assert refs(reply) == ["二"]
    assert [c.quote for c in alone.citations if c.quote.startswith("责任单位")] == [
        "责任单位:市渔业局、市水务局",
        "责任单位:市渔业局、市财政局、市水务局",
    ]


def test_every_list_of_a_section_that_prints_the_body_is_cited(twice):
    reply = twice.reply("市渔业局负责哪些?")
    lists = [c.quote for c in reply.citations if c.quote.startswith("责任单位")]

    assert lists == [
        "责任单位:市渔业局、市水务局",
        "责任单位:市渔业局",
        "责任单位:市渔业局、市财政局、市水务局",
    ]
    assert "共2项" in reply.opening


def test_a_body_that_must_not_be_named_is_left_out(tianjin_chatbot, tianjin):
    without = [
        r
        for r in printed_in(tianjin, "市工业和信息化委")
        if r not in printed_in(tianjin, "市委网信办")
    ]
    reply = tianjin_chatbot.reply("工信委负责、网信办不负责的有哪些?")

    assert refs(reply) == without
    assert f"共{len(without)}项" in reply.opening


def test_each_body_is_counted_where_both_are_asked_for(led_chatbot):
    reply = led_chatbot.reply("市商务局和市财政局分别负责哪些?", documents=frozenset(["led"]))

    assert "共3项(其中市商务局2项、市财政局3项、共同2项)" in reply.opening


def test_tasks_of_a_body_alone(tianjin_chatbot):
    assert refs(tianjin_chatbot.reply("工信委单独负责哪些任务?")) == ["二(六)3"]
    refused = tianjin_chatbot.reply("市通信管理局单独负责哪些任务?")
    assert isinstance(refused, Refusal)
    assert "只由市通信管理局负责" in refused.message


def test_what_a_body_does_is_asked_for_in_english_as_well(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("What does the Communications Administration do?")

    assert refs(reply) == printed_in(tianjin, "市通信管理局")


def test_groups_of_documents_that_do_not_print_the_body_are_not_told(two_plans):
    reply = two_plans.reply("市农业农村局负责哪些任务?", documents=None)

    assert {c.document for c in reply.citations} == {"policy-zh"}
    assert reply.closing == ""


def test_tasks_that_a_body_leads_are_those_where_it_leads(led_chatbot):
    led = frozenset(["led"])
    leads = led_chatbot.reply("市商务局牵头哪些任务?", documents=led)
    supports = led_chatbot.reply("市财政局配合哪些任务?", documents=led)
    never = led_chatbot.reply("市财政局牵头哪些任务?", documents=led)

    assert refs(leads) == ["一"]
    assert "由市商务局牵头的任务共1项" in leads.opening
    assert refs(supports) == ["一"]
    assert isinstance(never, Refusal)
    assert "没有写明由市财政局牵头" in never.message


def test_where_no_lead_is_named_the_tasks_are_given_and_that_is_said(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("市科委牵头哪些任务?")
    english = tianjin_chatbot.reply("Which tasks does the Science and Technology Commission lead?")

    assert refs(reply) == refs(english) == printed_in(tianjin, "市科委")
    assert reply.closing.startswith("文件没有写明由谁牵头")
    assert english.closing.startswith("The document does not say which of them leads")


@pytest.mark.parametrize("question", ["第四部分中市科委负责哪些任务?", "保障措施里市科委负责哪些?"])
def test_the_part_that_the_question_looks_into_limits_the_tasks(tianjin_chatbot, tianjin, question):
    within = [ref for ref in printed_in(tianjin, "市科委") if ref.startswith("四")]

    assert refs(tianjin_chatbot.reply(question)) == within


def test_the_main_tasks_of_a_body_are_not_taken_for_the_part_of_that_name(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("市科委的主要任务有哪些?")

    assert refs(reply) == printed_in(tianjin, "市科委")


def test_the_count_comes_first(tianjin_chatbot):
    assert reply_text(tianjin_chatbot.reply("滨海新区参与几项?")).startswith(
        "滨海新区被列为责任单位的任务共15项"
    )


# Old, new and shared names


@pytest.mark.parametrize(
    ("question", "body", "successor"),
    [
        ("市科技局负责哪些任务?", "市科委", "天津市科学技术局"),
        ("市生態環境局負責哪些任務?", "市环保局", "天津市生态环境局"),
        ("市科委负责哪些任务?", "市科委", "天津市科学技术局"),
        ("What is the Ecology and Environment Bureau responsible for?", "市环保局", "Ecology"),
    ],
)
def test_a_successor_is_told_in_a_note_and_never_in_the_answer(
    tianjin_chatbot, tianjin, question, body, successor
):
    reply = tianjin_chatbot.reply(question)
    (note,) = [n for n in reply.notices if successor in n]

    assert isinstance(reply, Answer)
    assert refs(reply) == printed_in(tianjin, body)
    assert successor not in reply_text(reply)
    assert (HAN.search(note) is None) == (reply.language == "en")


def test_a_shared_name_answers_for_all_its_bodies(tianjin_chatbot):
    reply = tianjin_chatbot.reply("税务局负责哪些任务?")
    notes = [note for note in reply.notices if "国家税务总局天津市税务局" in note]

    assert "市国税局和市地税局" in reply.opening
    assert refs(reply) == ["四(二)"]
    assert len(notes) == 2


def test_what_became_of_a_body_is_told_in_the_note_alone(tianjin_chatbot):
    reply = tianjin_chatbot.reply("市商务委现在叫什么?")

    assert isinstance(reply, Refusal)
    assert "天津市商务局" in reply.notices[0]
    assert "商务局" not in reply.message


def test_a_year_that_no_document_names_is_refused(tianjin_chatbot):
    assert isinstance(tianjin_chatbot.reply("2031年市科委负责哪些任务?"), Refusal)


def test_a_body_of_another_place_has_no_successor(led_chatbot):
    reply = led_chatbot.reply("市规划局、市商务局负责哪些任务?", documents=frozenset(["led"]))

    assert reply.notices == ()


def test_an_english_answer_names_no_body_in_chinese(led_chatbot):
    reply = led_chatbot.reply("What is 市商务局 responsible for?", documents=frozenset(["led"]))

    assert reply.language == "en"
    assert HAN.search(reply_text(reply)) is None


HARBOUR = """海川市码头办法

一、码头

  修建码头。(责任单位:市渔业局)

二、航道

  疏浚航道。(责任单位:市水务局、市渔业局)
"""
FISHING = """临江市渔船办法

一、渔船

  渔船登记。(责任单位:市渔业局)
"""


@pytest.fixture(scope="module")
def two_documents(stub_chatbot):
    texts = {"harbour": HARBOUR, "fishing": FISHING, "copy": HARBOUR}
    return stub_chatbot.with_documents([parse_document(*item) for item in texts.items()])


def test_tasks_of_several_documents_are_listed_by_document_with_each_ones_number(two_documents):
    reply = two_documents.reply(
        "市渔业局负责哪些任务?", documents=frozenset({"harbour", "fishing"})
    )
    assert reply.opening == (
        "市渔业局被列为责任单位的任务共3项(《海川市码头办法》2项、《临江市渔船办法》1项),按文件顺序如下:"
    )
    assert [s.text for s in reply.sentences[:3]] == [
        "《海川市码头办法》:一 码头", "二 航道", "《临江市渔船办法》:一 渔船",
    ]  # fmt: skip


def test_tasks_of_a_document_and_its_copy_are_counted_once_and_cited_in_both(two_documents):
    reply = two_documents.reply("市水务局负责哪些任务?", documents=frozenset({"harbour", "copy"}))
    assert "共1项" in reply.opening
    assert reply.sentences[0].citations == (1, 2)
    assert {citation.document for citation in reply.citations} == {"harbour", "copy"}


@pytest.mark.parametrize(
    "question",
    ["不需要网信办参与的任务是哪些?", "Which tasks do not involve the Cyberspace Administration?"],
)
def test_tasks_without_a_body_are_those_whose_lists_do_not_print_it(
    tianjin_chatbot, tianjin, question
):
    reply = tianjin_chatbot.reply(question)
    every = [ref for ref, lists in tianjin.lists.items() if lists]
    expected = [ref for ref in every if ref not in printed_in(tianjin, "市委网信办")]
    assert refs(reply) == expected
    assert f"{len(expected)}" in reply.opening


@pytest.mark.parametrize(
    "question",
    [
        "市委网信办排在责任单位第一位的任务有哪些?",
        "Which tasks list the Cyberspace Administration first?",
    ],
)
def test_tasks_in_whose_lists_a_body_stands_first(tianjin_chatbot, tianjin, question):
    reply = tianjin_chatbot.reply(question)
    assert refs(reply) == [
        ref
        for ref, (units,) in tianjin.lists.items()
        if units.text.removeprefix("责任单位:").startswith("市委网信办")
    ]


@pytest.mark.parametrize(
    "question",
    [
        "通管局在方案里露了几次面?",
        "Give me a checklist of everything assigned to the Communications Administration.",
    ],
)
def test_any_wording_about_a_body_alone_gives_its_tasks(tianjin_chatbot, tianjin, question):
    assert refs(tianjin_chatbot.reply(question)) == printed_in(tianjin, "市通信管理局")


@pytest.mark.parametrize(
    "question", ["和平区呢?有它的活吗?", "Is there anything in the plan for Heping District?"]
)
def test_a_body_printed_nowhere_is_refused_however_it_is_asked_for(tianjin_chatbot, question):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert "和平区" in reply.message or "Heping District" in reply.message


def test_a_word_of_cooperation_is_not_read_from_a_bodys_name(tianjin_chatbot, tianjin):
    either = tianjin_chatbot.reply("市合作交流办和宁河区负责哪些任务?")
    both = tianjin_chatbot.reply("网信办与科委合作的任务有哪些?")

    assert refs(either) == [
        ref
        for ref in tianjin.lists
        if ref in printed_in(tianjin, "市合作交流办") + printed_in(tianjin, "宁河区")
    ]
    assert refs(both) == [
        ref for ref in printed_in(tianjin, "市委网信办") if ref in printed_in(tianjin, "市科委")
    ]


def test_a_body_in_every_list_leaves_no_task_without_it(tianjin_chatbot, tianjin):
    assert len(printed_in(tianjin, "市工业和信息化委")) == len(tianjin.lists)
    reply = tianjin_chatbot.reply("工信委没参加的任务有哪些?")
    assert isinstance(reply, Refusal)
    assert "每份责任单位名单都有市工业和信息化委" in reply.message


@pytest.mark.parametrize(
    "question",
    [
        "除了单项冠军,中小企业局还管什么?",
        "Besides single champions, what else does the SME bureau work on?",
        "What else does the SME bureau do apart from single champions?",
    ],
)
def test_a_task_that_a_question_leaves_out_is_not_listed(tianjin_chatbot, tianjin, question):
    expected = [ref for ref in printed_in(tianjin, "市中小企业局") if ref != "二(二)2"]
    assert list(dict.fromkeys(refs(tianjin_chatbot.reply(question)))) == expected


@pytest.mark.parametrize(
    "question", ["津南区完成任务了吗?", "Has Binhai New Area completed its tasks?"]
)
def test_what_became_of_a_bodys_tasks_is_refused(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Refusal)


def test_words_of_the_title_are_no_topic_of_the_tasks(stub_chatbot, policy):
    reply = stub_chatbot.reply("海川船舶电子产业的发展,市科技局要干些啥?")
    named = [ref for ref in policy.lists if "市科技局" in policy.responsible(ref)]

    assert isinstance(reply, Answer)
    assert list(dict.fromkeys(citation.ref for citation in reply.citations)) == named
    assert f"任务共{len(named)}项" in reply.opening


@pytest.mark.parametrize(
    ("question", "wanted", "excluded"),
    [
        ("How many tasks does the DRC have without SASAC?", "市发展改革委", "市国资委"),
        ("津南、武清、宝坻三个区都被点到名的条目有哪些?", "津南区 武清区 宝坻区", ""),
        ("筛选条件:有滨海新区,无西青区。", "滨海新区", "西青区"),
    ],
)
def test_bodies_are_combined_over_the_lists(tianjin_chatbot, tianjin, question, wanted, excluded):
    named = [printed_in(tianjin, body) for body in wanted.split()]
    left_out = [ref for body in excluded.split() for ref in printed_in(tianjin, body)]
    expected = [r for r in named[0] if all(r in refs_ for refs_ in named) and r not in left_out]

    assert refs(tianjin_chatbot.reply(question)) == expected


def test_some_of_several_bodies_are_said_to_be_so_many(tianjin_chatbot):
    some = tianjin_chatbot.reply("西青、津南、武清三个区里至少两个参与的任务")
    one = tianjin_chatbot.reply("Which tasks name exactly one of Wuqing and Jinnan?")

    assert some.opening.startswith("西青区、津南区和武清区中不少于2个被列为责任单位的任务共4项")
    assert one.opening.startswith("Exactly 1 of Wuqing District")
    assert refs(one) == ["三(三)", "三(四)"]


def test_roles_of_two_bodies_are_told_apart(led_chatbot):
    led = frozenset(["led"])
    both = led_chatbot.reply("市商务局牵头、市财政局配合的任务", documents=led)
    other = led_chatbot.reply("市商务局参与但不牵头的任务", documents=led)

    assert refs(both) == ["一"]
    assert "市商务局(牵头单位)和市财政局(配合单位)" in both.opening
    assert refs(other) == ["二"]
    assert "市商务局(非牵头单位)" in other.opening


@pytest.mark.parametrize(
    "question",
    [
        "公司在西青区,没有在滨海新区,能享受集成电路支持吗?",
        "Is there support for firms in Xiqing that are not in Binhai?",
    ],
)
def test_where_the_asker_is_excludes_no_body(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("中科曙光是哪几项任务的责任单位?", "责任单位名单里没有中科曙光。正文提到它的是:"),
        ("Which tasks is Sugon a responsible unit for?", "The text mentions it in: "),
    ],
)
def test_a_firm_is_no_responsible_unit_but_is_named_where_it_stands(
    tianjin_chatbot, question, told
):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Refusal)
    assert told in reply.message
    assert {citation.ref for citation in reply.nearest} == {"二(一)1", "三(四)"}


@pytest.mark.parametrize(
    "question", ["市商务委现在叫市商务局,它有哪些任务?", "国税地税合并成税务局了,税务局有哪项任务?"]
)
def test_a_change_of_name_told_in_passing_keeps_no_task_back(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Answer)


@pytest.mark.parametrize(
    "question",
    [
        "只点了滨海新区一个区的任务有哪些?",
        "For which tasks is Binhai New Area the only district mentioned by name?",
    ],
)
def test_one_district_alone_among_the_bodies_of_a_list(tianjin_chatbot, question):
    cited = list(dict.fromkeys(c.ref for c in tianjin_chatbot.reply(question).citations))

    assert cited == ["二(一)1", "二(一)4", "二(三)1", "三(五)", "三(六)", "三(九)", "四(四)"]


def test_rows_of_a_table_are_tasks_of_their_own(stub_chatbot):
    text = (
        "海川市灯塔方案\n\n一、目标\n\n灯塔长明。\n\n附件\n灯塔任务分工表\n"
        "序号 | 任务 | 牵头单位 | 配合单位\n1 | 更换灯具 | 市灯塔局 | 市财政局\n"
        "2 | 检修灯塔 | 市财政局 | 市灯塔局\n3 | 清理航道 | 市水务局 | 市灯塔局\n"
    )
    reply = stub_chatbot.with_documents([parse_document("rows", text)]).reply(
        "市灯塔局负责哪些任务?"
    )

    assert "3项" in reply.opening
    assert [s.text for s in reply.sentences] == [
        "附件 更换灯具", "附件 检修灯塔", "附件 清理航道"
    ]  # fmt: skip
    assert [c.quote for c in reply.citations] == text.strip().split("\n")[-3:]
