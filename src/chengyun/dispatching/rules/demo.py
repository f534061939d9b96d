"""The demo district's rules at work: tried on its invented cases, those that agree switched on; and some rulings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.org.masterdata import service as tables
from chengyun.org.masterdata.writing import etag
from chengyun.org.models import Unit
from chengyun.places.models import Place

from ..models_rules import DispatchRule, RuleTrial
from . import service, trials

ON = ("R001", "R002", "R003")
# Category, first unit, unit after the ruling, matter, basis, text; all invented.
RULINGS = (
    ("Q0505", "D-CGJ", "D-ZJJ", "小区内部道路路灯不亮", "小区红线以内的照明由物业管理单位维护，住房部门监管。",
     "小区里面的路灯坏了好几盏，晚上回家看不清路。"),
    ("Q0110", "D-CGJ", "D-YLJ", "行道树枝叶遮挡信号灯", "行道树修剪由园林部门负责，交通大队配合占道。",
     "路口的树枝挡住了红绿灯，司机看不清。"),
    ("Q0509", "D-SWJ", "U-SW", "公共道路污水井冒溢", "市政污水管网的疏通由水务集团负责。",
     "菜市场门口污水井往外冒水，味道很大。"),
    ("Q0303", "D-HBJ", "D-GAJ", "商铺高音喇叭扰民", "商业经营使用高音喇叭由公安部门处理，生态环境部门提供检测。",
     "楼下商铺从早到晚用喇叭吆喝，没法休息。"),
)  # fmt: skip


def fill() -> int:
    """Try the rules and rule on four returned cases, once; how many rules were tried."""
    if RuleTrial.objects.exists() or not DispatchRule.objects.exists():
        return 0
    actor = system_actor("演示数据")
    _rule_on_returns(actor)
    kind = tables.kind_of("dispatch_rules")
    done = 0
    for rule in DispatchRule.objects.order_by("position"):
        values = kind.existing()[(rule.code,)]
        trials.ask(values, actor, position=rule.position)
        done += 1
        if rule.code in ON:
            seen = etag(values)
            service.switch(rule.code, True, actor, seen=seen, reason="演示：试算结果一致，启用")
    return done


def _rule_on_returns(actor: Actor) -> None:
    units = dict(Unit.objects.values_list("code", "id"))
    categories = dict(Category.objects.values_list("code", "id"))
    places: Sequence[Place] = list(Place.objects.exclude(lng=None).order_by("code")[:20])
    for number, (category, first, ruled, matter, basis, text) in enumerate(RULINGS):
        if not {first, ruled} <= set(units) or category not in categories or not places:
            continue
        place = places[number % len(places)]
        now = timezone.now() - timedelta(days=9 - 2 * number, hours=5)
        registration = engine.Registration(
            kind="complaint", text=f"{place.name}旁边，{text}", channel="hotline_12345",
            category_id=categories[category],
            title=f"{place.name}{matter}"[:60], address=place.address, lng=place.lng, lat=place.lat, crs="wgs84",
            requester={"name": f"演示诉求人{90 + number}", "phone": f"1390000{9000 + number}"}, received_at=now,
            occurred_at=now, facts={"demo": True},
        )  # fmt: skip
        try:
            case = engine.create(actor, registration, now=now).case.number
            for minutes, action, data in (
                (20, "accept", {}),
                (50, "dispatch", {"unit_id": units[first], "note": "请按职责办理。"}),
                (110, "return", {"reason": "not_our_duty", "basis": "演示：不在本单位职责内",
                                 "suggested_unit_id": units[ruled], "explanation": f"{matter}不由本单位负责。"}),
                (200, "rule", {"unit_id": units[ruled], "matter": matter, "basis": basis}),
            ):  # fmt: skip
                engine.perform(case, action, actor, data, now=now + timedelta(minutes=minutes))
        except Problem:
            continue
