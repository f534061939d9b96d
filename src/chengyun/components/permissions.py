"""Permissions of components."""

from chengyun.kernel.permissions import Permission, register

VIEW, MANAGE, LINK = "component.view", "component.manage", "component.link"


def register_all() -> None:
    register(
        Permission(VIEW, "查看部件", "View components", "查看部件台账、部件地图和部件关联的案件"),
        Permission(MANAGE, "维护部件", "Manage components", "新增、修改、导入部件和部件类别"),
        Permission(LINK, "关联部件", "Tie cases to components", "把看得到的案件关联到部件，或取消关联"),
    )
