"""Permissions of hot issues."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("hot.view", "查看热点", "View hot issues", "查看热点排行和走势；其中的案件都要有权查看"),
        Permission("hot.manage", "整理热点", "Arrange hot issues", "热点改名、合并、拆分、隐藏；计算任意时段的热点"),
    )
