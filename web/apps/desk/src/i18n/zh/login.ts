export default {
  title: "登录", district: "城市运行管理中心", username: "账号", password: "密码", submit: "登录", submitting: "正在登录",
  wrong: "账号或密码不对", wrongText: "请检查大小写和输入法。连续输错会暂时锁定账号。",
  locked: "账号已暂时锁定", lockedText: "连续输错次数过多，{time}后再试；或请系统管理员发一次性链接。", lockedSoon: "稍",
  seconds: "{n} 秒", minutes: "{n} 分钟", disabled: "这个账号已停用", disabledText: "请联系系统管理员。",
  demoTitle: "演示账号", demoText: "演示区的数据都是虚构的。点一个账号填入。", demoPassword: "密码都是 {password}",
  showPassword: "显示密码", hidePassword: "隐藏密码", caps: "大写锁定已打开",
  setTitle: "设置密码", setText: "这个链接只能用一次。设置好密码后即进入系统。", changeTitle: "修改密码",
  changeText: "首次登录或密码已到期，请先换一个新密码。", changeOwn: "换一个新密码，下次登录起使用。", old: "原密码",
  fresh: "新密码", again: "再输一次新密码", setSubmit: "设置密码并进入", changeSubmit: "修改密码",
  mismatch: "两次输入的新密码不一样", rule: "至少 10 位，字母、数字、符号至少两种", linkInvalid: "链接不能用了",
  linkInvalidText: "可能已经用过或过了有效期，请系统管理员再发一个。", changed: "密码已修改", toLogin: "去登录",
};
