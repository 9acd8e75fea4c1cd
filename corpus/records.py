"""
JSON of documents into texts: one document, a list of them, or the articles of a law.

A record is a document where it has a text, or a list of parts. Parts that carry a number (第三条,
Article 3) are the articles of one document; other records of a list are documents of their own.
"""

import json
import re
from collections.abc import Iterator

from corpus.dates import is_day
from corpus.formats import FormatError, LoadedText, remove_controls
from corpus.web_page import html_text

MAX_DEPTH = 20
MAX_RECORDS = 10_000

_TITLES = (
    *("title", "officialTitle", "name", "标题", "標題", "名称", "名稱", "题目"),
    *("文件名称", "文件标题", "法规名称", "法規名稱", "中文法規名稱", "英文法規名稱"),
)
_TEXTS = (
    *("text", "fullText", "full_text", "content", "contents", "body", "article", "html"),
    *("正文", "全文", "内容", "內容", "文件内容", "条文内容", "條文內容", "paragraphs"),
)
_PARTS = (
    *("articles", "sections", "chapters", "parts", "children", "items", "paragraphs"),
    *("content", "contents", "body", "条文", "條文", "章节", "章節", "法规内容", "法規內容"),
)
_LISTS = (
    *("documents", "docs", "policies", "laws", "data", "records", "results", "rows", "list"),
    *("result", "response", "items"),
)
_NUMBERS = (
    *("originalTitle", "條號", "条号", "編章節", "编章节", "number", "articleNumber", "label"),
)
_HEADINGS = ("heading", "title", "name", "标题", "標題")
_KNOWN = {
    "issuer": (
        *("issuer", "issuingBody", "issuingAuthority", "发文机关", "發文機關", "发文单位"),
        *("发布机构", "发布机关", "制定机关", "印发机关", "颁布机关"),
    ),
    "number": ("documentNumber", "docNumber", "docNo", "fileNo", "文号", "发文字号", "發文字號"),
    "date": ("date", "issued", "publishedOn", "成文日期", "发布日期", "公布日期"),
    "url": ("url", "link", "href", "网址", "法規網址"),
}
# Other spellings of these names: doc_title, DocContent, policyName.
_NAMES = {
    name.casefold(): name
    for names in (_TITLES, _TEXTS, _PARTS, _LISTS, _NUMBERS, _HEADINGS, *_KNOWN.values())
    for name in names
}
_PREFIX = re.compile("^(?:doc|document|policy|file|law|article|news|info|page)(?=.)")
_NUMERAL = "[〇零一二三四五六七八九十百千\\d\\s]+"
_NUMBERED = re.compile(
    rf"\s*(?:第{_NUMERAL}[编編篇章节節条條款]|(?:Article|Chapter|Section|Part)\s+[\dIVXLC]+"
    rf"|[一二三四五六七八九十]+、|[(（]{_NUMERAL}[)）]|\d+\s*[.．、])",
    re.I,
)
_START = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def looks_like_records(head: str) -> bool:
    """Tell whether a text begins as JSON objects do."""
    return bool(_START.match(head))


def read_records(text: str, *, must: bool) -> list[LoadedText]:
    """
    Give the documents of a JSON or JSON-lines text.

    :param must: whether a text that is no JSON of documents is an error; else it gives none
    :raises FormatError: if it is damaged, has no documents, or too many
    """
    try:
        found = list(_documents(_parsed(text), 0))
    except RecursionError as error:
        raise FormatError("damaged", "the JSON is nested too deep") from error
    except FormatError:
        raise
    except ValueError as error:
        if not must:
            return []
        advice = "check that it is UTF-8 JSON, or one JSON object on each line"
        raise FormatError("damaged", f"the JSON is broken ({error}); {advice}") from error
    if len(found) > MAX_RECORDS:
        limit = f"the file holds more than {MAX_RECORDS:,} documents"
        raise FormatError("too_large", f"{limit}; split it")
    if not found and must:
        wanted = 'an object with "title" and "text" (or "articles"), or a list of such objects'
        raise FormatError("unsupported", f"the JSON holds no documents; give {wanted}")
    if len(found) == 1:
        return [LoadedText(found[0].text, known=found[0].known)]
    return found


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_hook=_with_plain_names)
    except json.JSONDecodeError as error:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) < 2 or (error.lineno == 1 and error.colno == 1):
            raise
        found: list[object] = []
        for number, line in lines:
            try:
                found.append(json.loads(line, object_hook=_with_plain_names))
            except json.JSONDecodeError as broken:
                if not found:
                    raise error from None
                raise ValueError(f"line {number}: {broken.msg}") from broken
        return found


def _with_plain_names(record: dict) -> dict:
    """Give the names of a record their plain spelling; one that is spelt so already stays."""
    named = {_plain_name(key): value for key, value in reversed(record.items())}
    return {key: record.get(key, value) for key, value in reversed(named.items())}


def _plain_name(key: str) -> str:
    plain = re.sub("[_\\- ]", "", key).casefold()
    return _NAMES.get(plain) or _NAMES.get(_PREFIX.sub("", plain)) or key


def _documents(value: object, depth: int) -> Iterator[LoadedText]:
    if isinstance(value, list):
        records = [item for item in value if isinstance(item, dict)]
        if _are_articles(records):
            yield from _whole({"articles": records} | _head_of(records))
        else:
            for number, record in enumerate(records, start=1):
                for loaded in _documents(record, depth + 1):
                    name = loaded.name or remove_controls(_first(record, ("id",)) or str(number))
                    yield LoadedText(loaded.text, known=loaded.known, name=name)
    elif isinstance(value, dict):
        whole = [] if _only_wraps(value) else list(_whole(value))
        yield from whole
        if not whole and depth < MAX_DEPTH:
            for key, inner in value.items() if len(value) == 1 else ():
                if isinstance(inner, dict) and any(map(_NUMBERED.match, inner)):
                    yield from _whole({"title": key} | inner)
            for key in _LISTS:
                if isinstance(value.get(key), list | dict):
                    yield from _documents(value[key], depth + 1)
                    break


def _only_wraps(record: dict) -> bool:
    """Say whether a record without a title holds documents: records with a title and a text."""
    items = record.get("items")
    return (
        isinstance(items, list)
        and not _first(record, _TITLES + _TEXTS)
        and all(isinstance(i, dict) and _first(i, _TITLES) and _first(i, _TEXTS) for i in items)
        and not _are_articles(items)
    )


def _whole(record: dict) -> Iterator[LoadedText]:
    """Give the one document that a record is, if it is one."""
    lines = list(_lines(record, 0))
    text = "\n".join(lines)
    if not text.strip():
        return
    title = _title(record, text)
    if title and "".join(title.split()) not in "".join(text[:1000].split()):
        text = f"{title}\n{text}"
    known = {name: value for name, keys in _KNOWN.items() if (value := _first(record, keys))}
    known = {name: " ".join(remove_controls(value).split()) for name, value in known.items()}
    if not is_day(known.get("date", "")):
        known.pop("date", None)
    if title:
        known["title"] = title
    yield LoadedText(text, known={k: v for k, v in known.items() if 0 < len(v) <= 300})


def _title(record: dict, text: str) -> str:
    """Give the title that is in the script of the text, where records have it in two."""
    titles = [_first(record, (key,)) for key in _TITLES]
    found = [" ".join(remove_controls(title).split()) for title in titles if title]
    is_chinese = bool(_CHINESE.search(text[:1000]))
    fitting = [title for title in found if bool(_CHINESE.search(title)) == is_chinese]
    return next(iter(fitting or found), "")


def _lines(record: dict, depth: int) -> Iterator[str]:
    """Give the lines of a record's text, else of its parts."""
    if depth > MAX_DEPTH:
        raise FormatError("damaged", "the JSON is nested too deep")
    if text := _first(record, _TEXTS):
        yield _clean(text)
        return
    for key in _PARTS:
        parts = record.get(key)
        if not isinstance(parts, list) or not parts:
            continue
        chapter = ""
        for part in parts:
            if isinstance(part, str):
                yield _clean(part)
            elif isinstance(part, dict):
                below = list(_lines(part, depth + 1))
                above = _chapter(part)
                if above and above != chapter and _fits(above, below):
                    yield above
                chapter = above or chapter
                yield from _numbered(part, below)
        return
    for key, value in record.items():  # {"第一章 总则": {"第一条": "…"}}
        if _NUMBERED.match(key) and isinstance(value, str | list | dict):
            part = value if isinstance(value, dict) else {"text": value}
            yield from _numbered({"number": key} | part, list(_lines(part, depth + 1)))


def _numbered(part: dict, below: list[str]) -> Iterator[str]:
    """Put a part's number, and its heading, before its text."""
    number = " ".join((_first(part, _NUMBERS) or "").split())
    heading = " ".join((_first(part, _HEADINGS) or "").split())
    if number.isdigit():
        number = f"第{number}条" if any(map(_CHINESE.search, below[:1])) else f"Article {number}"
    if not number:
        number, heading = heading, ""
    if heading == number or not _fits(heading, [number]):
        heading = ""
    first = below[0].lstrip() if below else ""
    if first.startswith(number):
        yield from below
    elif not heading and _NUMBERED.fullmatch(number) and _first(part, _TEXTS):
        yield f"{number}　{first}" if _CHINESE.search(number) else f"{number} {first}"
    else:
        yield f"{number} {heading}".strip()
        yield from below


def _fits(heading: str, below: list[str]) -> bool:
    """Tell whether a heading is in the script of what it heads; catalogues translate some."""
    return bool(_CHINESE.search(heading)) == any(map(_CHINESE.search, below)) or not below


def _chapter(part: dict) -> str:
    chapter = part.get("chapter")
    if isinstance(chapter, dict):
        words = (_first(chapter, ("originalLabel", "label", "number")), _first(chapter, _TITLES))
        return " ".join(" ".join(filter(None, words)).split())
    return " ".join(chapter.split()) if isinstance(chapter, str) else ""


def _are_articles(records: list[dict]) -> bool:
    labels = [_first(record, (*_NUMBERS, *_HEADINGS)) or "" for record in records]
    numbered = sum(bool(_NUMBERED.match(label)) or label.isdigit() for label in labels)
    return numbered > max(1, 0.8 * len(records))


def _head_of(articles: list[dict]) -> dict:
    """Give what articles say of the law that they belong to."""
    found: dict = {}
    for key in ("sourceVersion", "law", "document"):
        if isinstance(articles[0].get(key), dict):
            found |= articles[0][key]
    return {"title": _first(found, ("officialTitle", *_TITLES))} | {
        key: value for key, value in found.items() if key not in _PARTS + _TEXTS
    }


def _first(record: dict, keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _clean(text: str) -> str:
    if re.search(r"<(?:p|br|div|table|span)\b[^>]*>", text, re.I):
        text = html_text(text)
    return remove_controls(text)
