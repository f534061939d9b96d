"""Permissions of supervision."""

from chengyun.kernel.permissions import Permission, register

VIEW, REPLY, ACCEPT = "supervision.view", "supervision.reply", "supervision.accept"
PROGRAMME, BUSINESS, DISCIPLINE = "supervision.programme", "supervision.business", "supervision.discipline"
QUALITY, SAMPLE = "quality.review", "quality.sample"


def register_all() -> None:
    register(
        Permission("supervision.view", "查看督办", "View supervision", "督办单和专项；承办单位只看发给自己的"),
        Permission("supervision.remind", "发起催办", "Send reminders", "发起只需催办权限的一级"),
        Permission("supervision.order", "发督办单", "Issue supervision orders", "发起、撤销书面督办"),
        Permission("supervision.escalate", "升级督办", "Escalate supervision", "专项、联合督办，约谈，通报"),
        Permission("supervision.refer", "移送纪委监委", "Refer to the discipline commission", "移送，撤销黄牌红牌"),
        Permission("supervision.reply", "答复督办", "Answer supervision orders", "代表本单位答复督办单、报送专项进展"),
        Permission("supervision.accept", "验收督办", "Accept answers to orders", "验收或退回单位的督办答复"),
        Permission("supervision.programme", "管理重点专项", "Manage programmes", "新建、修改、结束重点专项督办"),
        Permission("supervision.business", "查看营商环境", "View business cases", "营商环境看板，向纪委监委提示"),
        Permission(
            "supervision.discipline", "纪委监委联动", "Discipline commission",
            "查看营商环境看板、移送件和提示，反馈结果；打开的每件都留痕",
        ),
        Permission("quality.review", "质量评查", "Review quality", "评查抽中的案件，看各单位结果"),
        Permission("quality.sample", "抽取样本", "Draw samples", "按单位和类别分层抽取已结案件"),
    )  # fmt: skip
