"""Permissions of the places room: who draws the map, and who agrees to it."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission(
            "place.plan",
            "编制网格调整方案",
            "Plan changes of grids",
            "画新网格，拆分、合并、改名、移边界、撤销，提交审批",
        ),
        Permission("place.approve", "审批网格调整", "Approve changes of grids", "批准或退回别人提交的网格调整方案"),
    )
