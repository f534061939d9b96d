"""Permissions that the channels room owns."""

from chengyun.kernel.permissions import Permission, register

MANAGE, IMPORT, INBOUND = "channel.manage", "case.import", "inbound.handle"


def register_all() -> None:
    register(
        Permission(
            MANAGE, "管理渠道和渠道令牌", "Manage channels and their tokens",
            "设置各渠道怎样连接、字段和代码怎样对应，发放、轮换、撤销渠道令牌",
        ),
        Permission(IMPORT, "按文件导入诉求", "Import requests from a file", "上传文件、设置列对应关系、执行导入"),
        Permission(
            INBOUND, "处理来件", "Handle what came in",
            "看各渠道的状态，改正、采用或不采用没有立件的来件；个人信息脱敏",
        ),
    )  # fmt: skip
