export default {
  title: "登记诉求", tab: "登记单 {n}", newTab: "新登记单", closeTab: "放弃这张登记单", restored: "已恢复 {at} 保存的内容",
  saved: "已自动保存 {at}", savedLocal: "已存在本机，联网后同步", elapsed: "用时 {time}", discarded: "已放弃登记单",
  steps: {
    phone: "来电号码", words: "诉求内容", place: "地点", category: "类别", facts: "类型与标记", finish: "登记",
  },
  phone: {
    number: "电话", name: "姓名", anonymous: "不愿留名", placeholder: "手机或固定电话", earlier: "此人此前的诉求", none: "没有此前的诉求",
    idle: "输入号码后，这里显示此人此前的诉求。", loading: "正在查找", invalid: "号码看起来不完整", failed: "没有查到，请稍后再试",
    title: "称呼", address: "详细住址", open: "未办结 {n} 件", count: "{n} 件", reuse: "沿用", reuseHint: "沿用这件的地点和类别（空格键）",
  },
  similar: {
    title: "可能是同一件事", key: "并入选中的这件", choose: "换一件", join: "并入", none: "近期没有相似的案件", looking: "正在比对",
    failed: "没有比对成功", callers: "已有 {n} 人反映",
  },
  words: {
    text: "来电人说了什么", placeholder: "按来电人的话记：什么事、在哪里、什么时候开始、希望怎样", title: "标题", auto: "取自第一句，可改",
    occurred: "发生时间",
  },
  place: {
    search: "地址、小区、路口", placeholder: "输入几个字查找", address: "详细地址", map: "示意图：点一下定位", none: "还没有定位", locating: "正在定位",
    outside: "不在本区范围内", levels: { district: "区", subdistrict: "街道", community: "社区", grid: "网格" } as Record<string, string>, baseMap: "底图：点一下定位；键盘用方向键移动，回车定在中心", grid: "所属网格", clear: "清除定位", zoomIn: "放大", zoomOut: "缩小", reset: "看全区", noMap: "没有区域图形，可只填地址",
    area: "街道或社区", areaHint: "没有定位时，选到街道或社区",
  },
  category: { label: "类别", placeholder: "拼音首字母或词，如“dl”“路灯”", script: "询问要点" },
  facts: { kind: "诉求类型", urgency: "紧急程度", channel: "来源", flags: "标记", lifecycle: "业务", files: "照片、录音" },
  finish: {
    register: "登记", accept: "登记并受理", dispatch: "登记并派单", unit: "主办单位", note: "派单意见", answer: "直接答复", answerText: "答复内容",
    answerHint: "咨询类可当场答复，登记后即办结", answerSubmit: "答复并办结", missing: "还缺：{list}", submitting: "正在登记", more: "其他登记方式",
    failed: "没有登记成功", goTo: "去填写{name}",
  },
  need: { text: "诉求内容", kind: "诉求类型", unit: "主办单位", answer: "答复内容" },
  result: {
    done: "已登记", accepted: "已登记并受理", dispatched: "已派给 {unit}", answered: "已答复并办结", partly: "已登记，但后一步没有成功",
    number: "编号", due: "{stage}到期 {at}", again: "登记下一件", open: "打开案件", time: "用时 {time}", tell: "请告诉来电人编号",
    joined: "已登记并入 {into}", tellJoined: "请告诉来电人编号；主案办结后同样回访", openMain: "打开主案", unjoin: "撤销并案", unjoined: "已撤销并案，{number} 单独办理",
    unjoinFailed: "没有撤销成功。{why}",
  },
};
