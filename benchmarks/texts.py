"""Made-up requests of 40 to 200 characters. No real text, name or place is used."""

from __future__ import annotations

import random

_WHERE = (
    "小区东门", "菜市场旁", "学校门口", "公交站台", "地下车库", "沿江路段",
    "老旧楼栋", "施工围挡处", "广场北侧", "背街小巷", "天桥下方", "便民驿站",
)  # fmt: skip
_WHAT = (
    "路灯连续多晚不亮", "井盖破损松动", "污水外溢散发异味", "夜间施工噪声扰民",
    "占道经营影响通行", "垃圾桶满溢无人清运", "电动车乱停堵塞通道", "行道树枝条遮挡信号灯",
    "自来水水压偏低", "电梯频繁停运", "油烟直排居民窗户", "健身器材损坏存在隐患",
    "路面塌陷积水严重", "公交线路班次间隔过长", "宽带资费与宣传不符", "墙面渗水多次维修未果",
)  # fmt: skip
_SINCE = (
    "已有三天", "已持续半个月", "从上周开始", "入夏以来", "每天凌晨", "每逢下雨", "节假日期间", "近一个月内多次",
)  # fmt: skip
_DID = (
    "曾向物业反映未得到答复", "社区工作人员来看过但没有处理", "之前登记过一次至今没有回音",
    "拨打服务电话无人接听", "现场张贴了通知却未见整改",
)  # fmt: skip
_WANT = (
    "希望尽快安排人员到现场处理", "请相关部门核实并告知处理时限", "要求明确责任单位",
    "建议增设提示标志", "请协调解决并电话回复", "希望加强日常巡查",
)  # fmt: skip
_MORE = (
    "家中有老人和小孩，出行十分不便", "周边居民意见较大，已在群里多次讨论",
    "附近还有一所幼儿园，上下学时段尤其危险", "照片已经拍好，可以随时提供",
    "诉求人表示愿意配合现场查看", "如需联系请在工作日白天致电", "同类问题去年也出现过，当时临时处理后又复发",
)  # fmt: skip


def text(rng: random.Random) -> str:
    """One request."""
    place = f"虚构{rng.randint(1, 99)}号{rng.choice(_WHERE)}"
    parts = [f"诉求人反映{place}{rng.choice(_WHAT)}", rng.choice(_SINCE), rng.choice(_DID), rng.choice(_WANT)]
    parts[3:3] = rng.sample(_MORE, rng.choice((0, 1, 1, 2, 3, 6)))
    return "，".join(parts) + "。"


def title(rng: random.Random) -> str:
    return f"{rng.choice(_WHERE)}{rng.choice(_WHAT)}"


def address(rng: random.Random) -> str:
    return f"虚构{rng.randint(1, 400)}路{rng.randint(1, 300)}号"
