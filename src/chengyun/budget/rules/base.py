"""What a finding is; the rules with their identities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from ..tables import Figure, Place

ERROR, WARNING, ROUNDING = "E", "W", "r"
CENT = Decimal("0.01")
MOST = 2000


@dataclass(frozen=True)
class Rule:
    code: str
    identity: str
    english: str
    tolerance: str = "0.005×(项数+1) 万元"


@dataclass
class Finding:
    """`values`: as printed, in the order of `places`' sides: what stands there, what it should agree with."""

    rule: str
    severity: str
    places: list[Place]
    values: list[str]
    difference: str | None
    message: str
    english: str = ""
    key: str = ""

    @property
    def same(self) -> tuple[object, ...]:
        """Findings that tell the same once more: the same rule and values, or a rounding of the same figures."""
        if self.severity == ROUNDING:
            return (ROUNDING, *sorted(self.values))
        return (self.rule, self.severity, *self.values, self.key)


@dataclass
class Findings:
    items: list[Finding] = field(default_factory=list)

    def add(
        self,
        rule: str,
        severity: str,
        places: Iterable[Place | None],
        values: Iterable[object],
        message: str,
        english: str = "",
        difference: Decimal | None = None,
        key: str = "",
    ) -> None:
        told = str(plain(difference)) if difference is not None else None
        kept = list(dict.fromkeys(place for place in places if place is not None))
        made = Finding(rule, severity, kept, [str(value) for value in values], told, message, english, key)
        for known in self.items:
            if known.same == made.same:
                known.places += [place for place in made.places if place not in known.places]
                return
        if len(self.items) < MOST:
            self.items.append(made)


def plain(value: Decimal) -> Decimal:
    """Without an exponent or needless zeros beyond the fen."""
    shown = value.quantize(CENT, ROUND_HALF_UP) if value == value.quantize(CENT, ROUND_HALF_UP) else value.normalize()
    return Decimal(f"{shown:f}")


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def tolerance(addends: int) -> Decimal:
    return Decimal("0.005") * (addends + 1)


def where(place: Place) -> str:
    table = f"表 {place.table}" if place.table[:1].isdigit() else place.table
    return "·".join(text for text in (table, place.row[:40], place.column) if text)


def compare_sum(
    found: Findings, rule: str, whole: Figure | None, parts: list[Figure], what: str, english: str, key: str = ""
) -> bool:
    """`whole` against the sum of `parts`. Whether something was compared."""
    if whole is None or not parts:
        return False
    total = sum((part.wan for part in parts), Decimal(0))
    difference = whole.wan - total
    if difference == 0:
        return True
    severity = ROUNDING if abs(difference) <= tolerance(len(parts)) else ERROR
    values = [plain(whole.wan), plain(total)]
    places = [whole.place, *(part.place for part in parts)]
    found.add(
        rule,
        severity,
        places,
        values,
        f"{what}：{where(whole.place)} 为 {values[0]}，各项之和为 {values[1]}，相差 {plain(difference)}"
        + ("（四舍五入尾差）" if severity == ROUNDING else ""),
        f"{english}: {values[0]} is printed, the parts sum to {values[1]}, difference {plain(difference)}"
        + (" (rounding)" if severity == ROUNDING else ""),
        difference,
        key,
    )
    return True


RULES: tuple[Rule, ...] = (
    Rule(
        "R01",
        "表1：本年收入合计＝各项收入之和；本年支出合计＝各项支出之和；收入总计＝支出总计",
        "Table 1: totals are the sums of their lines; income equals expenditure",
    ),
    Rule(
        "R02",
        "表2：合计＝本年收入小计＋上年结转＝各来源之和＝表1收入；单位行之和＝合计",
        "Table 2: total = sources = income of table 1; units sum to the total",
    ),
    Rule(
        "R03",
        "表3：每行合计＝基本＋项目（＋经营＋上缴＋补助）；类＝Σ款＝Σ项",
        "Table 3: row totals and class = group = item sums",
    ),
    Rule("R04", "表3各类合计＝表1支出各行", "Classes of table 3 = functions of table 1"),
    Rule(
        "R05",
        "表4收入＝表1一般公共预算＋政府性基金＋国有资本；表4支出＝表1中财政拨款部分",
        "Table 4 = the fiscal part of table 1",
    ),
    Rule(
        "R06",
        "表5-1＝表3中一般公共预算部分；小计＝人员＋公用",
        "Table 5-1 = general budget part of table 3; basic = personnel + public",
    ),
    Rule("R07", "表5-2单位行之和＝表5-1合计", "Units of table 5-2 sum to table 5-1"),
    Rule("R08", "表6：合计＝人员＋公用＝Σ类；类＝Σ款；合计＝表5-1小计", "Table 6: totals, classes and table 5-1 agree"),
    Rule(
        "R09",
        "表6与表5-1：30108＝2080505，30110＝2101102，30111（＋30307）＝2101103，30113＝2210201",
        "Pairs of tables 6 and 5-1",
    ),
    Rule(
        "R10",
        "表7：合计＝出国＋公务用车（购置＋运行）＋接待；接待＝表6的30217",
        "Table 7: total and reception agree with table 6",
    ),
    Rule("R11", "表10合计＝表3项目支出＝Σ项目", "Table 10 = projects of table 3"),
    Rule("R12", "每个项目：总额＝Σ来源＝Σ明细＝文字", "Each project: total = sources = details = text"),
    Rule("R13", "整体绩效表的项目＝表10＝项目绩效表（名称、编码、金额）", "Projects are the same in tables 10, 11, 12"),
    Rule(
        "R14",
        "整体绩效表：收入合计＝支出合计＝表1总计；人员类＝人员经费，运转类＝公用经费，特定目标类＝项目支出",
        "Composition of table 11 agrees with tables 1 and 5-1",
    ),
    Rule("R15", "整体绩效表占比按所印位数重新计算", "Shares of table 11 recomputed", "所印最后一位"),
    Rule("R16", "情况说明中的总额、分项、占比＝各表", "Totals and shares in words = tables"),
    Rule(
        "R17",
        "增减额＝本年−上年；增减率＝增减额÷上年；Σ各项增减额＝总增减额",
        "Change = now − before; rate on the year before; items sum to the total",
    ),
    Rule("R18", "整体绩效表前两年＝项目绩效表前两年之和；构成之和＝合计", "Years before: table 11 = table 12"),
    Rule(
        "R19",
        "政府采购：文字＝货物＋工程＋服务＝采购表或项目采购＝明细的一部分",
        "Procurement in words = tables = part of the details",
    ),
    Rule("R20", "新增资产＝资产配置表", "New assets = asset table"),
    Rule("R21", "机关运行经费（有说明时）＝公用经费", "Running costs, when stated, = public cost"),
    Rule(
        "R22",
        "科目编码、名称在当年政府收支分类科目内，表、说明、名词解释一致",
        "Subjects exist in the year's classification and agree",
        "—",
    ),
    Rule(
        "R23",
        "同一指标在整体、项目、说明中名称、数值、符号、单位一致；长期与年度相称；项数相符",
        "The same indicator says the same everywhere",
        "—",
    ),
    Rule("R24", "年度、期限、比较年份合乎逻辑", "Years and terms make sense", "—"),
    Rule("R25", "必填项已填；表式完整", "Required fields are filled", "—"),
)
BY_CODE = {rule.code: rule for rule in RULES}
