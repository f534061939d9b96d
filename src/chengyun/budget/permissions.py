"""Permissions of the budget."""

from chengyun.kernel.permissions import Permission, register

VIEW, MANAGE = "budget.view", "budget.manage"


def register_all() -> None:
    register(
        Permission(VIEW, "查看预算", "View the budget", "查看部门预算、勾稽检查、执行进度、绩效自评"),
        Permission(MANAGE, "编制预算", "Prepare the budget", "导入、填报部门预算，导入执行数，填写自评，生成公开文本"),
    )
