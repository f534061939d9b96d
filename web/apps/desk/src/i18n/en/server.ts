/** English for labels that the server sends in Chinese (fields of actions, stages, states of parts and clocks). */
export const serverTexts: Record<string, string> = {
  说明: "Note", 不予受理的法定理由: "Legal ground", 向诉求人的说明: "Explanation to the requester", 答复内容: "Answer", 诉求人评价: "Rating by the requester",
  评价人: "Rated by", 满意程度: "Satisfaction", 评价意见: "Comment", 作废原因: "Reason for voiding", 主办单位: "Lead unit", 协办单位: "Co-units", 派单意见: "Note to the unit",
  协办要求: "What is asked of co-units", 重办要求: "What to redo", "另派单位（默认原主办）": "Another unit (default: the same)", 方式: "By", 已联系上: "Reached", 沟通情况: "What was said",
  采取的措施: "Measures", "现场照片、材料": "Photos, papers", 阶段性进展: "Progress", 下一步安排: "Next step", 下级单位: "Unit below", 办理要求: "What is asked",
  "办理结果（答复诉求人）": "Reply to the requester", 办理结果: "Outcome", 未解决的原因: "Why not solved", 复核日期: "Review date", "暂不能解决的，写明何时再看": "For what cannot be solved now",
  不等协办单位的理由: "Why not wait for co-units", "办理后照片、材料": "Photos and papers after", 退单理由: "Reason for returning", 法律法规或职责依据: "Legal basis", 建议承办单位: "Suggested unit", 情况说明: "Explanation",
  裁定由谁办理: "Who handles it", 裁定事项: "Matter", 裁定依据: "Basis", 回访对象: "Requester", 承办单位联系过您吗: "Did the unit contact you?", "问题解决了吗": "Is it solved?", 不满意的原因: "Reasons", 诉求人意见: "What was said",
  并入的主案编号: "Join to case", 标题: "Title", 内容: "Text", 类别: "Category", 拆出的事项: "Parts", 采集单位: "Collecting unit", 任务要求: "Task", 情况属实: "True", 现场情况: "At the place", 现场照片: "Photos", 已处置到位: "Properly done",
  注销原因: "Reason", 注销依据: "Ground", 补充内容: "Supplement", 附件: "Files", 诉求类型: "Type", 紧急程度: "Urgency", 地点: "Address", 经度: "Point", 标记: "Flags", 更正原因: "Reason for the change", 备注: "Note",
  延长: "Extend by", 单位与原时限相同: "In the unit of the limit", 延期理由: "Reason", 已告知诉求人: "Requester was told", 挂账原因: "Ground", 具体情况: "Details", 同意: "Approve", 审批意见: "Note", 恢复原因: "Reason", 催办意见: "Note", 督办要求: "What is asked",
  电话: "Phone", 上门: "Visit", 短信: "Message", 已解决: "Solved", 部分解决: "Partly solved", 未解决: "Not solved", 问题未解决: "Not solved", 办理慢: "Slow", 态度不好: "Attitude", 没有联系我: "Was not contacted", 诉求超出职责或政策: "Beyond duty or policy", 其他: "Other",
  诉求人: "Requester", 回访结果: "Callback", 第三方: "Third party", 受理: "Accept", 签收: "Acknowledge", 先行联系: "Contact", 办理答复: "Reply", 退单: "Return", 审核: "Review", 回访: "Callback", 办结: "Close", 核实: "Verify", 立案: "Open", 派遣: "Dispatch", 处置: "Handle", 停工: "Stop work", 处罚: "Penalty", 拆除: "Demolition", 核查: "Check", 结案: "Close",
  待签收: "To acknowledge", 办理中: "Handling", 已答复: "Replied", 已退单: "Returned", 已撤回: "Withdrawn", 已改派: "Reassigned", 已取消: "Cancelled", 主办: "Lead", 协办: "Co",
  来源编号: "External id", 诉求内容: "Text", 诉求人姓名: "Name", 联系电话: "Phone", 证件号码: "ID number", 诉求人地址: "Home address", 是否匿名: "Anonymous", 事发地点: "Address", 所属区域: "Area", 纬度: "Latitude", 发生时间: "Occurred", 受理时间: "Received",
};
