"""Permissions of the way out."""

from chengyun.kernel.permissions import Permission, register

VIEW, HANDLE = "writeback.view", "writeback.handle"


def register_all() -> None:
    register(
        Permission(VIEW, "查看回传", "View what goes back", "各渠道回传的消息、失败原因和每日核对；不含案件内容"),
        Permission(HANDLE, "处理回传", "Handle what goes back", "重试、重新发送、不再回传、人工回填，发起核对"),
    )
