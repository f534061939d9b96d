export default {
  title: "工作清单", all: "全部案件", count: "共 {n} 件", countCapped: "超过 {n} 件", shown: "已载入 {n} 件",
  columns: {
    number: "编号", state: "状态", limit: "剩余时限", title: "标题", category: "类别", place: "地点", unit: "主办单位",
    channel: "来源", received: "登记时间",
  },
  sentence: { view: "查看", in: "中", of: "的案件，按", order: "排列" },
  sort: {
    "-received_at": "登记时间从新到旧", received_at: "登记时间从旧到新", next_due_at: "到期先后", "-closed_at": "办结时间从新到旧",
  } as Record<string, string>,
  filter: {
    add: "条件", title: "添加条件", remove: "去掉条件：{name}", clear: "清除条件", words: "在清单中查找", any: "不限", apply: "应用",
    is: "{name} 是 {value}", from: "从", to: "到", yes: "是", no: "否", hourValue: "{h} 时",
    drawn: "图上圈定的范围（{n} 个角）", drawnHelp: "在地图上重新圈选，或在这里去掉这个条件。", edit: "修改条件：{name}",
  },
  fields: {
    lifecycle: "业务", state: "状态", kind: "类型", category: "类别", unit: "主办单位", area: "区域", channel: "来源",
    urgency: "紧急程度", due: "时限", flag: "标记", outcome: "办理结果", satisfaction: "满意度", pending: "待审批", open: "未办结",
    supervised: "督办", was_overdue: "曾超期", joined: "一事多报", received_from: "登记不早于", received_to: "登记早于",
    closed_from: "办结不早于", closed_to: "办结早于", hour: "登记时段", q: "含有", within: "圈定范围", placed: "有定位", closed: "办结时间", received: "登记时间",
  } as Record<string, string>,
  pending: { extension: "延期", suspension: "挂账", return: "退单" } as Record<string, string>,
  empty: {
    work: "这里没有要办的案件", workText: "新的案件到达时会自动出现提示。", filtered: "没有符合条件的案件",
    filteredText: "放宽或清除条件再看。", clear: "清除条件",
  },
  failed: "清单没有载入", loadingMore: "正在载入更多", end: "到底了",
  live: { fresh: "{n} 条新案件 · 刷新", updated: "有更新", updatedTitle: "打开清单后有人办理过，点开查看最新", moved: "已办理" },
  bulk: {
    selected: "已选 {n} 件", clear: "取消选择", none: "所选案件没有共同的批量操作", run: "对 {n} 件{action}", result: "{action}：成功 {ok} 件，未成功 {bad} 件",
    ok: "成功", failed: "未成功", keepFailed: "只保留未成功的", title: "批量{action}", running: "正在处理",
  },
  views: {
    save: "存为视图", name: "视图名称", shared: "共享给所有人", remove: "删除视图“{name}”", saved: "已保存视图“{name}”", label: "保存的视图",
    removed: "已删除视图“{name}”", sharedMark: "共享",
  },
  row: { select: "选中 {number}", callers: "{n} 人反映", urgent: "紧急" },
  pane: { resize: "调整案件栏宽度", label: "案件" },
};
