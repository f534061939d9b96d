export default {
  doors: {
    title: "渠道对接", intro: "诉求从哪些渠道进来，通不通，答复怎样回传。", failed: "渠道没有读出来", none: "还没有渠道", noneText: "渠道随区域配置载入，也可在基础数据里添加。",
    col: { name: "渠道", state: "状态", ways: "进 / 出", lastIn: "最近来件", lastError: "最近错误", held: "待处理来件", cases: "近七天" },
    states: { inside: "平台自有", unconfigured: "未配置", off: "停用", ok: "正常", error: "有错误", stalled: "停滞" } as Record<string, string>,
    never: "还没有", noWay: "未设置", undeclared: "没有对接说明", toTable: "渠道基础数据", open311: "Open311 开放接口", byHand: "抄录来件", outbox: "全部回传",
    tabs: { about: "说明", connect: "连接", held: "来件", out: "回传", tokens: "令牌" } as Record<string, string>,
    back: "全部渠道", heldCount: "{n} 件待处理", casesCount: "近七天 {n} 件",
    about: {
      source: "出处", operator: "对方", contact: "联系", role: "岗位", testing: "怎样测试", fields: "字段对照", ours: "本平台", theirs: "对方字段", labels: "抄录时的名称", constant: "固定值", defaults: "空时为 {value}", changed: "本区改过", codes: "代码对照（进）", codesOut: "代码对照（出）", noCodes: "没有内置对照，按编码或名称识别",
      limits: "时限", limitsLink: "在基础数据里改时限", policy: "依据", steps: "回传步骤", on: "什么时候", message: "对方叫法", tells: "告诉对方", off: "本区不用", inside: "这个渠道由平台自己的界面登记，没有字段对照。", noSteps: "不需要回传。", ways: "可用的进来方式", items: "清单所在字段", faults: "本区的更改有问题，暂按原说明处理",
    },
    connect: {
      in: "进来的方式", out: "回传的方式", noneIn: "不设置", noneOut: "不回传", enabled: "启用", scheme: "签名", noScheme: "不签名", secrets: "密钥（保存后不再显示）", isSet: "已设置，留空不变", notSet: "未设置", remove: "清除", removed: "保存后清除", publicKey: "本平台 SM2 公钥（交给对方）", pushAddress: "推送地址", pushHint: "签名请求头：X-Chengyun-Timestamp、-Nonce、-Signature、-Scheme；不签名时用渠道令牌。",
      saved: "已保存", testIn: "测试进来", testOut: "测试回传", now: "立即读取", tested: "测试结果", first: "第一件读作", unsaved: "有改动还没保存，测试用的是已保存的设置。", changes: "本区更改", changesHint: "只写与说明不同的部分，如 {example}", badJson: "不是有效的 JSON", lastTry: "上次读取 {at}", nextTry: "下次 {at}", errors: "连续失败 {n} 次", by: "{name} 改于 {at}", place: "读到 {place}", notForYou: "连接设置由系统管理员维护。", insideText: "这个渠道由平台自己的界面登记，不需要连接设置。", yes: "是", no: "否",
    },
    change: {
      count: "本区改了 {n} 处", noChange: "没有更改，全按对接说明", hint: "对方的字段名或代码与说明不同时，在这里改；没改的照说明。", asJson: "以 JSON 编辑", asForm: "回到表格", json: "本区更改的 JSON", unfit: "这些内容表格里放不下，请继续用 JSON 编辑。",
      tag: "本区", tagCount: "本区 {n}", profile: "区域配置", ours: "本平台字段", declared: "说明里取自", here: "本区更改", undeclared: "说明里没有", change: "更改", restore: "还原", remove: "去掉", add: "添加", none: "（空）", pick: "请选择", gone: "已去掉",
      way: "方式", ways: { column: "列", template: "模板", constant: "固定值" } as Record<string, string>, what: { column: "对方的列名", template: "模板", constant: "固定值" } as Record<string, string>, templateExample: "如 {'{'}标题{'}'}。{'{'}内容{'}'}", default: "空时用", labels: "抄录时的名称", labelsExample: "多个用顿号隔开",
      addField: "添加字段…", fact: "附加信息（facts.…）", factName: "附加信息的英文名", factExample: "如 batch_no", codesIn: "代码对照（进）：对方 → 本平台", codesOut: "代码对照（出）：本平台 → 对方", theirs: "对方", anyOther: "其他一切", addRow: "加一行", noRowsOut: "没有对照，原样告诉对方", addTableIn: "为别的字段加对照…", addTableOut: "为别的内容加对照…",
      step: "步骤", tellBack: "回传", stepTexts: { name: "名称", message: "对方叫法", path: "路径" } as Record<string, string>, rest: "其他", texts: { items: "清单所在字段", role: "对方岗位", contact: "联系方式", note: "说明" } as Record<string, string>, itemsHint: "层层之间用点，如 data.orders；空为整个内容",
      missing: { empty: "请填写从哪里取，或者还原。", half: "两边都要填写，或者去掉这一行。", twice: "这个代码上面已有一行。" } as Record<string, string>,
    },
    held: {
      intro: "没有立件的来件都在这里，改正后采用，或写明原因不采用；不会丢。", what: { new: "新件", supplement: "补充", urge: "催办", withdraw: "撤回", rate: "评价" } as Record<string, string>, all: "全部", state: "状态", states: { held: "待处理", applied: "已计入案件", taken: "已成案", dropped: "不予采用" } as Record<string, string>, none: "没有待处理的来件", noneText: "看不懂的、来源改过的、要人决定的来件会出现在这里。", waits: "等原件", noNumber: "没有编号", came: "{at} 来自{way}", raw: "原样（个人信息已遮盖）", fields: "识别结果，改正后采用", reasons: "没有立件的原因", take: "采用", drop: "不采用", why: "不采用的原因", again: "全部重新采用", againDone: "重新采用：新立 {new} 件，计入 {changed} 件，仍待处理 {held} 件", taken: "已采用", stillHeld: "仍然不能采用，请看原因", dropped: "已记为不采用", older: "更早的", settled: "{name} {at}：{state}", forgotten: "原样已按保存期限清除。", asCame: "按来件", masked: "遮盖的不改就按原样采用",
    },
    tokens: { intro: "不签名的对方凭令牌推送和查询；令牌只显示一次。", none: "还没有令牌", noneText: "给对方系统发一个令牌，对方凭它调用接口。", give: "发新令牌", name: "给谁用", days: "有效天数", daysHint: "空为长期", readOnly: "只能查询", rotate: "同时让现有令牌到期", rotateHours: "{n} 小时后", issue: "发放", once: "令牌只显示这一次", revoke: "撤销", revokeTitle: "撤销令牌“{name}”", revokeText: "撤销后对方立即不能再用。", revoked: "已撤销", valid: "有效", expired: "已到期", until: "{at} 到期", forever: "长期", used: "最近使用 {at}", unused: "没有用过", scopes: { "intake.write": "报送", "intake.read": "查询" } as Record<string, string> },
    copy: {
      title: "抄录来件", intro: "从没有接口的平台复制一条留言，或带表头的表格行，粘贴到这里。", pick: "渠道", none: "没有要抄录的渠道", noneText: "系统管理员把渠道设为“人工抄录”后，这里可以选择。", text: "粘贴内容", template: "填入格式", look: "识别", take: "登记 {n} 件", again: "再抄一条", field: "字段", found: "识别出 {n} 件", wrong: "{n} 处要改", became: { created: "已登记", known: "此前已登记", changed: "已计入原案件", held: "已转待处理来件" } as Record<string, string>, open: "打开 {number}", out: "待抄回的答复", correct: "可在这里改正", nothing: "先粘贴，再识别",
    },
  },
};
