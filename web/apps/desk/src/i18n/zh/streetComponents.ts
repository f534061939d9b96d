export default {
  title: "部件", lead: "井盖、路灯等部件在哪里、归谁管、是什么状态", find: "编码、名称或位置", kind: "类别", anyKind: "全部类别", state: "状态", anyState: "全部状态", list: "部件清单", map: "部件地图", edit: "维护台账", failed: "部件没有取到",
  none: "没有部件", noneText: "换个条件，或在“基础数据 · 部件台账”里导入。", more: "再取 50 个", shown: "已列 {n} 个", inView: "图上 {n} 个",
  states: { normal: "完好", damaged: "破损", missing: "丢失", repair: "维修中", scrapped: "废弃" } as Record<string, string>,
  mark: { danger: "损", warning: "修", supervised: "督", progress: "好", done: "废" } as Record<string, string>,
  one: { code: "编码", kind: "类别", state: "状态", place: "位置", area: "所在区域", owner: "权属单位", maintainer: "养护单位", note: "备注", cases: "案件", open: "其中在办", newest: "最近的案件", noCases: "还没有关联案件", close: "关闭", history: "修改记录" },
  case: { title: "涉及部件", near: "附近同类部件", metres: "{n} 米", tie: "关联", untie: "取消关联", none: "没有关联部件", tied: "已关联 {name}", untied: "已取消关联 {name}", undo: "恢复" },
};
