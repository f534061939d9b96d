"""绩效自评 of a form: targets as printed, what the platform counted, what people say of it; and back to indicators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import measures
from chengyun.kernel.paper import process, shape
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.masterdata import kinds, planning, writing

from . import keeping, queries, spending
from .evaluation_rules import EXECUTION, Asked, grade, score, total
from .models import BudgetDocument, BudgetTarget, SelfEvaluation
from .tables import money, value_of

TARGETS = "indicator_targets"


def view(document_id: int, form: str) -> dict[str, Any]:
    document = queries.find(document_id)
    targets = _targets(document, form)
    kept = SelfEvaluation.objects.filter(document=document, form=form).first()
    said = {row["name"]: row for row in kept.rows} if kept else {}
    proposed = _counted(document, [one.name for one in targets])
    project = targets[0].project
    budget = _budget(document, form)
    counted = spending.spent_by(document, _code(document, form))
    executed = kept.executed if kept and kept.executed is not None else counted
    rows = [_row(one, said.get(one.name, {}), proposed.get(one.name)) for one in targets]
    scored, spent = score([_asked(row) for row in rows], budget, executed)
    for row, one in zip(rows, scored, strict=True):
        row["points"], row["score"] = str(one.points), str(one.score) if one.score is not None else None
        row["share"] = str((one.share * 100).quantize(Decimal("0.01"))) if one.share is not None else None
        row["unexplained"] = one.unexplained
    points = total(scored, spent)
    return {
        "form": form, "project": project, "year": document.year, "name": document.name,
        "budget": f"{budget.quantize(Decimal('0.01')):f}" if budget is not None else None,
        "executed": str(executed.quantize(Decimal("0.01"))) if executed is not None else None,
        "counted": str(counted.quantize(Decimal("0.01"))) if counted is not None else None,
        "execution_points": str(EXECUTION), "execution_score": str(spent) if spent is not None else None,
        "rows": rows, "score": str(points) if points is not None else None, "grade": grade(points),
        "version": kept.version if kept else 0, "changed_by": kept.changed_by if kept else "",
        "forms": _forms(document),
    }  # fmt: skip


def _targets(document: BudgetDocument, form: str) -> list[BudgetTarget]:
    found = list(BudgetTarget.objects.filter(document=document, form=form, term="annual").order_by("id"))
    if not found:
        raise spending.missing(document.pk)
    return found


def _forms(document: BudgetDocument) -> list[dict[str, str]]:
    rows = BudgetTarget.objects.filter(document=document, term="annual").order_by("id").values_list("form", "project")
    return [{"form": form, "project": project} for form, project in dict.fromkeys(rows)]


def _budget(document: BudgetDocument, form: str) -> Decimal | None:
    if form == "整体绩效":
        return document.total
    held = queries.budget_of(document)
    return next((one.year.wan for one in held.forms if one.table == form and one.year), None)


def _code(document: BudgetDocument, form: str) -> str:
    return next((one["code"] for one in document.content.get("forms", []) if one["table"] == form), "")


def _row(one: BudgetTarget, said: dict[str, Any], counted: dict[str, Any] | None) -> dict[str, Any]:
    actual = said.get("actual", "") or (counted["text"] if counted else "")
    return {
        "name": one.name, "level1": one.level1, "level2": one.level2, "target": one.target,
        "words": value_of(one.target).number is None, "actual": actual, "quality": said.get("quality", ""),
        "explanation": said.get("explanation", ""), "evidence": said.get("evidence", ""),
        "counted": counted["text"] if counted else None, "why_not": counted["missing"] if counted else "",
        "indicator": counted["code"] if counted else "",
    }  # fmt: skip


def _asked(row: dict[str, Any]) -> Asked:
    return Asked(row["level1"], row["target"], row["actual"], row["quality"], row["explanation"])


# --- what the platform counted ----------------------------------------------------------------------------------------
def _counted(document: BudgetDocument, names: list[str]) -> dict[str, dict[str, Any]]:
    """By name: the indicator that answers a target of this name, and what it says of the year."""
    codes = _indicators(document.year)
    wanted = {name: codes[name] for name in names if name in codes}
    first = date(document.year, 1, 1)
    if not wanted or first > timezone.localdate():
        return {}
    readings = measures.read_many(
        list(dict.fromkeys(wanted.values())), measures.Period(first, date(document.year + 1, 1, 1))
    )
    found = {}
    for name, code in wanted.items():
        reading = readings[code]
        text = reading.text or (f"{reading.value.normalize():f}" if reading.value is not None else "")
        found[name] = {"code": code, "text": text, "missing": reading.missing}
    return found


def _indicators(year: int) -> dict[str, str]:
    """Name of a target → code of its indicator, as the targets of any year say; the same year counts most."""
    found: dict[str, str] = {}
    for code, order in (("indicators", 0), (TARGETS, 1)):
        kind = kinds.find(code)
        rows = sorted(kind.existing().values(), key=lambda row: row.get("year") == year) if kind else []
        for row in rows:
            name, meant = row.get("name"), row.get("indicator") if order else row.get("code")
            if name and meant:
                found[str(name)] = str(meant)
    return found


def amount(text: str) -> Decimal | None:
    """What was typed as executed, 万元; None when nothing was. Problem 422."""
    if not text.strip():
        return None
    value = money(text)
    if value is None or not 0 <= value < 10**9:
        raise keeping.invalid("executed", "执行数不是金额，请填万元数。")
    return value


# --- kept -------------------------------------------------------------------------------------------------------------
def keep(
    actor: Actor, document_id: int, form: str, version: int, executed: Decimal | None, rows: list[dict[str, Any]]
) -> None:
    """Problem 409 when somebody was faster; 422 when much more than the target was reached without a word."""
    with transaction.atomic():
        document = queries.find(document_id, lock=True)
        targets = _targets(document, form)
        there = SelfEvaluation.objects.filter(document=document, form=form).first()
        if (there.version if there else 0) != version:
            raise Problem(409, "conflict", "自评已有变化", "别人刚改过这份自评，请刷新后再改；您填的还在页面上。",
                          current={"version": there.version if there else 0})  # fmt: skip
        known = {one.name for one in targets}
        strange = [row["name"] for row in rows if row["name"] not in known]
        if strange:
            raise keeping.invalid("rows", f"没有“{strange[0][:40]}”这个指标，请刷新。")
        kept = there or SelfEvaluation(document=document, form=form, project=targets[0].project, version=0)
        kept.rows, kept.executed, kept.version = rows, executed, kept.version + 1
        kept.changed_at, kept.changed_by_id, kept.changed_by = timezone.now(), actor.account_id, actor.name[:120]
        kept.save()
        told = view(document_id, form)
        loud = next((row for row in told["rows"] if row["unexplained"]), None)
        if loud and told["score"] is not None:
            raise keeping.invalid("rows", f"“{loud['name'][:40]}”超过目标 30% 以上，请说明原因。")
        kept.score = Decimal(told["score"]) if told["score"] is not None else None
        kept.grade = told["grade"]
        kept.save(update_fields=["score", "grade"])


# --- the form as a file -----------------------------------------------------------------------------------------------
def file(document_id: int, form: str, format: str) -> tuple[str, bytes]:
    told = view(document_id, form)
    title = f"{told['year']}年度{told['project'] or '部门整体支出'}绩效自评表"
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    words = {"full": "达成预期指标", "part": "部分达成", "none": "未达成", "": ""}
    body = [
        [row["level1"], row["level2"], row["name"], row["target"], row["actual"] or words[row["quality"]],
         row["points"],
         row["score"] or "", row["explanation"]]
        for row in told["rows"]
    ]  # fmt: skip
    money = ["预算执行", "", "预算执行率", f"{told['budget'] or '—'} 万元", f"{told['executed'] or '—'} 万元",
             told["execution_points"], told["execution_score"] or "", ""]  # fmt: skip
    last = ["总分", "", "", "", told["grade"], "100", told["score"] or "", ""]
    rows = [money, *body, last]
    if format == "xlsx":
        sheet = {
            "name": "绩效自评",
            "about": [title, told["name"]],
            "columns": heads,
            "kinds": ["text"] * 8,
            "rows": rows,
        }
        return f"{title}.xlsx", process.render(["xlsx"], sheets=[sheet])["xlsx"]
    widths = (5.0, 5.0, 9.0, 6.0, 6.0, 3.5, 3.5, 9.0)
    columns = [
        (head, "right" if at in (5, 6) else "left", width)
        for at, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    paper = shape.Paper(
        title=title, closing=told["name"], blocks=[shape.table("", columns, rows, total=True)],
        mark="" if told["score"] is not None else "草稿",
    )  # fmt: skip
    return f"{title}.{format}", process.render([format], paper)[format]


# --- targets become those of the indicators ---------------------------------------------------------------------------
_OPERATORS = {"≥": ">=", ">": ">=", "≤": "<=", "<": "<=", "": "=", "=": "="}


def publish(actor: Actor, document_id: int) -> dict[str, int]:
    """Annual and long-term targets of the document as master data of the indicators, with their source."""
    document = queries.find(document_id)
    kind = kinds.find(TARGETS)
    if kind is None:
        raise Problem(409, "conflict", "没有指标库", "本平台没有指标，目标只保存在预算里。")
    actor.require(kind.permission)
    codes = _indicators(document.year)
    there = {row["name"]: row["code"] for row in kind.existing().values() if row.get("year") == document.year}
    seen: set[str] = set()
    rows = []
    for number, one in enumerate(BudgetTarget.objects.filter(document=document).order_by("-term", "id"), start=1):
        if one.name in seen:
            continue
        seen.add(one.name)
        rows.append((number, {**_target(document, one, codes.get(one.name, ""), number), **_again(there, one)}))
    with transaction.atomic():
        planned = planning.plan(kind, rows)
        good = [row for row in planned if row.action != kinds.ERROR]
        done = writing.write(kind, good, actor, origin="import", reason=f"{document.year} 年部门预算绩效目标")
    return {"written": len(done), "skipped": len(planned) - len(good)}


def _again(there: dict[str, str], one: BudgetTarget) -> dict[str, str]:
    """A target that the year has already keeps its code."""
    return {"code": there[one.name[:80]]} if one.name[:80] in there else {}


def _target(document: BudgetDocument, one: BudgetTarget, indicator: str, number: int) -> dict[str, Any]:
    value = value_of(one.target)
    words = value.number is None or value.unit.startswith("年")
    operator = "text" if words else "range" if value.upper is not None else _OPERATORS.get(value.operator, "=")
    return {
        "code": f"B{document.pk}-{document.year}-{number:03}", "year": str(document.year), "indicator": indicator,
        "name": one.name[:80], "form": f"{one.form} {one.project}"[:120], "operator": operator,
        "value": "" if words else str(value.scaled),
        "upper": str(value.upper) if value.upper is not None and not words else "",
        "text": one.target[:120] if words else "", "unit": "" if words else value.bare_unit[:20],
        "before2": one.before2[:40], "before1": one.before1[:40], "basis": one.basis[:40], "sort": str(number * 10),
        "source": f"{document.name}{document.year}年部门预算 {one.form}"[:200],
    }  # fmt: skip
