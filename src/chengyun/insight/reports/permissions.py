"""Permissions of reports."""

from chengyun.kernel.permissions import Permission, register

from .rights import REVIEW, SIGN, TEMPLATES, VIEW, WRITE


def register_all() -> None:
    register(
        Permission(
            VIEW, "查看报告", "View reports", "查看已签发的日报、周报、月分析、通报和专报；数字点开只见有权查看的案件"
        ),
        Permission(WRITE, "编写报告", "Write reports", "生成、修改、送审报告；数字是全区的"),
        Permission(REVIEW, "审核报告", "Review reports", "审核别人送审的报告，或退回修改"),
        Permission(SIGN, "签发报告", "Sign reports", "签发、编号、归档和发送报告"),
        Permission(TEMPLATES, "管理报告模板", "Manage report templates", "上传、试填、启用报告的 DOCX 模板"),
    )
