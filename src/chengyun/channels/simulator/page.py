"""The page of the simulated platform: plain, and 模拟 wherever one looks."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from .faults import NAMES

if TYPE_CHECKING:
    from .server import City

_STYLE = """
body{font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0;color:#1f2430}
body{background:#faf7ff}header{background:#5b2a9d;color:#fff;padding:12px 24px}
header b{background:#fff;color:#5b2a9d;padding:2px 8px;margin-right:8px}
main{padding:16px 24px;max-width:1200px}h2{font-size:16px}form{display:inline}
table{border-collapse:collapse;width:100%;background:#fff;margin-bottom:24px}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #e5def2;vertical-align:top}
button{font:inherit;padding:6px 14px;margin-right:8px;border:1px solid #5b2a9d;background:#fff;color:#5b2a9d}
.counts span{margin-right:24px}.counts b{font-size:20px}footer{padding:8px 24px;color:#5b2a9d}
"""


def render(city: City) -> str:
    counts = city.state.counts()
    faults = (
        "、".join(f"{NAMES[name].split('：')[0]} {rate:.0%}" for name, rate in city.faults.told().items()) or "没有"
    )
    name = escape(city.words.door.name)
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>模拟 · {name}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style>
<header><b>模拟</b>{name}的模拟平台：这里的案件和往来都是编造的，不是真实业务</header><main>
<p class="counts"><span>案件 <b>{counts["items"]}</b></span><span>收到回传 <b>{counts["taken"]}</b></span>
<span>重复送来 <b>{counts["again"]}</b></span><span>次序颠倒 <b>{counts["late"]}</b></span>
<span>故障：{escape(faults)}</span><span>{"停机中" if city.away else "运行中"}</span></p>
<p>{_button("add", "新增一件")}{_button("away", "恢复运行" if city.away else "停机")}{_button("lift", "放行拒收")}</p>
<h2>模拟案件</h2><table><tr><th>编号<th>时间<th>状态<th>收到的回传<th>答复</tr>{_items(city)}</table>
<h2>模拟往来</h2><table><tr><th>时间<th>事情<th>案件<th>说明</tr>{_log(city)}</table></main>
<footer>模拟平台，仅供测试和培训</footer></html>"""


def _button(what: str, words: str) -> str:
    return f'<form method="post" action="/do/{what}"><button>{words}</button></form>'


def _items(city: City) -> str:
    rows = []
    for item in city.state.newest(50):
        backs = "、".join(
            f"{one['message']}{'×' + str(one['times']) if one['times'] > 1 else ''}" for one in item["back"]
        )
        cells = (item["id"], _time(item["created"]), item["state"], backs, item["answer"][:120])
        rows.append("<tr>" + "".join(f"<td>{escape(str(cell))}" for cell in cells) + "</tr>")
    return "".join(rows) or "<tr><td colspan=5>还没有案件：按“新增一件”，或用 --items 启动。</tr>"


def _log(city: City) -> str:
    rows = []
    for one in city.state.happened(size=80):
        cells = (_time(one["at"]), one["what"], one["item"], one["words"])
        rows.append("<tr>" + "".join(f"<td>{escape(str(cell))}" for cell in cells) + "</tr>")
    return "".join(rows)


def _time(at: float) -> str:
    return f"{datetime.fromtimestamp(at):%m-%d %H:%M:%S}"
