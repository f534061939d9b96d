"""Codes and what they are called. Pure."""

LEVEL1 = {"cost": "成本指标", "output": "产出指标", "benefit": "效益指标", "satisfied": "满意度指标"}
READS = {"cases": "案件", "records": "填报", "reliability": "运行台账", "measure": "其他模块", "none": "尚无口径"}
KINDS = {"rate": "比率", "count": "数量", "average": "平均", "text": "定性"}
COMBINE = {"sum": "累加", "last": "取最近一次", "mean": "取平均"}
BETTER = {"up": "越高越好", "down": "越低越好", "none": "不比"}
OPERATORS = {
    "=": "等于",
    ">=": "不低于",
    "<=": "不超过",
    "range": "区间",
    "text": "定性",
    "date": "时限",
    "if": "有条件",
}
TOPICS = {
    "cases": "办件", "three_rates": "三率", "urban": "数字城管", "operators": "坐席", "supervision": "督办",
    "reports": "分析研判", "platform": "平台运行", "network": "视频与终端", "people": "队伍与保障", "money": "成本",
    "text": "定性",
}  # fmt: skip
DAYS = {
    "received": "登记日", "accepted": "受理日", "dispatched": "派单日", "due": "应办结日", "closed": "结案日",
    "called": "回访日",
}  # fmt: skip
REASONS = {
    "suspended": "挂账", "no_conditions": "不具备办理条件", "malicious": "恶意重复", "duty": "非本区职责",
    "force": "不可抗力", "other": "其他",
}  # fmt: skip
OUTAGES = {"fault": "故障", "major": "大型故障", "maintenance": "计划维护"}
SYSTEMS = {
    "platform": "城市运行管理平台", "hotline": "市民热线平台", "video": "视频汇聚共享平台", "calls": "民呼我应平台",
    "network": "网络与机房", "other": "其他",
}  # fmt: skip
