export default {
  title: "案件 {number}", full: "整页", close: "关闭", failed: "案件没有载入", copyNumber: "复制编号", copied: "已复制 {number}",
  changed: "有人刚刚办理了这个案件", showLatest: "查看最新",
  section: {
    text: "诉求内容", facts: "基本情况", requester: "诉求人", clocks: "办理时限", units: "承办单位", timeline: "办理经过",
    files: "附件", joined: "一事多报", callbacks: "回访", related: "相关案件",
  },
  facts: {
    kind: "类型", category: "类别", channel: "来源", urgency: "紧急程度", received: "登记", occurred: "发生", accepted: "受理",
    closed: "办结", outcome: "办理结果", satisfaction: "满意度", address: "地点", area: "所属", lead: "主办", external: "来源编号", asked: "来源要求",
    lifecycle: "业务", review: "复核日期", joinedTo: "并入", splitFrom: "拆自", parts: "拆出",
  },
  requester: {
    earlier: "此前还有 {n} 件", noEarlier: "首次反映", unmask: "查看号码", unmaskTitle: "查看诉求人信息",
    unmaskText: "查看会记入日志：您的账号、时间和事由。信息显示一分钟后自动隐藏。", reason: "查看事由",
    reasonPlaceholder: "如：先行联系、回访核实", reasons: ["先行联系", "回访", "核实地点", "补充信息"], show: "查看并记录",
    shown: "已记录本次查看，{n} 秒后隐藏", hide: "立即隐藏", name: "姓名", phone: "电话", id_number: "证件号", address: "住址",
    anonymous: "匿名诉求，没有留下联系方式", other: "其他",
  } ,
  clock: {
    why: "为何是这个时间", hide: "收起", due: "到期", started: "开始", stopped: "完成", limit: "时限", source: "依据", none: "没有计时",
    paused: "已暂停计时", met: "按时完成", late: "超期完成", cancelled: "不再计时", explainFailed: "没有查到推算过程",
    extended: "含延期 {n}", amount: "{n} {unit}", history: "已结束的计时 {n} 项",
  },
  unit: {
    none: "还没有派单", sent: "派出", acknowledged: "签收", contacted: "联系诉求人", replied: "答复", returned: "退单", mustHandle: "裁定件，不得再退",
    redo: "第 {n} 次重办", note: "派单意见", reply: "答复", measures: "措施", working: "办理中",
  },
  timeline: {
    empty: "还没有记录", failed: "办理经过没有载入", to: "转为{state}", system: "系统", chain: "共 {n} 条记录，末条校验值 {hash}",
    showSystem: "显示系统提醒", details: "详情", record: "记录", weekday: { 0: "星期日", 1: "星期一", 2: "星期二", 3: "星期三", 4: "星期四", 5: "星期五", 6: "星期六" } as Record<string, string>, newest: "最新在前", oldest: "最早在前",
  },
  files: {
    photo: "照片", audio: "录音", document: "文件", open: "打开 {name}", viewer: "查看附件", next: "下一个", previous: "上一个", download: "下载原件",
    before: "办理前", after: "办理后", tools: "照片工具", smaller: "缩小", larger: "放大", fit: "适合窗口", turn: "旋转", compare: "前后对比",
    keys: "← → 换一个　+ − 缩放　R 旋转　C 前后对比　0 还原　Esc 关闭", notShown: "这种文件不在页面里打开，请下载后查看。",
    cannotPlay: "浏览器放不了这种格式，请下载后播放。", infected: "查出病毒，已停止提供",
    stage: {
      register: "登记时", intake: "登记时", supplement: "补充", handling: "办理中", after: "办理后", reply: "办理后", verify: "核实", check: "核查", before: "办理前",
    } as Record<string, string>,
  },
  print: {
    open: "打印", title: "打印 {number}", what: "打印内容", masked: "不含个人信息", maskedText: "姓名、电话、住址遮盖，正文里提到的也遮盖。",
    clear: "含个人信息", clearText: "上门、核实必须时用。证件号仍遮盖。", reason: "用途", reasonPlaceholder: "如：上门联系、会商材料",
    reasons: ["上门联系", "会商材料", "存档", "现场核实"], recorded: "每页带您的姓名和时间水印。打印会记入导出日志；含个人信息的，同时记为一次查看。",
    make: "生成 PDF", done: "已生成 {name}",
  },
  related: {
    person: "同一诉求人", place: "200 米内", area: "同一社区在办", category: "同类同街道 近 90 日", joined: "同一事项", none: "没有相关案件",
    failed: "相关案件没有载入", many: "很多",
  } as Record<string, string>,
  payload: {
    citations: "引用知识",
    unit: "单位", units: "单位", unit_id: "单位", suggested_unit_id: "建议承办单位", category_id: "类别", kind: "类型", urgency: "紧急程度", title: "标题", address: "地点",
    note: "说明", reason: "理由", basis: "依据", explanation: "说明", opinion: "意见", what: "情况", summary: "进展", next_step: "下一步", reply: "答复", measures: "措施",
    outcome: "办理结果", outcome_name: "办理结果", outcome_reason: "未解决的原因", review_date: "复核日期", result: "结果", satisfaction: "满意度", satisfaction_name: "满意度",
    solved: "解决情况", reasons: "不满意的原因", comment: "意见", contacted: "已联系上", reached: "已联系上", unit_contacted: "单位联系过", told_requester: "已告知诉求人",
    text: "内容", answer: "答复内容", ground_name: "理由", amount: "延长", stage: "阶段", level: "级别", told: "告知", matter: "裁定事项", into: "主案", approve: "同意",
    found: "属实", passed: "到位", without_co: "不等协办的理由", parts: "拆出", by_name: "评价人", who: "对象", named: "提到", from: "来自",
  } as Record<string, string>,
  mention: { choose: "选择要提到的同事或单位", cannotSee: "看不到本案", failed: "没有查到，请再试一次", told: "将通知：{names}" },
  joined: { of: "本案由 {n} 人反映，每人都会回访", into: "已并入 {number}，随主案办理" },
  callback: {
    planned: "计划 {at}", done: "{at} 完成", attempts: "已拨 {n} 次", unreachable: "未联系上", solved: "解决情况", comment: "意见",
    satisfaction: "满意度", states: { planned: "待回访", done: "已回访", unreachable: "未联系上", cancelled: "已取消" } as Record<string, string>,
    solvedWords: { yes: "已解决", partly: "部分解决", no: "未解决" } as Record<string, string>,
    script: "话术",
  },
  action: {
    label: "办理", more: "其他操作", forUnit: "{name}（{unit}）", none: "您现在没有可做的操作", done: "{action}完成", confirmTitle: "确认{action}",
    required: "请填写{label}", choose: "请选择{label}", uploading: "还有文件在上传，请稍候", submitHint: "Ctrl+Enter 提交",
    conflict: "刚刚有人先办理了", conflictText: "案件现在是“{state}”。您填写的内容还在，没有提交。",
    conflictAgain: "按最新情况继续", conflictGone: "按现在的状态，不能再{action}了。您填写的内容可以复制后另用。", keptText: "您填写的内容",
    fixErrors: "有 {n} 处需要修改",
  },
  field: {
    pick: "输入名称、拼音或首字母", pickCase: "案件编号", pickPlace: "输入地址中的词", files: "选择文件，或拖到这里", filesHint: "照片、录音、PDF 等，单个不超过 {max} MB",
    uploadFailed: "上传没有成功", remove: "移除 {name}", parts: "拆出的事项", addPart: "再拆一项", removePart: "去掉第 {n} 项",
    partTitle: "标题", partText: "内容", partCategory: "类别", choose: "请选择", notSet: "不填",
    uploading: "正在上传 {n}%", hint: "最多 {max} 字", person: "经办人", callbackNext: "下一位待回访的诉求人", default: "默认",
    position: "取当前位置", positionAsking: "正在定位…", positionIs: "{lng}, {lat}，误差约 {m} 米", positionFailed: "没有取到位置，可以不填",
  },
};
