"""The platform's own ledger: what failed, what was maintained, how long it ran."""

from __future__ import annotations

import http.client
import logging
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import measures
from chengyun.cases.measured import moment
from chengyun.cases.measures import Period, Reading
from chengyun.kernel import config
from chengyun.kernel.months import next_month
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import counting, evidence
from .models import Beat, Outage
from .words import OUTAGES, SYSTEMS

log = logging.getLogger(__name__)
GAP = timedelta(minutes=5)
"""A part that is silent for longer was away."""
MAJOR_AFTER = timedelta(hours=2)
"""[I] From this length a failure is a major one until a person says otherwise."""
PARTS = {"worker": "后台作业", "web": "网页服务"}
FIGURES = ("faults", "major", "running", "maintained")


# --- heartbeats ---------------------------------------------------------------------------------------------------
@transaction.atomic
def beat(part: str, now: datetime | None = None) -> Outage | None:
    """A part is alive. If it was away, the ledger says so; the outage."""
    now = now or timezone.now()
    row = Beat.objects.select_for_update().filter(part=part).first()
    if row is None:
        Beat.objects.create(part=part, at=now, since=now)
        return None
    away, row.at = now - row.at, now
    row.save(update_fields=["at"])
    if away <= GAP:
        return None
    minutes = int(away.total_seconds() // 60)
    return Outage.objects.create(
        kind="major" if away >= MAJOR_AFTER else "fault", system="platform", found_by="platform",
        title=f"{PARTS.get(part, part)}中断 {minutes} 分钟", started_at=now - away, ended_at=now, done=True,
        note="平台自己发现：心跳中断。停电、升级、关机也会如此，请核对后改为计划维护或撤回。",
        steps=[_step("found", "平台", now, "心跳中断")],
    )  # fmt: skip


def web_answers() -> bool:
    """Whether the web process of this installation answers here."""
    settings = config.current()
    host = "127.0.0.1" if settings.bind in ("0.0.0.0", "::", "") else settings.bind
    try:
        link: http.client.HTTPConnection
        if settings.tls_certificate:
            import ssl

            link = http.client.HTTPSConnection(host, settings.port, timeout=5, context=ssl._create_unverified_context())
        else:
            link = http.client.HTTPConnection(host, settings.port, timeout=5)
        with_host = (settings.allowed_hosts or ("localhost",))[0]
        link.request("GET", "/api/health", headers={"Host": with_host})
        return link.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False


# --- reading ------------------------------------------------------------------------------------------------------
def read(asked: Mapping[str, str], period: Period, by: str) -> dict[str, dict[str, Reading]]:
    """indicator → reading; `asked` says which figure: FIGURE or FIGURE:SYSTEM,SYSTEM."""
    if by not in ("", "month"):
        return {}
    rows = list(Outage.objects.filter(
        withdrawn_at=None, started_at__lt=moment(period.end)
    ).exclude(ended_at__lt=moment(period.first)))  # fmt: skip
    since = Beat.objects.order_by("since").values_list("since", flat=True).first()
    spans = {"": period}
    if by:
        spans = {f"{at:%Y-%m}": counting.within(period, by, f"{at:%Y-%m}") for at in _months(period)}
    return {
        key: {code: _reading(figure, rows, span, since) for code, figure in asked.items()}
        for key, span in spans.items()
    }


def _months(period: Period) -> Iterable[date]:
    at = period.first.replace(day=1)
    while at < period.end and at <= timezone.localdate():
        yield at
        at = next_month(at)


def _reading(figure: str, rows: list[Outage], period: Period, since: datetime | None) -> Reading:
    name, _, systems = figure.partition(":")
    of = [row for row in rows if not systems or row.system in systems.split(",")]
    page: dict[str, Any] = {
        "page": "outages",
        "from": period.first.isoformat(),
        "to": (period.end - timedelta(days=1)).isoformat(),
    }
    if systems:
        page["system"] = systems
    first, end = moment(period.first), moment(period.end)
    began = [row for row in of if first <= row.started_at < end]
    if name in ("faults", "major"):
        if not began and (since is None or since >= end):
            return Reading(missing="那时平台还没有运行，台账里也没有登记", opened={"value": page})
        kinds = ("fault", "major") if name == "faults" else ("major",)
        return measures.count(sum(row.kind in kinds for row in began), {**page, "kind": ",".join(kinds)})
    if name == "maintained":
        planned = [row for row in began if row.kind == "maintenance"]
        opened = {
            "numerator": {**page, "kind": "maintenance", "done": True},
            "denominator": {**page, "kind": "maintenance"},
        }
        if not planned:
            return Reading(missing="本期没有登记计划维护", opened=opened)
        return measures.rate(sum(row.done for row in planned), len(planned), opened=opened)
    return _running(of, first, end, since, page)


def _running(
    rows: list[Outage], first: datetime, end: datetime, since: datetime | None, page: Mapping[str, Any]
) -> Reading:
    """Hours that the platform ran, of those since it was installed; planned maintenance does not count against it."""
    opened = {"value": {**page, "kind": "fault,major"}}
    start, stop = max(first, since) if since else end, min(end, timezone.now())
    if start >= stop:
        return Reading(missing="平台还没有心跳记录" if since is None else "本期还没有开始", opened=opened)
    hour = Decimal(3600)
    whole = Decimal(int((stop - start).total_seconds()))
    away = sum(
        (Decimal(int((b - a).total_seconds())) for a, b in merged(
            (max(row.started_at, start), min(row.ended_at or stop, stop))
            for row in rows if row.stopped and row.kind in ("fault", "major")
        )), Decimal(0),
    )  # fmt: skip
    ran = whole - away
    value = (ran * 100 / whole).quantize(Decimal("0.01"), ROUND_DOWN)
    return Reading(
        value, (ran / hour).quantize(Decimal("0.1")), (whole / hour).quantize(Decimal("0.1")), opened
    )  # fmt: skip


def merged(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The same time without overlaps."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


# --- entering -----------------------------------------------------------------------------------------------------
def enter(actor: Actor, given: Mapping[str, Any]) -> Outage:
    values = _checked(given)
    return Outage.objects.create(
        **values, found_by="person", files=evidence.checked(given["files"], actor),
        steps=[_step("entered", actor.name, timezone.now(), given["why"])],
    )  # fmt: skip


@transaction.atomic
def change(actor: Actor, outage_id: int, version: int, given: Mapping[str, Any]) -> Outage:
    """Correct an entry; what it was stays in its steps. Problem 404; 409 when somebody else was quicker."""
    row = Outage.objects.select_for_update().filter(pk=outage_id, withdrawn_at=None).first()
    if row is None:
        raise Problem(404, "not_found", "没有这条记录", "它可能已撤回，请刷新页面。")
    if row.version != version:
        raise Problem(409, "changed", "已被他人修改", "请刷新后再改，您填的内容没有保存。")
    values = _checked(given)
    before = {name: _plain(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    for name, value in values.items():
        setattr(row, name, value)
    if given["files"]:
        row.files = [*row.files, *evidence.checked(given["files"], actor)]
    row.steps = [*row.steps, _step("withdrawn" if given["withdraw"] else "changed", actor.name, timezone.now(),
                                   given["why"], before)]  # fmt: skip
    row.withdrawn_at = timezone.now() if given["withdraw"] else None
    row.version += 1
    row.save()
    return row


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    start, end, now = given["started_at"], given["ended_at"], timezone.now()
    if given["kind"] not in OUTAGES or given["system"] not in SYSTEMS:
        raise _wrong("kind", "请选择性质和系统。")
    if end is not None and end < start:
        raise _wrong("ended_at", "恢复时间不能早于发生时间。")
    if given["kind"] != "maintenance" and (start > now or (end is not None and end > now)):
        raise _wrong("started_at", "故障的时间不能在以后；计划维护可以。")
    return {
        "kind": given["kind"], "system": given["system"], "title": given["title"].strip(),
        "note": given["note"].strip(), "started_at": start, "ended_at": end, "done": bool(given["done"]),
        "stopped": bool(given["stopped"]),
    }  # fmt: skip


def _step(action: str, who: str, at: datetime, why: str, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {"action": action, "by": who, "at": at.isoformat(timespec="seconds"), "why": why, "before": before or {}}


def _plain(value: Any) -> Any:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


def _wrong(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])
