export default {
  app: { name: "城运", title: "{page} · 城运" },
  do: {
    cancel: "取消", close: "关闭", retry: "重试", refresh: "刷新", save: "保存", remove: "删除", clear: "清除", back: "返回",
    more: "更多", open: "打开", download: "下载", undo: "撤销", copy: "复制", reload: "重新载入", add: "添加", show: "查看",
    next: "下一步", previous: "上一步", done: "完成",
  },
  word: {
    none: "无", yes: "是", no: "否", all: "全部", loading: "正在载入", optional: "选填", required: "必填", noMatch: "没有找到",
    demo: "演示", anonymous: "匿名", you: "您", system: "系统", count: "{n} 件", separator: "、", colon: "：", unknown: "未填",
  },
  tone: { normal: "正常", due_soon: "临期", overdue: "超期", supervised: "督办", done: "办结", progress: "进行" },
  limit: {
    left: "剩 {time}", over: "超 {time}", none: "—", due: "{stage}到期 {at}", days: "{d} 天 {h} 小时", hours: "{h} 小时 {m} 分",
    minutes: "{m} 分", unit: {
      natural_minute: "自然分钟", urgent_hour: "紧急工作时", working_hour: "工作时", working_day: "工作日", natural_day: "自然日",
      month: "月",
    },
  },
  flags: {
    sensitive: "敏感", collective: "群体性", business: "营商环境", business_environment: "营商环境", supervised: "督办",
    confidential: "要求保密", repeated: "重复诉求", repeat: "重复投诉", media: "媒体关注", leader: "领导批示",
  } as Record<string, string>,
  urgency: { normal: "一般", urgent: "紧急", critical: "特急", emergency: "特急" } as Record<string, string>,
  problem: {
    offline: "连不上服务器", offlineText: "没有收到服务器的回答。网络恢复后再试一次即可，您填写的内容还在。",
    server: "服务器出错了", serverText: "没有保存任何改动，您填写的内容还在。请稍后再试，仍不行请报告请求编号。",
    forbidden: "您没有这项权限", forbiddenText: "需要时请向系统管理员申请。", missing: "没有找到",
    missingText: "可能编号有误，也可能不在您的查看范围内。", tooMany: "操作太频繁", tooManyText: "请稍等片刻再试。",
    other: "没有成功", requestId: "请求编号 {id}", copied: "已复制",
  },
  errorPage: {
    notFound: "没有这个页面", notFoundText: "地址可能写错了，或者页面已经搬走。", home: "回到工作清单",
    forbidden: "您不能查看这个页面", forbiddenText: "您的角色没有这项权限。如果工作需要，请向系统管理员申请。",
    broken: "页面出错了", brokenText: "您保存过的内容没有丢。可以重新载入；如果再次出现，请把下面的说明报告给系统管理员。",
    nothing: "您的角色目前没有可用的页面", nothingText: "账号可以登录，但还没有分给您工作清单或管理页面。请联系系统管理员。",
    startFailed: "暂时打不开", startFailedText: "连不上服务器。请检查网络，或稍后重试。",
  },
};
