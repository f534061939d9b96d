"""Names of places and things as people write them: 阳光花园小区, 长江路, 第三中学, 搅拌站.

No list of names is needed. A name ends in a word for a kind of place; how far it reaches to the left is found by
counting: the longest reach that several people write in the same way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GENERIC = ("小区", "社区", "楼盘", "项目", "工地", "项目部", "街道", "商住楼", "安置房", "安置区", "商品房")
KINDS = (
    *GENERIC,
    "花园", "家园", "公寓", "公馆", "别墅", "山庄", "新城", "新村", "嘉园", "华府", "华庭", "豪庭", "广场", "大厦",
    "国际", "中心", "大道", "立交桥", "高架桥", "大桥", "隧道", "高速", "号线", "地铁站", "公交站", "火车站",
    "高铁站", "枢纽", "路口", "学校", "中学", "小学", "幼儿园", "大学", "学院", "培训机构", "医院", "卫生院",
    "公园", "市场", "菜场", "超市", "商场", "商城", "工业园", "产业园", "科技园", "搅拌站", "垃圾站", "中转站",
    "变电站", "加油站", "停车场", "殡仪馆", "养殖场", "水库", "机场", "有限公司", "集团", "公司", "酒店", "宾馆",
    "饭店", "银行", "机械厂", "化工厂", "水厂", "码头", "苑", "园", "城", "府", "湾", "郡", "墅", "轩", "阁", "邸",
    "庄", "路", "街", "巷", "桥", "站", "村", "镇", "乡", "湖", "山", "港", "厂",
)  # fmt: skip
MASKED = re.compile(r"[A-Z]\d{0,2}(?:市|区|县|州)")
"""Some files hide the names of cities and districts behind letters: they say nothing about the place."""
_NOT_BEFORE = {"城": "(?!市|管|乡)", "路": "(?!灯|面|口|人|上|段|边|况)", "街": "(?!道办)", "站": "(?!在|着)"}
_NOT_AFTER = {"府": "(?<!政)", "路": "(?<!马)(?<!道)"}
_KIND = re.compile(
    "|".join(
        _NOT_AFTER.get(kind, "") + kind + _NOT_BEFORE.get(kind, "") for kind in sorted(KINDS, key=len, reverse=True)
    )
)
_SEGMENT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_STOP = frozenset(
    "的了在是有我你他她它这那个们和与及或被把将于从到向对为因由给让请能否没不无都也还就又很太更最再且但而何吗呢吧啊各每某本该此其等着过得地内外上下前后旁边附近"
)
_VERBS = re.compile(
    r"反映|投诉|举报|咨询|建议|请求|关于|位于|家住|居住|希望|要求|反对|维护|取消|解决|住在|购买|买了|来自|有关|附近|旁边|针对|请问|恳请|强烈|呼吁|对面|门口"
    r"|省|市|自治区"
)
LONGEST = 9
_BEFORE = frozenset(("v", "vd", "vi", "vg", "p", "r", "d", "c", "u", "a", "f", "i", "l", "y"))
_NOT_NAMES = frozenset(
    "小区 社区 项目 楼盘 公司 学校 路口 街道 工地 村里 家里 城里 市场 商场 医院 公园 广场 中心 大道 号线 地铁站 "
    "公交站 幼儿园 小学 中学 大学 学院 集团 有限公司 开发商 物业公司 房地产 高速 国际 大厦 公寓 商品房 安置房 "
    "停车场 道路 马路 公路 上路 修路 一楼 二楼 楼里 整个小区 老旧小区 全小区 新城 大城 网站 车站 街上 农村 全村 "
    "乡镇 城镇 法院 检察院 电梯 业主 住院 出院 大楼 楼下 楼上 银行 工厂 门店 商店 酒店 饭店 小组 房地产开发公司 "
    "房地产公司 开发公司 置业公司 置业有限公司 房地产开发有限公司 民办学校 公办学校 公办小学 公办中学 地产公司 "
    "施工单位 党中央国 群众路 出路 一路 思路 网路 线路 铁路 国家 门面 自来水公司 民办幼儿园 公办幼儿园 "
    "物业管理有限公司 有限责任公司 服务中心 培训机构 教育机构 租房 购房 住房 村组 乡村 每个小区 各小区 多个小区 "
    "周边小区 我小区 本小区 该小区 贵公司 小区里 心里 夜里 这里 那里 哪里 公里 手里 群里".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, by where it stands."""

    name: str
    start: int
    end: int


def _inside_generic(run: str, at: int) -> bool:
    """Whether a name would begin with a general word, 社区党群服务中心, or in the middle of one."""
    return run.startswith(GENERIC, at) or (at > 0 and run.startswith(GENERIC, at - 1))


def _reaches(text: str) -> Iterable[list[tuple[str, int, int]]]:
    """For each end of a possible name, its reaches from short to long, each with start and end in the text."""
    for segment in _SEGMENT.finditer(text):
        run = segment.group()
        for kind in _KIND.finditer(run):
            first = kind.start()
            low = max(0, first - LONGEST)
            for stop in _VERBS.finditer(run, low, first):
                low = max(low, stop.end())
            found = []
            at = first
            while at > low:
                at -= 1
                if run[at] in _STOP:
                    break
                name = run[at : kind.end()]
                if (first - at >= 2 or kind.group() == "号线") and not _inside_generic(run, at):
                    found.append((name, segment.start() + at, segment.start() + kind.end()))
            if found:
                yield found


def core_of(name: str) -> str:
    """阳光花园小区 → 阳光花园: what remains when only the kind of thing is taken away."""
    for kind in GENERIC:
        if name.endswith(kind) and len(name) - len(kind) >= 3:
            return name[: -len(kind)]
    return name


class Gazetteer:
    """The names that several messages share, found again wherever they stand in a text."""

    def __init__(self, names: Iterable[str]):
        self.names = set(names)
        self._within: dict[str, list[str]] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self.names:
            lengths[name[:2]].add(len(name))
        self._by_start: dict[str, list[int]] = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def mentions(self, text: str) -> list[Mention]:
        """Longest names first from the left, not overlapping."""
        found: list[Mention] = []
        at, end = 0, len(text) - 1
        starts, names = self._by_start, self.names
        while at < end:
            for length in starts.get(text[at : at + 2], ()):
                name = text[at : at + length]
                if name in names:
                    found.append(Mention(name, at, at + length))
                    at += length - 1
                    break
            at += 1
        return found

    def within(self, name: str) -> list[str]:
        """长江路阳光花园 says 长江路 and 阳光花园: the names that a name is made of, or the name itself."""
        known = self._within.get(name)
        if known is None:
            size = len(name)
            parts = (name[at:end] for at in range(size) for end in range(at + 3, size + 1) if (at, end) != (0, size))
            known = self._within[name] = list(dict.fromkeys(part for part in parts if part in self.names)) or [name]
        return known


def names_something(title: str) -> bool:
    """Whether a title names a place, even one that nobody else names."""
    return any(_trimmed(core_of(reach[-1][0])) for reach in _reaches(title))


def learn(texts: Sequence[tuple[str, str]], least: int = 2) -> Gazetteer:
    """Names that at least so many of the (title, text) messages share."""
    counts: Counter[str] = Counter()
    for title, text in texts:
        counts.update({name for reach in _reaches(title) for name, _, _ in reach})
        counts.update({name for reach in _reaches(text) for name, _, _ in reach} if text else ())
    names: Counter[str] = Counter()
    known: dict[str, str] = {}
    for title, text in texts:
        seen = set()
        for part in (title, text):
            for reach in _reaches(part):
                chosen = _choose(reach, counts, least)
                if chosen:
                    if chosen not in known:
                        known[chosen] = _trimmed(core_of(chosen))
                    seen.add(known[chosen])
        names.update(seen)
    return Gazetteer(name for name, count in names.items() if count >= least and name)


def _trimmed(name: str) -> str:
    """Without ordinary verbs and the like before it (进入小区); empty where only those are left."""
    import rjieba

    if name in _NOT_NAMES:
        return ""
    tags = rjieba.tag(name)
    while tags and tags[0][1] in _BEFORE and rjieba.has_word(tags[0][0]):
        tags = tags[1:]
    rest = "".join(word for word, _ in tags)
    if len(rest) < 3 or rest in _NOT_NAMES or rest in KINDS:
        return ""
    proper = ("ns", "nt", "nz", "nr", "x", "eng", "m")
    if len(tags) == 1 and rjieba.has_word(rest) and not tags[0][1].startswith(proper):
        return ""
    return rest if any(tag.startswith(("n", "x", "j", "eng", "q", "s")) for _, tag in tags) else ""


def _choose(reach: list[tuple[str, int, int]], counts: Counter[str], least: int) -> str:
    """The longest reach that loses few of those who write the shorter one."""
    best, best_count = "", 0
    for name, _, _ in reach:
        count = counts[name]
        if count < least:
            break
        if not best or count >= 0.5 * best_count:
            best, best_count = name, count
    return best
