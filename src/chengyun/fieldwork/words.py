"""Words of the room in Chinese; the desk has its own in both languages."""

PERIODS = {"day": "每天", "week": "每周", "month": "每月"}
URGENCIES = {"normal": "一般", "urgent": "紧急"}
UNITS = {
    "natural_minute": "分钟", "urgent_hour": "紧急工作时", "working_hour": "工作时", "working_day": "工作日",
    "natural_day": "自然日",
}  # fmt: skip
CALL_STATES = {
    "asked": "待街道确认", "called": "待部门响应", "handling": "联合处置", "concluded": "待评价", "closed": "已办结",
    "declined": "未采纳", "withdrawn": "已撤回",
}  # fmt: skip
PART_STATES = {"called": "待响应", "coming": "已响应", "arrived": "已到场"}
CALL_ACTIONS = {
    "start": "吹哨", "confirm": "确认吹哨", "decline": "不予吹哨", "respond": "响应", "arrive": "到场报到",
    "conclude": "联合结论", "rate": "评价", "withdraw": "撤回", "late": "超时",
}  # fmt: skip
HANDSET_STATES = {"store": "在库", "used": "在用", "lost": "遗失", "repair": "送修", "scrapped": "已报废"}
HANDSET_ACTIONS = {
    "hand_over": "领用", "give_back": "归还", "lose": "挂失", "find": "找回", "repair": "送修", "repaired": "修好",
    "scrap": "报废", "plan": "计划更换",
}  # fmt: skip
QUESTIONS = {
    "signal": "信号与通话质量", "battery": "续航", "speed": "运行流畅", "app": "应用好用", "service": "保障服务及时",
}  # fmt: skip
"""What the survey of communities asks; each 1 to 5."""
