"""Part four: terms, and the subjects that this budget uses."""

from __future__ import annotations

from ..tables import Budget
from .parts import Part, heading, told

_TERMS = (
    ("一般公共预算财政拨款收入", "指区级财政一般公共预算当年拨付的资金。"),
    ("政府性基金预算财政拨款收入", "指区级财政政府性基金预算当年拨付的资金。"),
    ("国有资本经营预算财政拨款收入", "指区级财政国有资本经营预算当年拨付的资金。"),
    ("其他收入", "指除“财政拨款收入”“事业收入”“事业单位经营收入”等以外的收入。"),
    ("上年结转", "指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。"),
    ("基本支出", "指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"),
    ("项目支出", "指在基本支出之外为完成特定的行政任务和事业发展目标所发生的支出。"),
    (
        "“三公”经费",
        "指区级部门用一般公共预算财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
    ),
    (
        "机关运行经费",
        "指为保障行政单位（包括参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。",
    ),
)  # fmt: skip
_NUMERALS = "一二三四五六七八九十"


def terms(budget: Budget) -> list[Part]:
    found = [heading("第四部分 名词解释", 1)]
    for number, (name, meaning) in enumerate(_TERMS):
        found.append(told(f"（{_NUMERALS[number]}）{name}：{meaning}"))
    rows = [row for row in budget.table("5-1").body if len(row.code) == 7]
    if rows:
        found.append(told(f"（{_NUMERALS[len(_TERMS)]}）本部门使用的主要支出功能分类科目(项级)："))
    for number, row in enumerate(rows, start=1):
        upper, group = (budget.table("5-1").by_code(row.code[:length]) for length in (3, 5))
        names = f"{upper.name if upper else ''}(类){group.name if group else ''}(款){row.name}(项)"
        found.append(told(f"{number}.{names}：本部门用于{row.name}的支出。"))
    return found
