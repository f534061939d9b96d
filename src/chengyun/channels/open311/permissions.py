"""Permissions of the open interface. Its keys are `channel.manage`, its services `rules.manage`."""

from chengyun.kernel.permissions import Permission, register

VIEW, PUBLISH = "open311.view", "open311.publish"


def register_all() -> None:
    register(
        Permission(VIEW, "查看开放接口", "See the open interface", "看 Open311 的地址、服务、密钥和测试请求"),
        Permission(PUBLISH, "公开诉求", "Release requests", "决定开放接口收到的诉求对外公开哪些内容"),
    )
