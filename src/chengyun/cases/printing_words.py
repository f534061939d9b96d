"""Words of a printed case, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

ZH: Mapping[str, str] = {
    "sheet": "案件办理单", "masked": "个人信息已遮盖", "clear": "含个人信息，请妥善保管", "text": "诉求内容",
    "facts": "基本情况", "state": "状态", "kind": "类型", "category": "类别", "channel": "来源", "urgency": "紧急程度",
    "flags": "标记", "area": "所属", "address": "地点", "received": "登记", "occurred": "发生", "accepted": "受理",
    "dispatched": "派单", "closed": "办结", "outcome": "办理结果", "satisfaction": "满意度", "lead": "主办单位",
    "external": "来源编号", "joined_to": "并入", "split_from": "拆自", "parts": "拆出", "requester": "诉求人",
    "name": "姓名", "phone": "电话", "id_number": "证件号", "home": "住址", "anonymous": "匿名", "clocks": "办理时限",
    "stage": "环节", "unit": "单位", "limit": "时限", "due": "到期", "clock_state": "情况",
    "units": "承办单位", "role": "分工", "sent": "派出", "acknowledged": "签收", "replied": "答复",
    "said": "意见和答复", "note": "派单意见", "measures": "措施", "reply": "答复", "timeline": "办理经过",
    "time": "时间", "what": "事项",
    "who": "经办", "for": "代{name}", "system": "系统", "callbacks": "回访", "attempts": "拨打", "result": "结果",
    "comment": "意见", "joined": "一事多报", "number": "编号", "title": "标题", "files": "附件",
    "file": "文件", "size": "大小", "added": "环节", "photo_left": "照片较多，只印前 {n} 张，其余见清单。",
    "none_yet": "还没有派单", "extension": "（含延期 {n}）", "times": "{n} 次",
    "people_left": "共 {n} 人反映，此处列出前 {m} 人。", "page": "第 {n} 页 / 共 {of} 页",
    "foot_who": "打印人：{who}　打印时间：{at}　第 {id} 号", "foot_why": "用途：{reason}",
    "foot_last": "内部资料，请勿外传。{kind}　办理记录 {events} 条，末条校验值 {hash}",
    "solved_yes": "已解决", "solved_partly": "部分解决", "solved_no": "未解决", "cb_planned": "待回访",
    "cb_done": "已回访", "cb_unreachable": "未联系上", "cb_cancelled": "已取消", "unit_working_day": "工作日",
    "unit_working_hour": "工作时", "unit_urgent_hour": "紧急工作时", "unit_natural_day": "自然日",
    "unit_natural_minute": "分钟", "unit_month": "月",
    "supervised": "督办",
}  # fmt: skip
EN: Mapping[str, str] = {
    "sheet": "Case sheet", "masked": "Personal data masked", "clear": "Contains personal data; keep it safe",
    "text": "Request", "facts": "Facts", "state": "State", "kind": "Kind", "category": "Category",
    "channel": "Channel", "urgency": "Urgency", "flags": "Flags", "area": "Area", "address": "Place",
    "received": "Received", "occurred": "Occurred", "accepted": "Accepted", "dispatched": "Dispatched",
    "closed": "Closed", "outcome": "Outcome", "satisfaction": "Satisfaction", "lead": "Lead unit",
    "external": "Source number", "joined_to": "Joined to", "split_from": "Split from", "parts": "Parts",
    "requester": "Requester", "name": "Name", "phone": "Phone", "id_number": "ID number", "home": "Home",
    "anonymous": "Anonymous", "clocks": "Limits", "stage": "Stage", "unit": "Unit", "limit": "Limit", "due": "Due",
    "clock_state": "Status", "units": "Units", "role": "Role", "sent": "Sent",
    "acknowledged": "Acknowledged", "replied": "Replied", "said": "Notes and replies", "note": "Note",
    "measures": "Measures", "reply": "Reply", "timeline": "History", "time": "Time", "what": "What", "who": "Who",
    "for": "for {name}", "system": "System", "callbacks": "Callbacks", "attempts": "Calls", "result": "Result",
    "comment": "Comment", "joined": "Joined matters", "number": "Number", "title": "Title",
    "files": "Files", "file": "File", "size": "Size", "added": "Stage",
    "photo_left": "Only the first {n} photos are printed; the list names all.",
    "none_yet": "Not dispatched yet", "extension": " (extension {n})", "times": "{n} calls",
    "people_left": "{n} callers; the first {m} are listed.", "page": "Page {n} of {of}",
    "foot_who": "Printed by {who}, {at}, no. {id}", "foot_why": "Purpose: {reason}",
    "foot_last": "Internal. {kind}. {events} events, last hash {hash}",
    "solved_yes": "solved", "solved_partly": "partly solved", "solved_no": "not solved", "cb_planned": "planned",
    "cb_done": "called", "cb_unreachable": "not reached", "cb_cancelled": "cancelled",
    "unit_working_day": "working days", "unit_working_hour": "working hours", "unit_urgent_hour": "urgent hours",
    "unit_natural_day": "days", "unit_natural_minute": "minutes", "unit_month": "months", "supervised": "Supervised",
}  # fmt: skip


def words_of(language: str) -> Mapping[str, str]:
    return EN if language == "en" else ZH
