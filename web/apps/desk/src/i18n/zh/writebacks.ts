export default {
  writebacks: {
    title: "回传", intro: "案件办到每一步，按来源渠道的约定告诉对方：每件按次序，送不到自动重试，对方拒绝的留在“失败”里等人处理。",
    tabs: { by_hand: "待回填", dead: "失败", waiting: "等待", all: "全部" } as Record<string, string>,
    states: { waiting: "等待回传", sending: "正在回传", done: "已回传", dead: "回传失败", skipped: "不再回传", by_hand: "待回填" } as Record<string, string>,
    filter: "筛选", door: "渠道", anyDoor: "全部渠道", search: "案件编号、对方编号", find: "查找", onlyDoor: "只看 {name}", clear: "清除筛选",
    failed: "回传没有读出来", gone: "没有这条回传", back: "返回列表", more: "更多", pick: "选一条看内容", pickText: "左边是按来源渠道要回传的消息。",
    empty: {
      by_hand: "没有要人工回填的", by_handText: "没有接口的渠道，要回传的内容会列在这里，复制后填到对方平台。",
      dead: "没有失败的回传", deadText: "对方拒绝或一直送不到的会列在这里。", waiting: "没有在等的", waitingText: "要回传的都已送出。",
      all: "还没有回传", allText: "渠道接通回传后，案件每办一步都会出现在这里。", found: "没有符合条件的", foundText: "换一个编号，或清除筛选。",
    },
    about: "第 {seq} 条 · {message}", theirs: "对方编号 {id}", case: "案件 {number}", openCase: "打开案件",
    why: "为什么没有成功", answered: "对方的回答", status: "HTTP {status}", tries: "试了 {n} 次", nextAt: "{at} 再试", sentAt: "{at} 送达", receipt: "回执 {receipt}", madeAt: "{at} 产生", settledAt: "{at} 结束", by: "{who} 办理",
    content: "内容", contentHidden: "您无权查看这件案件的内容。", copy: "复制内容", copied: "已复制，请粘贴到对方平台", behind: "本案还有 {n} 条排在它后面，它成功或跳过后才会发。", ahead: "前面的“{message}”还没有成功，这一条在等它。", fault: "现在不能发送",
    steps: "处理经过", stepNames: { retry: "重试", replay: "重新发送", skip: "不再回传", filled: "已回填" } as Record<string, string>,
    do: { retry: "重试", replay: "重新发送", skip: "不再回传", fill: "填写已回填" } as Record<string, string>,
    skipNote: "为什么不再回传（对方会不知道这一步）", replayNote: "为什么重新发送（编号不变，对方按编号去重）", fillReceipt: "对方的回执号", fillNote: "说明（没有回执号的，写填在了哪里）", confirm: { replay: "重新发送", skip: "不再回传", fill: "已回填" } as Record<string, string>,
    did: { retry: "已排队重试", replay: "已排队重新发送", skip: "不再回传", fill: "已记为回填" } as Record<string, string>,
    retryAll: "全部重试", retriedAll: "{n} 条已排队重试", wrong: "没有办成",
    health: {
      title: "回传状况", states: { fine: "正常", behind: "有积压", away: "对方暂不可用", stalled: "停滞", paused: "已停用", hand: "人工抄回" } as Record<string, string>,
      waiting: "还没有回传", dead: "失败", today: "今天送达", lastOut: "最近送达", lastError: "最近出错", never: "还没有", lag: "最早一条已等", days: "天", nextTry: "{at} 再试", none: "没有接通回传", noneText: "在“连接”里选择回传方式后，案件每办一步会自动告诉对方；没有接口的选“人工抄回”。",
    },
    day: {
      title: "每日核对", intro: "向对方要当天的清单，两边逐件比对。每天凌晨自动核对前一天。", button: "核对这一天", date: "日期", started: "已开始核对，稍后刷新", none: "还没有核对过", cannot: "没有设置对账地址",
      states: { running: "正在核对", agreed: "一致", differs: "有差异", failed: "没有核对成" } as Record<string, string>,
      ours: "我方", theirs: "对方", agreed: "一致", only_ours: "对方没有", only_theirs: "我方没有", unlike: "状态不同", open: "看差异", close: "收起", more: "还有 {n} 处没有列出", kind: "差异", number: "案件", id: "对方编号", oursState: "我方状态", theirsState: "对方状态", why: "可能的原因", at: "{at} 核对",
    },
    system: { line: "{doors} 个渠道接通，{waiting} 条等待回传", none: "没有渠道接通回传", still: "停住了：{names}。", dead: "{n} 条失败。", open: "打开回传" },
    inCase: { title: "回传来源渠道", none: "还没有要回传的", line: "{message}", waits: "排队中", failed: "没有读出来" },
  },
};
