"""The words of supervision: levels, states, origins, what happened. Pure."""

from __future__ import annotations

WAITING, REPLIED, DONE, ESCALATED, WITHDRAWN = "waiting", "replied", "done", "escalated", "withdrawn"
STATES = {WAITING: "待答复", REPLIED: "待验收", DONE: "已完成", ESCALATED: "已升级", WITHDRAWN: "已撤销"}
OPEN = (WAITING, REPLIED)

HAND, CASE, RULE, LADDER, PROGRAMME = "hand", "case", "rule", "ladder", "programme"
ORIGINS = {HAND: "人工发起", CASE: "案件列入督办", RULE: "按规则发起", LADDER: "上一级未完成", PROGRAMME: "专项督办"}

REMIND, ORDER, ESCALATE, REFER = (
    "supervision.remind", "supervision.order", "supervision.escalate", "supervision.refer",
)  # fmt: skip
STARTERS = {REMIND: "催办权限", ORDER: "发督办单权限", ESCALATE: "升级督办权限", REFER: "移送权限"}

YELLOW, RED = "yellow", "red"
CARDS = {YELLOW: "黄牌", RED: "红牌"}
TOLD = {"superior": "上级单位", "supervisors": "督办员", "leaders": "中心领导", "discipline": "纪委监委"}

OVERDUE, REDO, RETURNED, DISSATISFIED = "overdue", "redo", "returned", "dissatisfied"
TRIGGERS = {OVERDUE: "超期", REDO: "重办", RETURNED: "退单", DISSATISFIED: "回访不满意"}

STEP_UNITS = {
    "natural_minute": "分钟", "urgent_hour": "紧急工作时", "working_hour": "工作时", "working_day": "工作日",
    "natural_day": "自然日",
}  # fmt: skip

PLANNED, RUNNING, FINISHED, STOPPED = "planned", "running", "finished", "stopped"
PROGRAMME_STATES = {PLANNED: "筹备", RUNNING: "进行中", FINISHED: "已完成", STOPPED: "已终止"}

PASS, FAIL = "pass", "fail"
YES, NO, NA = "yes", "no", "na"
ITEM_STATES = {"open": "待评查", "second": "待复评", "third": "待第三人评", "final": "已定"}
