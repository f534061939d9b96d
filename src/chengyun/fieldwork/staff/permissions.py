"""Permissions of the staff register, training and tests."""

from chengyun.kernel.permissions import Permission, register

STAFF, MANAGE, TRAINING, LEARN = "staff.view", "staff.manage", "staff.training", "staff.learn"


def register_all() -> None:
    register(
        Permission(STAFF, "查看网格队伍", "View grid staff", "网格员名册、岗位、培训和考试结果；按本单位范围"),
        Permission(MANAGE, "管理网格队伍", "Manage grid staff", "登记、调整、离岗，导入名册"),
        Permission(TRAINING, "组织培训", "Organise training", "课程、签到、题库、考试"),
        Permission(LEARN, "参加培训和考试", "Take training and tests", "看自己的课程，参加考试"),
    )
