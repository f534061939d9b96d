"""Reading the register: who works in the grids, in which post, and where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel.problems import Problem
from chengyun.kernel.tokens import pinyin_search
from chengyun.org.access import Actor
from chengyun.org.models import valid_on
from chengyun.places import contacts as known_contacts
from chengyun.places import queries as places
from chengyun.places.models import Area

from .models import Attendance, GridPost, GridWorker, Paper
from .permissions import STAFF

MOST = 500


def visible(actor: Actor, permission: str = STAFF) -> Q:
    """Workers of the units within the person's grants; everybody for the centre."""
    scopes = actor.scopes_for(permission)
    if actor.is_system or any(s.unit_ids is None and s.area_code is None for s in scopes):
        return ~Q(pk__in=[])
    known = catalogue.current().units
    units = {known[key].code for s in scopes for key in s.unit_ids or () if key in known}
    areas = {s.area_code for s in scopes if s.unit_ids is None and s.area_code}
    return Q(unit_code__in=units) | Q(grids__overlap=sorted(areas))


def working(day: Any = None) -> Q:
    return valid_on(day or timezone.localdate())


def of_account(actor: Actor) -> GridWorker | None:
    """The person's own line in the register."""
    from chengyun.org.models import Account

    account = Account.objects.filter(pk=actor.whose or 0).first()
    if account is None:
        return None
    return GridWorker.objects.filter(working(), username=account.username).select_related("post").first()


def workers(actor: Actor, *, state: str, post: str, unit: str, q: str) -> dict[str, Any]:
    """The register within reach, with how many there are in each post and how many the grids ask for."""
    mine = visible(actor)
    rows = GridWorker.objects.filter(mine).select_related("post")
    today = timezone.localdate()
    rows = rows.filter(working(today)) if state == "working" else rows.filter(valid_to__lt=today) if state == "left" \
        else rows  # fmt: skip
    if post:
        rows = rows.filter(post__code=post)
    if unit:
        rows = rows.filter(unit_code__in=_units(unit))
    words = q.strip().lower()
    found = [row for row in rows.order_by("staff_no")[: MOST * 4] if not words or _fits(row, words)]
    return {
        "items": [shown(row) for row in found[:MOST]], "total": len(found), "more": len(found) > MOST,
        "posts": posts(mine),
    }  # fmt: skip


def _units(code: str) -> set[str]:
    known = catalogue.current().units
    roots = {row.id for row in known.values() if row.code == code}
    return {row.code for row in known.values() if roots & {row.id, *row.ancestors}}


def _fits(row: GridWorker, words: str) -> bool:
    text = f"{row.staff_no} {row.name} {row.username} {row.work_phone} {' '.join(row.grids)}".lower()
    return words in text or words in pinyin_search(row.name)


def posts(mine: Q) -> list[dict[str, Any]]:
    """Post, how many work in it, and how many the grids within reach ask for (0: nobody said)."""
    counted = dict(
        GridWorker.objects.filter(mine, working()).order_by().values_list("post_id").annotate(Count("pk"))
    )  # fmt: skip
    grids = sum(row.level == Area.GRID for row in places.areas().rows.values())
    return [
        {
            "code": row.code, "name": row.name, "duties": row.duties, "count": counted.get(row.pk, 0),
            "wanted": round(row.per_grid * grids), "per_grid": row.per_grid,
        }
        for row in GridPost.objects.filter(working())
    ]  # fmt: skip


def shown(row: GridWorker) -> dict[str, Any]:
    units, areas = catalogue.current().units, places.areas().by_code
    unit = next((u.name for u in units.values() if u.code == row.unit_code), row.unit_code)
    return {
        "id": row.pk, "staff_no": row.staff_no, "name": row.name, "username": row.username, "post": row.post.code,
        "post_name": row.post.name, "unit": row.unit_code, "unit_name": unit,
        "grids": [{"code": c, "name": areas[c].name if c in areas else c} for c in row.grids],
        "work_phone": row.work_phone, "employment": row.employment, "employer": row.employer,
        "since": row.valid_from, "until": row.valid_to, "leave_reason": row.leave_reason,
    }  # fmt: skip


def worker(actor: Actor, key: int) -> dict[str, Any]:
    """One person with courses and tests."""
    row = GridWorker.objects.filter(visible(actor), pk=key).select_related("post").first()
    if row is None:
        raise Problem(404, "not_found", "没有这个人", "名册里没有，或不在您的范围内。")
    courses = Attendance.objects.filter(worker=row).select_related("course").order_by("-course__at")[:100]
    papers = Paper.objects.filter(worker=row, ended_at__isnull=False).select_related("exam").order_by("-ended_at")[:100]
    return {
        **shown(row),
        "courses": [
            {"id": a.course_id, "name": a.course.name, "at": a.course.at, "state": a.state} for a in courses
        ],
        "papers": [
            {"exam_id": p.exam_id, "exam": p.exam.name, "at": p.ended_at, "score": p.score, "passed": p.passed}
            for p in papers
        ],
    }  # fmt: skip


def contacts(area_ids: Sequence[int]) -> list[known_contacts.Contact]:
    """Whom residents of an area may reach: those who look after it today and have a work number."""
    rows = places.areas().rows
    codes = {rows[key].code: key for key in area_ids if key in rows}
    found = GridWorker.objects.filter(working(), grids__overlap=sorted(codes)).exclude(work_phone="")
    return [
        known_contacts.Contact(row.name, row.post.name, row.work_phone, codes[code])
        for row in found.select_related("post").order_by("post__sort", "staff_no")[:50]
        for code in row.grids
        if code in codes
    ]
