"""Words and codes of 一标三实. Pure."""

ESTATE, BUILDING, UNIT, ROOM = "estate", "building", "unit", "room"
LEVELS = {ESTATE: "小区、道路门牌", BUILDING: "楼栋", UNIT: "单元", ROOM: "房间"}
ABOVE = {ESTATE: (), BUILDING: (ESTATE,), UNIT: (BUILDING,), ROOM: (BUILDING, UNIT)}
USES = {"home": "住宅", "shop": "商铺", "office": "办公", "mixed": "商住", "other": "其他"}
OWN, RENTED, EMPTY = "own", "rented", "empty"
TENURES = {OWN: "自住", RENTED: "出租", EMPTY: "空置", "other": "其他"}
RESIDENCES = {"local": "户籍人口", "floating": "流动人口", "abroad": "境外人员", "away": "人户分离"}
HOUSEHOLD, KEY_PERSON, PREMISES = "household", "key_person", "premises"
SUBJECTS = {HOUSEHOLD: "住户", KEY_PERSON: "重点人员", PREMISES: "实有单位"}
MET, ABSENT, REFUSED, MOVED = "met", "absent", "refused", "moved"
OUTCOMES = {MET: "见到", ABSENT: "不在家", REFUSED: "拒访", MOVED: "已搬走"}
LOOKS = {"list": "查看清单", "open": "查看", "unmask": "查看明文", "find": "按人查找", "export": "导出"}
