export default {
  title: "考核", ratingsTitle: "评价", tabs: { ranking: "排名", appeals: "申诉与剔除", schemes: "考核方案" } as Record<string, string>, month: "月份", state: { open: "未关账", closed: "已关账", published: "已通报" } as Record<string, string>,
  group: { department: "区直部门", subdistrict: "街道", utility: "公用事业" } as Record<string, string>,
  ranking: {
    failed: "排名没有载入", running: "本月还在进行，得分随办理变化，至多晚两分钟。", own: "通报发布前只看本单位。", none: "这个月没有考核", noneText: "没有启用的考核方案。先在“考核方案”里试算并启用。", noneUnit: "这个月没有考核您的单位。", rank: "名次", unit: "单位", total: "得分", before: "上月", cases: "案件",
    unranked: "少于 {n} 件，不排名", table: "{name}排名", spread: "不计，权重摊到其他项", scheme: "方案：{name}", source: "依据：{source}", items: "各项得分", open: "看考核表", up: "升", down: "降", full: "满分 {n}", mine: "本单位", idle: "另有 {n} 个单位件数不够，不排名", nobody: "这个月没有件数够 {n} 件的单位，不排名。", hideIdle: "收起不排名的单位",
  },
  close: {
    do: "关账", title: "关账 {month}", text: "关账后，各单位的得分、方案和每一件案件的情况固定并签名（SM3）。以后调整权重、更正案件都不影响这个月。不能撤销。", waiting: "还有 {n} 条申诉没有裁定，裁定后才能关账。", confirm: "关账并签名", done: "{month} 已关账",
    at: "{at} 由{by}关账", seal: "签名", verify: "核对签名", sound: "签名和每一件案件都对得上", broken: "对不上：{faults}", publish: "发布通报", publishTitle: "发布 {month} 通报", publishText: "发布后各单位都能看到全部排名。", circular: "文号", circularHint: "如 城运通报〔2026〕3号", note: "说明",
    published: "{circular} · {at} 由{by}发布", publishDone: "通报已发布", pdf: "通报 PDF", pdfNone: "关账后可下载",
  },
  sheet: {
    title: "{unit} {month} 考核表", back: "回到排名", failed: "考核表没有载入", total: "总分", rank: "第 {rank} 名（共 {of} 个）", rankLater: "名次通报后公布", noRank: "不排名", cases: "{n} 件案件", measured: "可计的权重 {measured} / {weight}，按比例折成百分", item: "项目", how: "怎么算", figure: "数字", points: "得分", weight: "权重",
    value: "{n}%", times: "{n} 件", mean: "平均 {n}%", raters: "{n} 份评价", leftOut: "剔除 {n}", doubled: "加倍 {n}", missed: "未达到 {n}", lost: "扣 {n}", why: { nothing: "本月没有可计的案件", no_rating: "还没有评价", no_measure: "这项指标还没有数据" } as Record<string, string>,
    bands: "{from} 起得 {share}%", between: "档间按比例", band: "档次", noBands: "按比例得分", double: "领导批示、媒体件按 {n} 倍计", fraction: "{a} ÷ {b}", fractionDoubled: "{a} ÷ {b}（加倍后）", penalties: "从总分扣", deductions: "手工扣分", noDeductions: "没有手工扣分。", lifted: "{by}撤销：{why}", by: "{by} {at}",
    ratings: "评价意见", ratingLine: "{name}：{n} 份，平均 {mean}%", noComment: "没有写意见", appeals: "申诉与剔除", noAppeals: "没有申诉和剔除。", openCases: "打开 {n} 件", explain: "展开说明", every: "各项",
  },
  appeal: {
    do: "申诉", leave: "剔除案件", against: "申诉扣分", lift: "撤销扣分", deduct: "手工扣分", title: "为{unit}申诉", leaveTitle: "从{unit}的考核中剔除案件", item: "项目", all: "各项都剔除", case: "案件编号", caseHint: "本月计入考核的案件", reason: "理由", text: "说明", textHint: "写清事实和依据", files: "凭证", send: "提交申诉", sendLeave: "剔除", sent: "申诉已提交，等运行中心裁定", left: "已剔除，考核表已更新",
    reasons: { suspended: "挂账", no_conditions: "不具备办理条件", malicious: "恶意重复", duty: "不属本单位职责", force: "不可抗力", error: "数据有误", other: "其他" } as Record<string, string>,
    state: { pending: "待裁定", granted: "成立", refused: "不成立", withdrawn: "已撤回" } as Record<string, string>, origin: { appeal: "申诉", centre: "中心剔除" } as Record<string, string>,
    empty: "这个月没有申诉", emptyText: "单位在考核表里对案件或扣分提出申诉，运行中心在这里裁定。", failed: "申诉没有载入", about: "{by} {at} 提出", decided: "{by} {at}：{text}", grant: "成立", refuse: "不成立", withdraw: "撤回", note: "裁定理由", noteHint: "写给单位看", granted: "申诉成立，考核表已更新", refused: "已裁定不成立", withdrawn: "已撤回", deduction: "扣分 {points}：{reason}", counts: "待裁定 {n} 条",
    points: "扣几分", deductReason: "扣分原因", deductItem: "从哪一项扣", fromTotal: "从总分扣", deductTitle: "扣{unit}的分", deductSend: "扣分", deducted: "已扣分，考核表已更新", liftWhy: "撤销的理由", liftDone: "已撤销扣分",
  },
  scheme: {
    intro: "方案先在过去的月份上试算，看过各单位会得多少分，再启用。已关账的月份不受影响。", failed: "方案没有载入", none: "还没有考核方案", noneText: "装入区域配置时会带来建议方案，也可以在基础数据里新增。", on: "已启用", off: "未启用", name: "名称", minimum: "少于几件不排名", factor: "加倍按几倍", doubleFlags: "加倍的标记", valid: "有效期", source: "依据", items: "项目", add: "加一项", remove: "删去这一项",
    sum: "权重合计 {n}", sumWrong: "权重合计 {n}，应为 100", kind: { rate: "比率", deduct: "按件扣分", rating: "评价", measure: "指标" } as Record<string, string>, of: "分母", hit: "分子", deductHit: "扣哪类案件", each: "每件扣", by: "由谁评", measure: "指标编码", questions: "评价内容", questionsHint: "名称:满分，用分号隔开", bands: "档次", bandsHint: "起点:得分比例，用分号隔开，如 85:60；95:100", line: "档间按比例", less: "越低越好", double: "加倍", weight: "权重", code: "编码",
    try: "在过去的月份上试算", trying: "正在试算，可以离开，回来再看", tried: "试算结果", stale: "改动后还没有试算", save: "启用这一版", saveDraft: "保存，先不启用", saved: "已保存", enabled: "已启用，本月起按这一版打分", stop: "停用", stopped: "已停用", reason: "改动的原因", reasonHint: "写进历史，如 2026 年第 3 次主任办公会", discard: "改动还没有保存，要离开吗？", history: "改动历史、导入导出", failedTrial: "试算没有做成，请再试一次", unit: "单位",
    now: "现在", would: "这一版", change: "变化", closedMonth: "已关账，只作比较", cases: "{n} 件案件", same: "没有变化", readOnly: "您可以查看方案，改动由有权限的人进行。", rater: { peer: "街道评部门", third: "第三方评价", public: "群众评价" } as Record<string, string>, removed: "已删去“{name}”",
    marks: {
      due: "应办结", on_time: "按时办结", late: "超期", contact_due: "应先行联系", contacted: "按时联系", closed: "办结", called: "回访评价", satisfied: "满意和基本满意", dissatisfied: "不满意", asked: "问过是否解决", solved: "已解决", told: "问过是否联系", spoken: "联系过诉求人", redone: "重办", return_refused: "退单被驳回", returned: "退单",
      extended: "延期", supervised: "列入督办",
    } as Record<string, string>,
  },
  rate: {
    failed: "评价没有载入", peer: "{unit}评价区直部门", peerIntro: "每月评一次，关账前可以改。有来往的部门排在前面。", save: "提交评价", saved: "评价已提交", most: "满分 {n}", comment: "意见", rated: "{at} 已评", cases: "本月 {n} 件", toDo: "待评价（{n}）", done: "已评价", mine: "我的结果", result: "{month} {by}：{n} 件，平均 {mean}%", nothing: "没有要评价的", nothingText: "抽到样本后会出现在这里。", request: "诉求", reply: "答复", about: "{category} · {area} · {received} 受理 · {closed} 办结",
    privacy: "姓名、电话、门牌等已去掉。", send: "提交这件", next: "提交，评下一件", back: "回到清单", progress: "评价进度", drawn: "已抽 {drawn} 件，评了 {rated} 件，评价员 {raters} 人", peers: "{rated} 个街道已评，共 {drawn} 个部门", draw: "抽样", number: "抽几件", drawIntro: "从本月办结件中按单位和类别分层随机抽取，平均分给评价员；抽过的不再抽。", drawnDone: "已抽样", sample: "{at} {who} 抽 {n} 件（种子 {seed}）", stratum: "{unit} · {category}：{drawn} / {of}", closedMonth: "这个月已关账，不能再评价。", form: "评价表",
  },
};
