export default {
  imports: {
    title: "文件导入", intro: "把 CSV 或 XLSX 里的诉求导入为案件。同一来源、同一来源编号的行不会重复登记，可以放心再导一次。",
    choose: "选择文件，或拖到这里", types: "CSV（UTF-8 或 GBK，可压缩为 .gz）、XLSX", channel: "来源渠道", uploading: "正在上传 {n}%",
    steps: { file: "选文件", map: "对应列", check: "检查", run: "导入" },
    map: {
      title: "文件的列对应哪一项", text: "起个名字，下次同样的文件自动套用", target: "案件的", column: "文件的列", sample: "前几行的内容", none: "不导入",
      save: "保存并检查", saveAs: "存为", constant: "固定为“{value}”",
    },
    check: {
      title: "检查结果", ok: "{n} 行可以导入", bad: "{n} 行有问题，导入时会跳过", row: "第 {n} 行", start: "导入 {n} 行", back: "返回",
      none: "没有可以导入的行", checked: "已检查前 {n} 行，共 {total} 行",
    },
    run: {
      running: "正在导入", leave: "可以离开本页，导入会继续", total: "共 {n} 行", created: "新登记", unchanged: "已有，未变", bad: "未成功",
      errors: "下载有问题的行", again: "再导一个文件", resume: "继续导入", stop: "停止", progress: "已处理 {done} / {total} 行", open: "查看这个来源的案件",
    },
    history: "导入记录", historyEmpty: "还没有导入过文件", at: "时间", file: "文件", state: "状态",
  },
  master: {
    title: "主数据", intro: "单位、人员、区域、类别等基础数据。导出、在表格里修改、再导入；写入前先看每一行的问题。", export: "导出", import: "导入修改",
    preview: "检查结果", actions: { create: "新增", update: "修改", unchanged: "不变", error: "有问题", end: "停用" } as Record<string, string>,
    write: "写入 {n} 行", cannot: "有 {n} 行有问题，改好后再导入；现在还没有写入任何内容。", written: "已写入：{list}", row: "行", problem: "问题",
    values: "内容", none: "没有要写入的改动", failed: "没有载入", nothing: "没有可以维护的主数据",
  },
};
