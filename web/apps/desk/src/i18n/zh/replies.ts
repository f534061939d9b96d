export default {
  assist: {
    title: "答复提示", checking: "正在看…", failed: "提示暂时看不到，不影响提交。", fine: "四要素齐全，没有要提醒的。", start: "写下答复后，这里提示还缺什么。",
    elements: "四要素", there: "有", absent: "缺", put: "写上", see: "看这一处", only: "只提示，不拦提交。",
    severity: { missing: "缺", doubt: "疑", hint: "提示" } as Record<string, string>, more: "另有 {n} 条提示", fewer: "收起提示", read: "我已核对，去掉草稿标记",
  },
  good: {
    open: "类似的好答复", title: "类似诉求里满意的答复", looking: "正在找…", none: "还没有类似且满意的答复。", failed: "没有找成，请再试一次", about: "{unit} · {month}", take: "作为草稿",
    note: "姓名、电话、门牌、日期已去掉，请按本案填写。", replace: "已放入答复，原来写的内容可撤销", undo: "撤销", same: "相近",
  },
  ai: {
    mark: "AI 草稿", ask: { reply: "AI 起草答复", summary: "AI 摘要", title: "AI 标题" } as Record<string, string>, waiting: "正在起草，可以继续做别的", take: "放入答复", copy: "复制", copied: "已复制", again: "重写", drop: "不用",
    note: "由 {model} 起草，发出前没有个人信息。请逐句核对，核对前不要当真。", invented: "模型写了号码或姓名，已去掉。", cut: "太长，已截短。", failed: "没有起草成",
    section: "AI 辅助", off: "没有配置语言模型",
  },
  review: { title: "答复核对", none: "本案没有答复。", failed: "答复没有载入", at: "{unit} {at} 答复", legend: "标出的文字：绿色为四要素，其余为疑点。" },
  page: {
    title: "答复质量", intro: "答复发出后由后台核对一遍，一分钟内计入。每个数字都能打开案件；一件有几次答复的算一件。", days: { "7": "近 7 天", "30": "近 30 天", "90": "近 90 天" } as Record<string, string>, unit: "单位", all: "有答复",
    complete: "要素齐全", share: "齐全率", total: "合计（各单位相加）", none: "这段时间没有答复", noneText: "换一段时间再看；刚发出的答复一分钟内计入。", waiting: "还有 {n} 条答复等待核对", range: "{from} 至 {to}", failed: "没有统计成", phrases: "维护套话",
    sort: "按“{name}”排序", table: "答复质量表",
  },
  hint: {
    no_contact: "没写联系", contact_when: "没写何时联系", contact_who: "没写谁联系", no_action: "没写措施", no_result: "没写结果", next_when: "没写期限", only_empty: "只有套话", empty_phrase: "有套话", rude: "生硬",
    off_subject: "没说到事", other_place: "地点不符", other_number: "号码不符", when_asked: "没答时间", number_asked: "没答数字", copied: "雷同", placeholder: "有空没填", all: "有答复", complete: "要素齐全",
  } as Record<string, string>,
  system: {
    off: "没有配置语言模型（llm.url、llm.model）。这是选用的功能，其他功能不受影响。", line: "{model}：24 小时内完成 {done} 次，失败 {failed} 次，等候 {waiting} 次", check: "现在连一下", checking: "正在连…",
    ok: "连得上，{ms} 毫秒", listed: "服务里有这个模型", unlisted: "服务没有列出“{model}”，请核对名称。它列出：{models}", bad: "连不上：{message}",
  },
};
