export default {
  panel: {
    title: "派单建议", waiting: "正在看这件该由谁办…", none: "还拿不出建议：没有规则说到它，也没有相似的已办结案件。请人工派单。", failed: "建议没有取到", accept: "采纳",
    acceptTitle: "按 Alt+{n} 采纳，派给{unit}", first: "首选", share: "把握", why: "依据", with: "协办 {units}", similar: "最相似的已办结案件", category: "类别可能是", categoryShare: "{name}（{share}）",
    done: "已派给{unit}", undo: "撤回", undone: "已撤回派单", accepted: "已采纳：派给了首选的{unit}", corrected: "未采纳：建议{proposed}，派给了{final}", alone: "系统自动派给了{unit}。如有不当，请撤回或改派。",
    madeAt: "{at} 提出", model: "模型 {n}", noModel: "没有用模型", again: "案件有变化，正在重新看…", notYet: "受理后即可派单。", handled: "由{unit}办理", reasons: "展开依据", hint: "建议 {unit}", hintTitle: "{unit}，把握 {share}（{source}）",
  },
  sources: { rule: "规则", responsibility: "权责清单", precedent: "裁定先例", model: "模型", similar: "相似案件", habit: "惯例" } as Record<string, string>,
  register: { title: "派单建议", empty: "写下内容后，这里提示该由谁办。", use: "用这个类别" },
  page: {
    title: "派单学习", intro: "系统从已办结的案件里学习该由谁办：提出建议，有把握时可以自动派单。每个数字都能打开案件。",
    tabs: { figures: "首派准确率", acting: "自动派单", models: "模型" } as Record<string, string>,
  },
  figures: {
    title: "首派准确率", message: "{from} 至 {to} 首次派单 {n} 件，{share} 没有再改派", empty: "这段时间还没有派过单", emptyText: "案件派出后，这里按月、类别和单位统计首次派单是否派对。",
    definition: "派对：首次派到的单位一直办了下去；后来改派他处、或派单被撤回的，算没派对。正在办的案件暂算派对。", month: "月份", category: "类别", unit: "首派单位", all: "首次派单", right: "派对", wrong: "没派对",
    proposed: "有建议", accepted: "采纳", corrected: "未采纳", alone: "自动派单", alone_wrong: "自动派错", share: "首派准确率", adopted: "采纳率", trend: "各月首派准确率", byCategory: "按类别", byUnit: "按首派单位", none: "未定类别",
    span: "统计范围", months: "近 {n} 个月", oneMonth: "只看 {month}", back: "看全部月份", more: "看其余 {n} 行", shareTitle: "{part} / {whole}", chart: "图", table: "表",
  },
  acting: {
    title: "自动派单", intro: "只在有把握的类别里代人派单，默认全部关闭。门槛按历史案件交叉检验、准确率 {wanted} 定出；每天拿人的决定再核对一次，错多了自己停用并通知派单员。紧急、敏感、督办的案件始终由人派。",
    noModel: "还没有使用中的模型", noModelText: "先在“模型”里训练一个版本，再按类别开启自动派单。", empty: "还没有检验过的类别", emptyText: "训练一个版本后，这里列出每个类别的门槛。",
    category: "类别", state: "状态", on: "自动派单中", off: "关闭", stopped: "已自行停用", cannot: "把握不足", cut: "门槛", precision: "检验准确率", coverage: "可覆盖", lately: "近 60 天", sure: "达到门槛", right: "派对", wrong: "没派对", alone: "自动派出",
    turnOn: "开启“{name}”的自动派单", turnOff: "关闭“{name}”的自动派单", turnedOn: "“{name}”已开启自动派单", turnedOff: "“{name}”已改为人工派单", by: "{name} {at}", fitted: "检验 {n} 件",
    why: { too_few: "检验的案件太少", not_sure: "找不到 {wanted} 准确的门槛", later: "在较新的案件上不够准" } as Record<string, string>,
    dry: "没有开启的类别，列出的是“如果开启会怎样”。", checkedAt: "{at} 核对", showAll: "显示把握不足的 {n} 个类别", showFew: "只看有门槛的类别", readOnly: "开关由值班长或系统管理员操作。",
  },
  models: {
    title: "模型", train: "现在训练", trainTitle: "用已办结的案件训练一个新版本；只有比使用中的更好才会启用", training: "正在训练，可以离开，完成后这里会更新。", started: "已开始训练", few: "已办结案件还不够：{n} / {fewest} 件。", fewText: "在此之前，按规则、权责清单、裁定先例和相似案件提出建议，不用模型。",
    none: "还没有训练过", noneText: "训练每晚自动进行，也可以现在开始。", version: "版本 {n}", by: "{name} {at}", promote: "启用", rollBack: "回退到这个版本", promoted: "已启用版本 {n}", use: "启用 {at}，{name}", gone: "文件已清理，只留说明",
    states: { training: "训练中", ready: "未启用", running: "使用中", retired: "已停用", failed: "没训练成" } as Record<string, string>,
    learnt: "学了 {n} 件（{from} 至 {to} 办结），{units} 个单位", tried: "用之后办结的 {n} 件检验（{from} 至 {to}）", right: "首选正确", wrong: "首选不对", top3: "前三有它", categories: "类别判断正确", compared: "同样的案件，版本 {n} 首选正确 {m} 件",
    seconds: "用时 {n} 秒", card: "说明卡", byCategory: "按类别检验", category: "类别", asked: "检验", share: "准确率", uncategorised: "未定类别", showCard: "看说明卡", hideCard: "收起",
  },
  gathered: {
    kinds: {
      all: "首次派单", kept: "首派派对", wrong: "首派没派对", proposed: "有派单建议", accepted: "采纳建议", corrected: "没按建议派", alone: "系统自动派单", alone_wrong: "自动派单后被改",
      sure: "达到自动派单门槛", sure_right: "达到门槛且派对", sure_wrong: "达到门槛但没派对",
    } as Record<string, string>,
    tried: { all: "版本 {n} 的检验案件", kept: "版本 {n} 检验正确的案件", wrong: "版本 {n} 检验不对的案件" } as Record<string, string>,
    since: "{month} 以来", days: "近 {n} 天", none: "未定类别",
  },
};
