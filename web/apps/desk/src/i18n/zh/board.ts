export default {
  title: "今日看板", at: "截至 {at}", stale: "数据截至 {at}，没有取到更新的", failed: "看板没有载入", empty: "今天还没有数据",
  emptyText: "登记第一件诉求后，这里开始计数。",
  period: { today: "今天", yesterday: "昨天", week: "本周", month: "本月", year: "今年", label: "时段" },
  figures: {
    received: "登记", in_hand: "在办", due_soon: "临期", overdue: "超期", closed: "办结", satisfaction: "满意率",
  },
  hint: {
    received: "时段内登记的案件", in_hand: "现在没有办结的案件", due_soon: "在办案件中快到期的", overdue: "在办案件中已过期限的",
    closed: "时段内办结的案件", satisfaction: "满意与基本满意 {part} 件，已评价 {whole} 件",
  },
  chart: {
    by_hour: "几点来的多", by_channel: "从哪里来", by_unit: "谁在办", by_category: "反映什么", by_area: "在哪里", by_state: "办到哪一步",
    top: "{name}最多，{n} 件，占 {share}", peakHour: "{hour} 时最多，{n} 件", table: "看表", chart: "看图", name: "名称", value: "件数",
    share: "占比", none: "没有数据", hour: "{h} 时", total: "合计", others: "其余 {n} 项见表",
  },
};
