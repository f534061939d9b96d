"""The catalogue of events that other systems may subscribe to: one table, from which the document, the JSON Schemas and
the forms come. Pure.

What is in an event is a promise: members are added, never renamed or taken away, within a version of the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

VERSION = "1.0"
DATA_VERSION = 1
MEDIA = "application/cloudevents+json"
PING = "ping"
OTHER = "case.changed"


@dataclass(frozen=True, slots=True)
class EventType:
    """`actions`: the actions on a case that are told by it; `when` in the words of the trade."""

    code: str
    name: str
    name_en: str
    when: str
    when_en: str
    actions: tuple[str, ...] = ()


EVENTS: tuple[EventType, ...] = (
    EventType("case.registered", "登记", "Registered", "新的案件登记", "A new case was registered", ("register",)),
    EventType(
        "case.accepted", "受理立案", "Accepted", "受理诉求，或事件立案", "A request was accepted, an event opened",
        ("accept", "open_case"),
    ),
    EventType(
        "case.rejected", "不予受理", "Rejected", "不予受理，或事件注销", "Not accepted, or an event cancelled",
        ("reject", "cancel_case"),
    ),
    EventType(
        "case.answered", "直接答复", "Answered", "当场直接答复", "Answered on the spot", ("direct_answer",)
    ),
    EventType(
        "case.dispatched", "派单", "Dispatched", "派单、改派、增派协办、转派下级、撤回派单",
        "Dispatched, reassigned, a co-unit added, passed on, or taken back",
        ("dispatch", "reassign", "add_co_unit", "pass_on", "withdraw"),
    ),
    EventType("case.acknowledged", "签收", "Acknowledged", "单位签收", "A unit took it", ("acknowledge",)),
    EventType(
        "case.progressed", "办理进展", "Progressed", "先行联系、到场、办理记录、阶段小结、补充信息",
        "Contact, arrival, a step of handling, an interim summary, more information",
        ("contact", "arrive", "handle", "finish_stage", "interim_summary", "supplement"),
    ),
    EventType(
        "case.returned", "退单", "Returned", "单位退单，或退单有了决定", "A unit returned it, or that was decided",
        ("return", "decline_return", "release_co"),
    ),
    EventType(
        "case.extension", "延期", "Extension", "申请或审批延期", "An extension was asked for or decided",
        ("request_extension", "decide_extension"),
    ),
    EventType(
        "case.suspension", "挂账", "Suspension", "申请或审批挂账，恢复办理",
        "A suspension was asked for or decided, or handling goes on",
        ("request_suspension", "decide_suspension", "resume"),
    ),
    EventType(
        "case.replied", "答复办结", "Replied", "单位答复办结，当场办结", "A unit replied, or solved it on the spot",
        ("reply", "solve_on_spot"),
    ),
    EventType(
        "case.verified", "核实核查", "Verified", "派核实、派核查及其反馈", "Verification and check, sent and answered",
        ("assign_verification", "report_verification", "assign_check", "report_check", "skip_check"),
    ),
    EventType("case.reviewed", "审核", "Reviewed", "中心审核答复", "The centre reviewed the reply", ("review",)),
    EventType(
        "case.called_back", "回访评价", "Called back", "回访有了结果，或诉求人评价",
        "The call-back had a result, or the requester rated", ("callback", "rate"),
    ),
    EventType("case.redone", "重办", "Redone", "退回重办", "Sent back to be done again", ("redo",)),
    EventType("case.closed", "结案", "Closed", "结案", "Closed", ("close",)),
    EventType("case.archived", "归档", "Archived", "归档", "Archived", ("archive",)),
    EventType("case.voided", "作废", "Voided", "作废", "Voided", ("void",)),
    EventType(
        "case.joined", "并案拆分", "Joined or split", "并案、取消并案、拆分、随主案变化",
        "Joined to a matter, taken from it, split, or following its matter",
        ("join", "unjoin", "split", "follow_matter"),
    ),
    EventType("case.supervised", "督办", "Supervised", "列入督办", "Put under supervision", ("supervise",)),
    EventType(
        "case.urged", "催办", "Urged", "催办，或同一件事又来了一次", "Urged, or raised once more",
        ("urge", "mark_repeat"),
    ),
    EventType(
        "case.due", "临期超期", "Due", "临期、超期、超期升级", "Due soon, overdue, escalated",
        ("mark_due_soon", "mark_overdue", "escalate"),
    ),
    EventType("case.corrected", "更正", "Corrected", "更正登记的内容", "What was registered was corrected", ("edit",)),
    EventType(
        "case.ruled", "会商裁定", "Ruled", "会商或裁定由谁办理", "Consulted or ruled on who handles it",
        ("consult", "rule"),
    ),
    EventType(
        OTHER, "其他变化", "Changed", "本区自定义流程里的其他环节", "Any other step of the district's own lifecycles"
    ),
)  # fmt: skip
SILENT = frozenset({"note"})
"""Actions that stay in the house: internal remarks."""

CODES = tuple(event.code for event in EVENTS)
_BY_CODE = {event.code: event for event in EVENTS}
_BY_ACTION = {action: event.code for event in EVENTS for action in event.actions}


def type_of(action: str) -> str:
    """The event that tells of an action; "" when it is not told."""
    return "" if action in SILENT else _BY_ACTION.get(action, OTHER)


def name_of(code: str) -> str:
    found = _BY_CODE.get(code)
    return found.name if found else "试发" if code == PING else code


# --- shapes -----------------------------------------------------------------------------------------------------------
def _text(words: str) -> dict[str, Any]:
    return {"type": "string", "description": words}


def _moment(words: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "format": "date-time", "description": words}


def _named(words: str) -> dict[str, Any]:
    members = {"code": {"type": "string"}, "name": {"type": "string"}}
    return {
        "type": ["object", "null"], "properties": members, "required": ["code", "name"], "description": words,
    }  # fmt: skip


CASE_DATA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "number": _text("案件编号 · number of the case"),
        "external_id": {"type": ["string", "null"], "description": "来源系统的编号 · its number at the source"},
        "seq": {"type": "integer", "minimum": 1, "description": "本案第几步，从 1 起 · which step of the case, from 1"},
        "version": {"type": "integer", "minimum": 1, "description": "案件版本，越大越新 · the larger the newer"},
        "action": {**_named("做了什么 · what was done")},
        "from_state": {"type": "string", "description": "之前的状态，登记时为空 · state before; empty when registered"},
        "state": {**_named("现在的状态 · state now")},
        "open": {"type": "boolean", "description": "是否未办结 · whether it is open"},
        "lifecycle": _text("流程 · lifecycle"),
        "kind": {**_named("类型 · kind")},
        "channel": {**_named("渠道 · channel")},
        "category": {**_named("类别 · category")},
        "area": {**_named("区域，到社区 · area, down to the community")},
        "unit": {**_named("主办单位 · lead unit")},
        "by_unit": _text("经办单位名称，平台自动时为空 · unit of who acted; empty for the platform itself"),
        "urgency": _text("紧急程度 · urgency"),
        "supervised": {"type": "boolean", "description": "是否督办 · whether it is supervised"},
        "due_at": _moment("最近的时限 · the next limit"),
        "due_stage": _text("那是哪个环节的时限 · whose limit that is"),
        "due": {"enum": ["normal", "due_soon", "overdue"], "description": "时限状态 · state of the limit"},
        "outcome": _text("办理结果代码 · code of the outcome"),
        "satisfaction": _text("满意度代码 · code of satisfaction"),
        "joined_to": {
            "type": ["string", "null"],
            "description": "并入的主案编号 · number of the matter it is joined to",
        },
        "received_at": _moment("接收时间 · when it was received"),
        "closed_at": _moment("办结时间 · when it was closed"),
    },
    "additionalProperties": True,
}
CASE_DATA["required"] = list(CASE_DATA["properties"])

PING_DATA: dict[str, Any] = {
    "type": "object",
    "properties": {"subscription": _text("推送名称 · name of the subscription")},
    "required": ["subscription"],
    "additionalProperties": True,
}


def envelope_schema(code: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of a whole message of this type."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id(code),
        "type": "object",
        "properties": {
            "specversion": {"const": "1.0"},
            "id": _text("事件编号，重发时不变 · id of the event, the same when sent again"),
            "source": _text("发出的平台 · the platform that sends"),
            "type": {"const": code},
            "subject": _text("案件编号 · number of the case"),
            "time": {"type": "string", "format": "date-time"},
            "datacontenttype": {"const": "application/json"},
            "dataschema": {"const": schema_id(code)},
            "data": PING_DATA if code == PING else CASE_DATA,
        },
        "required": ["specversion", "id", "source", "type", "time", "datacontenttype", "dataschema", "data"],
    }


def schema_id(code: str) -> str:
    return f"urn:chengyun:event:{code}:{DATA_VERSION}"


def catalogue() -> dict[str, Any]:
    """What is served: every type with its words and its schema."""
    ping = EventType(PING, "试发", "Ping", "有人点了“试发”", "Somebody pressed “test”")
    return {
        "version": VERSION,
        "media_type": MEDIA,
        "events": [
            {
                "type": one.code, "name": one.name, "name_en": one.name_en, "when": one.when, "when_en": one.when_en,
                "actions": list(one.actions), "schema_id": schema_id(one.code),
                "message_schema": envelope_schema(one.code),
            }
            for one in (*EVENTS, ping)
        ],
    }  # fmt: skip
