/** English for the names of rules that come with the platform and with the demo; rules of a district stay as they are named. */
export const ruleTexts: Record<string, string> = {
  燃气泄漏: "Gas leak", 坍塌险情: "Collapse", 火情爆炸: "Fire, explosion", 被困受伤: "Trapped or injured", 食品安全聚集: "Food poisoning of several", 讨薪: "Unpaid wages",
  聚集维权: "People gathering", 楼盘停工交付: "Housing not finished", 标记为群体性: "Flagged as collective", 传销集资诈骗: "Pyramid schemes and fraud", 轻生言论: "Talk of suicide",
  未成年人受害: "Minors harmed", 标记为敏感: "Flagged as sensitive", 同一社区同类集中: "Many alike in a community", 停水停电停气集中: "Water, power or gas off", 一事多人反映: "One matter, many callers",
  街道某类明显增多: "A category grows in a subdistrict", 全区某类明显增多: "A category grows in the district",
  供水抢修先派水务集团: "Water repairs to the water company", 夜间市容联合巡查: "Joint patrol at night", 交通秩序和信号灯: "Traffic and signals", 小区里的事先到属地街道: "Housing estates to the subdistrict", 梧桐街道道路设施: "Roads of Wutong",
};
