"""Permissions of the dispatching room."""

from __future__ import annotations

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission(
            "dispatching.view", "查看派单依据", "See what dispatching goes by",
            "查看派单规则、权责清单、裁定先例和派单建议的依据",
        ),
        Permission(
            "dispatching.rules", "维护派单规则", "Manage dispatch rules",
            "编写、试算、启用派单规则，维护权责清单，停用不再适用的裁定先例",
        ),
        Permission(
            "dispatching.manage", "管理派单学习", "Manage what dispatching learns",
            "训练、启用、回退派单模型，按类别开关自动派单",
        ),
    )  # fmt: skip
