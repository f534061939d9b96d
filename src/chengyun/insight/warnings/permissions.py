"""Permissions of warnings."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("warning.view", "查看预警", "View warnings", "查看预警和它的依据；其中的案件都要有权查看"),
        Permission("warning.handle", "研判预警", "Handle warnings", "收到预警提醒；确认、排除预警，转督办、派核实"),
    )
