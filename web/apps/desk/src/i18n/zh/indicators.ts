export default {
  title: "指标",
  topic: { cases: "办件", three_rates: "三率", urban: "数字城管", operators: "坐席", supervision: "督办", reports: "分析研判", platform: "平台运行", network: "视频与终端", people: "队伍与保障", money: "成本", text: "定性" } as Record<string, string>,
  outage: { fault: "故障", major: "大型故障", maintenance: "计划维护" } as Record<string, string>,
  systems: { platform: "城市运行管理平台", hotline: "市民热线平台", video: "视频汇聚共享平台", calls: "民呼我应平台", network: "网络与机房", other: "其他" } as Record<string, string>,
  reasons: { suspended: "挂账", no_conditions: "不具备办理条件", malicious: "恶意重复", duty: "非本区职责", force: "不可抗力", other: "其他" } as Record<string, string>,
  tabs: { board: "指标", records: "填报", ledger: "运行台账", exclusions: "剔除", months: "关账" } as Record<string, string>,
  year: "年度", failed: "指标没有载入", intro: "{from} 至 {to}，截至 {today}", waiting: "（含刚更新的 {n} 件）", own: "只计您能看到的案件", older: "{year} 年还没有目标，对照 {of} 年的。",
  none: "还没有指标", noneText: "由系统管理员载入区情数据，或在基础数据里添加。", edit: "改指标", editTargets: "改目标", filter: "只看", unit: "单位", area: "区域", channel: "渠道", category: "类别", everything: "全区", clear: "清除", noChoice: "没有符合的", notNarrowed: "不随筛选变化",
  days: "时段", wholeYear: "全年", quarter: "{n} 季度", month: "{n} 月", ownDays: "起止日期", firstDay: "从哪天", lastDay: "到哪天", partOfYear: "不是全年：不作预测，全年累计的数不与目标比",
  show: "显示", aimed: "有目标的", every: "全部", state: { met: "达标", risk: "有风险", below: "未达标", lost: "达不成", told: "无须比较", unknown: "暂无数" } as Record<string, string>,
  stateHint: { met: "现在达标，照近期走势年末也达标", risk: "照近期走势年末会变", below: "现在未达标，余下的做好还能达成", lost: "余下的全部做好也达不成", told: "没有目标，或是定性目标", unknown: "没有数据，看“实际”里的原因" } as Record<string, string>,
  col: { name: "指标", target: "目标", actual: "实际", forecast: "年末预测", state: "进展", before: "前两年" }, table: "{name}指标",
  asPrinted: "按印发：{name}", from: "出处：{form}", basis: "依据：{basis}", opens: "打开{what}", part: { value: "案件", numerator: "分子", denominator: "分母", missed: "未达到的", out: "被剔除的案件" } as Record<string, string>, notYet: "暂不能计算", best: "最好能到 {value}", missedOn: "{day} 起低于目标", willMiss: "预计 {day} 跌破目标", willExceed: "预计 {day} 超过目标", exceeded: "{day} 起超过目标",
  detail: {
    close: "收起", failed: "这个指标没有载入", how: "怎么算", day: "以哪一天计", denominator: "分母", numerator: "分子再加", count: "计入", excluded: "不计的案件", rule: "口径", source: "来源", months: "各月", month: "月份", closed: "已关账", corrected: "关账时 {value}", lines: "分组看", by: { unit: "按单位", area: "按区域", category: "按类别", channel: "按渠道" } as Record<string, string>, noLines: "这样分组没有数据。", value: "值", earlier: "往年", targets: "目标", ratio: "分子 / 分母", missed: "未达到", unnamed: "未填",
    reads: { cases: "由案件计算", records: "填报", reliability: "由运行台账", measure: "由其他模块", none: "尚无口径" } as Record<string, string>,
  },
  records: {
    intro: "考勤、话费、培训等由人填报，附凭证。填错了撤回重填，撤回的仍留着。", add: "填报", failed: "填报没有载入", none: "还没有填报", noneText: "选一个指标，填本期的数，附上凭证。", indicator: "指标", choose: "选择指标", first: "起", last: "止", numerator: "数值", reached: "达到的数（分子）", denominator: "应有的数（分母）", text: "情况", note: "说明", files: "凭证", send: "填报", sent: "已填报", days: "时段", value: "数", by: "填报", withdraw: "撤回", withdrawn: "{at} {by}撤回：{why}", why: "撤回的原因", done: "已撤回", all: "全部指标",
  },
  byTable: {
    open: "批量填报", hint: "下载模板，一行填一个指标的一段时间，再选择文件。先核对，无误才保存；有一行有误就一行也不保存。", template: "下载模板", choose: "选择文件", reading: "正在读取…", preview: "核对填报表", line: "行", faults: "核对", ok: "无误",
    fault: "{column}：{message}", columns: { indicator: "指标编码", first: "开始日期", last: "结束日期", numerator: "数值", denominator: "分母", text: "情况", note: "说明" } as Record<string, string>, wrong: "共 {n} 行，{wrong} 行有误。请改好文件后重新选择。", right: "共 {n} 行，全部无误。", evidence: "凭证（每条填报都附上）", keep: "保存 {n} 行", kept: "已填报 {n} 条",
  },
  ledger: {
    intro: "平台每分钟留心跳；中断 5 分钟以上自动记为故障，2 小时以上先记大型故障，由人核对。", add: "登记", failed: "台账没有载入", none: "没有记录", noneText: "没有故障，也没有登记维护。", beats: "心跳", alive: "正常", silent: "没有心跳", last: "最近 {at}", since: "自 {at}", part: { worker: "后台作业", web: "网页服务" } as Record<string, string>, what: "性质", system: "系统", name: "事项", note: "情况", from: "发生（开始）", to: "恢复（结束）", length: "时长", minutes: "{n} 分钟", hours: "{h} 小时 {m} 分", ongoing: "未恢复", found: { platform: "平台发现", person: "人工登记" } as Record<string, string>, done: "已完成", planned: "未完成", stopped: "业务中断", running: "业务没有中断", change: "更正", withdraw: "撤回这条", withdrawn: "已撤回", why: "更正的原因", save: "保存", saved: "已保存", steps: "经过", step: { found: "发现", entered: "登记", changed: "更正", withdrawn: "撤回" } as Record<string, string>, all: "全部", files: "凭证",
  },
  exclusions: {
    intro: "经批准剔除的案件不计入各率，理由和凭证在此；撤回后重新计入。", add: "剔除案件", failed: "剔除没有载入", none: "没有剔除的案件", noneText: "各率都按全部应计的案件算。", number: "案件编号", reason: "理由", note: "说明", files: "凭证", send: "剔除", sent: "已剔除，各率已更新", by: "经办", withdraw: "撤回", why: "撤回的原因", done: "已撤回，重新计入", state: "情况", holds: "剔除中", withdrawn: "{at} {by}撤回：{why}",
  },
  months: {
    intro: "关账把全部指标的数固定下来并签名（SM3，与上月相连）。之后案件再变，作为更正列在这里，关账的数不动。", failed: "关账没有载入", open: "未关账", closed: "{at} {by}关账", close: "关账 {month}", note: "说明", confirm: "关账后不能撤销。", done: "{month} 已关账", holds: "签名无误", broken: "签名对不上，数据被改动过", signature: "签名 {hash}", same: "关账后没有变化", corrections: "更正 {n} 项", then: "关账时", now: "现在", formula: "口径已改", none: "没有可关账的月份", noneText: "月份结束后在这里关账。",
  },
};
