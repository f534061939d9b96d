"""Permission of the app in the field."""

from chengyun.kernel.permissions import Permission, register

APP = "fieldwork.app"


def register_all() -> None:
    register(Permission(APP, "网格手机端", "Field app", "登录网格手机端，接收任务、离线记录、上传照片"))
