"""Permissions of the appraisal room."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("indicator.view", "查看指标", "View indicators", "看指标、目标、预测，打开每个数后面的案件"),
        Permission("indicator.record", "填报指标", "Feed indicators", "填报考勤、话费、培训等，登记故障与维护，传凭证"),
        Permission("indicator.exclude", "剔除案件", "Exclude cases", "凭理由和凭证把案件从各率中剔除，可撤回，留痕"),
        Permission("indicator.close", "指标关账", "Close months", "月末关账：数字固定并签名，之后的变化作为更正显示"),
    )
