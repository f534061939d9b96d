/** 什么在重复：疑似重复、对照、并案与取消并案。 */
export default {
  counts: "{matters} 个事项 {calls} 次来件", countsTitle: "并在一起的算一个事项；每个诉求人的来件都算一次",
  mark: "疑似重复 {n}", markTitle: "还有 {n} 件在办案件可能是同一件事，打开对照",
  title: "疑似重复", page: "对照 {number}", other: "与哪一件对照", otherList: "可能是同一件事的案件",
  none: "没有疑似重复的案件", noneText: "和它可能是同一件事的，已经并案、办结，或您看过认为不是。也可以自己选一件来对照。",
  pick: "选一件来对照", failed: "没有对照成功", back: "返回", open: "打开案件",
  score: "相似度 {n}", why: "为什么像同一件事", whyNone: "没有相同的词句、地点、诉求人或类别",
  text: "诉求内容", legend: "底色：两件都说到的话", same: "相同", differs: "不同",
  facts: {
    state: "状态", received: "登记时间", channel: "来源", external: "来源编号", kind: "类型", category: "类别", place: "地点", requester: "诉求人",
    urgency: "紧急程度", units: "承办单位", callers: "已并来件", due: "到期时间",
  } as Record<string, string>,
  lead: "主案", leadHint: "建议作主案：已有他案并入、单位已在办，或登记在先",
  join: "把 {number} 并入 {into}", joinLeft: "左边并入右边", joinRight: "右边并入左边", joined: "{number} 已并入 {into}，诉求人、渠道和回访都保留",
  cannot: "{number} 不能并入：{why}", unjoined: "已取消并案，{number} 恢复原来的办理", undo: "撤销", undoUntil: "{time} 前可以取消并案",
  unjoin: "取消并案",
  different: "不是同一件事", differentDone: "已记下：不是同一件事，不再提示", differentBy: "{name} 于 {time} 认定不是同一件事", takeBack: "改为可能相同", taken: "又列为疑似重复",
  noRight: "您没有并案的权限，可以对照，不能并案。",
  bulk: {
    title: "并案：{n} 件合为一件", lead: "以哪一件为主案", text: "其余 {n} 件并入主案。每位诉求人、来源渠道和回访都保留，1 小时内可以取消。",
    run: "{n} 件并入主案", one: "至少选两件才能并案",
  },
  repeatOf: "重复投诉：此前的 {number}", ofMatter: "{n} 次来件，来自 {channels}；每位诉求人都会回访，来源渠道分别回复",
};
