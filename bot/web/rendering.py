"""
Conversation and lists as HTML; with :mod:`bot.web.evidence` the only place that knows markup.

Every text of a question, a document or a file name passes through :func:`escape` where it enters
the markup, so it can only ever be shown as text. Nothing here is Markdown. What is clickable
carries a ``data-`` attribute, which ``page.js`` reads.
"""

from collections.abc import Collection, Sequence
from html import escape

from bot.reply import Answer, Citation, Clarification, Refusal, Reply, reply_text
from bot.web.conversation import Turn
from bot.web.examples import Examples
from bot.web.labels import Labels, labels_for
from bot.web.limits import scope_text
from corpus.language import detect_language
from corpus.loading import MAX_FILE_BYTES
from corpus.normalise import to_simplified

SHOWN_QUESTION = 2_000  # characters of a question that the page repeats


def lang(text: str) -> str:
    """Give the ``lang`` attribute of a text; a few old characters do not make it traditional."""
    if detect_language(text) == "en":
        return "en"
    changed = sum(a != b for a, b in zip(text, to_simplified(text), strict=False))
    return "zh-Hant" if changed * 20 > len(text) else "zh-Hans"


def header_html(labels: Labels) -> str:
    """Give the title with one line on what this is. Carries what ``page.js`` needs to know."""
    return (
        f'<header class="zw-header" lang="{labels.html_lang}" data-lang="{labels.html_lang}" '
        f'data-drop="{escape(labels.files_hint)}" data-copied="{escape(labels.copied)}" '
        f'data-limit="{MAX_FILE_BYTES}" data-large="{escape(labels.problem_too_large)}" '
        f'data-yes="{escape(labels.remove_yes)}" data-no="{escape(labels.remove_no)}" '
        f'data-remove="{escape(labels.remove_question_all)}">'
        f'<h1><span lang="zh-Hans">政问</span> <span lang="zh-Latn">Zhengwen</span></h1>'
        f"<p>{escape(labels.tagline)}</p></header>"
    )


def note_html(text: str, labels: Labels) -> str:
    """Give a small line of the page's own words."""
    return f'<p class="zw-note" lang="{labels.html_lang}">{escape(text)}</p>'


# The conversation


def conversation_html(turns: Sequence[Turn], labels: Labels, pending: str = "") -> str:
    """
    Give all turns, oldest first.

    :param pending: a question that is being answered
    """
    if not turns and not pending:
        inside = (
            f'<div class="zw-welcome"><p class="zw-lead">{escape(labels.welcome)}</p>'
            f"<p>{escape(labels.welcome_hint)}</p></div>"
        )
    else:
        told: set[str] = set()  # notices of earlier turns
        inside = ""
        for turn in turns:
            inside += _turn(turn, labels, told)
            told.update(turn.reply.notices if turn.reply else ())
        if pending:
            working = f'<p class="zw-working" role="status">{escape(labels.working)}</p>'
            inside += f'<article class="zw-turn">{_question(pending, labels)}{working}</article>'
    return (
        f'<div class="zw-conversation" role="log" aria-live="polite" tabindex="0" '
        f'lang="{labels.html_lang}" aria-label="{escape(labels.conversation)}">{inside}</div>'
    )


def _turn(turn: Turn, labels: Labels, told: Collection[str]) -> str:
    if turn.reply is None:
        answer = f'<div class="zw-answer"><p>{escape(labels.failed)}</p></div>'
    else:
        answer = _reply(turn, turn.reply, labels, told)
    return (
        f'<article class="zw-turn" id="turn-{turn.number}" tabindex="-1">'
        f"{_question(turn.question, labels)}{_limited(turn, labels)}{answer}</article>"
    )


def _question(question: str, labels: Labels) -> str:
    shown = question if len(question) <= SHOWN_QUESTION else question[:SHOWN_QUESTION] + "…"
    return (
        f'<div class="zw-question" lang="{lang(shown)}"><span class="zw-hidden">'
        f'{escape(labels.you)}: </span><p dir="auto">{escape(shown)}</p></div>'
    )


def _limited(turn: Turn, labels: Labels) -> str:
    text = scope_text(turn.scope, labels)
    return f'<p class="zw-limited" lang="{labels.html_lang}">{escape(text)}</p>' if text else ""


def _reply(turn: Turn, reply: Reply, labels: Labels, told: Collection[str]) -> str:
    language = lang(reply_text(reply)) if reply.language == "zh" else "en"
    parts = [f'<span class="zw-hidden">{escape(labels.bot)}: </span>']
    word = labels_for(reply.language, traditional=language == "zh-Hant").notice
    parts += [_notice(word, notice, folded=notice in told) for notice in reply.notices]
    if isinstance(reply, Answer):
        parts.append(_answer(turn, reply, labels))
    elif isinstance(reply, Refusal):
        parts.append(_refusal(turn, reply, labels))
    else:
        parts.append(_clarification(reply, labels))
    kind = type(reply).__name__.lower()
    return f'<div class="zw-answer zw-{kind}" lang="{language}">{"".join(parts)}</div>'


def _notice(word: str, notice: str, *, folded: bool) -> str:
    """Give a notice; one that an earlier turn has shown in full is one line that unfolds."""
    text = f"<strong>{escape(word)}</strong> {escape(notice)}"
    if folded:
        return f'<details class="zw-notice" role="note"><summary>{text}</summary></details>'
    return f'<p class="zw-notice" role="note">{text}</p>'


def _answer(turn: Turn, answer: Answer, labels: Labels) -> str:
    crumbs = {citation.marker: citation.breadcrumb for citation in answer.citations}
    parts = [f'<p class="zw-frame">{escape(answer.opening)}</p>'] if answer.opening else []
    parts.append('<ul class="zw-sentences">')
    for sentence in answer.sentences:
        markers = "".join(
            _marker(turn.number, marker, crumbs[marker], labels)
            for marker in sentence.citations
            if marker in crumbs
        )
        parts.append(f"<li>{escape(sentence.text)}{markers}</li>")
    parts.append("</ul>")
    if answer.closing:
        parts.append(f'<p class="zw-frame">{escape(answer.closing)}</p>')
    if answer.generator != "extractive":
        by_model = escape(labels.by_model.format(name=answer.generator))
        parts.append(f'<p class="zw-note" lang="{labels.html_lang}">{by_model}</p>')
    parts.append(
        f'<button type="button" class="zw-copy" lang="{labels.html_lang}" '
        f'data-copy="{escape(copy_text(turn, labels))}">{escape(labels.copy)}</button>'
    )
    return "".join(parts)


def _marker(turn: int, marker: int, breadcrumb: str, labels: Labels, text: str = "") -> str:
    described = labels.evidence_of.format(marker=marker, breadcrumb=breadcrumb)
    shown = f"{escape(text)} [{marker}]" if text else f"[{marker}]"
    return (
        f'<a class="zw-marker" href="#cite-{turn}-{marker}" data-cite="{turn}-{marker}" '
        f'title="{escape(described)}" aria-label="{escape(described)}">{shown}</a>'
    )


def _refusal(turn: Turn, refusal: Refusal, labels: Labels) -> str:
    """Make the breadcrumbs in the message clickable; list the sections that it does not name."""
    pieces: list[str] = []
    unnamed: list[Citation] = []
    told = 0  # characters of the message; it names the sections in their order
    for citation in refusal.nearest:
        name = citation.breadcrumb
        at = refusal.message.find(name, told) if name else -1
        if at < 0:
            unnamed.append(citation)
            continue
        marker = _marker(turn.number, citation.marker, name, labels, text=name)
        pieces += [escape(refusal.message[told:at]), marker]
        told = at + len(name)
    pieces.append(escape(refusal.message[told:]))
    items = "".join(
        f"<li>{_marker(turn.number, c.marker, c.breadcrumb, labels, text=c.breadcrumb)}</li>"
        for c in unnamed
    )
    heading = f'<p class="zw-label" lang="{labels.html_lang}">{escape(labels.nearest)}</p>'
    listed = f"{heading}<ul>{items}</ul>" if items else ""
    return f'<p class="zw-message">{"".join(pieces)}</p>{listed}'


def _clarification(reply: Clarification, labels: Labels) -> str:
    options = "".join(_ask_button(option) for option in reply.options)
    return (
        f'<p class="zw-message">{escape(reply.message)}</p>'
        f'<div class="zw-options" role="group" aria-label="{escape(labels.options)}">'
        f"{options}</div>"
    )


def _ask_button(question: str) -> str:
    text = escape(question)
    return (
        f'<button type="button" class="zw-ask" lang="{lang(question)}" data-ask="{text}">'
        f"{text}</button>"
    )


def copy_text(turn: Turn, labels: Labels) -> str:
    """Give a reply with its references as plain text, for the clipboard."""
    if turn.reply is None:
        return ""
    lines = [turn.question, "", reply_text(turn.reply)]
    if turn.citations:
        lines += ["", labels.references]
    for citation in turn.citations:
        where = [citation.title, citation.breadcrumb]
        if citation.page is not None:
            where.append(labels.page.format(page=citation.page))
        quote = " ".join(citation.quote.split())
        lines.append(f"[{citation.marker}] {', '.join(filter(None, where))}: “{quote}”")
        if citation.rendering and citation.rendering != citation.quote:
            lines.append(f"    {labels.rendering}: {citation.rendering}")
    return "\n".join(lines)


# Examples


def examples_html(examples: Examples, labels: Labels, *, unfolded: bool) -> str:
    """Give example questions in both languages as buttons."""
    groups = "".join(
        f'<div class="zw-group"><p class="zw-label">{escape(name)}</p>'
        f"{''.join(_ask_button(question) for question in questions)}</div>"
        for name, questions in (
            (labels.examples_zh, examples["zh"]),
            (labels.examples_en, examples["en"]),
        )
    )
    return (
        f'<details class="zw-examples" lang="{labels.html_lang}"{" open" if unfolded else ""}>'
        f"<summary>{escape(labels.examples)}</summary>{groups}</details>"
    )
