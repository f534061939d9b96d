"""Permissions of the population room."""

from chengyun.kernel.permissions import Permission, register

VIEW, MANAGE, UNMASK, KEY = "population.view", "population.manage", "population.unmask", "population.key"
VISIT, ASSIGN, EXPORT = "population.visit", "population.assign", "population.export"


def register_all() -> None:
    register(
        Permission(VIEW, "查看一标三实", "View the population base", "地址、房屋、住户和单位；姓名电话脱敏，看过留痕"),
        Permission(MANAGE, "维护一标三实", "Maintain the population base", "登记和修改地址、房屋、人员，导入表格"),
        Permission(UNMASK, "查看居民信息", "Unmask residents", "写明原因后查看居民姓名、电话、证件号，留痕"),
        Permission(KEY, "查看重点人员", "View key persons", "重点人员名单和对他们的走访；每次查看都留痕"),
        Permission(VISIT, "走访", "Make visits", "看自己的走访任务，记录走访"),
        Permission(ASSIGN, "安排走访", "Assign visits", "分配走访任务，看完成情况和覆盖率"),
        Permission(EXPORT, "导出一标三实", "Export the population base", "写明原因后导出名单（脱敏），留痕"),
    )
