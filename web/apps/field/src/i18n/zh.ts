/** Words of the phone, written here first; en.ts follows. */
export default {
  app: { name: "城运·网格", tabs: { today: "今日", report: "上报", map: "地图", notices: "消息", me: "我的" } },
  word: {
    back: "返回", save: "保存", cancel: "取消", close: "关闭", yes: "是", no: "否", choose: "请选择", search: "搜索", remove: "去掉", none: "没有",
    needed: "请填写{name}", refresh: "更新", now: "刚刚", optional: "可不填", unknown: "未知",
  },
  login: {
    title: "登录", account: "账号", password: "密码", code: "动态码（如已开启）", go: "登录", wrong: "没有登录成功：{why}", offline: "没有信号。第一次登录要有网络。", demo: "演示账号",
    insecure: "这个地址不是 HTTPS：手机不会给定位，也不能离线打开。请用 https 地址。", must: "您的账号要先修改密码或设置动态码，请在电脑上登录完成后再用手机。",
    noApp: "这个账号没有“网格手机端”权限，请联系管理员。",
  },
  bar: {
    offline: "没有信号", waiting: "{n} 条没发出", decide: "{n} 条要您决定", sending: "正在发送，还有 {n} 条", photo: "照片 {p}%", last: "上次联系 {at}", never: "还没有联系上",
    ended: "登录已过期，记录都在手机里。请重新登录后继续发送。", again: "重新登录", ready: "都已发出",
  },
  today: {
    title: "今日", tasks: "任务", visits: "走访", patrol: "巡查", empty: "没有要办的任务", emptyWhy: "派到本网格的案件会出现在这里。看到问题，可以直接上报。", noData: "手机里还没有任务",
    noDataWhy: "连上网络后点“更新”，任务会存到手机里，没有信号也能看。", takenAt: "{at} 更新", more: "任务太多，只带了最急的 200 件", done: "今天办完 {n} 件", queued: "已记录，待发送",
    visitsEmpty: "今天没有到期的走访", overdue: "已过期 {n} 天", dueOn: "{day} 到期", sort: "先急后近",
  },
  task: {
    where: "位置", clock: "时限", from: "来源", said: "反映的内容", photos: "照片", noPhotos: "还没有照片", parts: "办理情况", note: "任务要求", go: "导航", actions: "要做什么", gone: "手机里没有这件案件",
    goneWhy: "可能已经办完，或没有派给本网格。", unknown: "没有时限", late: "已超期", left: "剩 {text}", minutes: "{n} 分钟", hours: "{h} 小时 {m} 分", days: "{n} 天", before: "办理前", after: "办理后", stamp: "离线时按 {at} 的内容", version: "已有 {n} 条记录待发送",
    noPlace: "没有坐标", navigate: "用哪个地图导航", saved: "已记下，{how}", savedOnline: "正在发送", savedOffline: "有信号时自动发送", arriveNote: "到场以手机的位置和时间为证",
  },
  nav: { amap: "高德地图", tencent: "腾讯地图", baidu: "百度地图", phone: "手机自带地图" },
  field: {
    add: "拍照", adding: "正在处理照片…", bad: "这张照片打不开，请重拍", position: "位置", locating: "正在定位…", noFix: "没有定位，如实记下", fix: "误差约 {m} 米", again: "重新定位", voice: "录音", stop: "停止（{s} 秒）",
    play: "录音 {n}", noMic: "录不了音：没有话筒权限", pick: "请选择", pickUnit: "输入单位名称",
  },
  report: {
    title: "上报", photo: "拍照", what: "是什么问题", whatHint: "说一句，例如：路边护栏倒了", category: "类别", proposed: "可能是", other: "其他类别", find: "搜索类别", place: "位置", address: "门牌、路段（可不填）",
    go: "上报", spot: "当场办结", spotHow: "怎么处理的", spotGo: "办结", more: "加急、录音", urgent: "紧急", needWords: "请写一句，或选一个类别", needPlace: "没有定位时，请写明位置", saved: "已上报", savedWhy: "编号在发送后显示在“我的”里。",
    another: "再报一件", home: "回到今日", noCategory: "没有合适的类别也能报，由中心补上",
  },
  call: {
    title: "求助", what: "什么事需要帮助", detail: "情况", units: "希望哪些部门到场（可不选，由街道定）", urgency: "紧急程度", normal: "一般", urgent: "紧急", go: "请街道吹哨", saved: "已发出求助", list: "我的求助",
    empty: "还没有求助", about: "与案件 {n} 有关", ended: "已结束", offlineList: "连上网络后可以看到进展",
  },
  visit: {
    title: "走访", outcome: "结果", met: "见到本人", absent: "家中无人", refused: "拒绝走访", moved: "已搬走", found: "看到的情况", problem: "发现问题，同时上报", problemText: "什么问题", go: "记下走访", people: "走访对象",
  },
  patrol: {
    start: "开始巡查", stop: "结束巡查", running: "巡查中 {time}", points: "巡查点", checked: "已查", check: "到点检查", fine: "正常", problem: "有问题", km: "{km} 公里", pieces: "{n} 段，中间 {g} 处没有定位", silent: "{n} 分钟没有定位，这一段将显示为空",
    denied: "没有定位权限：请在手机设置里允许，否则没有轨迹", plan: "计划", noPlan: "不按计划", need: "开始巡查后才能检查", far: "离这里 {d}", screen: "巡查时请让本页开着；手机锁屏后定位会停，那一段显示为空。", note: "情况",
    start_: "开始巡查", stop_: "结束巡查", check_: "巡查点检查", questions: "要查看", photoNeeded: "要拍照",
  },
  map: { title: "地图", empty: "还没有网格边界", emptyWhy: "管理员画好网格边界后会出现在这里。", me: "我的位置", tasks: "{n} 件任务", zoomIn: "放大", zoomOut: "缩小", fit: "看全部", schematic: "示意图：网格边界和任务，没有底图", base: "底图、网格边界和任务" },
  notices: { title: "消息", empty: "没有消息", emptyWhy: "派单、催办、临期会通知到这里。", offline: "连上网络后可以看消息", readAll: "全部已读" },
  know: {
    title: "查知识", hint: "搜办事口径、类别、常说的词", empty: "没有找到。换一个词试试。", words: "常说：{words}", articles: "知识", lately: "最近看过（没有网络也能看）", categories: "类别", kept: "本机有一份", none: "没有查到这样的知识。", noneKept: "本机没有这样的知识，连上网络再查。",
    offline: "没有网络，只在看过的知识里找。", keptAt: "没有网络，这是 {at} 看过的内容。", until: "有效至 {at}", gone: "这篇知识已经撤下", goneWhy: "请查别的知识，或问值班长。", missing: "没有网络，这篇还没有看过", missingWhy: "连上网络后再打开，看过的会留在本机。", again: "再试一次", useful: "有用吗？", yes: "有用", no: "没用", thanks: "已记下",
  },
  me: {
    title: "我的", figures: "本人数据", reported: "我上报的", handled: "我经办在办", done: "今天办完", overdue: "本单位超期", records: "记录", waiting: "没发出 {n}", decide: "要决定 {n}", all: "全部记录", large: "大字模式", dark: "深色", language: "English",
    logOut: "退出登录", cannot: "还有 {n} 条没发出", cannotWhy: "退出后它们留在这部手机里，下次用同一账号登录会继续发送。别的账号看不到。", stay: "先不退出", anyway: "留着，退出", room: "手机已用 {used}", storage: "浏览器没有保证长期保存：空间不足时可能被清理，请尽快联网发送。",
    offlineFigures: "连上网络后显示", know: "查知识、类别", call: "求助", version: "记录保留 7 天", device: "本机",
  },
  rows: {
    title: "记录", empty: "还没有记录", emptyWhy: "您在手机上做的每一步都会列在这里，直到发出后七天。", waiting: "待发送", decide: "要您决定", done: "已发出", dropped: "不要了", positions: "位置 {n} 个", photos: "{n} 个附件", tries: "试了 {n} 次", why: "原因：{why}",
    number: "编号 {n}", open: "看案件",
  },
  decide: {
    title: "有变化，请您决定", mine: "您记录的", theirs: "现在的情况", madeAt: "{at} 在手机上记下", seen: "您当时看到的版本 {n}", state: "状态", version: "版本", lead: "主办", last: "最近办理", reason: "为什么没收",
    again: "在新情况上照样提交", change: "修改后提交", drop: "不要了", dropWhy: "写明为什么不要", dropGo: "不要这一条", later: "这件案件后面还有 {n} 条，等您决定后再发", cannot: "现在已不能这样操作", nothing: "没有拿到现在的情况", retry: "再试一次",
  },
  urgency: { normal: "普通", urgent: "紧急", emergency: "特急" },
};
