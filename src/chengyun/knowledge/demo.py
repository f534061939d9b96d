"""Invented knowledge for the demo district: articles in every state, corrections, marks, searches, rules.

Made through the same functions as any other by the demo accounts; no number or limit in it is real.
"""

from __future__ import annotations

import random
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account, Unit

from . import corrections, indexing, institution, keeping, marking, suggesting, writing
from .models import Article, AskedFor, InstitutionRule

FILE = Path(__file__).with_name("demo_articles.toml")
SEED = 20261122
IN_VAIN = (
    ("新能源汽车置换补贴", 9), ("宠物医院营业执照", 6), ("老房子白蚁防治", 5), ("车库顶漏水谁修", 4),
    ("夜市摊位怎么申请", 4),
    ("小区充电桩电价", 3), ("天桥电梯几点停", 2),
)  # fmt: skip
FOUND = (
    ("居住证", 31), ("社保卡补办", 24), ("医保异地", 19), ("路灯", 17), ("入学报名", 14), ("维修基金", 11), ("sbk", 3),
)  # fmt: skip
ANSWERED = (
    ("请问外地人在本区办居住证要带什么材料？", "Q1101", "怎样申领居住证"),
    ("社保卡昨天丢了，补办期间去医院怎么结算？", "Q0903", "社保卡丢了怎么补办"),
    ("父亲要去外地住院，医保要不要先备案？", "Q0812", "医保异地就医怎样备案和报销"),
    ("旧衣柜放在楼下没有人收，应该放到哪里？", "Q0105", "大件垃圾和装修垃圾怎么清运"),
    ("想问新能源汽车置换补贴今年还有没有？", "Q1009", ""),
)  # fmt: skip


def fill(now: datetime | None = None) -> int:
    """How many articles there are then; nothing is made twice."""
    if Article.objects.exists():
        return 0
    now = now or timezone.now()
    people = {row.username: actor_for(row) for row in Account.objects.filter(is_demo=True)}
    chief, caller = people.get("knowledge_manager"), people.get("call_taker")
    if chief is None or caller is None:
        return 0
    given = tomllib.loads(FILE.read_text(encoding="utf-8"))
    rng = random.Random(SEED)
    units = {row.code: row.pk for row in Unit.objects.all()}
    categories = {row.code: row.pk for row in Category.objects.all()}
    made = [
        _article(one, people, units, categories, now - timedelta(days=9 + at * 6))
        for at, one in enumerate(given["articles"])
    ]
    indexing.learn_articles([one.pk for one in made if one.edition], here=True)
    _days(given["articles"], made, now)
    _opinions(made, people, rng, now)
    _cases(made, caller, now)
    _searches(rng, now)
    _rules(given["rules"], chief, units, now)
    keeping.by_days(now)
    return len(made)


def _article(
    one: dict[str, Any], people: dict[str, Actor], units: dict[str, int], categories: dict[str, int], at: datetime
) -> Article:
    """Written by the unit's own person where there is one, published by the centre."""
    chief = people["knowledge_manager"]
    unit_id = units[one["unit"]]
    author = next((p for p in people.values() if p.unit_id == unit_id and p.can("knowledge.propose")), chief)
    made = writing.create(author, {
        "title": one["title"], "text": one["text"], "question": one.get("question", ""), "unit_id": unit_id,
        "keywords": one.get("keywords", []), "audience": one.get("audience", "public"),
        "category_ids": [categories[code] for code in one.get("categories", ()) if code in categories],
        "phones": [{"name": name, "number": number} for name, number in one.get("phones", ())],
        "sources": [{"name": "演示示例（虚构）", "url": "", "date": at.date()}],
    }, at)  # fmt: skip
    stage = one.get("stage", "published")
    if stage == "draft":
        return made
    made = writing.act(author, made.pk, "submit", made.version, now=at + timedelta(hours=2))
    if stage == "review":
        return made
    return writing.act(chief, made.pk, "publish", made.version, now=at + timedelta(hours=20))


def _days(given: list[dict[str, Any]], made: list[Article], now: datetime) -> None:
    """Some are due for review, one has run out; what was published as of an earlier day is told so."""
    today = timezone.localdate(now)
    for one, article in zip(given, made, strict=True):
        if "review_days" in one:
            Article.objects.filter(pk=article.pk).update(review_on=today + timedelta(days=one["review_days"]))
        if "ended_days" in one:
            Article.objects.filter(pk=article.pk).update(valid_until=today - timedelta(days=one["ended_days"]))


def _opinions(made: list[Article], people: dict[str, Actor], rng: random.Random, now: datetime) -> None:
    published = [one for one in made if one.edition and one.audience == "public"]
    for article in published:
        for at in range(rng.randint(2, 18)):
            marking.put(article, f"p:演示{at}", rng.random() < 0.85)
    by_title = {one.title: one for one in made}
    caller, unit = people["call_taker"], people.get("unit_manager")
    late = by_title["路灯不亮向谁反映，多久修好"]
    words = "来电人说热线号码已经换了，请核对。"
    corrections.report(caller, late.pk, words, "拨打 12345 或城管热线", now - timedelta(days=6))
    fresh = by_title["义务教育入学登记怎么办"]
    words = "今年报名改到 5 月下旬，请更新日期。"
    corrections.report(caller, fresh.pk, words, "6 月网上登记", now - timedelta(hours=3))
    done = by_title["大件垃圾和装修垃圾怎么清运"]
    row = corrections.report(caller, done.pk, "少写了预约电话。", "", now - timedelta(days=20))
    if unit is not None:
        corrections.answer(unit, row.pk, "accepted", "已补充物业预约的说明。", 1)
        article = Article.objects.get(pk=late.pk)
        given = {**_given(article), "text": article.text.replace("两日内", "24 小时内"), "note": "缩短单灯修复时限"}
        saved = writing.save(unit, article.pk, given, article.version, now - timedelta(hours=5))
        writing.act(unit, saved.pk, "submit", saved.version, now=now - timedelta(hours=4))


def _given(article: Article) -> dict[str, Any]:
    codes = dict(Category.objects.filter(code__in=article.categories).values_list("code", "pk"))
    return {
        "title": article.title, "question": article.question, "text": article.text, "keywords": article.keywords,
        "audience": article.audience, "category_ids": list(codes.values()), "phones": article.phones,
        "sources": [{"name": one["name"], "url": one["url"], "date": None} for one in article.sources],
    }  # fmt: skip


def _cases(made: list[Article], caller: Actor, now: datetime) -> None:
    """Questions answered on the spot, most of them with the article."""
    by_title = {one.title: one for one in made}
    categories = {row.code: row.pk for row in Category.objects.all()}
    for at, (text, code, title) in enumerate(ANSWERED):
        article = by_title.get(title)
        cited = [suggesting.ref(article.number, article.edition)] if article else []
        answer = f"已按知识库《{title}》告知来电人。" if article else "暂无政策依据，已记录，有结果后告知。"
        engine.create(
            caller,
            engine.Registration(
                kind="inquiry", channel="hotline_12345", text=text, category_id=categories.get(code),
                requester={"name": f"演示来电人{at + 1}", "phone": f"1380000005{at}"},
            ),
            [("direct_answer", {"answer": answer, "satisfaction": "satisfied", "citations": cited})],
        )  # fmt: skip


def _searches(rng: random.Random, now: datetime) -> None:
    today = timezone.localdate(now)
    rows = []
    for found, listed in ((False, IN_VAIN), (True, FOUND)):
        for words, times in listed:
            for at, days in enumerate(sorted(rng.sample(range(60), min(times, 4)))):
                count = max(1, times // 4) if at else times - 3 * (times // 4) if times >= 4 else 1
                place = "public" if at % 2 else "desk"
                day, empty = today - timedelta(days=days), 0 if found else count
                rows.append(AskedFor(day=day, words=words, place=place, times=count, empty=empty))
    AskedFor.objects.bulk_create(rows, ignore_conflicts=True)


def _rules(given: list[dict[str, Any]], chief: Actor, units: dict[str, int], now: datetime) -> None:
    today = timezone.localdate(now)
    by_name: dict[str, InstitutionRule] = {}
    for one in given:
        begun = today - timedelta(days=one["days"]) if one["days"] else None
        ended = today - timedelta(days=one["ended"]) if "ended" in one else None
        later = by_name.get(one["name"].removesuffix("（试行）")) if ended else None
        by_name[one["name"]] = institution.create(chief, {
            "name": one["name"], "number": one["number"], "edition": one["edition"], "state": one["state"],
            "unit_id": units["C-CY"], "issued_on": begun, "effective_on": begun, "repealed_on": ended,
            "summary": one["summary"], "replaced_by_id": later.pk if later else None,
        })  # fmt: skip
