export default {
  title: "案件地图", pane: "清单旁的地图", show: "地图", hide: "收起地图", close: "关闭地图", tools: "地图工具", resize: "调整地图宽度", open: "在地图上看",
  zoomIn: "放大", zoomOut: "缩小", whole: "看全区", count: "{n} 件", inView: "图上 {n} 件", empty: "这里没有案件",
  of: { overdue: "超期 {n} 件", due_soon: "临期 {n} 件", supervised: "督办 {n} 件" },
  unplaced: "另有 {n} 件没有定位，不在图上", failed: "地图上的案件没有取到", noWebgl: "浏览器不能用三维绘图，已改用简图，功能一样",
  schematic: "区划示意图（没有配置底图）", noOutlines: "没有区划图形也没有底图，只显示案件的点", fileMissing: "配置的底图文件不在，已用示意图",
  layer: { title: "显示方式", clusters: "点", heat: "热力" },
  mark: { danger: "超", warning: "临", supervised: "督", progress: "办", done: "结" },
  legend: { title: "图例", danger: "超期", warning: "临期", supervised: "督办", progress: "办理中", done: "已办结", few: "少", many: "多" },
  draw: {
    polygon: "圈选", box: "框选", view: "当前视野", name: "选区域", nameLabel: "街道、社区或网格", nameHint: "输入名称或拼音", clear: "取消圈定", finish: "完成圈选", cancel: "取消",
    polygonHelp: "逐点点击，回到第一点或按回车完成。键盘：方向键移动，空格落点，退格撤一点。", boxHelp: "按住拖出一个框。键盘：方向键移动，空格定一角，再按空格完成。",
  },
  fault: { few: "至少要有三个点。", many: "最多 200 个点，请画得简单一些。", crosses: "边线交叉了，请按退格撤掉几个点。", flat: "圈定的范围没有面积。" },
  cases: { title: "这里有 {n} 件", failed: "这里的案件没有取到", gone: "这里的案件已经变了，地图稍后更新。", filter: "清单只看这 {n} 件" },
  table: {
    button: "表格", title: "图上的案件", place: "位置", count: "件数", open: "未办结", overdue: "超期", show: "查看", near: "{place}附近", outside: "区划以外", openCase: "打开案件", list: "列出案件",
  },
};
