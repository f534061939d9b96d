"""Commands of phones, each carried out once however often it arrives (docs/decisions/0059)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from django.db import IntegrityError, transaction

from chengyun.cases import engine, page
from chengyun.cases.api import done
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3
from chengyun.org.access import Actor

from .models import Command
from .permissions import APP
from .schemas import PhoneCommandIn

CHANNEL, LIFECYCLE = "grid_report", "urban_event"
ON_SPOT = "solve_on_spot"
NOT_TRIED = 424


def receive(actor: Actor, commands: Sequence[PhoneCommandIn], language: str = "zh") -> list[dict[str, Any]]:
    """A result for each, in their order. After a failure the later ones of the same case are not tried: they were
    made by somebody who thought that the earlier one had happened."""
    results: list[dict[str, Any]] = []
    stopped: set[str] = set()
    moved: dict[str, tuple[int, int]] = {}
    for command in commands:
        lane = command.act.number if command.act else ""
        if lane and lane in stopped:
            results.append({"uuid": command.uuid, "status": NOT_TRIED})
            continue
        _follow(command, moved)
        result = _result(actor, command, language)
        if command.act and command.act.version is not None and result["status"] == 200:
            moved[lane] = (command.act.version, result["answer"]["version"])
        if lane and result["status"] != 200:
            stopped.add(lane)
        results.append(result)
    return results


def _follow(command: PhoneCommandIn, moved: dict[str, tuple[int, int]]) -> None:
    """Made on the same version as the one before it: it means the version that this one left behind."""
    act = command.act
    if act is None or act.version is None or act.number not in moved:
        return
    seen, now = moved[act.number]
    if act.version <= seen:
        act.version = now
    moved[act.number] = (max(seen, act.version), now)


def _result(actor: Actor, command: PhoneCommandIn, language: str) -> dict[str, Any]:
    try:
        answer, repeated = once(actor, command)
    except Problem as problem:
        told = {
            "status": problem.status, "code": problem.code, "title": problem.title, "detail": problem.detail,
            **problem.extra,
        }  # fmt: skip
        result: dict[str, Any] = {"uuid": command.uuid, "status": problem.status, "problem": told}
        if problem.status == 409 and command.act:
            result["now"] = _now(actor, command.act.number, language)
        return result
    return {"uuid": command.uuid, "status": 200, "repeated": repeated, "answer": answer}


def _now(actor: Actor, number: str, language: str) -> dict[str, Any] | None:
    try:
        return page.case_page(number, actor, language)
    except Problem:
        return None


def digest_of(command: PhoneCommandIn) -> bytes:
    """What was asked, without the version that was seen: it moves on when somebody decides to send it again."""
    asked = command.model_dump(mode="json", exclude={"uuid": True, "made_at": True, "act": {"version"}})
    return sm3(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS))


def once(actor: Actor, command: PhoneCommandIn) -> tuple[dict[str, Any], bool]:
    """(answer, whether it is the one of before). Raises Problem; then nothing is kept and it may come again."""
    before = _answer_of_before(actor, command)
    if before is not None:
        return before, True
    if actor.account_id is None:
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=APP)
    try:
        with transaction.atomic():
            row = Command.objects.create(
                uuid=command.uuid, account_id=actor.account_id, kind="act" if command.act else "report",
                digest=digest_of(command), made_at=command.made_at,
            )  # fmt: skip
            answer = _do(actor, command)
            row.answer, row.number = answer, answer["number"]
            row.save(update_fields=["answer", "number"])
            return answer, False
    except IntegrityError:
        # The same command came twice at once; the other one has been carried out meanwhile.
        before = _answer_of_before(actor, command)
        if before is None:
            raise
        return before, True


def _answer_of_before(actor: Actor, command: PhoneCommandIn) -> dict[str, Any] | None:
    row = Command.objects.filter(pk=command.uuid).first()
    if row is None:
        return None
    if row.account_id != actor.account_id or bytes(row.digest) != digest_of(command):
        raise Problem(409, "uuid_used", "这个编号已用过", "同一编号的另一条记录已经收到，请把这一条重新保存后再发送。")
    return row.answer


def _do(actor: Actor, command: PhoneCommandIn) -> dict[str, Any]:
    if (command.act is None) == (command.report is None):
        raise Problem(422, "invalid", "提交的内容有误", "act 和 report 要正好有一个。")
    if command.act is not None:
        act = command.act
        work = engine.perform(
            act.number, act.action, actor, act.data, version=act.version, assignment_id=act.assignment_id
        )
        return done(work)
    assert command.report is not None
    given = command.report
    if any(step.action != ON_SPOT for step in given.then):
        raise Problem(422, "invalid", "提交的内容有误", "上报后只能当场办结。")
    registration = engine.Registration(
        kind=given.kind, text=given.text, channel=CHANNEL, lifecycle=LIFECYCLE, category_id=given.category_id,
        lng=given.place.lng, lat=given.place.lat, crs=given.place.crs, address=given.place.address,
        area_id=given.place.area_id, urgency=given.urgency, occurred_at=command.made_at,
        file_ids=[str(key) for key in given.files],
    )  # fmt: skip
    return done(engine.create(actor, registration, [(step.action, step.data) for step in given.then]))
