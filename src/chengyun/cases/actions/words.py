"""What changes the description of a case or speaks about it, without moving it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils import timezone

from chengyun import places

from ..models import CaseText
from ..search import index_sql
from . import implement
from .base import Action, Form, Id, LongText, ShortText, invalid, ui

URGENCIES = {"normal": "普通", "urgent": "紧急", "emergency": "特急"}
FLAGS = {
    "sensitive": "敏感",
    "collective": "群体性",
    "business_environment": "营商环境",
    "media": "媒体",
    "leader": "领导批示",
    "repeat": "重复投诉",
}


@implement
class Supplement(Action):
    """补充信息: appended to what the requester said; the original words stay."""

    class Input(Form):
        text: LongText = ui("textarea", "补充内容", min_length=2)
        files: list[str] = ui("files", "附件", default=[])

    code = "supplement"
    sentence = "补充信息：{text}"
    sentence_en = "Supplement: {text}"

    def do(self) -> dict[str, Any]:
        case = self.work.case
        words = CaseText.objects.get(case=case)
        words.text = f"{words.text}\n【补充 {self.work.now.astimezone():%Y-%m-%d %H:%M}】{self.data.text}"
        words.save(update_fields=["text"])
        index_sql(case.pk, case.title, words.text, case.address)
        attach(self, self.data.files, "supplement")
        self.advance()
        return self.payload()


@implement
class Edit(Action):
    """更正 of category, kind, urgency, title, place or flags. Running limits follow the new facts."""

    class Input(Form):
        category_id: Id | None = ui("category", "类别", default=None)
        kind: ShortText | None = ui("kind", "诉求类型", default=None)
        urgency: str | None = ui("choice", "紧急程度", options=URGENCIES, default=None)
        title: ShortText | None = ui("text", "标题", default=None, max_length=120)
        address: ShortText | None = ui("text", "地点", default=None)
        lng: float | None = ui("lng", "经度", default=None, ge=-180, le=180)
        lat: float | None = ui("lat", "纬度", default=None, ge=-90, le=90)
        flags: list[str] | None = ui("choices", "标记", options=FLAGS, default=None)
        reason: LongText = ui("textarea", "更正原因", default="")

    code = "edit"
    sentence = "更正{changed_names}"
    sentence_en = "Corrected {changed_names}"

    def check(self) -> None:
        data, known = self.data, self.work.catalogue
        if data.category_id is not None:
            category = known.category(data.category_id)
            if category is None or category.lifecycle != self.work.case.lifecycle:
                raise invalid("category_id", "没有这个类别，请重新选择。")
        if data.kind is not None and data.kind not in known.kinds:
            raise invalid("kind", "没有这种诉求类型。")
        if data.urgency is not None and data.urgency not in URGENCIES:
            raise invalid("urgency", "请选择普通、紧急或特急。")
        if data.flags is not None and not set(data.flags) <= set(FLAGS):
            raise invalid("flags", "有不认识的标记。")
        if (data.lng is None) != (data.lat is None):
            raise invalid("lng", "经度和纬度要一起填写。")

    def do(self) -> dict[str, Any]:
        case, given = self.work.case, self.data.model_dump(exclude_none=True)
        given.pop("reason", None)
        before = {}
        for name, value in given.items():
            if getattr(case, name) != value:
                before[name] = getattr(case, name)
                setattr(case, name, value)
        if "lng" in before or "lat" in before:
            locate(case)
        if {"title", "address"} & set(before):
            text = CaseText.objects.values_list("text", flat=True).get(case=case)
            index_sql(case.pk, case.title, text, case.address)
        if {"category_id", "kind", "urgency", "flags"} & set(before):
            relimit(self.work)
        names = "、".join(_NAMES[name] for name in before if name != "lat")
        return {
            "before": _plain(before), "after": _plain({k: given[k] for k in before}),
            "changed_names": names or "（无变化）", "note": self.data.reason,
        }  # fmt: skip


_NAMES = {
    "category_id": "类别", "kind": "诉求类型", "urgency": "紧急程度", "title": "标题", "address": "地点",
    "lng": "位置", "lat": "位置", "flags": "标记",
}  # fmt: skip


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Coordinates as text: the hash of an event must not depend on how a float is printed."""
    return {key: str(value) if isinstance(value, float) else value for key, value in values.items()}


def locate(case: Any) -> None:
    """Set the areas of a case from its point, as of the time it was received."""
    if case.lng is None or case.lat is None:
        return
    found = places.locate(case.lng, case.lat, timezone.localtime(case.received_at).date() if case.received_at else None)
    if found is not None:
        case.area_id = found.grid_id or found.community_id or found.subdistrict_id or case.area_id
        case.subdistrict_id = found.subdistrict_id or case.subdistrict_id


def relimit(work: Any) -> None:
    """Give running clocks the limits that fit the present facts; started and paused times stay."""
    from .. import clockwork

    limits = work.catalogue.limits(work.lifecycle.code, work.case.category_id, work.facts)
    for clock in work.running("*"):
        limit = limits.get(clock.stage)
        if limit is None:
            continue
        amount = (limit.amount * share_of(work, clock)).quantize(Decimal("0.001"))
        if (clock.amount, clock.unit) == (amount, limit.unit):
            continue
        clock.amount, clock.unit, clock.policy_id = amount, limit.unit, limit.policy_id
        clock.warn_share = limit.warn
        clock.warned_at = clock.overdue_at = None
        clock.escalation_level = 0
        clockwork.set_due(clock)


def share_of(work: Any, clock: Any) -> Decimal:
    """The share of a limit that a clock was started with: less than all after 重办."""
    redo = work.lifecycle.actions.get("redo")
    if redo is None or clock.stage not in redo.clocks.start:
        return Decimal(1)
    part = next((a for a in work.assignments if a.pk == clock.assignment_id), None)
    redone = work.case.redo_count if part is None else part.redo
    return Decimal(str(redo.options.get("limit_factor", "1"))) if redone else Decimal(1)


@implement
class Note(Action):
    """内部备注: seen by staff, never by the requester."""

    class Input(Form):
        text: LongText = ui("note", "备注", min_length=1, help="输入 @ 可提到同事或承办单位，对方会收到消息。")
        mentions: list[Id] = ui("mentions", "提到的同事", default=[], max_length=20)
        mention_units: list[Id] = ui("mentions", "提到的单位", default=[], max_length=5)

    code = "note"
    sentence = "备注：{text}"
    sentence_en = "Note: {text}"

    def check(self) -> None:
        self.named: list[Any] = []
        if self.data.mentions or self.data.mention_units:
            from .. import mentions

            self.named = mentions.check(self.work, self.data.mentions, self.data.mention_units)

    def do(self) -> dict[str, Any]:
        if self.named:
            from .. import mentions

            mentions.tell(self.work, self.data.mentions, self.data.mention_units, self.data.text)
            self.advance()
            return self.payload(named=mentions.named(self.named))
        self.advance()
        return self.payload()

    @classmethod
    def tell(cls, payload: Mapping[str, Any], language: str = "zh-hans") -> str:
        zh, en = _OF_MATTERS.get(payload.get("what", ""), ("", ""))
        if not zh:
            return super().tell(payload, language)
        return (zh if language.startswith("zh") else en).format_map(_Matter(payload))


_OF_MATTERS = {
    "join_received": ("{from}{along} 并入本案", "{from}{along} was joined to this case"),
    "join_withdrawn": ("{from}{along} 不再并入本案", "{from}{along} is no longer joined to this case"),
    "join_moved": ("随 {from} 并入 {into}", "Joined to {into} together with {from}"),
    "join_left": ("随 {from} 离开原主案，仍并入 {from}", "Left the matter together with {from}, still joined to it"),
}


class _Matter(dict[str, Any]):
    """`along`: how many came along; in figures, so that it is the same in both languages."""

    def __missing__(self, key: str) -> str:
        return f" (+{self['with']})" if key == "along" and self.get("with") else ""


def attach(action: Action, file_ids: list[str], stage: str) -> None:
    """Make stored files part of the case. Unknown files, or files of somebody else, are refused by name."""
    from ..attachments import attach_files

    attach_files(action.work, file_ids, stage)
