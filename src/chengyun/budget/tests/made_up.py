"""A made-up district's budget whose tables agree to the fen. No real unit, code or amount."""

from decimal import Decimal

from chengyun.budget.tables import (
    COLUMNS,
    Block,
    Budget,
    Composition,
    Detail,
    Figure,
    Form,
    Indicator,
    Overall,
    Place,
    ProjectLine,
    Table,
    value_of,
)  # fmt: skip

NAME = "星河区城市运行管理中心"
PROJECTS = (("99990026777T000000100", "热线坐席服务", "180.00"), ("99990026777T000000101", "平台运行维护", "60.50"))
# code, name, personnel, public, project
ITEMS = (
    ("2010350", "事业运行", "210.40", "40.20", "0"),
    ("2010399", "其他政府办公厅（室）及相关机构事务支出", "0", "0", "240.50"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "30.10", "0", "0"),
    ("2101102", "事业单位医疗", "15.05", "0", "0"),
    ("2210201", "住房公积金", "25.15", "0", "0"),
)
UPPER = {
    "201": "一般公共服务支出", "20103": "政府办公厅（室）及相关机构事务", "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出", "210": "卫生健康支出", "21011": "行政事业单位医疗", "221": "住房保障支出",
    "22102": "住房改革支出",
}  # fmt: skip
ECONOMIC = (
    ("30101", "基本工资", "120.40", "0"), ("30107", "绩效工资", "90.00", "0"),
    ("30108", "机关事业单位基本养老保险缴费", "30.10", "0"), ("30110", "职工基本医疗保险缴费", "15.05", "0"),
    ("30113", "住房公积金", "25.15", "0"), ("30201", "办公费", "0", "39.90"), ("30217", "公务接待费", "0", "0.30"),
)  # fmt: skip


def budget(year: int = 2026, factor: str = "1") -> Budget:
    """`factor`: every item times this (another year)."""
    times = Decimal(factor)
    items = [(code, name, *(Decimal(one) * times for one in rest)) for code, name, *rest in ITEMS]
    economic = [(code, name, *(Decimal(one) * times for one in rest)) for code, name, *rest in ECONOMIC]
    projects = [(code, name, Decimal(amount) * times) for code, name, amount in PROJECTS]
    found = Budget(year, NAME)
    _functions(found, items)
    _economics(found, economic)
    staff, public, project = (sum(row[at] for row in items) for at in (2, 3, 4))
    total = staff + public + project
    _fronts(found, total)
    ten = _table(found, "10")
    _put(ten, "", "合计", [project, project])
    for code, name, amount in projects:
        _put(ten, code, name, [amount, amount]).more["单位"] = NAME
    _performance(found, total, staff, public, projects)
    found.overview = [f"纳入{NAME} {year} 年部门预算编制范围的预算单位为单位本级。"]
    return found


def _table(found: Budget, code: str) -> Table:
    found.tables[code] = Table(code)
    return found.tables[code]


def _put(table: Table, code: str, name: str, values):
    return table.add(code, name, zip(COLUMNS[table.code], values, strict=False), 0)


def _functions(found: Budget, items) -> None:
    three, five, units = _table(found, "3"), _table(found, "5-1"), _table(found, "5-2")

    def rows(code, name, mine):
        staff, public, project = (sum((row[at] for row in mine), Decimal(0)) for at in (2, 3, 4))
        basic = staff + public
        _put(three, code, name, [basic + project, basic, project])
        _put(five, code, name, [basic + project, basic, staff, public, project])
        if not code:
            for unit in ("", "777", "777001"):
                _put(units, unit, NAME if unit else "合计", [basic + project, basic, staff, public, project])

    rows("", "合计", items)
    for code, name in UPPER.items():
        rows(code, name, [row for row in items if row[0].startswith(code)])
        for row in items:
            if len(code) == 5 and row[0].startswith(code):
                rows(row[0], row[1], [row])


def _economics(found: Budget, economic) -> None:
    six = _table(found, "6")

    def put(code, name, mine):
        staff, public = (sum((row[at] for row in mine), Decimal(0)) for at in (2, 3))
        _put(six, code, name, [staff + public, staff, public])

    put("", "合计", economic)
    for code, name in (("301", "工资福利支出"), ("302", "商品和服务支出")):
        mine = [row for row in economic if row[0].startswith(code)]
        put(code, name, mine)
        for row in mine:
            put(row[0], row[1], [row])
    meals = economic[-1][3]
    _put(_table(found, "7"), "", "合计", [meals, Decimal(0), Decimal(0), Decimal(0), Decimal(0), meals])


def _fronts(found: Budget, total: Decimal) -> None:
    one, two, four = _table(found, "1"), _table(found, "2"), _table(found, "4")
    one.add("", "一般公共预算拨款收入", [("收入预算数", total)], 0)
    four.add("", "本年收入", [("收入预算数", total)], 0)
    four.add("", "一般公共预算拨款", [("收入预算数", total)], 0)
    four.add("", "本年支出", [("支出预算数", total)], 0)
    for row in [row for row in found.tables["3"].rows if len(row.code) == 3]:
        one.add("", row.name, [("支出预算数", row.wan("合计"))], 0)
        four.add("", row.name, [("支出预算数", row.wan("合计"))], 0)
    for name in ("本年收入合计", "收入总计"):
        one.add("", name, [("收入预算数", total)], 0)
    for name in ("本年支出合计", "支出总计"):
        one.add("", name, [("支出预算数", total)], 0)
    four.add("", "收入总计", [("收入预算数", total)], 0)
    four.add("", "支出总计", [("支出预算数", total)], 0)
    for code in ("", "777", "777001"):
        _put(two, code, NAME if code else "合计", [total, total, total])


def _performance(found: Budget, total, staff, public, projects) -> None:
    def figure(value, row):
        return Figure(value, Place("整体绩效", row, "当年"))

    whole = found.overall = Overall()
    spent = sum(amount for _, _, amount in projects)
    for side, label, value in (
        ("收入", "财政拨款", total), ("收入", "合计", total), ("支出", "人员类项目支出", staff),
        ("支出", "运转类项目支出", public), ("支出", "特定目标类项目支出", spent), ("支出", "合计", total),
    ):  # fmt: skip
        whole.lines.append(Composition(side, label, figure(value, f"{side}·{label}")))
    for number, (code, name, amount) in enumerate(projects, start=1):
        table = f"项目绩效-{number}"
        whole.projects.append(
            ProjectLine(name, "特定目标类项目支出", figure(amount, name), figure(amount, name), Place("整体绩效", name))
        )
        form = Form(table, name, code)
        form.total = form.year = Figure(amount, Place(table, "项目当年预算"))
        form.fields = {"项目名称": (name, 0), "项目编码": (code, 0), "起始年度": (str(found.year), 0),
                       "终止年度": (str(found.year), 0), "项目立项依据": ("保障工作需要。", 0)}  # fmt: skip
        form.sources = [(label, Figure(amount, Place(table, label))) for label in ("合计", "一般公共预算财政拨款")]
        form.details = [Detail(name, Figure(amount, Place(table, "明细")), "30227委托业务费", "按合同")]
        form.purchases_asked = True
        for term in ("long", "annual"):
            goal = f"保障{name}正常开展"
            form.blocks.append(_block(table, term, goal, name))
            whole.blocks.append(_block("整体绩效", term, goal, name))
        found.forms.append(form)
    whole.blocks.sort(key=lambda block: block.term != "long")


def _block(table: str, term: str, goal: str, name: str) -> Block:
    said = "长期" if term == "long" else "年度"
    rows = (
        ("产出指标", "质量指标", f"{name}按时办结率", "100%"), ("产出指标", "数量指标", f"{name}次数", "≥12次"),
        ("满意度指标", "服务对象满意度指标", f"{name}满意度", "≥90%"),
    )  # fmt: skip
    before = (value_of("无"), value_of("无"))
    return Block(
        term, f"{said}绩效目标表", goal,
        [
            Indicator(one, two, three, value_of(value), before, "工作实际", Place(table, three))
            for one, two, three, value in rows
        ],
        Place(table, f"{said}目标1"), said,
    )  # fmt: skip
