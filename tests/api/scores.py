"""Rows and bodies of the routes of the assessment of units."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.appraisal.scoring import computing
from chengyun.appraisal.scoring.models import Appeal, Deduction, Rating, ScoringScheme
from chengyun.cases.models import Case
from chengyun.org.models import Account, Unit

ITEMS = [
    {"code": "on_time", "name": "按时办结率", "kind": "rate", "weight": 60, "of": "due", "hit": "on_time"},
    {"code": "street", "name": "街道评价", "kind": "rating", "weight": 20, "by": "peer", "questions": ["配合:100"]},
    {"code": "third", "name": "第三方评价", "kind": "rating", "weight": 20, "by": "third", "questions": ["答复:100"]},
]


def rows(account: Account, number: str) -> dict[str, Any]:
    """A scheme that runs, a deduction, an appeal and a case to rate, all in this month."""
    computing.forget()
    ScoringScheme.objects.create(
        code="departments", name="部门考核", group="department", kinds=["department"], items=ITEMS, enabled=True,
        source="测试",
    )  # fmt: skip
    now, unit, case = timezone.now(), Unit.objects.get(code="lights"), Case.objects.get(number=number)
    month = timezone.localdate().replace(day=1)
    common = {"month": month, "unit": unit}
    deduction = Deduction.objects.create(**common, points=1, reason="虚假答复", at=now, by="测试")
    appeal = Appeal.objects.create(
        **common, case_id=case.pk, reason="force", text="台风停工", filed_at=now, filed_by="测试"
    )
    dealt = Rating.objects.create(**common, by="third", rater_id=account.pk, case_id=case.pk)
    return {
        "month": f"{month:%Y-%m}", "unit": "lights", "deduction_id": deduction.pk, "appeal_id": appeal.pk,
        "rating_id": dealt.pk,
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base, of = "/api/v1/appraisal", {"month": ids["month"], "unit": "lights"}
    return {
        ("POST", f"{base}/scores/{{month}}/publish"): {"circular": "演通〔2026〕1号"},
        ("POST", f"{base}/appeals"): {**of, "reason": "force", "text": "台风停工", "case": ids["number"]},
        ("POST", f"{base}/appeals/{{appeal_id}}/decide"): {"verdict": "refused", "note": "理由不足"},
        ("POST", f"{base}/deductions"): {**of, "points": 1, "reason": "虚假答复"},
        ("POST", f"{base}/deductions/{{deduction_id}}/lift"): {"why": "核实无误"},
        ("PUT", f"{base}/ratings/units"): {
            "month": ids["month"], "forms": [{"unit": "lights", "answers": {"配合": 90}}]
        },
        ("POST", f"{base}/ratings/samples"): {"month": ids["month"], "by": "third", "number": 2},
        ("PUT", f"{base}/ratings/{{rating_id}}"): {"answers": {"答复": 80}},
    }  # fmt: skip
