"""Hot issues: how long, how pure, how complete; and a year of invented cases.

Example: python -m benchmarks.hot --json
         python -m benchmarks.hot --year 150000 --json

The labels are regular expressions of this script alone; the product knows none of the names.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from chengyun.insight.hot import reading

FILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "messages_hot_dev.csv.gz"
KNOWN = {
    "parking places sold with flats": ("伊景园|滨河苑|广铁集团", "车位|捆绑|涨价|购房|霸王|职工"),
    "smoke and noise below flats": ("魅力之城", "油烟|噪音|烧烤|夜宵|污染"),
}
SURNAMES = "清风 明月 翠竹 金桂 银杏 紫藤 长虹 朝阳 凤鸣 听涛 望江 观澜 梧桐 丁香 蓝田 白鹭 青云 碧水 红枫 春晓".split()
ENDS = "苑 花园 家园 新城 华府 雅居 小学 中学 市场 大道 路 街 广场 公寓 公园".split()
MATTERS = (
    "夜间施工噪音扰民 工地凌晨还在打桩，噪音很大，睡不着",
    "油烟直排 楼下餐馆油烟直接排到楼上，窗户不敢开",
    "路灯不亮 路灯坏了很久，晚上漆黑一片",
    "垃圾清运不及时 垃圾堆在路边没人运，臭味很大",
    "车位捆绑销售 开发商要求买房同时必须买车位，不合理",
    "停水没有通知 自来水停了两天，没有人通知",
    "违规收费 学校违规收取费用，没有开票",
    "电梯经常坏 电梯又坏了，老人上下楼困难",
    "占道经营 摊贩占道，行人只能走机动车道",
    "积水严重 一下雨就积水，水深到膝盖",
    "公交线路太少 公交车等一个小时，站点太远",
    "房屋质量开裂 墙面楼板开裂，验收有问题",
)
TAILS = (
    "希望有关部门尽快处理。 打过几次电话没有结果。 请核实后回复。 居民意见很大。 已经半年了。 影响正常生活。".split()
)


def made_up(count: int, seed: int = 7) -> list[reading.Matter]:
    """Invented cases of a year: two thirds about anything, a third in a few hundred issues of three to two hundred."""
    rng = random.Random(seed)
    start = datetime(2025, 1, 1)
    places = [f"{one}{two}{end}" for one in SURNAMES for two in SURNAMES if one != two for end in ENDS]
    out: list[reading.Matter] = []

    def add(place: str, matter: str, at: datetime) -> None:
        title, text = matter.split(" ", 1)
        said = f"{rng.choice(('我是', '反映', '住在', '路过'))}{place}{rng.randint(1, 40)}栋附近，{text}，"
        text = said + "".join(rng.sample(TAILS, 3))
        likes, who = rng.choice((0, 0, 0, 1, 3)), f"p{rng.randrange(count)}"
        out.append(reading.Matter(f"c{len(out)}", f"{place}{title}", text, at, likes, caller=who))

    while len(out) < count / 3:
        place, matter, day = rng.choice(places), rng.choice(MATTERS), rng.uniform(0, 350)
        for _ in range(min(200, int(3 * rng.paretovariate(1.1)))):
            add(place, matter, start + timedelta(days=min(364.9, day + rng.expovariate(1 / 8))))
    while len(out) < count:
        add(rng.choice(places), rng.choice(MATTERS), start + timedelta(days=rng.uniform(0, 365)))
    rng.shuffle(out)
    return out


def known() -> dict[str, Any]:
    """The command on the file, measured from outside, and the two known issues among the first ten."""
    begun = time.perf_counter()
    said = subprocess.run(
        [sys.executable, "-m", "chengyun", "insight", "hot", str(FILE), "--json"], capture_output=True, check=True
    )
    wall = time.perf_counter() - begun
    told = json.loads(said.stdout)
    matters = reading.read_file(FILE).matters
    found = {}
    for name, patterns in KNOWN.items():
        gold = {one.id for one in matters if all(re.search(pattern, one.title + one.text) for pattern in patterns)}
        best = max(told["issues"], key=lambda issue: len(gold & set(issue["members"])))
        hit = len(gold & set(best["members"]))
        found[name] = {
            "rank": best["rank"], "members": len(best["members"]), "pure": round(hit / len(best["members"]), 3),
            "complete": round(hit / len(gold), 3),
        }  # fmt: skip
    cpu = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "messages": len(matters), "issues": len(told["issues"]), "wall_seconds": round(wall, 2),
        "seconds": told["seconds"], "cpu_seconds": round(cpu.ru_utime + cpu.ru_stime, 2), "known": found,
    }  # fmt: skip


def year(count: int) -> dict[str, Any]:
    from chengyun.insight.hot.find import find

    matters = made_up(count)
    begun, worked = time.perf_counter(), time.process_time()
    issues = find(matters, progress=lambda step, share: print(f"{step} {share:.2f}", file=sys.stderr))
    return {
        "cases": count, "issues": len(issues), "wall_seconds": round(time.perf_counter() - begun, 1),
        "cpu_seconds": round(time.process_time() - worked, 1),
        "largest": [(issue.title, len(issue.members)) for issue in issues[:5]],
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hot", description=__doc__)
    parser.add_argument("--year", type=int, default=0, help="so many invented cases of a year instead of the file")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    wanted = parser.parse_args()
    found = year(wanted.year) if wanted.year else known()
    print(json.dumps(found, ensure_ascii=False, indent=None if wanted.json else 2))


if __name__ == "__main__":
    main()
