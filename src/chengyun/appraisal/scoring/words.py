"""The words of the assessment: what is counted of a case, what an item may be, why a case is left out. Pure."""

from __future__ import annotations

MARKS = {
    "due": "应办结", "on_time": "按时办结", "late": "超期",
    "contact_due": "应先行联系", "contacted": "按时联系",
    "closed": "办结", "called": "回访评价", "satisfied": "满意和基本满意", "dissatisfied": "不满意",
    "asked": "问过是否解决", "solved": "已解决", "told": "问过是否联系", "spoken": "联系过诉求人",
    "redone": "重办", "return_refused": "退单被驳回", "returned": "退单", "extended": "延期", "supervised": "列入督办",
}  # fmt: skip
"""What a case may be to a unit in a month."""

RATE, DEDUCT, RATING, MEASURE = "rate", "deduct", "rating", "measure"
ITEM_KINDS = {RATE: "比率", DEDUCT: "按件扣分", RATING: "评价", MEASURE: "指标"}

PEER, THIRD, PUBLIC = "peer", "third", "public"
RATERS = {PEER: "街道评部门", THIRD: "第三方评价", PUBLIC: "群众评价"}

DEPARTMENT, SUBDISTRICT, UTILITY = "department", "subdistrict", "utility"
GROUPS = {DEPARTMENT: "区直部门", SUBDISTRICT: "街道", UTILITY: "公用事业"}

APPEAL, CENTRE, SCHEME = "appeal", "centre", "scheme"
LEFT_OUT = {APPEAL: "申诉剔除", CENTRE: "中心剔除", SCHEME: "方案不计"}

# Which cases a figure of a score sheet opens.
PARTS = {
    "counted": "计入的案件", "hit": "达到的案件", "missed": "没有达到的案件", "left_out": "剔除的案件",
    "double": "加倍计的案件", "deducted": "扣分的案件",
}  # fmt: skip

UNMEASURED = {
    "nothing": "本月没有可计的案件", "no_rating": "还没有评价", "no_measure": "这项指标还没有数据",
}  # fmt: skip
"""Why an item has no points: its weight is then spread over the others."""
