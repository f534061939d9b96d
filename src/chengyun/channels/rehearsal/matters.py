"""What people call about: rows of a file through an import mapping, or invented requests."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from chengyun.kernel.tabular import read_table

from ..imports.mapping import Mapper
from . import LABEL

_PLACES = (
    "幸福路口", "和平小区", "人民公园南门", "建设街菜场", "东湖里 3 号楼", "科技园一期", "中心小学门前", "沿江步道",
)  # fmt: skip
_MATTERS = (
    ("井盖松动", "井盖松动，车辆经过时响声很大，夜间行人容易踩空。", "complaint"),
    ("占道经营", "流动摊贩占道经营，堵住了非机动车道，通行困难。", "complaint"),
    ("夜间施工噪声", "工地夜间施工，噪声很大，影响居民休息。", "complaint"),
    ("路灯不亮", "整条路的路灯已经几天不亮，晚上出行不便。", "help"),
    ("自来水浑浊", "家中自来水浑浊发黄，邻居家也是这样。", "help"),
    ("垃圾清运不及时", "垃圾桶满溢多日没有清运，气味很大。", "complaint"),
    ("居住证办理", "想咨询办理居住证需要哪些材料、在哪里办理。", "inquiry"),
    ("电动车充电", "楼道里有人拉线给电动车充电，担心起火。", "report_violation"),
    ("增设公交站", "建议在路口增设公交站，方便老人出行。", "suggestion"),
    ("违法停车", "消防通道长期被停放的车辆占用。", "report_violation"),
)


def invented(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """`count` invented requests; the same for the same seed."""
    rng = random.Random(seed)
    for at in range(count):
        title, text, kind = rng.choice(_MATTERS)
        place = rng.choice(_PLACES)
        yield {
            "external_id": f"{seed}-{at}", "kind": kind, "title": f"{LABEL}{place}{title}",
            "text": f"{place}{text}（演练 {seed}-{at}）", "category": "",
            "urgency": rng.choice(("", "", "", "urgent")), "place": {"address": place}, "hint": "",
            "requester": {"name": f"演练{rng.choice('甲乙丙丁戊己庚')}", "phone": f"1990000{rng.randrange(10000):04d}"},
        }  # fmt: skip


def from_file(path: Path, mapping: Mapping[str, Any], seed: int, count: int | None) -> Iterator[dict[str, Any]]:
    """Requests from the rows of a file; rows that the mapping cannot read are left out."""
    fallback = mapping.get("options", {}).get("fallback_kind", "")
    with path.open("rb") as file:
        table = read_table(file, path.name)
        mapper = Mapper(mapping["fields"], table.header)
        made = (_request(mapper, row, seed, line, fallback) for line, row in table.rows)
        yield from islice((request for request in made if request is not None), count)


def _request(mapper: Mapper, row: Mapping[str, str], seed: int, line: int, fallback: str) -> dict[str, Any] | None:
    fields = mapper.read(row)
    texts = fields.texts
    text = texts.get("text", "")[:20_000]
    if fields.errors or len(text) < 2:
        return None
    title = texts.get("title") or text[:30].split("\n")[0]
    return {
        "external_id": f"{seed}-{texts.get('external_id') or line}"[:120], "kind": texts.get("kind") or fallback,
        "title": f"{LABEL}{title}"[:120], "text": text, "category": texts.get("category", ""),
        "urgency": texts.get("urgency", ""),
        "requester": {"name": texts.get("name", ""), "phone": texts.get("phone", "")},
        "place": {"address": texts.get("address", "")[:200]},
        "hint": fields.facts.get("handled_by", ""),
    }  # fmt: skip
