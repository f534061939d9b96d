export default {
  title: "搜索", placeholder: "编号、几个字、拼音首字母、来电号码……", groups: { pages: "页面", recent: "最近搜过", all: "更多" },
  all: "在全部案件中查找“{q}”", partial: "只列出较近的；按回车查看全部", partialOther: "还有更多，请再输几个字",
  empty: "没有找到“{q}”。换两个字试试，或只输编号的后几位。", failed: "查找没有成功，请再试一次", looking: "正在查找",
  hint: "两个字就能找；编号可只输后几位", keys: "↑↓ 选择 · Enter 打开 · Ctrl Enter 新窗口 · Tab 下一组", masked: "号码和姓名只显示一部分",
  forget: "清除记录", forgotten: "已清除最近搜过的内容", inactive: "已停用", count: "找到 {n} 项",
  sounds: {
    knowledge: "zhishiku zsk cha zhishi", register: "dengjisuqiu djsq", board: "jinrikanban jrkb kanban", import: "wenjiandaoru wjdr daoru", masterdata: "zhushuju zsj", "dispatch-rules": "paidanguize pdgz",
  },
};
