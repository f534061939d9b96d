"""Permissions that the channels room owns."""

from chengyun.kernel.permissions import Permission, register

MANAGE, IMPORT = "channel.manage", "case.import"


def register_all() -> None:
    register(
        Permission(MANAGE, "管理渠道和渠道令牌", "Manage channels and their tokens", "发放、轮换、撤销渠道令牌"),
        Permission(IMPORT, "按文件导入诉求", "Import requests from a file", "上传文件、设置列对应关系、执行导入"),
    )
