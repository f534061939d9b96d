export default {
  title: "预算", intro: "部门预算按年度管理：各表、绩效表和文字是否相符，逐处核对；执行和自评接着做。", failed: "预算没有载入", gone: "这份预算没有载入", back: "返回列表", list: "各年度预算",
  empty: "还没有部门预算", emptyText: "导入公开文本（TXT）或填好的 XLSX 模板，马上看到勾稽检查的结果。", pick: "选一份预算", pickText: "左边按年度排列。",
  total: "总额 {n} 万元", version: "第 {n} 版", clean: "各处相符", errors: "错误 {n}", doubts: "疑点 {n}", by: "{who} {at} 修改", origin: { text: "公开文本", xlsx: "模板", form: "填报" } as Record<string, string>,
  tab: { check: "勾稽检查", spending: "执行进度", evaluation: "绩效自评" } as Record<string, string>, tabs: "预算的三个方面",
  file: { label: "下载", xlsx: "XLSX 模板", csv: "CSV（含表结构）", docx: "公开文本 Word", pdf: "公开文本 PDF", txt: "公开文本 TXT", template: "空白模板" } as Record<string, string>,
  remove: "删除预算", removeAsk: "删除 {year} 年 {name} 的部门预算？执行数和自评一起删除，不能恢复。", removed: "已删除",
  targets: { do: "目标转为指标", done: "已写入 {n} 个指标目标", skipped: "已写入 {n} 个，{m} 个没有写入" },
  import: {
    open: "导入预算", title: "导入部门预算", choose: "选择文件", hint: "公开文本 TXT（UTF-8 或 GB18030），或填好的 XLSX 模板。先看结果，再决定保存。", reading: "正在读取和检查…",
    found: "读到 {tables} 张表、{forms} 个项目表、{indicators} 个指标、{claims} 处文字数据。", errors: "错误 {e}，疑点 {w}。", none: "各处相符。", unread: "没有读到的 {n} 处", line: "第 {n} 行", replaces: "同年度同单位已有一份，保存后成为新的一版。",
    year: "年度", name: "部门（单位）", keep: "保存预算", kept: "已保存", cancel: "取消",
  },
  severity: { E: "错误", W: "疑点", r: "尾差" } as Record<string, string>, finding: { list: "检查结果", none: "没有发现不符", noneText: "R01 到 R25 都核对过。", all: "全部", places: "所在位置", difference: "相差 {n}", more: "另有 {n} 处", rule: "规则" },
  line: "第 {n} 行", places: "{n} 处", unread: "没有读到的内容", unit: "单位：{unit}", code: "编码", row: "名称", noTable: "没有这张表的数字。", edit: "填报", save: "保存并检查", cancel: "取消", add: "加一行", drop: "删除这一行", saved: "已保存，重新检查过",
  section: { composition: "整体绩效表 · 资金构成", targets: "绩效指标", words: "情况说明中的数字", forms: "项目绩效表" } as Record<string, string>,
  col: { side: "方向", item: "项目", now: "当年", share: "占比", before: "{year} 年", term: "期限", level: "指标类别", indicator: "指标", target: "指标值", past: "前两年", basis: "依据", at: "位置", said: "说法", amount: "金额", change: "增减", rate: "增减率" } as Record<string, string>,
  term: { long: "长期", annual: "年度" } as Record<string, string>, source: "资金来源", detail: "支出明细", purchase: "项目采购", jump: "查看 {place}",
  spending: {
    empty: "还没有执行数", emptyText: "导入按月支出：月份、功能科目编码、经济科目编码、项目编码、上年结转、支出金额（元）。", take: "导入执行数", taken: "已导入 {n} 行", upTo: "截至 {n} 月", progress: "时间进度 {n}%", rate: "执行率", budget: "预算", spent: "支出", chart: "每月累计支出与时间进度",
    month: "{n} 月", monthly: "当月支出", running: "累计支出", warnings: "需要关注", fine: "没有需要关注的事项", kind: { total: "合计", item: "功能科目", project: "项目", three: "“三公”经费", carried: "结转" } as Record<string, string>,
    code: { behind: "进度落后", rush: "年底突击", over: "超出预算", three: "“三公”增长", idle: "结转闲置" } as Record<string, string>, unit: "单位：万元",
  },
  evaluation: {
    none: "没有绩效目标", noneText: "这份预算里没有年度绩效指标。", form: "自评对象", whole: "部门整体支出", score: "得分", grade: "等次", pending: "还没有填完", executed: "执行数（万元）", executedHint: "不填则用导入的执行数", budget: "预算数", execution: "预算执行率",
    target: "年度指标值", actual: "实际完成值", points: "分值", got: "得分", why: "偏差原因和改进措施", evidence: "佐证", counted: "平台统计 {n}", open: "看指标", quality: { unset: "请选择", full: "达成预期指标", part: "部分达成", none: "未达成" } as Record<string, string>,
    over: "超过目标 30%，请说明原因", save: "保存自评", saved: "已保存", by: "第 {n} 版，{who}", reached: "完成 {n}%",
  },
};
