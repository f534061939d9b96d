export default {
  title: "看板", at: "截至 {at}", stale: "数据截至 {at}，没有取到更新的", failed: "看板没有载入",
  emptyPeriod: "这一时段没有案件", emptyText: "换一个时段，或放宽条件再看。", clear: "清除条件",
  period: {
    today: "今天", yesterday: "昨天", week: "本周", month: "本月", quarter: "本季", year: "今年", days: "起止日期", label: "时段",
    from: "开始日期", to: "结束日期", show: "查看", wrong: "结束日期不能早于开始日期。", range: "{from} 至 {to}",
  },
  compare: {
    label: "对比", previous: "上一时段同期", week: "上周同日", month: "上月同日", year: "去年同日", none: "不对比",
    with: "对比 {from} 至 {to}", to: "对比期 {n}", list: "打开对比期的清单",
  },
  scope: { label: "范围", all: "全部案件（本人有权查看的）", remove: "去掉条件：{name}", narrow: "下钻到 {name}", unset: "没有{name}", direct: "只看本级" },
  figures: {
    received: "登记", in_hand: "在办", due_soon: "临期", overdue: "超期", closed: "办结", on_time: "按时办结率", satisfaction: "满意率",
  },
  otherwise: {
    received_matters: "{n} 个事项", in_hand_calls: "{n} 次来件", closed_matters: "{n} 个事项", hint: "并在一起的算一个事项，每个诉求人的来件都算一次",
  } as Record<string, string>,
  hint: {
    received: "时段内登记的案件", in_hand: "现在没有办结的案件", due_soon: "在办案件中快到期的", overdue: "在办案件中已过期限的",
    closed: "时段内办结的案件", on_time: "办结 {whole} 件，各环节都没有超期的 {part} 件", satisfaction: "已评价 {whole} 件，满意和基本满意 {part} 件",
    now: "现在的数字",
  },
  panel: {
    figures: "总体情况", series: "登记与办结趋势", by_hour: "几点来的多", by_channel: "从哪里来", by_unit: "谁在办", by_category: "反映什么",
    by_area: "在哪里", by_state: "办到哪一步", measure: "看什么", openList: "打开清单",
  },
  message: {
    top: "{name}{what}最多，{n} 件，占 {share}", least: "{name}{what}最低，{share}（{part}/{whole}）", peakHour: "{hour} 时登记最多，{n} 件",
    more: "登记 {n} 件，比对比期多 {by}", fewer: "登记 {n} 件，比对比期少 {by}", same: "登记 {n} 件，与对比期持平", plain: "登记 {n} 件，办结 {m} 件",
    none: "没有{what}的案件", noRate: "还没有可计算的{what}",
  },
  chart: {
    table: "看表", chart: "看图", name: "名称", share: "占比", none: "没有数据", hour: "{h} 时", total: "合计", others: "其余 {n} 项见表",
    time: "时间", before: "对比期", now: "本期", receivedBefore: "登记（对比期）", closedBefore: "办结（对比期）", direct: "{name}（本级）",
    unset: { by_unit: "未派单", by_area: "未定位到街道", by_category: "未分类", other: "其他" } as Record<string, string>,
    png: "PNG 存为图片", xlsx: "XLSX 存为表格", failedPng: "图片没有存下来，请重试。",
    source: "城运平台看板，截至 {at} · 导出人 {who}", measure: "指标", change: "增减",
  },
  layout: {
    edit: "布置看板", title: "布置看板", text: "选择显示哪些、顺序和宽度；只影响您自己。", up: "上移 {name}", down: "下移 {name}", show: "显示 {name}",
    wide: "通栏", done: "完成", reset: "恢复原样", keys: "在一行上按 Alt+↑ Alt+↓ 调整顺序",
    movedTo: "{name} 移到第 {n} 位",
  },
  print: "打印",
};
