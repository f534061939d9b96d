"""Permissions of the knowledge room."""

from chengyun.kernel.permissions import Permission, register

VIEW, PROPOSE, PUBLISH, BOARD, RULES = (
    "knowledge.view", "knowledge.propose", "knowledge.publish", "knowledge.board", "knowledge.rules",
)  # fmt: skip


def register_all() -> None:
    register(
        Permission(VIEW, "查知识库", "Use the knowledge base", "搜索、引用、标记有用、报告错误；看制度库"),
        Permission(PROPOSE, "写知识", "Write articles", "为本单位起草、修改、导入知识，答复纠错"),
        Permission(PUBLISH, "发布知识", "Publish articles", "审核、发布、撤下所有单位的知识，上报市级知识库"),
        Permission(BOARD, "看知识统计", "View figures of knowledge", "缺口、覆盖、时效、各单位贡献，逐件打开"),
        Permission(RULES, "管理制度库", "Manage the rules library", "登记、修改、废止本中心的制度"),
    )
