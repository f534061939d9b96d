export default {
  title: "主数据", intro: "选一张表，查找、修改、停用；每次修改都留下谁、何时、为什么，可以撤销。",
  groups: { org: "单位与人员", access: "账号与权限", places: "区域与地址", rules: "办理规则", field: "网格工作", time: "日历", channels: "渠道", other: "其他" } as Record<string, string>,
  waitingTitle: "待生效与未生效", waitingText: "登记了将来生效、还没有到时间的修改；没能生效的写明原因。", waitingNone: "没有等待生效的修改",
  kinds: "表", choose: "选择一张表", rooms: {
    case: "案件", org: "组织机构", account: "账号", role: "角色", masterdata: "基础数据", rules: "办理规则", channel: "渠道", audit: "审计",
    token: "令牌", system: "系统", job: "后台任务", webhook: "事件推送",
  } as Record<string, string>,
  search: "查找：编码、名称、拼音", all: "全部", total: "共 {n} 行", found: "找到 {n} 行，共 {all} 行", add: "新增", copy: "复制为新的一行", newVersion: "新增版本",
  empty: "还没有内容", emptyText: "新增一行，或从表格导入。", nothing: "没有符合的行", nothingText: "换一个词，或清除筛选。", failed: "没有载入",
  state: { label: "有效", current: "有效", future: "未生效", closed: "已停用", all: "全部" } as Record<string, string>,
  waiting: "{n} 项待生效", edit: "修改", history: "修改记录", tableHistory: "本表修改记录", waitingList: "待生效", sortBy: "按{column}排序",
  form: {
    add: "新增{kind}", edit: "修改：{name}", reason: "修改原因", reasonHint: "写清依据，如文号；会显示在修改记录里", when: "何时生效", now: "立即", later: "指定时间",
    at: "生效时间", save: "保存", schedule: "到时生效", close: "停用", closeOn: "有效到哪天", closeText: "到这天为止（含当天）；历史案件保留原来的名称。", remove: "删除",
    removeText: "删除后可以在修改记录里撤销。还有别处用到的不能删除。", saved: "已保存", waits: "已登记，{at} 生效", unchanged: "没有改动", removed: "已删除", required: "必填",
    notChosen: "不填", choose: "请选择", pick: "输入编码、名称或拼音", keyFixed: "编码不能改", addRecord: "加一行", removeRecord: "去掉这一行", leave: "有未保存的修改，确定离开？",
    findPermission: "查找权限", everything: "全选", selected: "已选 {n} 项", none: "不限", rest: "休息", working: "照常上班", own: "自定时段", inherit: "沿用上级", addSpan: "加一段", from: "从", to: "到",
    readOnly: "您只能查看这张表",
  },
  conflict: {
    title: "这一行刚被别人改过", yours: "您填的", now: "现在是", take: "用现在的值", keep: "保留我填的，再保存", field: "项目",
  },
  trial: {
    ask: "试算影响", title: "试算：如果这样改", running: "正在试算，已看 {looked} / {total} 件", cases: "看了 {n} 件在办案件，{changed} 件会变", none: "在办案件都不受影响",
    partly: "案件太多，只看了前 {n} 件", figures: {
      earlier: "时限提前", later: "时限推后", newly_overdue: "会变成超期", no_longer_overdue: "不再超期", cancelled: "不再计时", without: "以后免去这个环节",
      with_again: "恢复这个环节", at_step: "正在这个环节，不受影响", past: "已过这个环节",
    } as Record<string, string>, stage: "阶段", examples: "例如", before: "原定", after: "改为", hidden: "您没有查看案件内容的权限，只显示编号", failed: "试算没有完成", stop: "不再计时",
    asOf: "按 {day} 的规定计算；没有保存任何内容。",
  },
  change: {
    none: "没有修改记录", create: "新增", update: "修改", delete: "删除", undo: "撤销", cancel: "取消", undone: "已撤销", isUndo: "撤销第 {id} 次变更", reason: "撤销原因",
    undoTitle: "撤销这次变更？", undoText: "会作为一次新的变更记录下来。", done: "已撤销", more: "更早的", by: "{who} · {at}", effective: "{at} 生效",
    states: { done: "已生效", waiting: "待生效", failed: "未能生效", cancelled: "已取消" } as Record<string, string>,
    origins: { page: "页面", import: "导入", profile: "载入配置", undo: "撤销", command: "命令", plan: "调整方案" } as Record<string, string>, system: "系统",
  },
  import: { title: "导入{kind}", reason: "导入原因" },
  year: {
    title: "全年日历", marks: { holiday: "休", makeup: "班", special: "时" } as Record<string, string>, previous: "上一年", next: "下一年", calendar: "日历", month: "{n}月", holiday: "放假", makeup: "调休上班", special: "另定时段", own: "本日历自定",
    unknown: "{day} 以后的节假日尚未公布，按每周作息计算", summary: "工作日 {n} 天", list: "列表", weekdays: "一,二,三,四,五,六,日", week: "每周作息", edit: "改 {day}",
  },
};
