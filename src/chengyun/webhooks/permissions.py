"""Permissions of the webhooks room."""

from chengyun.kernel.permissions import Permission, register

VIEW, MANAGE = "webhook.view", "webhook.manage"


def register_all() -> None:
    register(
        Permission(VIEW, "查看事件推送", "View webhooks", "查看向其他系统推送哪些事件、送达情况和事件目录"),
        Permission(MANAGE, "管理事件推送", "Manage webhooks", "新建、修改、停用推送，换密钥，试发，重发"),
    )
