"""Articles from a Word document or a table: shown with each line's faults, kept as drafts, all or none."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel import english, tabular
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, content, indexing, periods, wordfile
from .access import invalid
from .models import Article, ArticleStep, Edition
from .permissions import PROPOSE, PUBLISH
from .words import AUDIENCES, DRAFT, PUBLIC, PUBLISHED, REVIEW, WITHDRAWN

MAX_BYTES = 16 * 1024 * 1024
MAX_ROWS = 2_000
SHOWN = 500
COLUMNS = {
    "title": "标题", "question": "常见问法", "text": "正文", "keywords": "关键词", "categories": "类别",
    "areas": "区域", "audience": "谁能看", "phones": "电话", "source": "来源", "source_url": "来源网址",
    "valid_from": "生效日期",
    "valid_until": "失效日期", "review_on": "复核日期",
}  # fmt: skip
NEEDED = ("title", "text")
LONGEST = {"title": 120, "question": 1000, "text": 20_000, "source": 80}
_LIST = re.compile(r"[;；\n]+")
_PHONE = re.compile(r"(.*?)\s*([0-9+(][0-9+()\- ×转]{2,39})")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
STATES = {"draft": DRAFT, "review": REVIEW, "publish": PUBLISHED}


@dataclass
class Row:
    """A line; `errors` are told to the person who sent it."""

    line: int
    made: dict[str, Any] = field(default_factory=dict)
    errors: list[dict[str, str]] = field(default_factory=list)

    def wrong(self, column: str, message: str) -> None:
        self.errors.append({"column": column, "message": message})


def read(raw: bytes, filename: str, unit_id: int) -> tuple[str, list[Row]]:
    """(word or table, lines with what is wrong about each). Problem 422 when the file is neither."""
    if len(raw) > MAX_BYTES:
        raise invalid("file", "文件大于 16 MB，请分次导入。")
    try:
        if filename.lower().endswith(".docx"):
            return "word", _checked(_of_word(raw), unit_id)
        return "table", _checked(_of_table(raw, filename), unit_id)
    except tabular.TableError as error:
        raise invalid("file", f"{error}。") from error


def _of_word(raw: bytes) -> Iterable[Row]:
    name, found = wordfile.sections(raw)
    for one in found:
        row = Row(one.line, _empty())
        row.made.update(title=one.title, text=one.text)
        if name:
            row.made["sources"] = [{"name": name[:80], "url": "", "date": ""}]
        yield row


def _of_table(raw: bytes, filename: str) -> Iterable[Row]:
    table = tabular.read_table(io.BytesIO(raw), filename)
    missing = [COLUMNS[name] for name in NEEDED if COLUMNS[name] not in table.header]
    if missing:
        raise tabular.TableError(f"缺少列：{'、'.join(missing)}。请用模板填写")
    for line, cells in table.rows:
        yield _understood(line, {name: cells.get(heading, "").strip() for name, heading in COLUMNS.items()})


def _empty() -> dict[str, Any]:
    return {
        "title": "", "question": "", "text": "", "keywords": [], "audience": PUBLIC, "categories": [], "areas": [],
        "phones": [], "sources": [], "files": [], "valid_from": None, "valid_until": None, "review_on": None,
    }  # fmt: skip


def _understood(line: int, cells: dict[str, str]) -> Row:
    row = Row(line, _empty())
    made, known = row.made, catalogue.current()
    made.update(title=cells["title"], question=cells["question"], text=cells["text"])
    made["keywords"] = [word[:40] for word in _LIST.split(cells["keywords"]) if word.strip()][:20]
    made["categories"] = _named(row, "categories", cells["categories"], known.categories.values(), "类别")
    made["areas"] = _named(row, "areas", cells["areas"], known.areas.values(), "区域")
    said = cells["audience"] or AUDIENCES[PUBLIC][0]
    audience = next((code for code, names in AUDIENCES.items() if said in (code, *names)), "")
    made["audience"] = audience or PUBLIC
    if not audience:
        row.wrong("audience", "写 公众、接线员 或 本单位。")
    for part in _LIST.split(cells["phones"]):
        found = _PHONE.fullmatch(part.strip())
        if part.strip() and not found:
            row.wrong("phones", "每个电话写成“名称 号码”，用分号分开。")
        elif found:
            made["phones"].append({"name": found[1].strip(" :：")[:80] or "电话", "number": found[2].strip()})
    if cells["source"]:
        made["sources"] = [{"name": cells["source"][:80], "url": cells["source_url"][:300], "date": ""}]
    for name in content.DATES:
        made[name] = _day(row, name, cells[name])
    return row


def _named(row: Row, column: str, cell: str, known: Iterable[Any], what: str) -> list[str]:
    rows = list(known) if cell else []
    found = []
    for said in filter(None, (part.strip() for part in _LIST.split(cell))):
        fits = [one.code for one in rows if said in (one.code, one.name)]
        if len(fits) == 1:
            found.append(fits[0])
        else:
            row.wrong(column, f"没有叫“{said[:40]}”的{what}。" if not fits else f"“{said[:40]}”不止一个，请写编码。")
    return found[:50]


def _day(row: Row, column: str, text: str) -> str | None:
    found = _DAY.match(text)
    try:
        if found and 2000 <= int(found[1]) <= 2100:
            return date(*map(int, found.groups())).isoformat()
    except ValueError:
        pass
    if text:
        row.wrong(column, "请写成 2026-01-31 这样的日期。")
    return None


def _checked(rows: Iterable[Row], unit_id: int) -> list[Row]:
    found: list[Row] = []
    for row in rows:
        if len(found) >= MAX_ROWS:
            raise tabular.TableError(f"一次最多 {MAX_ROWS} 条，请分次导入")
        for name, most in LONGEST.items():
            if len(str(row.made.get(name, ""))) > most:
                row.wrong(name, f"最多 {most} 字。")
        if len(row.made["title"]) < 2:
            row.wrong("title", "请写标题。")
        fault = content.faults(row.made)
        if fault:
            row.wrong("text", fault)
        if "\x00" in row.made["text"] + row.made["title"]:
            row.wrong("text", "含有不能使用的字符。")
        found.append(row)
    if not found:
        raise tabular.TableError("文件里没有内容；Word 文档请用“标题 1”“标题 2”样式分条")
    _doubled(found, unit_id)
    return found


def _doubled(found: Sequence[Row], unit_id: int) -> None:
    """The same title once in the file, and once in a unit."""
    titles = [row.made["title"] for row in found]
    same = Article.objects.filter(unit_id=unit_id, title__in=titles).exclude(state=WITHDRAWN)
    held = set(same.values_list("title", flat=True))
    lines: dict[str, int] = {}
    for row in found:
        title = row.made["title"]
        if title in lines:
            row.wrong("title", f"与第 {lines[title]} 条的标题相同。")
        elif title in held:
            row.wrong("title", "本单位已有这个标题的知识。")
        lines.setdefault(title, row.line)


# --- keeping ----------------------------------------------------------------------------------------------------------
def owner_of(actor: Actor, unit_id: int | None) -> int:
    """For whom somebody may import. Problem 403, 422."""
    if not actor.can(PUBLISH):
        actor.require(PROPOSE)
    wanted = unit_id or actor.unit_id
    if wanted is None or catalogue.current().unit(wanted) is None:
        raise invalid("unit_id", "请选择维护单位。")
    if not access.may_write(actor, wanted):
        raise Problem(403, "forbidden", "没有权限", "只能为本单位写知识。")
    return wanted


@transaction.atomic
def keep(actor: Actor, found: Sequence[Row], unit_id: int, then: str) -> int:
    """All lines or none. `then`: draft, review, publish (for whoever publishes)."""
    if then == "publish" and not actor.can(PUBLISH):
        actor.require(PUBLISH)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('knowledge.import'), %s)", [unit_id % 2**31])
    _doubled([row for row in found if not row.errors], unit_id)
    wrong = [row for row in found if row.errors]
    if wrong:
        errors = [{"field": f"{row.line}", "message": error["message"]} for row in wrong[:100] for error in row.errors]
        raise Problem(422, "invalid", "提交的内容有误", f"{len(wrong)} 条有误，一条也没有保存。", errors=errors)
    now = timezone.now()
    articles = [_article(actor, row.made, unit_id, then, now) for row in found]
    Article.objects.bulk_create(articles, batch_size=200)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE knowledge_article SET number = 'ZS' || lpad(id::text, 6, '0') WHERE id = ANY(%s)",
            [[one.pk for one in articles]],
        )
    Edition.objects.bulk_create(
        [_edition(actor, one, row.made, then, now) for one, row in zip(articles, found, strict=True)], batch_size=200
    )
    ArticleStep.objects.bulk_create(
        [ArticleStep(article=one, at=now, actor_id=actor.account_id, actor=actor.name, action="import", edition=1)
         for one in articles], batch_size=500,
    )  # fmt: skip
    if then == "publish":
        indexing.index(articles)
    return len(articles)


def _article(actor: Actor, made: dict[str, Any], unit_id: int, then: str, now: datetime) -> Article:
    one = Article(
        number=uuid.uuid4().hex[:20], unit_id=unit_id, changed_at=now, changed_by=actor.name, created_at=now,
        origin="import", state=STATES[then],
    )  # fmt: skip
    content.put(one, made)
    if then == "publish":
        one.edition, one.published_at = 1, now
        if one.review_on is None or one.review_on <= timezone.localdate(now):
            one.review_on = periods.review_day(now, one.categories, one.valid_until)
    return one


def _edition(actor: Actor, article: Article, made: dict[str, Any], then: str, now: datetime) -> Edition:
    published = then == "publish"
    return Edition(
        article=article, number=1, content=made, state=STATES[then], author_id_at=actor.account_id, author=actor.name,
        saved_at=now, submitted_at=now if then != "draft" else None, decided_at=now if published else None,
        decided_by=actor.name if published else "",
    )  # fmt: skip


def told(kind: str, found: Sequence[Row], kept: int = 0, *, in_english: bool = False) -> dict[str, Any]:
    """The lines with faults first; at most SHOWN of them."""
    rows = sorted(found, key=lambda row: (not row.errors, row.line))[:SHOWN]
    for error in (error for row in rows if in_english for error in row.errors):
        error["message"] = english.english(error["message"])
    known = {row.code: row.name for row in catalogue.current().categories.values()}
    return {
        "kind": kind, "count": len(found), "wrong": sum(1 for row in found if row.errors), "kept": kept,
        "rows": [
            {"line": row.line, "title": row.made["title"], "head": row.made["text"][:120],
             "categories": [known.get(code, code) for code in row.made["categories"]],
             "audience": row.made["audience"], "errors": row.errors}
            for row in rows
        ],
    }  # fmt: skip


def template() -> bytes:
    """The empty table with one line as an example."""
    target = io.BytesIO()
    example = [
        "（示例，导入前请删除本行）办理某事项需要什么材料", "去哪里办；要带什么",
        "# 需要的材料\n- 身份证\n\n# 到哪里办\n区政务服务中心。",
        "身份证;材料", "", "", "公众", "服务窗口 027-00000000", "某某办法", "", "", "", "",
    ]  # fmt: skip
    widths = (36, 28, 60, 18, 18, 14, 10, 26)
    tabular.write_xlsx(target, list(COLUMNS.values()), [example], sheet="知识导入", widths=widths)
    return target.getvalue()
