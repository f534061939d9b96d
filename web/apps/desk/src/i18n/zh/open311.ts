export default {
  title: "开放接口",
  intro: "别的程序按 Open311 GeoReport v2 反映问题、查进展；也可以把别的城市的 Open311 当作一个渠道。",
  failed: "开放接口没有读出来",
  tabs: { home: "地址与服务", keys: "密钥", matters: "公开内容", tests: "测试" },
  on: "已启用", off: "没有启用", offText: "基础数据的“渠道”里没有编码为 open311 的渠道，或它已停用；这时不收新的请求。",
  jurisdiction: "辖区代码", changed: "服务最近变动", test: "测试",
  address: {
    title: "告诉对方的地址", discovery: "服务发现", production: "正式", testing: "测试", copy: "复制", copied: "已复制",
    hint: "地址后加 /services.json、/requests.xml 等，后缀决定格式。测试地址收到的不会成为案件，保留 7 天。",
  },
  service: {
    title: "对外的服务", edit: "到基础数据里改", code: "编码", name: "名称", group: "大类", type: "怎样给编号", questions: "要问的",
    realtime: "当场给编号", batch: "先给凭据", blackbox: "不给编号", none: "还没有对外的服务", noneText: "在基础数据的“开放接口的服务”里写明哪些类别可以从这里反映。", ask: "{n} 问",
  },
  key: {
    make: "新建密钥", name: "给谁用", nameHint: "程序或单位的名称，会写在案件的记录里", forTest: "只能用于测试地址", making: "建好",
    once: "密钥只显示这一次，请现在交给对方", kept: "我已经保存", done: "知道了", rotate: "换一个", revoke: "作废",
    rotateAsk: "给“{name}”换新密钥？旧的 7 天后失效。", revokeAsk: "作废“{name}”？用它的程序马上不能提交。", who: "用途", prefix: "开头", state: "状态", made: "建立", used: "最近使用", never: "没有用过",
    states: { valid: "有效", ending: "{at} 失效", expired: "已过期", revoked: "已作废" }, none: "还没有密钥", noneText: "每个程序一个；没有密钥只能看已公开的。", failed: "没有办成", production: "正式", do: "操作",
  },
  matter: {
    intro: "没有公开的，别人查不到；提交它的程序用自己的密钥能看到进展，看不到别人写的内容。公开的只有下面这句话、路名、大致位置和进展。",
    waiting: "待决定", none: "没有待决定的", noneText: "从开放接口来的诉求会出现在这里。", words: "公开的话", media: "连同图片网址一起公开", open: "公开", hide: "不公开", decided: "已决定", by: "{who} {at}",
    state: { open: "已公开", hidden: "不公开" }, failed: "没有保存", original: "原话", hindered: "不能公开：{why}",
  },
  trial: {
    title: "最近的测试请求", none: "还没有测试请求", noneText: "对方用测试地址提交的会出现在这里，7 天后清除，不会成为案件。", id: "编号", key: "密钥", service: "服务", words: "内容", at: "时间", state: "状态", open: "在办", closed: "已办结",
    unsettled: "先给了凭据、还没有编号的", waits: "等后台登记", fault: "登记不了：{why}",
  },
};
