"""Personal data taken out of free text, for what leaves the platform or is shown as an example. Pure.

Masking (kernel.masks) leaves enough to recognise a person whom one knows; this leaves nothing. What is known of the
people (their vault records) goes first, however it was typed; then numbers and names that look like personal data.
It rather takes out too much than too little. Nothing is put back later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .masks import normalise_phone

NAME, PHONE, ID, PLATE, HOUSE = "【姓名】", "【电话】", "【证件号】", "【车牌】", "【门牌】"
BANK, MAIL, CHAT = "【账号】", "【邮箱】", "【账号】"
DATE = "【日期】"
BLANKS = (NAME, PHONE, ID, PLATE, HOUSE, BANK, MAIL, DATE)
_KNOWN = {"name": NAME, "phone": PHONE, "id_number": ID, "address": HOUSE}

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付"
    "方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁符阮尚舒纪柯梅童毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫"
    "费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_S = f"(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|[{_SURNAMES}])"
_TITLE = (
    r"(?:先生|女士|小姐|同志|老师|师傅|阿姨|叔叔|大爷|大妈|婆婆|爹爹"
    r"|经理|主任|书记|队长|所长|站长|警官|医生|科长|局长)"
)
_ENDS = r"(?=[，,。；;\s（(、住电]|$)"
_GAP = r"[\s\-—–·.]?"
_D = "[0-9０-９]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern.replace(r"\s*", r"\s{0,3}")), blank)  # bounded: blanks without end would cost without end
    for pattern, blank in (
        (r"(?<![A-Za-z0-9_.+\-])[A-Za-z0-9_.+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}", MAIL),
        (rf"(?<!{_D})(?:{_D}{_GAP}){{17}}[0-9０-９XxＸｘ](?!{_D})", ID),
        (rf"(?<!{_D})[1-9]{_D}{{5}}\s?{_D}{{9}}(?!{_D})", ID),
        (r"(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,9}(?![A-Za-z0-9])", ID),
        (rf"(?<!{_D})(?:{_D}{{4}}[\s\-]?){{3,4}}{_D}{{1,7}}(?!{_D})", BANK),
        (rf"(?<!{_D})(?:[+＋]?86{_GAP})?[1１][3-9３-９]{_D}(?:{_GAP}{_D}){{8}}(?!{_D})", PHONE),
        (
            rf"(?<!{_D})[(（]?0{_D}{{2,3}}[)）]?{_GAP}[2-9]{_D}{{2,3}}{_GAP}{_D}{{4}}"
            rf"(?:{_GAP}转?{_GAP}{_D}{{1,5}})?(?!{_D})",
            PHONE,
        ),
        (r"(?<!\d)1[3-9]\d[*＊xX]{2,6}\d{2,4}(?!\d)", PHONE),
        (
            rf"(?:电话|手机|座机|号码|联系方式|热线)\s*(?:是|为|号码|号)?\s*[:：]?\s*[+＋]?"
            rf"{_D}[\d０-９\s\-]{{4,16}}{_D}",
            PHONE,
        ),
        (
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]\s?[A-Za-z]\s?[·•.\-\s]?\s?[A-Za-z0-9]{4,6}"
            r"[A-Za-z0-9挂学警港澳](?![A-Za-z0-9])",
            PLATE,
        ),
        (r"(?:微信|QQ|qq|微信号|抖音号?|支付宝)\s*(?:号|账号)?\s*(?:是|为)?\s*[:：]?\s*[A-Za-z0-9_\-]{5,20}", CHAT),
        (r"(?<!\d)\d{1,4}\s*[\-—–]\s*\d{1,4}\s*[\-—–]\s*\d{2,5}(?![\d\-])(?!\s*[日号])", HOUSE),
        (
            r"(?:[0-9０-９A-Za-z零〇一二三四五六七八九十百]{1,6}(?:[\-—–][0-9A-Za-z]{1,6}){0,3}\s{0,2}"
            r"(?:号楼|栋|幢|座|单元|门洞|层|楼(?![道上下梯宇盘房])|室)){1,5}",
            HOUSE,
        ),
        (r"(?<=[路街巷道里弄村组湾院区苑园寓])\s*[0-9０-９]{1,5}(?:[\-—–之][0-9]{1,4})?\s*号(?!线|公交)", HOUSE),
        (
            r"(?:我叫|我是|名叫|叫做|姓名|本人|联系人|户主|业主|投诉人|诉求人|来电人|反映人|当事人|法人|负责人)"
            rf"\s*(?:是|为|叫)?\s*[:：]\s*[\u4e00-\u9fff·]{{2,4}}{_ENDS}",
            NAME,
        ),
        (
            rf"(?:我叫|名叫|叫做|姓名|本人|联系人)\s*(?:是|为|叫)?\s*{_S}[\u4e00-\u9fff]{{1,2}}{_ENDS}", NAME,
        ),
        (rf"(?<![\u4e00-\u9fff]){_S}[\u4e00-\u9fff]{{0,2}}(?={_TITLE})", NAME),
        (rf"(?<=[与和向对给找的是由联系位员请询]){_S}[\u4e00-\u9fff]{{0,2}}(?={_TITLE})", NAME),
        (rf"{_S}(?=先生|女士|师傅|大爷|阿姨|婆婆)", NAME),
        (rf"{_S}(?:某某?|[*＊×xX]{{1,2}})", NAME),
    )
)  # fmt: skip
_DATES = re.compile(
    r"(?:\d{2,4}\s?年\s?)?\d{1,2}\s*月\s*\d{1,2}\s*[日号](?:\s*[上下中]?午?)?(?:\s*\d{1,2}[:：时点]\d{0,2}分?)?"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s+\d{1,2}:\d{2})?|\d{4}\s*年\s*\d{1,2}\s*月"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    text: str
    removed: int


def clean(text: str, people: Iterable[Mapping[str, str]] = (), *, dates: bool = False) -> Cleaned:
    """The text with blanks in place of personal data, and how many were put. `people`: vault records of those whom
    the text is about. `dates`: days and times too, so that an example is not taken over with another's dates."""
    removed = 0
    for pattern, blank in (*_known(people), *_RULES, *(((_DATES, DATE),) if dates else ())):
        text, count = pattern.subn(blank, text)
        removed += count
    return Cleaned(_JOINED.sub(r"\1", text), removed)


_JOINED = re.compile(r"(【(?:姓名|门牌|账号)】)(?:\s*\1)+")


def _known(people: Iterable[Mapping[str, str]]) -> list[tuple[re.Pattern[str], str]]:
    found: dict[str, str] = {}
    for person in people:
        for kind, blank in _KNOWN.items():
            pattern = _however_typed(kind, (person.get(kind) or "").strip())
            if pattern:
                found[pattern] = blank
    ordered = sorted(found.items(), key=lambda item: -len(item[0]))
    return [(re.compile(pattern, re.IGNORECASE), blank) for pattern, blank in ordered]


def _however_typed(kind: str, value: str) -> str:
    if kind == "phone":
        digits = re.sub(r"\D", "", normalise_phone(value))
        return r"(?<!\d)" + r"[\s\-]?".join(digits) + r"(?!\d)" if len(digits) >= 5 else ""
    if kind == "id_number":
        characters = re.sub(r"[\s\-]", "", value)
        return r"[\s\-]?".join(map(re.escape, characters)) if len(characters) >= 5 else ""
    letters = re.sub(r"\s", "", value)
    least = 2 if kind == "name" else 4
    return r"\s*".join(map(re.escape, letters)) if len(letters) >= least else ""
