"""What a person writes into an article: checked, as it is kept, and put onto the article when it is published."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel.models import StoredFile
from chengyun.org.access import Actor

from .access import invalid
from .models import Article, ArticleFile
from .words import AUDIENCES

FIELDS = (
    "title", "question", "text", "keywords", "audience", "categories", "areas", "phones", "sources", "files",
    "valid_from", "valid_until", "review_on",
)  # fmt: skip
DATES = ("valid_from", "valid_until", "review_on")
MOST_FILES = 20
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,300}")


def checked(actor: Actor, given: Mapping[str, Any], article: Article | None = None) -> dict[str, Any]:
    """Plain JSON of what was written, codes for categories and areas. Problem 422 with the field."""
    known = catalogue.current()
    made: dict[str, Any] = {"title": given["title"], "question": given.get("question", ""), "text": given["text"]}
    made["keywords"] = list(dict.fromkeys(word for word in given.get("keywords", ()) if word))
    made["audience"] = given.get("audience") or next(iter(AUDIENCES))
    made["categories"] = _codes(known.categories, given, "category_ids", "没有这个类别，请重新选择。")
    made["areas"] = _codes(known.areas, given, "area_ids", "没有这个区域，请重新选择。")
    made["phones"] = [{"name": one["name"], "number": one["number"]} for one in given.get("phones", ())]
    made["sources"] = [_source(one) for one in given.get("sources", ())]
    made["files"] = _files(actor, given.get("attachment_ids", ()), article)
    for name in DATES:
        day = given.get(name)
        made[name] = day.isoformat() if isinstance(day, date) else None
    first, last = given.get("valid_from"), given.get("valid_until")
    if first and last and last < first:
        raise invalid("valid_until", "失效日期早于生效日期。")
    return made


def _codes(known: Mapping[int, Any], given: Mapping[str, Any], field: str, message: str) -> list[str]:
    wanted = list(dict.fromkeys(given.get(field, ())))
    if any(one not in known for one in wanted):
        raise invalid(field, message)
    return [known[one].code for one in wanted]


def _source(one: Mapping[str, Any]) -> dict[str, str]:
    address = one.get("url") or ""
    if address and not _ADDRESS.fullmatch(address):
        raise invalid("sources", "来源的网址请写全，如 https://www.example.gov.cn/…。")
    day = one.get("date")
    return {"name": one["name"], "url": address, "date": day.isoformat() if isinstance(day, date) else ""}


def _files(actor: Actor, given: Iterable[Any], article: Article | None) -> list[dict[str, str]]:
    keys = [uuid.UUID(str(one)) for one in dict.fromkeys(given)]
    if len(keys) > MOST_FILES:
        raise invalid("attachment_ids", f"最多 {MOST_FILES} 个附件。")
    found = {row.id: row for row in StoredFile.objects.filter(id__in=keys)} if keys else {}
    own: set[uuid.UUID] = set()
    if article is not None and keys:
        own = set(ArticleFile.objects.filter(article=article, file_id__in=keys).values_list("file_id", flat=True))
    for key in keys:
        if key not in found or (found[key].uploaded_by != actor.account_id and key not in own):
            raise invalid("attachment_ids", "没有这个附件，请重新上传。")
    return [{"id": str(key), "name": found[key].name} for key in keys]


def put(article: Article, content: Mapping[str, Any]) -> None:
    """Onto the article's own columns."""
    for name in FIELDS:
        value = content.get(name)
        if name in DATES:
            value = date.fromisoformat(value) if value else None
        setattr(article, name, value if value is not None or name in DATES else [])


def of_article(article: Article) -> dict[str, Any]:
    """What is published, as an edition keeps it: to begin the next one from."""
    made = {name: getattr(article, name) for name in FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in made.items()}


def keep_files(article: Article, content: Mapping[str, Any]) -> None:
    if content.get("files"):
        rows = [ArticleFile(article=article, file_id=one["id"]) for one in content["files"]]
        ArticleFile.objects.bulk_create(rows, ignore_conflicts=True)


def faults(content: Mapping[str, Any]) -> str:
    """Why it cannot be published yet; empty when it can."""
    if len(content.get("text", "").strip()) < 6:
        return "正文太短，请写明答复内容。"
    last = content.get("valid_until")
    if last and date.fromisoformat(last) < timezone.localdate():
        return "失效日期已过，请改为以后的日期或留空。"
    return ""
