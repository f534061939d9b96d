"""Invented repeats for the demo: a burst pipe told at three doors, a lamp again after closing, a joined matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from chengyun.org.access import Actor
from chengyun.places.models import Place

from . import engine, repeats
from .models import Category


@dataclass(frozen=True)
class Told:
    """One call. `place`, `category` are codes; `ago` is hours."""

    ago: float
    channel: str
    place: str
    category: str
    title: str
    text: str
    phone: str
    aside: float = 0.0  # degrees to the east


PIPE = (
    Told(3.0, "hotline_12345", "YS-0015", "Q0602", "白鹭小学门口水管爆裂",
         "白鹭小学门口水管爆裂，水喷出一米多高，路面全是积水，学生放学没法走，请尽快来人抢修。", "13900008001"),
    Told(2.4, "city_message_board", "YS-0015", "Q0602", "白鹭小学门前路面积水",
         "白鹭小学门口水管爆裂，路面全是积水，水喷得很高，家长接孩子没法走，请尽快抢修。", "13900008002", 0.0005),
    Told(1.6, "walk_in", "YS-0015", "Q0602", "学校门口一直在喷水",
         "白鹭小学门口的水管爆裂了，一直往外喷水，路面积水很深，学生放学不好走，请来人抢修。", "13900008003", 0.0003),
)  # fmt: skip
NOISE = (
    Told(5.0, "hotline_12345", "YS-0031", "Q0301", "松涛文化广场工地夜间施工",
         "松涛文化广场旁边工地每天夜里十二点以后还在打桩，噪声太大，家里老人和孩子睡不着觉。", "13900008004"),
    Told(4.2, "district_head_line", "YS-0031", "Q0301", "夜间打桩影响休息",
         "松涛文化广场旁边的工地夜里十二点以后还在打桩施工，噪声太大，老人孩子睡不着，请制止。", "13900008005", 0.0004),
)  # fmt: skip
LAMP = (
    Told(20 * 24.0, "hotline_12345", "YS-0040", "Q0505", "云溪公园北门路灯不亮",
         "云溪公园北门到河边的路灯有五盏不亮，晚上散步看不清台阶，希望尽快修好。", "13900008006"),
    Told(6.0, "hotline_12345", "YS-0040", "Q0505", "云溪公园北门路灯又不亮",
         "云溪公园北门到河边的路灯修好没几天又有五盏不亮，晚上看不清台阶，请彻底修好。", "13900008006"),
)  # fmt: skip
DRAIN = (
    Told(26.0, "hotline_12345", "YS-0029", "Q0509", "松涛菜市场下水道堵塞",
         "松涛菜市场南门下水道堵塞，污水流到人行道上，味道很大，请安排疏通。", "13900008007"),
    Told(0.9, "city_message_board", "YS-0029", "Q0509", "菜市场南门污水外溢",
         "松涛菜市场南门下水道堵塞，污水流到人行道，味道很大，请安排人疏通。", "13900008008", 0.0002),
)  # fmt: skip


def fill(actor: Actor, unit_ids: dict[str, int]) -> None:
    """Make them, and look at all cases of the demo for what repeats."""
    now = timezone.now()
    first = _register(actor, PIPE[0], now)
    _do(actor, first, now - timedelta(hours=2.8), "accept")
    _do(actor, first, now - timedelta(hours=2.7), "dispatch", unit_id=unit_ids.get("U-SW") or unit_ids["D-CGJ"])
    for told in (*PIPE[1:], *NOISE):
        _register(actor, told, now)
    lamp = _register(actor, LAMP[0], now)
    _do(actor, lamp, now - timedelta(days=19), "accept")
    _do(actor, lamp, now - timedelta(days=18), "direct_answer", answer="已修复五盏路灯，恢复照明。")
    _register(actor, LAMP[1], now)
    main = _register(actor, DRAIN[0], now)
    _do(actor, main, now - timedelta(hours=25), "accept")
    joined = _register(actor, DRAIN[1], now)
    _do(actor, joined, now - timedelta(minutes=5), "join", into=main)
    repeats.look()


def _register(actor: Actor, told: Told, now: datetime) -> str:
    place = Place.objects.get(code=told.place)
    moment = now - timedelta(hours=told.ago)
    registration = engine.Registration(
        kind="complaint", text=told.text, title=told.title, channel=told.channel,
        category_id=Category.objects.get(code=told.category).pk, address=place.address,
        lng=(place.lng or 0) + told.aside, lat=place.lat, crs="wgs84",
        requester={"name": f"演示诉求人{told.phone[-2:]}", "phone": told.phone},
        received_at=moment, occurred_at=moment, facts={"demo": True},
    )  # fmt: skip
    return engine.create(actor, registration, now=moment).case.number


def _do(actor: Actor, number: str, moment: datetime, action: str, **data: object) -> None:
    engine.perform(number, action, actor, data, now=moment)
