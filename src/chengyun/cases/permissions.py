"""Permissions of the cases room: one per action, and those for seeing and configuring."""

from __future__ import annotations

from chengyun.kernel.permissions import Permission, register

from . import lifecycle

_OTHERS = (
    ("case.view", "查看案件", "View cases", "查看本单位、本辖区的案件"),
    ("case.view_all", "查看全部案件", "View all cases", "在授权范围内查看所有案件"),
    ("case.unmask", "查看诉求人信息", "Unmask requesters", "写明原因后查看诉求人姓名电话，留痕"),
    ("case.export", "导出案件", "Export cases", "导出案件清单，带水印"),
    ("case.export_clear", "导出不脱敏", "Export unmasked", "导出含诉求人姓名电话的清单，留痕"),
    ("case.print", "打印案件", "Print cases", "把案件打印成 PDF，个人信息遮盖，带水印，留痕"),
    ("case.print_clear", "打印含个人信息", "Print unmasked", "写明用途后打印含诉求人姓名、电话、住址的案件，留痕"),
    ("case.bulk", "批量操作", "Bulk actions", "一次对多个案件进行同一操作"),
    ("rules.manage", "维护办理规则", "Manage the rules", "修改类别、时限、退单理由、话术、消息、督办阶梯和流程环节"),
    ("case.board", "查看看板", "View the board", "查看统计看板"),
)


def register_all() -> None:
    """Register case.<action> for every declared lifecycle, and the others."""
    names: dict[str, tuple[str, str]] = {}
    for life in lifecycle.all_lifecycles():
        for rule in life.actions.values():
            if rule.side != "system" and rule.permission == f"case.{rule.code}":
                names.setdefault(rule.permission, (rule.name, rule.name_en))
    register(
        *(Permission(code, zh, en, f"对案件进行“{zh}”操作") for code, (zh, en) in names.items()),
        *(Permission(*row) for row in _OTHERS),
    )
