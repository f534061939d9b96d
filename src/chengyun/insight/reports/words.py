"""Kinds, states and steps of reports. Pure."""

DAILY, WEEKLY, MONTHLY, CIRCULAR, SPECIAL, SITUATION = (
    "daily", "weekly", "monthly", "circular", "special", "situation",
)  # fmt: skip
KINDS = {
    DAILY: "日报", WEEKLY: "周报", MONTHLY: "月分析", CIRCULAR: "工作通报", SPECIAL: "工作专报", SITUATION: "研判报告",
}  # fmt: skip
REGULAR = (DAILY, WEEKLY, MONTHLY)
"""One for each day, week or month: what is missing can be told."""

WAITING, MAKING, FAILED, DRAFT, SUBMITTED, REVIEWED, SIGNED, SENT, VOID = (
    "waiting", "making", "failed", "draft", "submitted", "reviewed", "signed", "sent", "void",
)  # fmt: skip
STATES = {
    WAITING: "等待生成", MAKING: "正在生成", FAILED: "没有做成", DRAFT: "草稿", SUBMITTED: "待审核", REVIEWED: "待签发",
    SIGNED: "已签发", SENT: "已发送", VOID: "已作废",
}  # fmt: skip
DONE = (SIGNED, SENT)

MADE, EDIT, SUBMIT, RETURN, PASS, SIGN, SEND, REMAKE, DISCARD = (
    "made", "edit", "submit", "return", "pass", "sign", "send", "remake", "discard",
)  # fmt: skip
STEPS = {
    "create": "新建", MADE: "生成", EDIT: "修改", SUBMIT: "送审", RETURN: "退回修改", PASS: "审核通过", SIGN: "签发",
    SEND: "发送", REMAKE: "重新取数", DISCARD: "作废",
}  # fmt: skip
MISSED = "没有按时完成"
