/** 派单规则、裁定先例。 */
export default {
  nav: { label: "派单依据", rules: "派单规则", precedents: "裁定先例", responsibilities: "权责清单" },
  title: "派单规则", intro: "新来的案件从上到下逐条看，先符合的起作用，建议派给它写明的单位。启用前先在最近 30 天的案件上试算。",
  add: "新增规则", newName: "新规则", failed: "规则没有载入", empty: "还没有派单规则", emptyText: "没有规则时，派单建议来自权责清单、裁定先例和已办结的案件。写几条最有把握的就好。", readOnly: "您可以查看，不能修改。",
  choose: "选择一条规则", chooseText: "左边按起作用的先后排列。拖动可以改变先后，也可以选中后按 Alt+↑ 或 Alt+↓。",
  broken: "{n} 条规则不能正常使用", brokenText: "它们写到的单位、类别或区域已停用或不存在。规则没有自动停用，请尽快修改。",
  states: { on: "使用中", off: "停用", broken: "有问题", future: "未生效", closed: "已过期" } as Record<string, string>,
  order: { handle: "拖动改变先后", up: "上移", down: "下移", moved: "“{name}”已移到第 {n} 位", undo: "撤销", stale: "顺序刚被别人改过，已重新载入，请再移一次。", number: "第 {n} 位" },
  to: "派给{unit}", toNobody: "只定类别或紧急程度", with: "协办{units}", category: "改类别为{name}", urgency: "紧急程度改为{name}",
  summary: "符合 {matched} 件，一致 {share}", summaryNone: "符合 {matched} 件", notTried: "还没有试算", stale: "改动后还没有试算",
  urgencies: { normal: "普通", urgent: "紧急", emergency: "特急" } as Record<string, string>,
  form: {
    name: "名称", namePlace: "一眼看得懂的名字，如“夜间占道经营”", expression: "条件", target: "由谁办理", unit: "单位", coUnits: "协办单位", category: "改定类别", urgency: "改定紧急程度", keep: "不改",
    valid: "有效期", from: "从", to: "到", source: "依据", sourcePlace: "出自哪个文件、哪次会议", reason: "修改原因", reasonPlace: "写明为什么改，会留在修改记录里", save: "保存", saved: "已保存", unchanged: "没有改动",
    pick: "输入编码、名称或拼音", code: "编码 {code}，第 {version} 版", remove: "删除", removed: "已删除“{name}”，可在修改记录里撤销", history: "修改记录", more: "有效期、编码等", discard: "有没保存的修改，确定离开？",
    conflict: "别人刚改过这条规则", conflictText: "请对照后再保存，您填写的没有丢失。", yours: "您填的", now: "现在的", needReason: "请写明修改原因（至少两个字）",
  },
  expression: {
    hint: "例：类别 属于 \"占道经营\" 且 区域 在 \"梧桐街道\" 且 全文 含 \"夜市|烧烤\" 且 时间 在 18:00-06:00", good: "写法正确", checking: "正在检查…", at: "第 {n} 个字起", instead: "改成“{text}”", list: "可以接着写", help: "写法说明",
    helpRows: ["用“且”“或”“非”和括号连接；引号里用 | 隔开的，符合其一即可", "类别、区域：属于（含下级）、是（仅本级）、不属于、为空", "渠道、类型、紧急程度：是、不是；标记：含、不含", "标题、文本、地址、全文：含、全含、不含", "时间 在 18:00-06:00；星期 在 周一-周五；日期 在 06-01~09-30", "也可以写英文，如 category in \"…\" and time in 18:00-06:00"],
  },
  trial: {
    title: "试算", ask: "试算最近 30 天", again: "重新试算", running: "已看 {looked} / {total} 件", failed: "试算没有完成，请再试一次", of: "{from} 至 {to} 的 {total} 件案件，{by} 于 {at} 试算", old: "规则改动过，这是改动前的结果。请重新试算。",
    agreement: "与实际承办一致 {share}", agreementTitle: "{agreed} / {compared}", noAgreement: "符合的案件都还没有派单，无法比较", none: "最近 30 天没有符合的案件。条件可能太窄，请核对后再启用。",
    groups: { matched: "符合", agreed: "一致", differing: "不一致", undecided: "还没有派单", unresolved: "找不到单位", earlier: "由前面的规则决定" } as Record<string, string>,
    units: "这些案件实际由谁办理", unit: "承办单位", cases: "件数", open: "打开案件", hidden: "您没有查看案件的权限，只能看到数字。", first: "先试算，才能启用",
  },
  switch: { on: "启用", off: "停用", reasonOn: "为什么启用", reasonOff: "为什么停用", onDone: "“{name}”已启用", offDone: "“{name}”已停用", place: "写明原因，会留在修改记录里", confirmOn: "确定启用", confirmOff: "确定停用", cancel: "取消" },
  explain: { title: "拿一个案件试", number: "案件编号", ask: "试一试", holds: "符合", fails: "不符合", yes: "成立", no: "不成立", found: "有“{words}”" },
  precedents: {
    title: "裁定先例", intro: "中心对退单争议的裁定：哪类事由谁办、依据是什么。新案件遇到同类事时，会作为派单建议的依据。", search: "查找事项、依据或案件编号", unit: "单位", anyUnit: "全部单位", failed: "先例没有载入",
    empty: "还没有裁定先例", emptyText: "退单经中心裁定后，会自动收在这里。", none: "没有符合的先例", noneText: "换几个字试试，或清除条件。", clear: "清除条件", more: "更早的先例", all: "全部", holding: "适用", past: "不再适用",
    ruled: "{by} 于 {at} 裁定", ruledAt: "{at} 裁定", byUnit: "由{unit}办理", case: "案件 {number}", basis: "依据", notHolds: "不再适用", again: "恢复适用", why: "为什么", whyPlace: "如：职责已调整，依据某某文件", doneNot: "已标为不再适用", doneAgain: "已恢复适用",
    mark: "{by} 于 {at} 标为{state}：{why}", cancel: "取消", confirm: "确定",
  },
};
