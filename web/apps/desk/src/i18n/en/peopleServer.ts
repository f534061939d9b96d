/** What the server calls kinds of visits, posts and the columns of their tables. */
export const peopleTexts: Record<string, string> = {
  独居老人: "Living alone, elderly", 残疾人: "Disabled", 低保家庭: "On minimum allowance", 留守儿童: "Left-behind child", 精神障碍患者: "Mental illness", 刑满释放人员: "Released from prison", 出租房: "Rented home", 普通住户: "Household", 实有单位: "Unit at an address", 未落网格: "In no grid", 未知社区: "Unknown community", 未分配: "Nobody",
  走访对象: "Who is visited", "谁多久走访一次：住户、单位和各类重点人员。改动在当晚重排走访计划时生效。": "Who is visited how often: households, units and kinds of key persons. A change takes effect with the plans of the night.", 对象: "Subject", 住户: "Household", 重点人员: "Key persons", 居住情况: "Lived in", 自住: "Own home", 出租: "Rented", 空置: "Empty", "住户只走访这一种；空为全部": "Households of this kind only; empty: all", 几天一访: "Every so many days", "0：不安排": "0: never", 走访要看什么: "What to look at",
  专职网格员: "Full-time worker", 兼职网格员: "Part-time worker", 网格岗位: "Posts in the grids", 职责: "Duties", 每个网格配备: "For each grid", "0：不按网格配备": "0: not by grid", "网格长、网格员、采集员等岗位和配备标准。": "Posts and how many a grid should have.",
  网格员名册: "Register of grid workers", 所属单位: "Unit", 负责网格: "Grids", 工作号: "Work phone", 用工方式: "Employed", 在编: "Staff", 合同制: "Contract", 劳务外包: "Outsourced", "兼职、志愿": "Part-time, volunteer", 用工单位: "Employer", 离岗原因: "Reason for leaving",
  "手机和电脑登录用的账号": "The account used on phone and desk", "网格或社区的编码，多个用分号隔开": "Codes of grids or communities, with semicolons between", "工作用号码，会给居民看；不要写私人号码": "Shown to residents; never a private number",
  "网格队伍：岗位、负责的网格、工作号、入职（有效期起）和离岗（有效期止）。": "Posts, grids, work phones, entry (valid from) and leave (valid to).",
  培训题库: "Question bank", 专题: "Topic", 题型: "Kind", 单选: "One answer", 多选: "Several answers", 判断: "True or false", 题目: "Question", 选项: "Options", 答案: "Answer", "用分号隔开，依次为 A、B、C…；判断题不写": "With semicolons between, A, B, C…; none for true or false", "字母，如 B 或 ACD；判断题 A 正确 B 错误": "Letters, like B or ACD; A is true, B false", "考试从这里随机抽题；停用的题不再抽。": "Tests draw from here; questions that have ended are drawn no more.",
  巡查上报: "Patrol and report", 吹哨报到: "Call-ups",
  房屋和住户: "Homes and residents", 查看居民明文: "Resident unmasked", 查看人房信息: "Homes looked at",
};
