"""Permissions of the replies room."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("reply.check", "核对答复", "Check replies", "写答复、审核时看提示，查阅类似的好答复"),
        Permission("reply.quality", "查看答复质量", "View the quality of replies", "按单位统计答复缺什么，逐件打开"),
        Permission(
            "reply.model", "使用 AI 草稿", "Use drafts by AI", "请语言模型写摘要、标题、答复草稿；个人信息先去掉，留痕"
        ),
    )
