export default {
  jobs: {
    title: "后台任务", intro: "平台在后台做的事：到期提醒、封存记录、导入文件等。失败的在这里看原因、重试。", states: {
      queued: "排队", running: "执行中", failed: "失败", cancelled: "已取消", done: "已完成", all: "全部",
    } as Record<string, string>,
    doneDay: "24 小时内完成", oldest: "最早的一个已等 {time}", task: "任务", at: "时间", took: "用时", seconds: "{n} 秒", reason: "失败原因", attempt: "第 {n} 次", args: "参数", retry: "重试",
    cancel: "取消", stop: "请求停止", detail: "出错细节", retried: "已重新排队", cancelled: "已取消", copy: "复制细节", scheduled: "定于 {at}",
    empty: {
      queued: "没有排队的任务", running: "现在没有任务在执行", failed: "没有失败的任务", cancelled: "没有取消的任务", done: "24 小时内没有完成的任务", all: "这个任务还没有运行过",
    } as Record<string, string>,
    emptyText: { failed: "一切正常。" }, tasks: "定时任务", next: "下次运行", last: "最近运行", day: "24 小时", runs: "{n} 次", failedRuns: "失败 {n} 次", average: "平均 {n} 秒",
    onDemand: "需要时运行", never: "24 小时内没有运行", history: "“{task}”的全部运行", allTasks: "看全部任务", gone: "没有记下出错细节",
    names: {
      "cases.watch": "检查时限，催办提醒", "cases.seal": "封存案件记录", "cases.follow_changes": "时限跟随作息和规则变化", "channels.run_import": "导入文件", "channels.resume_imports": "续做中断的导入",
      "channels.forget_imports": "清除旧的导入文件", "kernel.retry_stalled": "接手中断的任务", "kernel.scan_files": "补扫病毒", "kernel.sweep_drafts": "清理没传完的文件",
      "operations.forget_runs": "清理旧的任务记录", "insight.merge": "汇总看板数字",
      "org.apply_master_data": "到时生效的基础数据", "org.run_trial": "试算基础数据改动", "cases.wake_notices": "到点提醒", "insight.recount": "重新统计看板",
      "insight.digests": "发出情况摘要", "insight.read_now": "读取新登记的内容", "insight.warn": "按规则发现预警", "insight.forget_hits": "清理旧的预警线索",
      "cases.repeats": "找重复反映", "cases.sign": "整理案件内容特征", "cases.forget_signatures": "清理旧的内容特征", "dispatching.propose": "提出派单建议",
      "dispatching.learn": "学习派单", "dispatching.check": "检查派单建议的把握", "dispatching.train": "训练派单模型", "replies.look_at_sent": "检查已发出的答复",
      "replies.ask_model": "请语言模型起草答复", "replies.forget_answers": "清理旧的答复草稿",
    } as Record<string, string>,
  },
  system: {
    title: "系统状态", intro: "每 30 秒自动检查一次。", checked: "{at} 检查", whole: { ok: "一切正常", warn: "有需要留意的", bad: "有需要马上处理的" } as Record<string, string>,
    states: { ok: "正常", warn: "留意", bad: "处理", info: "说明" } as Record<string, string>, fault: "没有检查成：{fault}", refresh: "立即检查",
    names: {
      program: "程序版本", worker: "后台进程", queue: "任务队列", backup: "备份", disk: "磁盘", database: "数据库", certificate: "证书", seals: "记录封存", live: "实时更新", channels: "渠道",
    } as Record<string, string>,
    program: { version: "城运 {version}", parts: "Python {python} · PostgreSQL {postgresql} · {system}", schema: "数据库结构" },
    worker: { ok: "{n} 个进程在工作，最近心跳 {at}", bad: "没有后台进程在工作。时限提醒和封存都停了：请启动 chengyun worker（或重启 chengyun up）。", never: "从未" },
    queue: { line: "排队 {due} 个，失败 {failed} 个", oldest: "最早的已等 {time}", slow: "任务积压：看后台进程是否够用，可调大 CHENGYUN_WORKER_CONCURRENCY。", failed: "有失败的任务，请到“后台任务”看原因。", open: "打开后台任务" },
    backup: { none: "没有备份记录。请用 chengyun db backup 备份，并设为每天自动运行。", last: "上次 {at}，{size}", due: "超过 26 小时没有备份，请检查定时备份。", gone: "备份文件已不在 {path}。如果是移到别处保存，没有问题；否则请马上备份。", keys: "密钥（keys 目录）和附件（files 目录）要另外备份。" },
    disk: { line: "剩余 {free}，共 {total}（{share}）", low: "空间不多了：清理旧备份、日志，或扩大磁盘。剩余低于 5% 时数据库可能停止写入。" },
    database: { line: "{size}，连接 {used} / {most}", table: "最大的表", rows: "约 {n} 行", many: "连接数接近上限，请减少进程或调大上限。" },
    certificate: { none: "没有设置证书位置（CHENGYUN_TLS_CERTIFICATE），不检查到期。", line: "{at} 到期，还有 {n} 天", soon: "请尽快更换证书，到期后所有人都打不开页面。" },
    seals: { line: "上次封存 {at}", none: "还没有封存过", late: "有记录超过 1 小时没有封存，请看后台任务“封存案件记录”。" },
    live: { line: "{n} 个网页进程在推送", none: "现在没有人打开工作台。" },
    channels: { name: "渠道", day: "24 小时", last: "最近一件", none: "7 天内没有", token: "令牌最近使用", quiet: "有令牌的渠道 7 天没有来件，请与对方核对。", closed: "已关闭", open: "开放", quietWord: "无来件", idle: "未使用" },
    components: { title: "组件与许可", intro: "本系统用到的全部开源组件及其许可证。", server: "服务端（Python）{n} 个", pages: "页面（npm）{n} 个", name: "组件", version: "版本", licence: "许可证", dev: "页面组件在构建时列出，开发环境里没有。" },
    time: { seconds: "{n} 秒", minutes: "{n} 分钟", hours: "{n} 小时" },
  },
  reads: {
    title: "信息查看记录", intro: "谁查看了诉求人信息，谁导出、打印了案件，为什么。每一行都能打开案件。", at: "时间", who: "谁", how: "方式", what: "内容", why: "原因", clear: "含个人信息", masked: "已脱敏",
    onlyClear: "只看含个人信息的", kinds: { unmask: "查看诉求人", export: "导出清单", print: "打印案件" } as Record<string, string>, anyKind: "全部方式", number: "案件编号", person: "账号", since: "从", until: "到",
    rows: "{n} 件", broken: "中途中断", for: "代 {name}", export: "导出", exportNote: "导出本身也会记录。", empty: "没有符合条件的记录", none: "还没有人查看、导出或打印过", emptyText: "放宽条件再看。", more: "更早的记录", reset: "清除条件",
  },
};
