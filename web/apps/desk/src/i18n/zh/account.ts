export default {
  title: "账号安全", confirmPassword: "请再输一次密码",
  code: {
    label: "动态口令", hint: "打开手机上的验证器应用，输入 6 位数字。", recovery: "恢复码", recoveryHint: "启用动态口令时记下的，每个只能用一次。",
    useRecovery: "手机不在身边，用恢复码", useApp: "改用动态口令", wrong: "口令不对，或已经用过", wrongText: "等手机显示新的数字再输一次；手机时间要准确。", next: "下一步",
  },
  password: {
    title: "密码", changed: "上次修改 {at}。", never: "还没有自己改过密码。", until: "请在 {at} 前更换。", soon: "{at} 到期",
    kinds: "字母、数字、符号至少两种", name: "不含账号", length: "至少 {n} 个字符", asked: "管理员要求您更换密码。", expired: "密码已到期，请换一个新密码。",
    first: "第一次登录，请先设置自己的密码。",
  },
  factor: {
    title: "动态口令", text: "登录时除了密码，再输手机上每 30 秒变化的 6 位数字。密码泄露了，别人也进不来。", on: "已启用", off: "未启用", required: "您的角色必须启用",
    since: "{at} 启用。", setup: "启用动态口令", begin: "下一步", scan: "用验证器应用（任何支持 TOTP 的都可以）扫描，再输入它显示的 6 位数字。", qr: "动态口令二维码",
    byHand: "不能扫描？手工输入密钥", confirm: "启用", remove: "停用动态口令", removeText: "停用后只凭密码就能登录。", removed: "动态口令已停用",
    mustTitle: "启用动态口令", mustText: "您的角色必须使用动态口令，启用后才能开始工作。",
  },
  recovery: {
    title: "恢复码", text: "手机丢了时，每个恢复码可以代替一次动态口令。只显示这一次：请抄在纸上或打印，放在安全的地方。", kept: "我已经保存好了",
    left: "恢复码还剩 {n} 个", renew: "换一套恢复码", renewText: "旧的恢复码会全部作废。", copyFailed: "没有复制成功，请手工抄写",
  },
  logIns: {
    title: "登录的设备", count: "{n} 处", text: "不认识的设备，请结束它并修改密码。", here: "本机", line: "{address} · {since} 登录 · 最近操作 {seen}", end: "结束",
    endOthers: "结束其他 {n} 处", everywhere: "全部退出（包括本机）", ended: "已结束这处登录", othersEnded: "其他登录都已结束",
  },
  idle: {
    title: "即将退出", text: "很久没有操作，{n} 秒后需要重新登录。没有提交的内容会保留。", stay: "继续工作", rule: "{n} 分钟没有操作要重新登录。", none: "离开不限时。",
  },
  lock: {
    idle: "离开时间较长，请重新登录", ended: "登录已结束，请重新登录", kept: "页面和没有提交的内容都还在。", submit: "继续工作", other: "换一个账号登录",
  },
  cover: {
    menu: "代同事办件", title: "代同事办件", intro: "在选定的时间里，以您的名字做同事的工作。看到和能做的与同事相同，不包括系统管理；每一步都记下两个人的名字，同事会看到。", who: "同事",
    search: "姓名或账号", nobody: "没有可以代办的同事", another: "换一位", reason: "原因", reasonHint: "如：临时离岗、请假", hours: "时间", nHours: "{n} 小时",
    start: "开始代办", stop: "结束代办", banner: "您正在代 {name} 办件，到 {at} 为止。每一步都记录两个人的名字。", why: "原因：{reason}", by: "{by}（代 {name}）",
  },
  covered: { title: "谁代我办过", text: "最近 20 次。", by: "代办人", from: "开始", to: "结束", now: "正在代办，到 {at}" },
  log: {
    title: "登录与账号", events: "登录记录", states: "账号状态", intro: "谁在什么时候、从哪里登录，为什么没有成功，以及账号上发生的其他事。", at: "时间", who: "账号", what: "事项", detail: "说明",
    from: "地址和设备", by: "操作人", person: "账号", anyPerson: "全部账号", kind: "事项", allKinds: "全部事项", address: "地址", since: "从", until: "到", export: "导出", empty: "没有符合条件的记录",
    emptyText: "放宽条件再看。", more: "更早的记录", unknown: "（没有这个账号）", wait: "需等待 {n} 秒", covers: "{by} 代 {name}", ended: "结束 {n} 处", failures: "只看失败", reset: "清除条件",
    kinds: {
      login: "登录", login_failed: "登录失败", logout: "退出登录", idle_logout: "离开超时退出", sessions_ended: "结束其他登录", logged_out_by_admin: "管理员强制退出", unlocked: "解除锁定",
      password_changed: "修改密码", link_issued: "发一次性链接", link_used: "用一次性链接设密码", change_asked: "要求修改密码", second_factor_on: "启用动态口令",
      second_factor_off: "停用动态口令", recovery_codes_renewed: "更换恢复码", token_issued: "建立访问令牌", token_rotated: "更换访问令牌", token_revoked: "撤销访问令牌", system_made: "登记系统账号", system_changed: "修改系统账号", cover_started: "开始代办", cover_ended: "结束代办",
      masterdata_imported: "导入基础数据", masterdata_exported: "导出基础数据", audit_exported: "导出审计记录",
      passkey_added: "添加通行密钥", passkey_removed: "移除通行密钥", identity_linked: "绑定统一认证", identity_unlinked: "解除绑定", account_made: "登记新账号",
      sign_in_way_changed: "修改登录方式", sign_in_way_removed: "删除登录方式", people_synced: "同步人员", people_source_changed: "修改人员来源",
    } as Record<string, string>,
    reasons: { password: "密码不对", unknown: "没有这个账号", disabled: "账号已停用", code: "动态口令不对", passkey: "通行密钥不对",
      provider_down: "统一认证连不上", refused: "统一认证没有放行", bad_answer: "统一认证的答复不对", expired: "登录步骤已过期", ambiguous: "对应到几个账号", conflict: "已与别人绑定", link_first: "管理账号要先由本人绑定", waiting: "新登记的账号，等管理员启用" } as Record<string, string>,
    ways: { password: "密码", totp: "密码和动态口令", recovery: "密码和恢复码", password_passkey: "密码和通行密钥", passkey: "通行密钥",
      oidc: "统一认证", oidc_totp: "统一认证和动态口令", oidc_recovery: "统一认证和恢复码", oidc_passkey: "统一认证和通行密钥", cas: "统一认证", cas_totp: "统一认证和动态口令", cas_recovery: "统一认证和恢复码", cas_passkey: "统一认证和通行密钥" } as Record<string, string>,
  },
  states: {
    intro: "谁正被锁定、谁还没有启用第二重验证、谁在线；解除锁定、强制退出、要求改密码。", search: "姓名或账号", waiting: "只看锁定的", locked: "锁定到 {at}", free: "正常", off: "已停用",
    factor: "第二重验证", factorOn: "已启用", factorOff: "未启用", factorNeeded: "应启用", sessions: "登录", seen: "最近登录", never: "从未", must: { first: "待首次改密", asked: "待改密码", expired: "密码到期" } as Record<string, string>,
    unlock: "解除锁定", logOut: "强制退出", requireChange: "要求改密码", resetFactor: "重置第二重验证", link: "发一次性链接", unlocked: "{name} 可以再试了", loggedOut: "{name} 已在 {n} 处退出",
    asked: "{name} 下次登录要先改密码", reset: "{name} 的第二重验证已清除", linkTitle: "一次性链接", linkText: "交给本人；72 小时内有效，只能用一次，只显示这一次。", empty: "没有符合条件的账号", noneLocked: "没有锁定的账号",
    resetAsk: "{name} 的手机丢了？动态口令、通行密钥和恢复码都清除，凭密码登录后重新启用；现有的登录全部结束。", actions: "操作", state: "状态",
  },
};
