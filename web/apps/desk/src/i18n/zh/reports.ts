export default {
  title: "报告", intro: "日报、周报、月分析、通报和专报：数字自动取，文字由数字写成初稿，审核、签发后编号归档。", failed: "报告没有载入", gone: "这份报告没有载入", back: "返回报告清单",
  pick: "选一份报告，或新建一份", pickText: "上面是今年该有的：缺的、到期的一眼可见。", year: "年份", kinds: "种类", all: "全部", list: "报告清单",
  empty: "这一年还没有报告", emptyText: "到点会自动生成日报、周报和月分析的草稿；也可以新建。",
  kind: { daily: "日报", weekly: "周报", monthly: "月分析", circular: "通报", special: "专报", situation: "研判" } as Record<string, string>,
  state: { waiting: "等待生成", making: "正在生成", failed: "没有做成", draft: "草稿", submitted: "待审核", reviewed: "待签发", signed: "已签发", sent: "已发送", void: "已作废" } as Record<string, string>,
  late: "逾期", due: "{day} 前签发", number: "字号", signedBy: "{who} 签发", progress: "已完成 {n}%", making: "正在取数和写初稿，可以先离开，做好后在这里。",
  plan: {
    title: "{year} 年应有的报告", target: "已签发 {n} 篇，目标 {m} 篇", signed: "已签发 {n} 篇", late: "{n} 篇逾期签发", missing: "缺 {n} 篇", complete: "没有缺的",
    automatic: "每期 {at} 自动生成", manual: "需要时编写", setting: "报告计划", recent: "最近 31 天",
    state: { signed: "已签发", late: "逾期签发", working: "正在编写", due: "该写了", missing: "缺", ahead: "未到", before: "启用前" } as Record<string, string>,
    cell: "{period}：{state}，{due} 前签发", month: "{n}月", open: "打开", make: "现在编写",
  },
  make: {
    open: "新建报告", title: "新建报告", plan: "哪种报告", first: "从", last: "到", month: "月份", week: "这一周里的任一天", day: "日期", name: "标题", nameHint: "如 关于夜间施工噪音问题的专报",
    occasion: "重要节点", occasionHint: "如 国庆假期、高考", about: "只讲这些（可不选）", unit: "承办单位", area: "区域", category: "类别", hot: "热点编号", hotHint: "热点页地址里的数字", submit: "生成", cancel: "取消", begun: "正在生成“{title}”",
  },
  edit: {
    numerals: "一二三四五六七八九十", place: "{n}、", save: "保存", saved: "已保存", unsaved: "有没保存的修改", title: "标题", text: "{heading}：正文", proposed: "由数字写成", edited: "人工改过", restore: "恢复数字写成的文字", restoreTip: "用数字重新写成的这一段替换您的改动",
    polish: "请语言模型润色", polishing: "语言模型正在润色…", offer: "语言模型的稿子（草稿，数字与原文一致）", take: "采用", leaveOffer: "不用",
    hide: "不写这一段", show: "写上这一段", hidden: "这一段不出现在报告里", figures: "数据", none: "这一段没有表和图", wait: "保存后再进行下一步。", leave: "有没保存的修改，离开会丢掉。",
  },
  do: {
    submit: "送审", return: "退回修改", pass: "审核通过", sign: "签发", send: "发送", remake: "重新取数", discard: "作废", note: "说明", noteReturn: "退回的原因", ok: "确定", cancel: "取消",
    signText: "签发后编号、归档，文字和数字不再改变。", sendText: "给有查看报告权限的人发消息，他们可以打开和下载。", remakeText: "数字全部重新取；您改过的段落保留，其余重新写。", discardText: "作废“{title}”，不再出现在清单里。", returnText: "退给编写人修改。",
    submitText: "送审后不能再改，除非被退回。", passText: "通过后等待签发。",
    done: { submit: "已送审", return: "已退回", pass: "已通过，待签发", sign: "已签发：{number}", send: "已发送", remake: "正在重新取数", discard: "已作废" } as Record<string, string>,
  },
  file: { docx: "Word（可编辑）", pdf: "PDF", xlsx: "数据（Excel）", download: "下载", busy: "正在生成文件…", draft: "草稿有水印和“草稿”字样" },
  archive: { title: "归档", whole: "与签发时一致", broken: "与签发时不一致，请联系管理员", hash: "摘要（SM3）", sent: "{at} 发送", files: "文件", open: "此刻打开的清单可能已有变化：报告里的数字是 {at} 的。" },
  steps: { title: "经过", create: "新建", made: "生成", edit: "修改", submit: "送审", return: "退回修改", pass: "审核通过", sign: "签发", send: "发送", remake: "重新取数", discard: "作废" } as Record<string, string>,
  template: {
    open: "模板", close: "返回报告", title: "报告模板", intro: "下载 Word 模板，在文字处理软件里改版式、加文字，再上传。上传时先试填，有错会说清在哪里。", builtIn: "内置模板", version: "第 {n} 版", inUse: "在用", use: "改用这一版", get: "下载模板", trial: "试填下载", upload: "上传新版", note: "改了什么",
    uploaded: "已启用新版模板", used: "已改用", names: "模板里可用的名称", namesText: "写成 {example}，生成时换成内容。", figures: "数据：", body: "正文是一串“块”，每块有 类型（标题、文字、表、图）；照内置模板里的写法即可。", failed: "模板没有载入", none: "还没有自己的模板，用内置的。",
  },
  query: {
    title: "查询", intro: "任选两个维度和一个指标；每个数字点开就是案件。", rows: "行", columns: "列", measure: "指标", none: "不分", total: "合计", unknown: "未明确", itself: "{name}（本级）", empty: "没有符合条件的案件", emptyText: "换一个时段、维度或范围。", failed: "查询没有完成",
    swap: "行列互换", xlsx: "导出 Excel", save: "保存查询", name: "名称", share: "大家可见", saved: "已保存的查询", keep: "保存", kept: "已保存“{name}”", remove: "删除“{name}”", removed: "已删除", undo: "撤销", owner: "{who} 共享", noSaved: "还没有保存的查询", left: "只显示最多的 {rows} 行、{columns} 列，其余 {r} 行、{c} 列没有显示。", at: "截至 {at}", share_: "{part} / {whole}",
    dimension: { channel: "来源", unit: "承办单位", area: "区域", category: "类别", kind: "诉求类型", urgency: "紧急程度", state: "状态", late: "是否超期", hour: "登记时段", day: "日", week: "周", month: "月", year: "年" } as Record<string, string>,
    measures: { received: "登记", closed: "办结", on_time: "按时办结", on_time_rate: "按时办结率", satisfied_rate: "满意率", dissatisfied: "不满意", in_hand: "在办", due_soon: "临期", overdue: "超期" } as Record<string, string>,
    late: { true: "超过期", false: "没有超期" } as Record<string, string>, week: "{day} 起一周",
  },
};
