/** Written first, by hand: short sentences, no officialese. */
export default {
  app: { name: "微邻里", back: "返回", demo: "演示区：内容都是虚构的，不会有人处理。", loading: "正在读取…", again: "再试一次", offline: "连不上网络。您写的内容都在手机里，有网络后再试。", fault: "没有成功：{why}", close: "关闭", skip: "跳到正文", largeOn: "放大文字", largeOff: "恢复文字大小" },
  tabs: { home: "首页", requests: "我的诉求", around: "通知与服务", mine: "我的" },
  home: { hello: "您好，这里是{centre}", what: "今天想说什么？", raise: "反映问题", raiseMore: "一分钟，写下来就行", urgent: "遇到危险，直接打电话", mine: "我的诉求", waiting: "{n} 件等您回话", none: "还没有提过", worker: "我的网格员", bind: "还没有选您家的网格", bindDo: "选我家的网格", noWorker: "这个网格还没有登记网格员。有事请打 12345。", call: "打电话", notices: "最近的通知" },
  login: { title: "登录", why: "登录后才能跟进您的诉求。手机号只用来联系您，不会给别的居民看到。", phone: "手机号", badPhone: "请填写 11 位手机号。", send: "获取验证码", sent: "验证码已发到 {phone}，{minutes} 分钟内有效。", code: "短信里的 6 位数字", enter: "登录", wait: "{n} 秒后可再次获取", demoCode: "演示区不发短信，您的验证码是 {code}", noSms: "本区还没有接通短信服务，暂时不能登录。有事请拨打 12345。", call: "拨打 12345" },
  raise: {
    step: "第 {n} 步，共 4 步", next: "下一步", kept: "已保存在手机里",
    what: "发生了什么？", whatHint: "哪里、什么事、多久了。写得像跟邻居说话一样就行。", placeholder: "例如：12 栋门口的路灯三天不亮，老人晚上出门看不见。", short: "请至少写两个字。",
    photos: "加照片", photoHint: "最多 9 张，会自动压缩", uploading: "正在传照片…", photoBad: "有一张没有传上，请再试一次。", remove: "删掉照片 {n}",
    where: "在哪里？", here: "用我现在的位置", hereDone: "已取得位置", onMap: "在地图上指出", mapHint: "点一下地图就放上图钉，可以拖动和放大。", map: "地图：点一下放上图钉，或用方向键移动、回车放下", zoomIn: "放大", zoomOut: "缩小", fit: "看全部", mapNo: "地图没有打开。请用文字写。", pinAt: "图钉在：{place}", pinNear: "{near}附近", pinOut: "图钉不在本区，可能要转给别的区。", pinOff: "去掉图钉", hereNo: "没有取到位置。请用文字写，或在手机设置里允许定位。", words: "用文字写", wordsHint: "例如：梧桐路 18 号门口", atHome: "就在我家附近（{place}）", whereNeed: "请写一下地点，或用现在的位置，我们才知道派给谁。",
    nearby: "附近已有人反映", nearbyHint: "是同一件事吗？点“我也遇到”，办好了同样会告诉您。", meToo: "我也遇到", callers: "{n} 人反映", since: "{day} 起", notMine: "都不是，我单独反映", nearbyNone: "附近没有类似的事，您是第一个反映的。", nearbyMaybe: "换一个再看",
    check: "看一下对不对", category: "哪一类", categoryOther: "换一类", categoryNone: "说不清，请工作人员分类", kind: "您想", privacy: "谁能看到", public: "邻居只看到类别、路名和进展", private: "只有我和工作人员能看到", anonymous: "匿名：承办单位不知道我是谁", anonymousHint: "匿名后没有人打电话给您，答复请回这里看。", joined: "和已有的反映合在一起办：{what}", submit: "提交", sending: "正在提交…",
    done: "收到了", number: "编号", promise: "{at} 前{what}", promiseNone: "受理后会告诉您什么时候办结。", follow: "看进展", home: "回首页", merged: "已和邻居的反映合在一起办理，现在共 {n} 人。",
    danger: "请先拨打 {number}", dial: "拨打 {number}", goOn: "我已经打过电话，或不是紧急情况，继续反映",
  },
  requests: { title: "我的诉求", empty: "还没有提过诉求", emptyDo: "有什么想反映的，点“反映问题”。", rate: "请您评价", promise: "{at} 前{what}", late: "已超过承诺时间，正在催办", open: "在办", closed: "已结束", photos: "我的照片" },
  request: { steps: "进展", answer: "答复", said: "我说的", questions: "问您的", reply: "回答", replyHint: "写下您的回答", send: "发送", add: "补充", addHint: "还想说什么", withdraw: "撤回", withdrawAsk: "为什么撤回？（可以不写）", withdrawDo: "确定撤回", withdrawn: "已撤回", done: "已送出", more: "说明：{text}", number: "编号 {number}", joined: "与邻居的反映合在一起办，共 {n} 人" },
  rate: { title: "办得怎么样？", satisfied: "满意", basically: "基本满意", dissatisfied: "不满意", solved: "问题解决了吗？", yes: "解决了", partly: "解决了一部分", no: "没有解决", contacted: "承办单位联系过您吗？", contactedYes: "联系过", contactedNo: "没有联系", why: "哪里不满意？", more: "还想说什么（可以不写）", redo: "不满意的，会安排重新办理一次。", send: "提交评价", thanks: "谢谢您的评价。", again: "已安排重新办理。" },
  around: { title: "通知与服务", alerts: "通知", none: "现在没有通知。", services: "便民电话", until: "到 {at}", all: "全区", call: "拨打 {name}", alert: "提醒", notice: "通知", bind: "选了您家的网格，就能看到社区的通知和电话。" },
  mine: { title: "我的", login: "登录", home: "我家", homeSet: "选我家的网格", homeChange: "换一个", name: "怎么称呼您", nameHint: "只有工作人员能看到", save: "保存", saved: "已保存", large: "大字", sms: "用短信告诉我进展", messages: "消息", unread: "{n} 条未读", leave: "退出登录", cancel: "注销账号", cancelAsk: "注销后，手机号、称呼和住址马上清除；提过的诉求照常办理，但您不能再从这里看进展。", cancelDo: "确定注销", keep: "先不注销", restricted: "暂时不能提交诉求", restrictedUntil: "原因：{reason}。{at} 后恢复。", appeal: "我要申诉", appealHint: "说说您的理由", appealSent: "申诉已提交，请等待处理。", appealKept: "申诉没有通过：{why}", language: "English" },
  help: {
    title: "办事问答", corrected: "没有一样的，按“{q}”找到这些", more: "更多", ask: "想问什么？", hint: "例如：居住证怎么办、停水了找谁", found: "找到 {n} 篇", none: "没有找到。换个说法试试，或直接告诉我们。", topics: "按主题看", topic: "这个主题", inTopic: "{name}（点一下去掉）", count: "{n} 篇", popular: "大家常问", empty: "还没有公开的办事问答。",
    after: "没有解决？", afterNone: "没有答案？告诉我们。", raise: "提诉求", or: "也可以打电话：", updated: "{at} 更新", until: "有效至 {at}", phones: "办理电话", sources: "依据和附件", useful: "对您有用吗？", yes: "有用", no: "没用", thanks: "谢谢，已记下。", sorry: "已记下，我们会改。可以直接提诉求。", home: "先查一查", homeMore: "常见问题马上有答案",
  },
  homeGrid: { title: "您家在哪里？", hint: "选好后能看到网格员和社区通知。门牌号加密保存，别人看不到。", address: "社区、小区或路名", example: "例如：梧桐里社区 3 栋", find: "查找", here: "用我现在的位置", card: "楼道里的网格码，用手机相机扫一扫就能选好。", done: "您家在：{place}", ok: "好了" },
  messages: { title: "消息", empty: "还没有消息。诉求有进展时会在这里告诉您。", open: "看这件诉求" },
};
