"""Permissions of the operations room."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission(
            "system.view", "查看系统状态", "View the state of the system", "查看版本、数据库、磁盘、备份和后台任务"
        ),
        Permission("job.manage", "管理后台任务", "Manage background jobs", "重试、取消后台任务，查看出错细节"),
        Permission("audit.reads", "查阅信息查看记录", "Read who saw personal data", "谁查看、导出、打印了什么，为什么"),
    )
