"""One figure printed in several places: R02, R04 to R11, R14, R16. What most places say is taken as meant."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from decimal import Decimal

from ..tables import Budget, Claim, Figure, Place
from .base import CENT, ERROR, ROUNDING, Findings, compare_sum, plain, where
from .sums import _named


@dataclass
class Ledger:
    entries: dict[Hashable, list[tuple[str, Figure]]] = field(default_factory=dict)

    def put(self, key: Hashable, rule: str, figure: Figure | None) -> None:
        if figure is not None:
            self.entries.setdefault(key, []).append((rule, figure))

    def judge(self, found: Findings) -> None:
        for entries in self.entries.values():
            groups: dict[Decimal, list[tuple[str, Figure]]] = {}
            for rule, figure in entries:
                groups.setdefault(figure.wan.quantize(CENT) if figure.unit == "万元" else figure.wan, []).append(
                    (rule, figure)
                )
            if len(groups) < 2:
                continue
            meant = max(groups, key=lambda value: len(groups[value]))
            for value, group in groups.items():
                if value != meant:
                    _differs(found, group, groups[meant], value, meant)


def _differs(
    found: Findings, group: list[tuple[str, Figure]], others: list[tuple[str, Figure]], value: Decimal, meant: Decimal
) -> None:
    difference = value - meant
    severity = ROUNDING if abs(difference) <= CENT else ERROR
    rules = sorted({rule for rule, _ in group})
    rule = rules[-1] if len(rules) == 1 else next((one for one in rules if one not in ("R01", "R02")), rules[0])
    places = [figure.place for _, figure in (*group, *others[:3])]
    there, here = where(others[0][1].place), where(group[0][1].place)
    found.add(
        rule,
        severity,
        places,
        [plain(value), plain(meant)],
        f"{here} 为 {plain(value)}，而 {there} 等 {len(others)} 处为 {plain(meant)}，相差 {plain(difference)}",
        f"{plain(value)} here, {plain(meant)} in {len(others)} other places, difference {plain(difference)}",
        difference,
    )


@dataclass
class Scope:
    """Whether all money is from the general public budget: then the tables of all and of fiscal money are one."""

    only_general: bool


def scope_of(budget: Budget) -> Scope:
    income = budget.table("1")
    others = [
        row.wan("收入预算数")
        for row in income.rows
        if row.name.endswith("收入") and not row.name.startswith("一般公共")
    ]
    if income.rows:
        return Scope(not any(others))
    if budget.overall:
        rest = [
            line.now.value
            for line in budget.overall.lines
            if line.side == "收入" and line.label not in ("财政拨款", "合计")
        ]
        return Scope(not any(rest))
    return Scope(True)


def check(budget: Budget, found: Findings) -> None:
    ledger = Ledger()
    scope = scope_of(budget)
    _tables(budget, ledger, scope, found)
    _overall(budget, ledger, scope, found)
    for claim in budget.claims:
        _claim(budget, ledger, scope, claim, found)
    ledger.judge(found)
    _pairs(budget, found)


def _fiscal(scope: Scope, key: Hashable) -> Hashable:
    return key if scope.only_general else ("fiscal", key)


def _tables(budget: Budget, ledger: Ledger, scope: Scope, found: Findings) -> None:
    one, four = budget.table("1"), budget.table("4")
    for name, column in (("收入总计", "收入预算数"), ("支出总计", "支出预算数")):
        ledger.put("total", "R01", _named(one, name, column))
        ledger.put(_fiscal(scope, "total"), "R05", _named(four, name, column))
    ledger.put("total", "R02", _total(budget, "2", "合计"))
    ledger.put("year", "R01", _named(one, "本年收入合计", "收入预算数"))
    ledger.put("year", "R02", _total(budget, "2", "本年收入小计"))
    ledger.put("spent", "R01", _named(one, "本年支出合计", "支出预算数"))
    ledger.put("spent", "R03", _total(budget, "3", "合计"))
    ledger.put("general", "R01", _named(one, "一般公共预算拨款收入", "收入预算数"))
    ledger.put("general", "R02", _total(budget, "2", "一般公共预算"))
    ledger.put("general", "R05", _named(four, "一般公共预算拨款", "收入预算数"))
    for row in one.rows:
        if "支出预算数" in row.cells and row.name.endswith("支出"):
            ledger.put(("class", row.name), "R04", row.cells["支出预算数"])
    for row in four.rows:
        if "支出预算数" in row.cells and row.name.endswith("支出") and row.name != "本年支出":
            ledger.put(_fiscal(scope, ("class", row.name)), "R05", row.cells["支出预算数"])
    for code, rule in (("3", "R04"), ("5-1", "R06")):
        for row in budget.table(code).body:
            if len(row.code) == 3:
                key = ("class", row.name)
                ledger.put(key if code == "3" else _fiscal(scope, key), rule, row.cells.get("合计"))
            for column in row.cells:
                same = column.replace("小计", "")
                if same in ("合计", "基本支出", "项目支出"):
                    cell = ("row", row.code, same)
                    ledger.put(cell if code == "3" else _fiscal(scope, cell), rule, row.cells[column])
    ledger.put("general", "R06", _total(budget, "5-1", "合计"))
    ledger.put("general", "R07", _total(budget, "5-2", "合计"))
    ledger.put("basic", "R03", _total(budget, "3", "基本支出"))
    ledger.put("project", "R03", _total(budget, "3", "项目支出"))
    ledger.put("project", "R11", _total(budget, "10", "合计"))
    ledger.put(_fiscal(scope, "project"), "R11", _total(budget, "10", "一般公共预算"))
    for code, rule in (("5-1", "R06"), ("5-2", "R07")):
        ledger.put(_fiscal(scope, "basic"), rule, _total(budget, code, "基本支出小计"))
        ledger.put("personnel", rule, _total(budget, code, "人员经费"))
        ledger.put("public", rule, _total(budget, code, "公用经费"))
        ledger.put(_fiscal(scope, "project"), rule, _total(budget, code, "项目支出"))
    ledger.put(_fiscal(scope, "basic"), "R08", _total(budget, "6", "合计"))
    ledger.put("personnel", "R08", _total(budget, "6", "人员经费"))
    ledger.put("public", "R08", _total(budget, "6", "公用经费"))


def _total(budget: Budget, code: str, column: str) -> Figure | None:
    row = budget.table(code).total
    return row.cells.get(column) if row else None


def _overall(budget: Budget, ledger: Ledger, scope: Scope, found: Findings) -> None:
    whole = budget.overall
    if whole is None:
        return
    people, running = whole.of("支出", "人员类项目支出"), whole.of("支出", "运转类项目支出")
    staff, public = _total(budget, "5-1", "人员经费"), _total(budget, "5-1", "公用经费")
    swapped = False
    if people and running and staff and public and people.now.wan != staff.wan:
        swapped = people.now.wan == public.wan and running.now.wan == staff.wan
    if swapped and people and running and staff and public:
        found.add(
            "R14",
            ERROR,
            [people.now.place, running.now.place, staff.place, public.place],
            [plain(people.now.wan), plain(running.now.wan)],
            f"人员类 {plain(people.now.wan)} 与运转类 {plain(running.now.wan)} 填反：表5-1 人员经费 "
            f"{plain(staff.wan)}，公用经费 {plain(public.wan)}",
            "Personnel and running are swapped",
            people.now.wan - staff.wan,
        )
    for side, label, key in (
        ("收入", "合计", "total"),
        ("支出", "合计", "total"),
        ("支出", "人员类项目支出", "personnel"),
        ("支出", "运转类项目支出", "public"),
        ("支出", "特定目标类项目支出", "project"),
        ("支出", "项目支出", "project"),
        ("支出", "基本支出", "basic"),
    ):
        line = whole.of(side, label)
        if line and not (swapped and key in ("personnel", "public")):
            ledger.put(key, "R14", line.now)
    fiscal = whole.of("收入", "财政拨款")
    if fiscal:
        ledger.put(_fiscal(scope, "total"), "R14", fiscal.now)


# --- part three -------------------------------------------------------------------------------------------------------
def _claim(budget: Budget, ledger: Ledger, scope: Scope, claim: Claim, found: Findings) -> None:
    if claim.amount is None:
        return
    title = claim.within.split("｜")[-1]
    key = key_of(claim.label, title, scope)
    if key is not None:
        ledger.put(key, "R16", claim.amount)
        return
    figures = _candidates(budget, claim, title)
    if figures and all(figure.wan != claim.amount.wan for figure in figures):
        near = min(figures, key=lambda figure: abs(figure.wan - claim.amount.wan) if claim.amount else 0)
        _differs(found, [("R16", claim.amount)], [("", near)], claim.amount.wan, near.wan)


_TOTAL = re.compile(r"收支总预算$|^(?:部门)?(?:预算收入|收入预算|预算支出|支出预算)$|预算安排收入$|^(?:支出|收入)$")


def key_of(label: str, title: str, scope: Scope) -> Hashable | None:
    """Which figure of the whole document a sentence tells."""
    fiscal = "财政拨款" in title or "一般公共" in title or "财政拨款" in label
    here = (lambda key: _fiscal(scope, key)) if fiscal else (lambda key: key)
    if _TOTAL.search(label):
        return here("total")
    if re.search(r"一般公共预算(?:财政拨款)?支出(?:预算)?$|^[本当]年预算$", label):
        return "general"
    if re.search(r"涉及一般公共预算本年财政拨款$|^一般公共预算本年拨款$", label):
        return _fiscal(scope, "project")
    if re.search(r"一般公共预算(?:财政)?(?:拨款)?(?:本年)?(?:收入)?$", label) and "三公" not in label:
        return "general"
    if re.search(r"基本支出$", label):
        return here("basic")
    if re.search(r"项目支出$|^优先保障优秀项目\d+个$", label):
        return here("project")
    if label.endswith("人员经费"):
        return "personnel"
    if label.endswith("公用经费"):
        return "public"
    if label == "其他收入":
        return ("income", label)
    if label == "单位资金":
        return ("income", "其他收入")
    if re.search(r"^[一-龥]{2,16}支出$", label) and label in FUNCTIONS:
        return here(("class", label))
    return None


FUNCTIONS = frozenset(
    "一般公共服务支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 社会保障和就业支出"
    " 卫生健康支出 "
    "节能环保支出 城乡社区支出 农林水支出 交通运输支出 资源勘探工业信息等支出 商业服务业等支出 金融支出 援"
    "助其他地区支出 "
    "自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 国有资本经营预算支出 灾害防治及应急管理支出 其他支出".split()
)


def item_name(label: str) -> str:
    """ "住房保障支出(类)住房改革支出(款)住房公积金(项)" → 住房公积金."""
    found = re.search(r"[)）]([^()（）]+(?:[（(]室[)）][^()（）]*)?)[（(]项[)）]$", label)
    return found.group(1) if found else label


def _candidates(budget: Budget, claim: Claim, title: str) -> list[Figure]:
    label = claim.label
    if "三公" in title:
        row = budget.table("7").total
        column = next((column for word, column in _THREE if re.search(word, label)), None)
        found = row.cells.get(column) if row and column else None
        if row and column and found is None:
            found = Figure(Decimal(0), Place("7", "合计", column, row.line))
        return [found] if found else []
    for name in ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "对个人和家庭补助", "资本性支出"):
        if label.endswith(name):
            wanted = name.replace("家庭补助", "家庭的补助")
            econ = budget.table("6").named(wanted)
            if econ is None and budget.table("6").rows:
                return [Figure(Decimal(0), Place("6", wanted, "合计"))]
            column = claim.within.split("｜")[0]
            wanted_columns = (column,) if econ is not None and column in econ.cells else ("合计",)
            return [econ.cells[one] for one in wanted_columns if one in econ.cells] if econ else []
    name = item_name(label)
    for code in ("5-1", "3"):
        rows = [row for row in budget.table(code).body if len(row.code) == 7 and _like(name, row.name)]
        if rows:
            return [
                row.cells[column]
                for row in rows
                for column in ("合计", "基本支出小计", "项目支出")
                if column in row.cells
            ]
    return []


_THREE = (
    ("三公|〝三公〞", "合计"),
    ("出国", "因公出国（境）费"),
    ("接待", "公务接待费"),
    ("购置及运行", "公务用车小计"),
    ("购置费", "公务用车购置费"),
    ("运行", "公务用车运行费"),
)


def _like(told: str, name: str) -> bool:
    plain_name = re.sub(r"[（(]室[)）]", "", name)
    return re.sub(r"[（(]室[)）]", "", told) == plain_name


_PAIRS = (
    (("30108",), ("2080505",)),
    (("30110",), ("2101102", "2101101")),
    (("30111", "30307"), ("2101103",)),
    (("30113",), ("2210201",)),
)


def _pairs(budget: Budget, found: Findings) -> None:
    """R09, R10: contributions in the economic table are the items of the functional one."""
    six, five = budget.table("6"), budget.table("5-1")
    for economic, functional in _PAIRS:
        left = [row.cells["合计"] for code in economic if (row := six.by_code(code)) and "合计" in row.cells]
        right = [
            row.cells["基本支出小计"]
            for code in functional
            if (row := five.by_code(code)) and "基本支出小计" in row.cells
        ]
        if not left or len(right) != 1:
            continue
        exact = any(right[0].wan == left[0].wan for _ in "1")
        if exact:
            continue
        compare_sum(found, "R09", right[0], left, f"{'＋'.join(economic)}＝{functional[0]}", "Contribution")
    seven = budget.table("7").total
    for code, column in (("30217", "公务接待费"), ("30212", "因公出国（境）费"), ("30231", "公务用车运行费")):
        row = six.by_code(code)
        told = seven.cells.get(column) if seven else None
        if row and told and "合计" in row.cells:
            compare_sum(found, "R10", told, [row.cells["合计"]], f"表7 {column}＝表6 {code}", f"Table 7, {column}")
