export default {
  title: "网格", lead: "网格地图、调整方案和图形检查", loading: "正在取网格地图", failed: "网格地图没有取到",
  day: "查看日期", today: "今天", past: "这是 {day} 的地图", tree: "区域", plans: "调整方案", export: "导出 GeoJSON", exportName: "网格-{day}.geojson", check: "检查图形", find: "找区域", none: "没有网格图形",
  noneText: "先导入或画出社区和网格的边界；也可以在“基础数据 · 区域边界”里导入。", schematic: "示意图（没有配置底图）", count: "{n} 个网格", map: "网格地图", tools: "地图工具",
  kind: { none: "网格", base: "基础网格", special: "专属网格", micro: "微网格" } as Record<string, string>,
  kindMark: { special: "专", micro: "微" } as Record<string, string>,
  state: { draft: "草稿", submitted: "待审批", approved: "已批准", applied: "已生效", withdrawn: "已撤销" } as Record<string, string>,
  what: { new: "新增", changes: "变更", ends: "撤销" } as Record<string, string>,
  one: { code: "编码", kind: "类型", parent: "上级", since: "起用", source: "依据", cases: "看案件", zoom: "在图上看", close: "关闭" },
  legend: { new: "新增", changed: "变更", ended: "原边界", fault: "问题", micro: "微网格" },
  plan: {
    new: "新建方案", name: "方案名称", nameHint: "如：梧桐里社区一网格拆分", day: "生效日期", note: "说明", begin: "建立方案", empty: "还没有调整方案", emptyText: "新建一个方案，在地图上拆分、合并、移边界，提交审批后按日期生效。",
    back: "全部方案", by: "{who} · {day} 生效", operations: "步骤", noOperations: "还没有步骤。在地图上选网格，用上面的工具画。", remove: "去掉这一步", changes: "会变什么", faults: "图形问题", noFaults: "没有图形问题", effects: "涉及", noEffects: "不涉及在办案件、点位和授权",
    history: "经过", others: "另有方案也改这些网格：{title}（{day} 生效）", failure: "到期没有生效：{why}", readonly: "手机上只能查看，编辑请用电脑。", capped: "至少", moved: "边界变", renamed: "原名 {name}", from: "原属 {name}", toKind: "类型：{from} → {to}", toUnit: "管理单位：{from} → {to}", goes: "并入 {codes}",
    keep: "在办案件保留受理时的网格，只有新案件按新图。", edit: "改名称和日期", save: "保存", noteFor: "意见", before: "以前就有",
  },
  act: { submit: "提交审批", approve: "批准", return: "退回", withdraw: "撤销方案", undo: "恢复原样", done: { submit: "已提交审批", approve: "已批准", return: "已退回", withdraw: "方案已撤销", undo: "已建立恢复方案，提交审批后生效" } as Record<string, string>, why: "退回要写理由" },
  step: { create: "建立", submit: "提交", approve: "批准", return: "退回", withdraw: "撤销", apply: "生效" } as Record<string, string>,
  tool: {
    draw: "画新网格", split: "拆分", merge: "合并", boundary: "移边界", change: "改名改类", retire: "撤销网格", import: "导入", cancel: "取消", add: "加入方案", finish: "画好了", undoPoint: "退一点",
    pick: "先在地图或左边选一个网格。", drawHelp: "逐点点击，回到第一点或按回车完成；会自动贴合社区和相邻网格。", splitHelp: "画一条线穿过网格，按回车完成。", mergeHelp: "点选要合并的网格（至少两个），再选保留哪个编码。",
    boundaryHelp: "拖动顶点；拖边上的小点加顶点；选中后按 Delete 去掉。相邻网格的共同边界一起移。", boundaryNot: "这个网格有洞、分成几块或顶点太多，不能手工移，请导入新边界。", retireHelp: "撤销后这块地不属于任何网格，除非在方案里划给别的网格。", keyHelp: "键盘：方向键移动，空格落点，退格撤一点，Esc 取消。",
    name: "网格名称", names: "拆分后的名称（西 → 东、北 → 南）", parent: "所属", kind: "类型", unit: "管理单位编码", into: "保留编码", chosen: "已选 {n} 个", corners: "{n} 个点", neighbours: "相邻网格一起移",
  },
  op: {
    draw: "画新网格“{name}”", split: "拆分 {code}", merge: "合并 {codes}，保留 {into}", change: "修改 {code}{name}", boundary: "移动 {code} 的边界", retire: "撤销 {code}", restore: "恢复 {n} 个网格的原样",
  } as Record<string, string>,
  fault: {
    overlap: "重叠", gap: "空隙", outside: "超出上级", strip: "狭缝", tiny: "面积过小", pieces: "分成几块", same_name: "同一上级里重名", no_outline: "没有边界", impossible: "这一步不能做",
  } as Record<string, string>,
  faultWords: {
    line_misses: "线没有穿过网格", line_short: "线至少要两个点", nothing_left: "贴合后没有剩下面积", code_taken: "编码已有网格在用", code_was_used: "编码是已撤销的网格，不能再用", micro_below_grid: "微网格要在网格里面，其他网格要在社区下面", merge_two: "合并至少要两个网格",
    merge_levels: "不同层级、微网格和普通网格不能合并", wrong_parent: "上级的层级不对", swallows: "会把相邻网格全部占掉，请改用合并", has_below: "下面还有区域，先撤销或改上级", no_such_area: "没有这个区域，可能被前面的步骤并掉", no_outline: "没有边界", no_name: "没有写名称", no_code: "编不出编码：没有合适的规则，或顺序号用完",
    same_day: "当天已有变更生效，请把生效日期定在另一天", later_version: "这个区域以后已有新版本，请先处理", changed_since: "这个区域后来又变了，不能原样恢复",
  } as Record<string, string>,
  faultStops: "要先改好", faultTold: "提示", faultSize: "{size}", whole: "全区检查", wholeNone: "全区图形没有问题", wholeCount: "{n} 处", checkedAt: "按 {day} 的地图检查", zoomTo: "到地图上看",
  import: {
    title: "导入边界", help: "GeoJSON、KML、Shapefile（压缩成 zip，连同 .dbf、.prj）、CSV 或 XLSX（一列“边界”：WKT、GeoJSON 或“经度,纬度;…”）。已有编码改边界，其余画新网格。", file: "文件", crs: "坐标系", crsAuto: "文件自带", parent: "都归到（编码，可不填）", read: "读取", reading: "正在读取", result: "可用 {good} 行，有问题 {bad} 行", row: "行", code: "编码", name: "名称", state: "结果",
    draw: "新网格", boundary: "改边界", add: "把 {n} 行加入方案", close: "关闭", only: "只看有问题的",
  },
};
