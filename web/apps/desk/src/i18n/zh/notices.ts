export default {
  onlyUnread: "只看未读", unread: "未读：", groups: "按内容筛选", failed: "消息没有载入", noneHere: "没有这类消息", more: "更早的消息", all: "全部消息",
  group: { all: "全部", limits: "时限", work: "办理", mention: "提到我", digest: "摘要" } as Record<string, string>,
  desktopOn: "桌面提醒已开", desktopOff: "打开桌面提醒", desktopRefused: "浏览器没有允许提醒，可在地址栏旁的网站设置里改。",
  desktopBlocked: "浏览器已禁止本站提醒，可在网站设置里改。", desktopTitle: "城运消息", desktopMore: "还有 {n} 条新消息",
  digest: {
    title: "情况摘要", daily: "每日摘要　{days}", weekly: "每周摘要　{days}", days: "{from} 至 {to}", made: "{at} 生成。数字是当时的，点开看到的是现在的清单。",
    none: "还没有摘要", noneText: "管理员在“主数据 · 情况摘要”里设定时刻后，到时会送来。", failed: "摘要没有载入", board: "打开看板", earlier: "以前的摘要",
    more: "比上期多 {n}", fewer: "比上期少 {n}", same: "与上期相同",
    figure: { received: "登记", closed: "办结", on_time: "按时办结", in_hand: "在办", due_soon: "临期", overdue: "超期", satisfied: "满意" } as Record<string, string>,
    worst: { unit: "超期最多的单位", category: "最多的类别", area: "最多的街道" } as Record<string, string>,
  },
};
