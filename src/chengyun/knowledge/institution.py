"""制度库: the centre's own rules, with number, version, state, dates, file and what replaced them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.present import iso
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .access import invalid
from .models import ArticleFile, InstitutionRule
from .permissions import RULES
from .telling import attachments, day
from .words import RULES as STATES
from .words import name_of

MOST = 300
FORWARD = {
    "draft": ("draft", "consulting", "in_force"), "consulting": ("draft", "consulting", "in_force"),
    "in_force": ("in_force", "repealed"), "repealed": ("repealed",),
}  # fmt: skip


def on(moment: date) -> Q:
    """In force on a day, whatever became of them later."""
    return Q(state__in=("in_force", "repealed"), effective_on__lte=moment) & (
        Q(repealed_on__isnull=True) | Q(repealed_on__gt=moment)
    )


def listed(actor: Actor, state: str, in_force_on: date | None, language: str) -> dict[str, Any]:
    found = InstitutionRule.objects.select_related("replaced_by")
    if state:
        found = found.filter(state=state)
    if in_force_on:
        found = found.filter(on(in_force_on))
    rows = list(found.order_by("-effective_on", "-id")[:MOST])
    today = timezone.localdate()
    return {
        "items": [told(row, language) for row in rows], "may_manage": actor.can(RULES),
        "in_force": InstitutionRule.objects.filter(on(today)).count(),
    }  # fmt: skip


def told(row: InstitutionRule, language: str) -> dict[str, Any]:
    unit = catalogue.current().unit(row.unit_id)
    later = row.replaced_by
    files = attachments([row.file]) if row.file else []
    return {
        "id": row.pk, "name": row.name, "number": row.number, "edition": row.edition, "state": row.state,
        "state_name": name_of(STATES, row.state, language), "tone": STATES[row.state][2],
        "unit": {"id": row.unit_id, "code": unit.code if unit else "", "name": unit.name if unit else ""},
        "issued_on": day(row.issued_on), "effective_on": day(row.effective_on), "repealed_on": day(row.repealed_on),
        "summary": row.summary, "file": files[0] if files else None,
        "replaced_by": {"id": later.pk, "code": later.number, "name": later.name} if later else None,
        "row_version": row.version, "changed_at": iso(row.changed_at), "changed_by": row.changed_by,
        "history": row.history,
    }  # fmt: skip


def create(actor: Actor, given: Mapping[str, Any]) -> InstitutionRule:
    actor.require(RULES)
    with transaction.atomic():
        row = InstitutionRule(changed_at=timezone.now(), changed_by=actor.name)
        return _put(actor, row, given, "登记")


def save(actor: Actor, rule_id: int, given: Mapping[str, Any], version: int) -> InstitutionRule:
    actor.require(RULES)
    with transaction.atomic():
        row = InstitutionRule.objects.select_for_update().filter(pk=rule_id).first()
        if row is None:
            raise Problem(404, "not_found", "没有这项制度", "它可能已被删除，请刷新。")
        if row.version != version:
            raise Problem(
                409, "version_conflict", "别人刚刚修改过", f"{row.changed_by} 在您之后保存了这项制度，请刷新后再改。",
                current={"row_version": row.version, "changed_by": row.changed_by},
            )  # fmt: skip
        if given["state"] not in FORWARD[row.state]:
            raise invalid("state", "已施行的制度不能改回草案；需要修订的，请登记新版并写明由它替代。")
        row.version += 1
        return _put(actor, row, given, "修改")


def _put(actor: Actor, row: InstitutionRule, given: Mapping[str, Any], what: str) -> InstitutionRule:
    unit_id = given.get("unit_id") or actor.unit_id
    if unit_id is None or catalogue.current().unit(unit_id) is None:
        raise invalid("unit_id", "请选择发文单位。")
    later = _replaced_by(row, given.get("replaced_by_id"))
    before = row.state if row.pk else ""
    _check_days(given, later)
    for name in ("name", "number", "edition", "state", "issued_on", "effective_on", "repealed_on", "summary"):
        setattr(row, name, given[name])
    row.unit_id, row.replaced_by = unit_id, later
    row.file = _file(actor, row, given.get("file_id"))
    row.changed_at, row.changed_by = timezone.now(), actor.name
    said = STATES[row.state][0] if row.state != before else what
    row.history = [*row.history, {"at": iso(row.changed_at), "by": actor.name, "what": said}][-50:]
    row.save()
    if row.file:
        ArticleFile.objects.bulk_create([ArticleFile(rule=row, file_id=row.file["id"])], ignore_conflicts=True)
    return row


def _check_days(given: Mapping[str, Any], later: InstitutionRule | None) -> None:
    state, effective, repealed = given["state"], given["effective_on"], given["repealed_on"]
    if state in ("in_force", "repealed") and effective is None:
        raise invalid("effective_on", "施行的制度请写明施行日期。")
    if state == "repealed" and repealed is None:
        raise invalid("repealed_on", "废止的制度请写明废止日期。")
    if repealed and effective and repealed < effective:
        raise invalid("repealed_on", "废止日期早于施行日期。")
    if repealed and state not in ("in_force", "repealed"):
        raise invalid("repealed_on", "还没有施行的制度没有废止日期。")
    if later is not None and state != "repealed":
        raise invalid("replaced_by_id", "被替代的制度请同时写为废止。")


def _replaced_by(row: InstitutionRule, key: int | None) -> InstitutionRule | None:
    if key is None:
        return None
    later = InstitutionRule.objects.filter(pk=key).exclude(pk=row.pk).first()
    if later is None or (row.pk and later.replaced_by_id == row.pk):
        raise invalid("replaced_by_id", "没有这项制度，或两项互相替代。")
    return later


def _file(actor: Actor, row: InstitutionRule, key: Any) -> dict[str, str] | None:
    if key is None:
        return None
    if row.file and row.file["id"] == str(key):
        return row.file
    found = StoredFile.objects.filter(pk=key, uploaded_by=actor.account_id).first()
    if found is None:
        raise invalid("file_id", "没有这个附件，请重新上传。")
    return {"id": str(key), "name": found.name}
