"""An order on paper, as PDF, personal data masked. Each printing stands in the record of exports."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases.desk import owner
from chengyun.cases.models import ExportRecord
from chengyun.cases.printing import Printed
from chengyun.kernel.pdf import Mark, Sheet
from chengyun.org.access import Actor
from chengyun.org.models import Account, District

from . import queries
from .words import CARDS

PRINT = "case.print"
ZH = {
    "sheet": "督办单", "facts": "基本情况", "number": "文号", "step": "督办方式", "units": "承办单位",
    "due": "答复期限", "started": "发出时间", "by": "发起", "origin": "来由", "state": "状态", "cases": "涉及案件",
    "requirement": "督办要求", "answers": "单位答复", "none": "（尚未答复）", "unit": "单位", "reply": "答复",
    "at": "时间", "story": "办理经过", "title": "事项", "case": "案件编号", "now": "现状", "open": "在办",
    "closed": "已办结", "sign": "承办单位负责人签字：", "date": "日期：", "cards": "出示",
    "foot": "{who} {at} 打印，第 {id} 号", "masked": "个人信息已遮盖", "page": "第 {n} 页 / 共 {of} 页",
    "more": "……共 {n} 件，其余见平台", "what": "环节", "whom": "单位、人员", "note": "内容",
}  # fmt: skip
EN = {
    "sheet": "Supervision order", "facts": "Facts", "number": "No.", "step": "Step", "units": "Units", "due": "Due",
    "started": "Issued", "by": "By", "origin": "Origin", "state": "State", "cases": "Cases",
    "requirement": "What is asked", "answers": "Answers", "none": "(none yet)", "unit": "Unit", "reply": "Answer",
    "at": "At", "story": "History", "title": "Matter", "case": "Case", "now": "Now", "open": "open", "closed": "closed",
    "sign": "Signature of the head of the unit:", "date": "Date:", "cards": "Cards",
    "foot": "Printed by {who} {at}, no. {id}", "masked": "personal data masked", "page": "Page {n} of {of}",
    "more": "… {n} in all, the others are on the platform", "what": "Step", "whom": "Unit, person", "note": "Note",
}  # fmt: skip
ACTIONS = {
    "started": ("发出", "Issued"), "replied": ("答复", "Answered"), "accepted": ("验收通过", "Accepted"),
    "sent_back": ("退回", "Sent back"), "escalated": ("升级", "Escalated"), "withdrawn": ("撤销", "Withdrawn"),
    "overdue": ("超期", "Overdue"), "proposed": ("建议升级", "Escalation proposed"), "card": ("出示", "Card"),
    "card_withdrawn": ("撤牌", "Card withdrawn"), "settled": ("案件已办，自动完成", "Cases done, closed"),
}  # fmt: skip


def print_order(actor: Actor, order_id: int, language: str = "zh") -> Printed:
    """The file. Problem 403, 404."""
    order = queries.detail(actor, order_id, language)
    w = EN if language == "en" else ZH
    account = Account.objects.select_related("unit").get(pk=owner(actor))
    who = f"{account.display_name or account.username}（{account.username}）"
    record = ExportRecord.objects.create(
        account_id=account.pk, account_name=who[:120], for_id=actor.for_id, unit_id=account.unit_id, format="pdf",
        clear=False, reason=f"打印督办单 {order['number']}",
        query={"numbers": [member["number"] for member in order["members"]]},
        words=f"打印督办单 {order['number']}", at=timezone.localtime(),
    )  # fmt: skip
    made = build(order, w, who, timezone.localtime(record.at), record.pk, language)
    ExportRecord.objects.filter(pk=record.pk, finished_at__isnull=True).update(
        finished_at=timezone.now(), complete=True, rows=len(order["members"]), size=len(made),
        digest=hashlib.sha256(made).digest(),
    )  # fmt: skip
    return Printed(f"{order['number']}-{timezone.localtime(record.at):%Y%m%d-%H%M%S}.pdf", made, record.pk)


def build(
    order: Mapping[str, Any], w: Mapping[str, str], who: str, at: datetime, record_id: int, language: str
) -> bytes:
    moment = f"{at:%Y-%m-%d %H:%M}"
    foot = (w["foot"].format(who=who, at=moment, id=record_id), w["masked"])
    sheet = Sheet(f"{w['sheet']} {order['number']}", who, Mark(f"{who}　{moment}", foot, w["page"]))
    district = District.objects.first()
    centre = (district.centre_name or district.name) if district else ""
    sheet.top(f"{order['step_name']}　{order['title']}", f"{centre}　{w['sheet']}".strip("　"), order["number"])
    sheet.heading(w["facts"])
    facts = [
        ("number", order["number"]), ("step", order["step_name"]), ("units", "、".join(order["units"])),
        ("due", _moment(order["due_at"])), ("started", _moment(order["started_at"])), ("by", order["started_by"]),
        ("origin", order["origin_name"]), ("state", order["state_name"]),
        ("cards", "、".join(f"{card['unit']} {card['name']}" for card in order["cards"] if not card["withdrawn_at"])),
    ]  # fmt: skip
    sheet.facts([(w[key], value) for key, value in facts if value])
    sheet.heading(w["requirement"])
    sheet.text(order["requirement"], size=11)
    _cases(sheet, order, w)
    sheet.heading(w["answers"])
    rows = [[p["unit"]["name"], p["reply"] or w["none"], _moment(p["replied_at"])] for p in order["parts"]]
    sheet.table([w["unit"], w["reply"], w["at"]], rows, [0.22, 0.58, 0.2])
    sheet.heading(w["story"])
    index = 1 if language == "en" else 0
    story = [
        [_moment(step["at"]), ACTIONS.get(step["action"], (step["action"],) * 2)[index], step["unit"] or step["actor"],
         step["note"] or CARDS.get(step["detail"].get("colour", ""), "")]
        for step in order["steps"]
    ]  # fmt: skip
    sheet.table([w["at"], w["what"], w["whom"], w["note"]], story, [0.2, 0.16, 0.2, 0.44])
    sheet.text("")
    sheet.text(f"{w['sign']}{'_' * 24}  {w['date']}{'_' * 14}", size=11)
    return sheet.render()


def _cases(sheet: Sheet, order: Mapping[str, Any], w: Mapping[str, str]) -> None:
    if not order["members"]:
        return
    sheet.heading(f"{w['cases']} {order['cases']}")
    rows = [
        [case["number"], case["title"], case["unit"], w["open"] if case["open"] else w["closed"]]
        for case in order["members"]
    ]
    sheet.table([w["case"], w["title"], w["unit"], w["now"]], rows, [0.24, 0.4, 0.22, 0.14])
    if order["cases"] > len(order["members"]):
        sheet.text(w["more"].format(n=order["cases"]), muted=True)


def _moment(text: str | None) -> str:
    return text[:16].replace("T", " ") if text else ""
