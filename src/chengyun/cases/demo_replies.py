"""Invented replies for the demo district: some with all that a requester wants to know, some with set phrases only."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

WHOLE = (
    "您好！{contact}，我单位工作人员电话联系您，了解了{title}的情况。{day}维修人员到现场核实并完成处理，"
    "目前已恢复正常，养护组每周巡查一次。感谢您的反映。",
    "您好！{contact}，我单位网格员与您电话沟通，约定到现场查看。{day}我单位到{title}现场清理、加固，"
    "现已处理完毕，您表示认可。如再出现请随时反映，感谢您的支持。",
    "您好！针对{title}，{contact}我单位经办人已电话联系您说明情况。{day}现场核查属实，已安排施工队更换配件，"
    "剩余部分计划在{later}前完成。感谢您的理解。",
)
POOR = (
    "关于{title}，我单位{day}到现场核查，已完成处理，恢复正常。感谢您的反映。",
    "您反映的问题已转相关部门处理，我单位高度重视，将尽快予以解决，请耐心等待。",
    "您好！{contact}我单位工作人员电话联系您。经现场查看，{title}情况属实，下一步将进一步加强巡查，尽快处理。",
    "已到现场处理完毕，并向诉求人反馈。",
)


def written(number: str, title: str, contacted: datetime, now: datetime) -> str:
    """A reply that fits the case; which one depends on its number alone."""
    turn = int(number.rpartition("-")[2] or 0)
    chosen = POOR[turn // 5 % len(POOR)] if turn % 5 in (1, 3) else WHOLE[turn % len(WHOLE)]
    local, today = timezone.localtime(contacted), timezone.localtime(now)
    later = timezone.localtime(now + timedelta(days=7))
    return chosen.format(
        title=title, contact=f"{local.month}月{local.day}日{local.hour}时{local.minute:02d}分",
        day=f"{today.month}月{today.day}日", later=f"{later.month}月{later.day}日",
    )  # fmt: skip
