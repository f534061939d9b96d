export default {
  title: "分析", intro: "一段时间里反映了什么、在哪里、什么时候多；点任何数字看案件。", failed: "这一块没有载入", empty: "这一时段没有可分析的案件", cases: "案件", legend: "件数",
  source: "城运平台分析，截至 {at} · 导出人 {who}",
  part: { words: "词云", trend: "类别趋势", hexagons: "地图热力", matrix: "类别 × 区域", calendar: "全年日历" } as Record<string, string>,
  emptyText: {
    words: "至少 3 件案件都说到的词才显示；换一个更长的时段再看。", trend: "换一个时段，或放宽条件再看。", hexagons: "没有带坐标的案件；登记时选了地点的才会出现在图上。",
    matrix: "换一个时段，或放宽条件再看。", calendar: "这一年没有案件。",
  } as Record<string, string>,
  words: {
    word: "词", said: "{n} 件说到“{word}”", top: "“{word}”说得最多，{n} 件，占 {share}", rising: "比对比期明显增多的：{words}", since: "案件太多，只统计 {at} 以来最近的 5 万件。",
    new: "对比期没有", up: "对比期 {n} 件", down: "对比期 {n} 件", mark: { up: "增多", new: "新出现", down: "减少" } as Record<string, string>,
  },
  trend: { top: "{name}最多，{n} 件", against: "与对比期相比 {by}", others: "其余 {n} 类见“类别 × 区域”" },
  matrix: { top: "{area}的{category}最多，{n} 件，占 {share}" },
  calendar: {
    top: "{day} 登记最多，{n} 件；有案件的日子平均 {mean} 件", year: "{year} 年全年，不随时段变化", day: "日期", month: "{n}月",
    weekday: ["一", "二", "三", "四", "五", "六", "日"],
  },
  hexagons: { top: "最密的一格 {n} 件，占有定位案件的 {share}", size: "六边形边长 {m} 米。", unplaced: "另有 {n} 件没有坐标", cell: "格（q, r）", middle: "中心经纬度" },
};
