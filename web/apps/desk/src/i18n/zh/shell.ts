export default {
  nav: {
    main: "主导航", work: "工作清单", register: "登记诉求", board: "看板", import: "文件导入", masterdata: "主数据", more: "更多",
    groups: { insight: "研判与报告", oversight: "督办与考核", dispatch: "派单与答复", field: "网格工作", manage: "管理" },
    skip: "跳到正文", collapse: "收起导航", expand: "展开导航",
  },
  counts: "{total} 件，其中超期 {overdue} 件，临期 {soon} 件",
  search: {
    open: "找案件、页面", placeholder: "案件编号、标题里的词，或页面名", cases: "案件", pages: "页面", empty: "没有找到“{q}”",
    hint: "两个字就能找；编号可只输前几位", all: "在全部案件中查找“{q}”", failed: "查找没有成功，请再试一次",
  },
  bell: { title: "消息", open: "消息，{n} 条未读", none: "没有消息", noneText: "催办、退单、批复会出现在这里。", readAll: "全部已读" },
  account: {
    menu: "账号菜单", language: "English", languageName: "切换语言", light: "浅色", dark: "深色", password: "修改密码",
    logOut: "退出登录", roles: "角色",
  },
  live: {
    live: "实时", connecting: "正在连接", lost: "已断开", lostText: "实时更新已断开，正在重连。清单可能不是最新，查看和办理照常。",
    offline: "离线", offlineText: "连不上服务器。可以继续阅读已打开的内容、填写表单（自动保存在本机）；提交要等恢复后。",
    since: "最近一次往来 {at}", reconnect: "立即重连",
  },
  keys: {
    title: "键盘操作", anywhere: "任何页面", list: "清单", case: "案件", form: "登记诉求", search: "查找案件、页面", map: "显示本表",
    register: "登记诉求", goList: "回到清单", up: "上一行 / 下一行", open: "打开", select: "选中 / 取消选中", selectMany: "连选",
    full: "整页打开", close: "关闭右侧或退出", accept: "采纳派单建议", primary: "主要操作；表单中为提交", nextStep: "下一步", jump: "跳到第几步", finish: "登记、受理、派单、直接答复", join: "并入相似的案件", earlier: "此人此前的诉求",
    save: "登记", refresh: "刷新清单", filter: "在清单中查找", caseMap: "地图开关", compare: "对照疑似重复的案件", newDraft: "新的登记单",
  },
};
