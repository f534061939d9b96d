"""Permissions of field work."""

from chengyun.kernel.permissions import Permission, register

PATROL, VIEW, TRACK, PLAN = "fieldwork.patrol", "fieldwork.view", "fieldwork.track", "fieldwork.plan"
CALL, CALL_CONFIRM, CALL_ANSWER, CALL_VIEW = (
    "fieldwork.call", "fieldwork.call_confirm", "fieldwork.call_answer", "fieldwork.call_view",
)  # fmt: skip
HANDSETS, SURVEY = "fieldwork.handsets", "fieldwork.survey"


def register_all() -> None:
    register(
        Permission("fieldwork.patrol", "巡查", "Patrol", "手机上开始、结束巡查，报送位置和巡查点"),
        Permission("fieldwork.view", "查看巡查", "View patrols", "谁在巡查、覆盖、排名、计划；按本单位范围"),
        Permission("fieldwork.track", "查看轨迹", "View tracks", "打开某人的巡查轨迹；每次都留痕"),
        Permission("fieldwork.plan", "巡查计划", "Plan patrols", "管理巡查点和巡查计划"),
        Permission("fieldwork.call", "吹哨", "Call up departments", "发起吹哨；网格员发起的先由街道确认"),
        Permission("fieldwork.call_confirm", "吹哨到部门", "Send call-ups", "代表街道、社区直接吹哨，作结论、评价部门"),
        Permission("fieldwork.call_answer", "报到", "Report for duty", "代表本单位响应、到场报到"),
        Permission("fieldwork.call_view", "查看吹哨", "View call-ups", "吹哨报到清单；单位只看与自己有关的"),
        Permission(
            "fieldwork.handsets", "管理手持终端", "Manage handsets", "领用、归还、挂失、报废、更换计划，导入用量"
        ),
        Permission("fieldwork.survey", "填报终端满意度", "Answer the handset survey", "社区每期填报一次"),
    )  # fmt: skip
