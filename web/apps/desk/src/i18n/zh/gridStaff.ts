export default {
  title: "网格队伍", intro: "名册、岗位配备、培训签到和考试。", tabs: { register: "名册", posts: "岗位", training: "培训", exams: "考试", mine: "我的培训" } as Record<string, string>,
  days: "只看 {days}", allDays: "看全部",
  failed: "没有载入", q: "工号、姓名、网格、工作号", state: "在岗", states: { working: "在岗", left: "已离岗", all: "全部" } as Record<string, string>, post: "岗位", anyPost: "全部岗位", total: "{n} 人", more: "只列出前 500 人，请缩小条件。",
  empty: "名册里没有人", emptyText: "在“基础数据 · 网格员名册”登记或导入。", maintain: "登记、导入", bank: "题库",
  col: { no: "工号", name: "姓名", post: "岗位", unit: "单位", grids: "负责网格", phone: "工作号", employment: "用工", since: "入职", until: "离岗" },
  employment: { own: "在编", contract: "合同制", outsourced: "劳务外包", volunteer: "兼职、志愿" } as Record<string, string>, pick: "选一个人", pickText: "右边看培训和考试。", courses: "培训", papers: "考试", none: "还没有。",
  posts: { count: "在岗", wanted: "应配", short: "缺 {n} 人", full: "已配齐", notSaid: "不按网格配备", duties: "职责", empty: "还没有岗位", emptyText: "在“基础数据 · 网格岗位”里设置。" },
  course: {
    new: "安排培训", edit: "修改", name: "课程", topic: "专题", about: "内容", at: "时间", minutes: "分钟", place: "地点", teacher: "讲师", who: "参加岗位", everyone: "全部岗位", save: "保存", cancel: "取消课程", held: "已举办",
    states: { planned: "计划", held: "已举办", cancelled: "已取消" } as Record<string, string>, anyState: "全部", came: "到课 {n}/{all}", empty: "还没有培训", emptyText: "点“安排培训”。", pick: "选一门课程", pickText: "右边签到、看到课情况。", attendance: "签到", marks: { expected: "应到", came: "到课", late: "迟到", excused: "请假", absent: "缺席" } as Record<string, string>,
    allCame: "未标的都记到课", saveMarks: "保存签到", marked: "签到已保存", saved: "课程已保存", notYet: "上课以后签到。", nobody: "没有应到的人", nobodyText: "名册里没有符合岗位的人。",
  },
  exam: {
    new: "安排考试", name: "名称", topics: "专题", allTopics: "全部专题", questions: "题数", pass: "合格分", minutes: "分钟", tries: "可考次数", opens: "开始", closes: "截止", save: "发布", saved: "考试已发布", empty: "还没有考试", emptyText: "先导入题库，再点“安排考试”。", people: "参加 {n} 人", passed: "合格 {n} 人", average: "平均 {n} 分", rate: "合格率", inBank: "题库 {n} 题", pick: "选一场考试", pickText: "右边看成绩和易错题。",
    result: "成绩", best: "最好成绩", triesDone: "次数", at: "时间", yes: "合格", no: "不合格", notTaken: "未参加", hard: "易错题", wrong: "{wrong}/{asked} 错", span: "{from} 至 {to}",
  },
  mine: {
    courses: "我的课程", exams: "开放的考试", noCourses: "近期没有课程。", noExams: "现在没有开放的考试。", begin: "开始作答", goOn: "继续作答", left: "还可考 {n} 次", best: "最好 {n} 分", passed: "已合格", closes: "{at} 截止", about: "{n} 题 · {minutes} 分钟 · {pass} 分合格", handIn: "交卷", missing: "还有 {n} 题没有答", ends: "{at} 前交卷", score: "{n} 分", ok: "合格", notOk: "不合格", late: "超时交卷，不算合格", right: "正确答案 {text}", why: "依据：{text}", back: "返回", kinds: { single: "单选", multiple: "多选", judge: "判断" } as Record<string, string>, judge: ["正确", "错误"],
  },
};
