"""Search in the knowledge base: how long one takes among many made-up articles.

Example: python -m benchmarks.knowledge --articles 50000 --home /tmp/bench-knowledge

Uses a database of its own below --home (kept, so that a second run begins at once). Every kind of question is asked:
one word, several, a sentence, pinyin, initials, what sounds alike, a slip, something that nobody wrote about; and what
is typed beside a call. Times are of the whole search in one process, without HTTP.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .house import House

SUBJECTS = (
    "居住证 社保卡 医保备案 路灯 井盖 物业费 维修资金 加装电梯 养犬登记 大件垃圾 违停 入学登记 欠薪 "
    "预付卡 营业执照 低保 停水 燃气 电动自行车 油烟 公租房 公积金 失业金 工伤认定 老年优待证 残疾人证 "
    "婚姻登记 户口迁移 身份证 护照 港澳通行证 驾驶证 机动车年检 食品经营许可 卫生许可 消防验收 施工许可 "
    "夜间施工 噪声 扬尘 污水 绿化 树木修剪 公厕 共享单车 公交线路 地铁 停车场 充电桩 快递 校外培训 幼儿园 "
    "转学 疫苗接种 家庭医生 生育津贴 不动产登记 契税 个税 发票 惠企政策 招标 创业贷款 人才补贴 退役军人 "
    "殡葬 门牌 养老院 助餐 临时救助 法律援助 公证 调解 信访 政务公开"
).split()  # fmt: skip
ASKS = (
    "怎么办理 需要什么材料 多久办结 收费标准 在哪里办 能不能代办 补办流程 申请条件 投诉渠道 查询方式 注销手续 变更手续 "
).split()
PLACES = "梧桐街道 香樟街道 银杏街道 丁香社区 海棠社区 桂花社区 政务服务中心 一号窗口 二号窗口 便民服务站".split()
FILLER = (
    "请携带本人有效证件到{place}办理，工作日上午九点到下午五点，材料齐全的当场受理。",
    "{subject}由主管部门负责，{place}设有咨询台，可以电话预约，也可以在手机上提交申请。",
    "办理时限一般为{days}个工作日，情况复杂的经批准可以延长，延长的理由会书面告知。",
    "对{subject}有异议的，可以自收到通知之日起{days}日内提出复核，复核期间不停止执行。",
    "{place}每周六上午延时服务，老年人和残疾人可以走绿色通道，由工作人员帮办代办。",
)


def texts(count: int, rng: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    """(title, text, keywords)."""
    for at in range(count):
        subject, ask, place = rng.choice(SUBJECTS), rng.choice(ASKS), rng.choice(PLACES)
        other = rng.choice(SUBJECTS)
        parts = []
        for heading in rng.sample(ASKS, 3):
            lines = [one.format(place=rng.choice(PLACES), subject=rng.choice((subject, subject, other)),
                                days=rng.randint(3, 60)) for one in rng.sample(FILLER, 3)]  # fmt: skip
            parts.append(f"# {heading}\n" + "".join(lines))
        yield f"{place}{subject}{ask}（第{at}条）", "\n\n".join(parts), [subject, ask]


def fill(count: int) -> float:
    """Articles up to `count`; seconds it took."""
    from django.db import connection
    from django.utils import timezone

    from chengyun.knowledge import indexing
    from chengyun.knowledge.models import Article
    from chengyun.org.models import Unit

    started, have = time.monotonic(), Article.objects.count()
    unit, _ = Unit.objects.get_or_create(code="BENCH", defaults={"name": "测试单位", "kind": "centre", "path": "/"})
    now = timezone.now()

    def keep(made: list[Article]) -> None:
        indexing.index(Article.objects.bulk_create(made))
        indexing.learn_articles([one.pk for one in made], here=True)

    made: list[Article] = []
    for at, (title, text, keywords) in enumerate(texts(count, random.Random(7))):
        if at < have:
            continue
        made.append(Article(
            number=f"B{at:08d}", unit=unit, state="published", edition=1, title=title, text=text, keywords=keywords,
            audience=("public", "public", "call_takers")[at % 3], changed_at=now, changed_by="测试", created_at=now,
            published_at=now, cited=at % 50, useful=at % 17,
        ))  # fmt: skip
        if len(made) == 1000:
            keep(made)
            made = []
    if made:
        keep(made)
    if have < count:
        with connection.cursor() as cursor:
            for table in ("knowledge_article", "knowledge_articlewords", "knowledge_term"):
                cursor.execute(f"VACUUM ANALYZE {table}")
    return time.monotonic() - started


def questions(rng: random.Random) -> dict[str, list[str]]:
    from pypinyin import lazy_pinyin

    some = rng.sample(SUBJECTS, 40)
    return {
        "one word": some,
        "two words": [f"{one} {rng.choice(ASKS)}" for one in some],
        "a sentence": [f"请问{one}{rng.choice(ASKS)}，我在{rng.choice(PLACES)}附近" for one in some],
        "pinyin": ["".join(lazy_pinyin(one)) for one in some],
        "initials": ["".join(part[0] for part in lazy_pinyin(one)) for one in some],
        "sounds alike": [one.translate(str.maketrans("居证保费资证", "局政报废姿正")) for one in some],
        "a slip": ["".join(lazy_pinyin(one))[:-1].replace("an", "am", 1) for one in some],
        "common words": ["办理", "材料", "服务中心", "工作日", "申请", "窗口 办理"],
        "nothing": [f"火星移民{one}" for one in ("签证", "船票", "保险", "落户")],
    }


def measured(kinds: dict[str, list[str]], ask: Callable[[str], Any], rounds: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for kind, given in kinds.items():
        for text in given:
            ask(text)
        for _ in range(rounds):
            for text in given:
                begun = time.perf_counter()
                ask(text)
                found.setdefault(kind, []).append((time.perf_counter() - begun) * 1000)
    return found


def share(times: list[float], part: float) -> float:
    return round(sorted(times)[min(len(times) - 1, int(len(times) * part))], 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    house = House(given.home.resolve(), keep=True)
    house.open()
    try:
        house.migrate()
        report = _report(given.articles, given.rounds)
    finally:
        house.close()
    if given.json:
        json.dump(report, sys.stdout, ensure_ascii=False, indent=2)
        return
    print(f"{report['articles']} articles, filled in {report['filled_s']} s")
    for kind, row in report["search"].items():
        print(f"{kind:>14}: p50 {row['p50']:>6} ms  p95 {row['p95']:>6} ms  found {row['found']}")
    print(f"{'all':>14}: p95 {report['p95']} ms; beside a call p95 {report['suggest_p95']} ms")


def _report(articles: int, rounds: int) -> dict[str, Any]:
    from chengyun.knowledge import search, suggesting
    from chengyun.org.access import system_actor

    filled = fill(articles)
    actor = system_actor("测试")
    kinds = questions(random.Random(11))
    hits: dict[str, int] = {}

    def look(text: str) -> None:
        hits[text] = len(search.search(search.narrowed(actor), text, 10).hits)

    times = measured(kinds, look, rounds)
    said = {"beside a call": [f"来电人反映{one}的问题，想知道{ask}" for one, ask in zip(SUBJECTS, ASKS, strict=False)]}
    beside = measured(said, lambda text: suggesting.suggest(actor, text, "", None, None, "zh"), rounds)
    every = [one for kind in times.values() for one in kind]
    return {
        "articles": articles, "filled_s": round(filled, 1), "p95": share(every, 0.95), "p50": share(every, 0.5),
        "mean": round(statistics.mean(every), 1), "suggest_p95": share(beside["beside a call"], 0.95),
        "search": {
            kind: {"p50": share(row, 0.5), "p95": share(row, 0.95),
                   "found": f"{sum(1 for text in kinds[kind] if hits[text])}/{len(kinds[kind])}"}
            for kind, row in times.items()
        },
    }  # fmt: skip


if __name__ == "__main__":
    main()
