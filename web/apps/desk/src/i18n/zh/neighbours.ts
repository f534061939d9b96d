export default {
  title: "居民端",
  intro: "居民在“微邻里”里提诉求、看进展、评价。这里管公告、消息、公开内容和限制。",
  failed: "居民端没有读出来",
  tabs: { home: "公告", messages: "消息", shown: "公开内容", restrictions: "限制与申诉", cards: "网格码" },
  set: { sms: "短信", wechat: "微信", on: "已接通", off: "没有配置", offText: "没有配置短信，居民不能用手机号登录，也收不到短信；请管理员在设置里写明 sms.url。", demo: "演示区：验证码直接显示在页面上，不发短信。" },
  figures: { residents: "注册居民", bound: "已选网格", waiting: "待发", sent: "近 7 天送出", dead: "没有送达" },
  bulletin: {
    write: "写公告", edit: "修改", publish: "发布", withdraw: "撤下", save: "存为草稿", title: "标题", text: "内容", kind: "种类", notice: "通知", alert: "提醒（给住在那里的居民发消息）",
    areas: "区域", areasAll: "全区", areasHint: "不选为全区", phone: "咨询电话", until: "有效到", none: "还没有公告", noneText: "停水停电、便民服务、天气提醒，都可以写在这里。",
    state: { draft: "草稿", published: "已发布", withdrawn: "已撤下" }, by: "{who} 写于 {at}", published: "{who} 发布于 {at}", saved: "已保存", failed: "没有保存",
  },
  message: {
    state: { all: "全部", waiting: "待发", sending: "发送中", sent: "已送出", dead: "没有送达", dropped: "不再发" }, way: { sms: "短信", wechat: "微信" },
    to: "收件人", text: "内容", when: "时间", tries: "试过", again: "再发一次", drop: "不再发", none: "没有消息", noneText: "应用内的消息不在这里；短信、微信没有配置时不会产生。",
    preview: "预览模板", previewHint: "写一段模板看看填好的样子；模板在“基础数据 → 居民消息模板”里改。", fields: "可用", parts: "{n} 字，约 {parts} 条短信", case: "案件", nextAt: "{at} 再试", unknown: "可能已经送出，再发居民会收到两次",
  },
  shown: {
    waiting: "待决定", decided: "已决定", intro: "没有决定时，邻居只看到类别、路名和进展。可以另写一句公开的话，或不公开。", words: "公开的话（不写就只公开类别）", open: "公开", hide: "不公开", none: "没有待决定的", noneText: "居民新提的诉求会出现在这里；本人选择“不公开”的不会。",
    state: { open: "公开", hidden: "不公开" }, callers: "{n} 人反映", failed: "没有保存", by: "{who} {at}",
  },
  restriction: {
    intro: "限制期间这位居民不能提诉求，写到紧急情况的照常。原因会原样告诉居民。", add: "限制提这件诉求的居民", number: "案件编号", reason: "原因", days: "天数", do: "限制", who: "居民", until: "到", appeal: "申诉", lift: "解除", keep: "维持", why: "理由（告诉居民）", none: "现在没有限制", noneText: "恶意、反复提交无关内容的，在这里写明原因限制几天。",
    kept: "已维持：{why}", lifted: "已解除：{why}", failed: "没有保存", by: "{who} 限制",
  },
  card: { intro: "贴在楼道里，居民扫一扫就选好自己的网格。码里有签名，别人印的不认。", pick: "选网格或社区", open: "打开网格码", print: "打印" },
  inCase: { title: "居民端", joined: "{n} 人在居民端“我也遇到”", private: "本人选择不公开", anonymous: "匿名", left: "本人已撤回或不再跟进", restricted: "这位居民正被限制", emergency: "写到紧急情况，已提示拨打 {number}", ask: "问居民", askHint: "居民会在居民端看到这个问题", send: "提问", waiting: "等居民回答", failed: "没有读出来", none: "不是从居民端提的" },
};
