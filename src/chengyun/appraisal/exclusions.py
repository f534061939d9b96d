"""剔除: a case leaves all rates, with reason and evidence; the figures show it among what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.cases import access
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import evidence, facts
from .models import Exclusion
from .words import REASONS


@transaction.atomic
def exclude(actor: Actor, number: str, given: Mapping[str, Any]) -> Exclusion:
    """Problem 404 for a case one may not see, 409 when it is excluded already, 422 for a reason that does not exist."""
    case = access.find(actor, number)
    if case is None:
        raise Problem(404, "not_found", "没有这个案件", "案件编号有误，或您无权查看。")
    if given["reason"] not in REASONS:
        raise Problem(422, "invalid", "提交的内容有误", "请选择剔除的理由。",
                      errors=[{"field": "reason", "message": "请选择剔除的理由。"}])  # fmt: skip
    try:
        with transaction.atomic():
            row = Exclusion.objects.create(
                case=case, reason=given["reason"], note=given["note"].strip(), made_at=timezone.now(),
                files=evidence.checked(given["files"], actor), made_by_id=actor.account_id, made_by=actor.name[:120],
            )  # fmt: skip
    except IntegrityError:
        raise Problem(409, "already_excluded", "已经剔除", "这个案件已经从各率中剔除。") from None
    facts.touch(case.pk)
    return row


@transaction.atomic
def withdraw(actor: Actor, exclusion_id: int, why: str) -> Exclusion:
    """The case counts again. Problem 404, 409 when it was withdrawn already."""
    row = Exclusion.objects.select_for_update().select_related("case").filter(pk=exclusion_id).first()
    if row is None or access.find(actor, row.case.number) is None:
        raise Problem(404, "not_found", "没有这条剔除", "它可能已不存在，请刷新页面。")
    if row.withdrawn_at is not None:
        raise Problem(409, "already_withdrawn", "已经撤回", f"{row.withdrawn_by} 已撤回这条剔除。")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_note = timezone.now(), actor.name[:120], why
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_note"])
    facts.touch(row.case_id)
    return row
