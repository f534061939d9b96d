"""Made-up messages: issues of several people among matters of one."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..matter import Matter

START = datetime(2025, 3, 1, 8)
PARKING = (
    "投诉青云苑捆绑销售车位",
    "青云苑开发商强制捆绑车位销售合法吗？",
    "关于青云苑车位捆绑销售的投诉",
    "坚决反对青云苑买房必须捆绑买车位",
    "青云苑小区强行捆绑销售车位，求解决",
    "请管一管青云苑捆绑销售车位",
)
SMOKE = (
    "白鹭新城一楼餐馆油烟扰民",
    "白鹭新城小区楼下烧烤店油烟直排",
    "白鹭新城底层商铺油烟和噪音扰民",
    "白鹭新城楼下夜宵摊油烟太大",
)
ALONE = (
    ("长虹路路灯坏了没人修", "长虹路中段三盏路灯不亮，晚上看不清路。"),
    ("咨询医保卡补办", "卡丢了，在哪里补办，需要带什么材料？"),
    ("白鹭新城地下车库漏水", "负二层顶板漏水，车都淋湿了，物业说等开发商。"),
    ("建议增加公交班次", "高峰期等车要四十分钟，建议加密班次。"),
    ("丁香中学食堂饭菜涨价", "一份饭涨了三块钱，家长没有收到通知。"),
    ("公园健身器材损坏", "扭腰器的底座松动，孩子玩有危险。"),
    ("市场门口占道卖菜", "早上七点到九点人行道走不通，推婴儿车只能走机动车道。"),
    ("宽带套餐被改", "没有同意就改成了更贵的套餐，客服不退费。"),
    ("快递驿站丢件不赔", "驿站签收以后找不到，说只赔十元。"),
    ("树枝挡住信号灯", "路口的梧桐树把红绿灯挡住了，司机看不见。"),
    ("老人乘车卡刷不上", "刷卡机提示无效，司机让投币，卡是上个月才办的。"),
    ("河边有人钓鱼甩钩", "散步时差点被鱼钩碰到，没有警示牌。"),
)
PRICE = "。开发商说不买车位就不给签购房合同，一个车位十二万。"
CLOSED = "，窗户不敢开，餐馆没有排烟管道，营业到凌晨。"


def many() -> list[Matter]:
    """Six people about parking places, four about smoke, twelve about something else."""
    found = []
    for at, title in enumerate(PARKING):
        found.append(Matter(f"p{at}", title, title + PRICE, START + timedelta(days=at), 2, caller=f"P{at}"))
    for at, title in enumerate(SMOKE):
        found.append(Matter(f"s{at}", title, title + CLOSED, START + timedelta(days=2 * at), at, caller=f"S{at}"))
    for at, (title, text) in enumerate(ALONE):
        found.append(Matter(f"a{at}", title, text, START + timedelta(days=at), caller=f"A{at}"))
    return found
