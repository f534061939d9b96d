export default {
  title: "工作清单", all: "全部案件", count: "共 {n} 件", countCapped: "超过 {n} 件", shown: "已载入 {n} 件",
  columns: {
    number: "编号", state: "状态", limit: "剩余时限", title: "标题", category: "类别", place: "地点", unit: "主办单位",
    channel: "来源", received: "登记时间", due: "到期时间", kind: "类型", area: "区域", subdistrict: "街道", requester: "诉求人", phone: "电话",
    urgency: "紧急程度", flags: "标记", pending: "待审批", callers: "人数", closed: "办结时间", outcome: "办理结果", satisfaction: "满意度",
    button: "列", choose: "选择列", ofView: "只用于视图“{name}”", ofPerson: "用于您的所有清单", others: "未显示的列", reset: "恢复默认",
    keys: "Alt+↑ ↓ 移动所在的列", width: "“{name}”列的宽度", up: "“{name}”上移", down: "“{name}”下移", sortBy: "按{name}排列",
  } as Record<string, string>,
  sentence: {
    view: "查看", in: "中", and: "且", of: "的案件，按", order: "排列", otherList: "换一个清单，现在是“{name}”", otherOrder: "换一种排列，现在是“{name}”",
    onlyOpen: "（只列未办结的）", onlyClosed: "（只列已办结的）",
  },
  sort: {
    "-received_at": "登记时间从新到旧", received_at: "登记时间从旧到新", next_due_at: "到期先后", "-next_due_at": "到期由远及近",
    "-closed_at": "办结时间从新到旧", closed_at: "办结时间从旧到新",
  } as Record<string, string>,
  said: {
    open: { true: "未办结", false: "已办结" }, supervised: { true: "督办中", false: "未督办" }, was_overdue: { true: "曾超期", false: "未曾超期" },
    joined: { true: "多人反映", false: "一人反映" }, matter: { true: "自成事项", false: "并入他案" }, open_matter: { true: "所属事项在办", false: "所属事项不在办" }, likely: { true: "有疑似重复", false: "没有疑似重复" }, placed: { true: "有定位", false: "没有定位" },
  } as Record<string, Record<string, string>>,
  export: {
    button: "导出", title: "导出清单", scope: "范围", chosen: "所选 {n} 件", whole: "{name}，共 {n} 件", wholeCapped: "{name}，超过 {n} 件", format: "格式",
    xlsx: "Excel 工作簿（XLSX），最多 {n} 行", csv: "CSV，不限行数", columns: "列", columnsShown: "清单所示的 {n} 列", columnsAll: "全部列",
    reason: "用途", reasonHint: "写明用在哪里，会记入导出记录", clear: "不脱敏：含诉求人姓名、电话和完整地址，最多 {n} 行",
    note: "姓名、电话和门牌脱敏；文件带您的姓名、账号、时间和用途。导出留痕。", noteClear: "文件含个人信息，每个案件都会记入查看记录。请按规定保管，用后销毁。",
    run: "导出", making: "正在生成，已用 {s} 秒；可以关闭窗口继续工作，完成后自动下载", receiving: "已收到 {rows} 行，{size}，已用 {s} 秒",
    stop: "停止", stopped: "已停止导出，记录中注明未完成", done: "已导出 {name}（{size}）", failed: "没有导出",
  },
  filter: {
    add: "条件", title: "添加条件", remove: "去掉条件：{name}", clear: "清除条件", words: "在清单中查找", any: "不限", apply: "应用",
    is: "{name} 是 {value}", isKey: "{name}为", from: "从", to: "到", yes: "是", no: "否", relatedTo: "与 {number} {kind}", hourValue: "{h} 时",
    drawn: "图上圈定的范围（{n} 个角）", drawnHelp: "在地图上重新圈选，或在这里去掉这个条件。", edit: "修改条件：{name}",
  },
  fields: {
    lifecycle: "业务", state: "状态", kind: "类型", category: "类别", unit: "主办单位", area: "区域", channel: "来源",
    urgency: "紧急程度", due: "时限", flag: "标记", outcome: "办理结果", satisfaction: "满意度", pending: "待审批", open: "未办结",
    supervised: "督办", was_overdue: "曾超期", joined: "一事多报", matter: "自成事项", open_matter: "所属事项在办", likely: "疑似重复", received_from: "登记不早于", received_to: "登记早于",
    closed_from: "办结不早于", closed_to: "办结早于", hour: "登记时段", q: "含有", within: "圈定范围", placed: "有定位", closed: "办结时间", received: "登记时间", related: "相关", gathered: "归集自", unset: "缺少", direct: "只看本级的",
  } as Record<string, string>,
  gathered: { rule_trial: "规则试算的案件", warning: "预警 {what}", hot: "热点 {what}", hexagon: "地图上的一格", word: "说到“{what}”" } as Record<string, string>,
  pending: { extension: "延期", suspension: "挂账", return: "退单" } as Record<string, string>,
  empty: {
    work: "这里没有要办的案件", workText: "新的案件到达时会自动出现提示。", filtered: "没有符合条件的案件",
    filteredText: "放宽或清除条件再看。", clear: "清除条件",
  },
  failed: "清单没有载入", loadingMore: "正在载入更多", end: "到底了",
  live: { fresh: "{n} 条新案件 · 刷新", updated: "有更新", updatedTitle: "打开清单后有人办理过，点开查看最新", moved: "已办理" },
  bulk: {
    selected: "已选 {n} 件", clear: "取消选择", none: "所选案件没有共同的批量操作", run: "对 {n} 件{action}", result: "{action}：成功 {ok} 件，未成功 {bad} 件",
    ok: "成功", failed: "未成功", keepFailed: "只保留未成功的", title: "批量{action}", running: "正在处理 {done} / {all} 件", retry: "重试未成功的 {n} 件",
    retryNote: "按案件最新的情况重试，不再核对您看到时的版本。", done: "成功的 {n} 件", close: "完成", most: "一次最多 {n} 件",
  },
  views: {
    save: "存为视图", name: "视图名称", shared: "共享给所有人", remove: "删除视图“{name}”", saved: "已保存视图“{name}”", label: "保存的视图",
    removed: "已删除视图“{name}”", sharedMark: "已共享", sharedBy: "{name} 共享", more: "视图“{name}”的操作", rename: "改名", share: "共享给所有人",
    unshare: "取消共享", left: "左移", right: "右移", keepColumns: "记住现在的列", dropColumns: "改用通用的列", withColumns: "同时记住现在的列",
    copy: "复制为我的视图", nowShared: "已共享视图“{name}”", nowPrivate: "已取消共享“{name}”", count: "{n} 件",
  },
  row: { select: "选中 {number}", selectLoaded: "选中已载入的 {n} 件", anonymous: "匿名", callers: "{n} 人反映", urgent: "紧急" },
  pane: { resize: "调整案件栏宽度", label: "案件" },
};
