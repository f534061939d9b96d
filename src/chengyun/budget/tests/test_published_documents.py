"""The five published budgets: exactly the findings that people found in them, one by one, and nothing else."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from chengyun.budget.reading import read
from chengyun.budget.rules import Finding, check

_BESIDE = Path(__file__).resolve().parents[5] / "shared" / "sources"
SOURCES = Path(os.environ.get("CHENGYUN_SOURCES", "") or _BESIDE)
DOCUMENTS = {
    "S0": "S0-qiaokou-2025.txt",
    "S1": "S1-hanyang-2025.txt",
    "S2": "S2-wuchang-2026.txt",
    "S3": "S3-qingshan-2025.txt",
    "S4": "S4-hongshan-2021.txt",
}
pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the published documents are not beside the repository")

# (number in the list, document, rule, severity, words of the message, values or None)
LISTED = [
    (1, "S2", "R14", "E", "收入·合计", ("944.14", "994.14")),
    (2, "S3", "R14", "E", "填反", ("23.74", "366.03")),
    (3, "S2", "R17", "E", "事业运行", ("20.69%", "26.08%")),
    (3, "S2", "R24", "E", "事业运行 写“比 2024 年”", ("2024", "2025")),
    (4, "S2", "R17", "E", "政府采购", ("23.21%", "18.83%")),
    (5, "S2", "R17", "E", "机关事业单位基本养老保险缴费支出", ("26.39%", "26.87%")),
    (5, "S2", "R17", "E", "各处即相符", ("94.50", "95.11")),
    (6, "S2", "R24", "E", r"\+130.70", ("2024", "2025")),
    (7, "S2", "R15", "E", "运转类", ("11.17%", "11.16%")),
    (8, "S2", "R16", "W", "基本支出", ("60.98%", "60.99%")),
    (8, "S2", "R16", "W", "项目支出", ("39.02%", "39.01%")),
    (9, "S2", "R13", "W", "接线员督导员项目", None),
    (9, "S2", "R13", "W", "终端通项目", None),
    (10, "S2", "R14", "E", "列为运转类", ("237.86", "110.98")),
    (11, "S2", "R19", "E", "均为“无”", ("154.62", "无")),
    (12, "S2", "R23", "E", "群众诉求满意率", ("95%", "≥95%", "85%")),
    (12, "S2", "R23", "E", "考勤达标率", ("≥98%", "98%")),
    (12, "S2", "R23", "E", "定量指标填了文字", ("95%", "积极影响")),
    (12, "S2", "R23", "E", "案件结案率", ("案件办办结率", "案件结案率")),
    (12, "S2", "R23", "E", "移动通信服务费用”前两年", ("空", "88.42", "74.34", "88.42")),
    (12, "S2", "R23", "E", "移动通信服务费用”各处", ("≤88.42万元", "88.42")),
    (13, "S2", "R25", "W", "起始年度", None),
    (13, "S2", "R25", "W", "项目总预算", None),
    (13, "S2", "R25", "W", "姓氏", None),
    (13, "S2", "R25", "W", "错位", None),
    (14, "S2", "R03", "r", "行政事业单位医疗", ("43.61", "43.60")),
    (14, "S2", "R08", "r", "商品和服务支出", ("110.98", "110.99")),
    (15, "S3", "R01", "r", "本年支出合计", ("806.77", "806.76")),
    (15, "S3", "R03", "r", "基本支出", ("389.77", "389.76")),
    (15, "S3", "R03", "r", "行政事业单位医疗", ("43.45", "43.46")),
    (15, "S3", "R06", "r", "201", ("272.41", "272.42")),
    (15, "S3", "R08", "r", "合计", ("389.77", "389.78")),
    (15, "S3", "R08", "r", "人员经费", ("366.03", "366.04")),
    (16, "S3", "R15", "W", "一位小数", ("2.90%", "2.94%")),
    (16, "S3", "R15", "W", "一位小数", ("45.40%", "45.37%")),
    (16, "S3", "R15", "W", "一位小数", ("51.70%", "51.69%")),
    (17, "S3", "R22", "E", r"宣传事务\(款\)", None),
    (17, "S3", "R22", "E", "医疗卫生与计划生育支出", None),
    (17, "S3", "R22", "E", "市直部门", None),
    (18, "S3", "R13", "E", "83.80 万元）没有项目绩效目标表的表头", None),
    (18, "S3", "R25", "E", "长期绩效指标", None),
    (19, "S3", "R19", "W", "（元）列.*单价相加", None),
    (20, "S0", "R17", "E", "659.00", ("11.31%", "11.30%")),
    (21, "S0", "R22", "E", r"财政事务\(款\)", None),
    (21, "S0", "R22", "E", "其他优抚支出", ("其他抚恤支出", "其他优抚支出")),
    (22, "S0", "R18", "E", "漏了.*劳务派遣", ("39.10", "232.695")),
    (23, "S0", "R19", "W", "打印纸", ("10000.00", "5000.00")),
    (24, "S0", "R13", "W", "城运中心工作经费", None),
    (24, "S0", "R13", "W", "购买服务人员经费", None),
    (24, "S0", "R25", "W", "执行数", None),
    (24, "S0", "R25", "W", "计量单位", ("≥5", "无单位")),
    (24, "S0", "R24", "W", "常年性项目", None),
    (25, "S1", "R16", "r", "住房保障支出", ("28.21", "28.20")),
    (26, "S1", "R17", "E", "各项增减之和", ("-718.48", "-704.51")),
    (26, "S1", "R17", "E", "基本支出增减", ("-46.36", "-32.39")),
    (27, "S1", "R12", "E", "对不上 246.04、10、10", None),
    (27, "S1", "R12", "E", "7.38、5.46 列资本性支出", None),
    (28, "S1", "R12", "W", "预计需 15", ("15", "7.55")),
    (28, "S1", "R12", "W", "尾款", None),
    (28, "S1", "R19", "W", "服务类", ("254.83", "7.45", "7.38")),
    (29, "S1", "R23", "W", "不是一件事", None),
    (29, "S1", "R23", "W", "满意率", None),
    (29, "S1", "R23", "W", "14人", None),
    (29, "S1", "R23", "W", "以另一指标为条件", None),
    (30, "S1", "R21", "W", "无机关运行经费", ("无", "15.24")),
    (30, "S2", "R21", "W", "无机关运行经费", ("无", "110.98")),
    (31, "S4", "R19", "W", "货物类", ("5.80", "4.80")),
    (32, "S4", "R23", "W", "长期与年度不一", ("90%", "85%")),
    (32, "S4", "R23", "W", "目标文字不一", None),
    (32, "S4", "R23", "W", "项目管理目标", None),
    (32, "S4", "R25", "W", "项目代码", None),
    (32, "S4", "R25", "W", "序号重复", None),
    # the old template is told by two words: 市直部门, and a class that was renamed in 2019
    (32, "S4", "R22", "W", "市直部门", None),
]


@cache
def found_in(document: str) -> tuple[Finding, ...]:
    return tuple(check(read((SOURCES / DOCUMENTS[document]).read_text(encoding="utf-8"))))


def is_it(finding: Finding, listed: tuple) -> bool:
    _, _, rule, severity, words, values = listed
    same = values is None or tuple(finding.values) == values
    return finding.rule == rule and finding.severity == severity and same and bool(re.search(words, finding.message))


@pytest.mark.parametrize("listed", LISTED, ids=lambda one: f"{one[0]}-{one[1]}-{one[2]}-{one[4][:12]}")
def test_each_listed_finding_is_found_with_its_places(listed):
    fitting = [finding for finding in found_in(listed[1]) if is_it(finding, listed)]

    assert len(fitting) == 1
    assert fitting[0].places
    assert all(place.line for place in fitting[0].places)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_error_says_both_things_that_do_not_agree(document):
    assert [one.message for one in found_in(document) if one.severity == "E" and len(one.values) < 2] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_else_is_found(document):
    mine = [listed for listed in LISTED if listed[1] == document]

    other = [finding.message for finding in found_in(document) if not any(is_it(finding, listed) for listed in mine)]

    assert other == []


@pytest.mark.parametrize(
    ("document", "line", "was", "now", "rule"),
    [
        ("S2", 75, "42.30", "43.20", "R01"),
        ("S2", 131, "21.15", "21.51", "R03"),
        ("S2", 217, "495.30", "459.30", "R07"),
        ("S2", 235, "42.30", "24.30", "R08"),
        ("S2", 299, "150.00", "155.00", "R11"),
        ("S2", 389 + 9, "237.86", "237.68", "R12"),
        ("S2", 559, "24.56%", "24.65%", "R17"),
        ("S3", 329, "333.20", "332.20", "R11"),
        ("S3", 345, "0.5", "0.8", "R19"),
        ("S3", 484, "12期", "10期", "R23"),
        ("S0", 424, "2.94", "2.49", "R06"),
        ("S0", 501, "0.50", "0.60", "R08"),
        ("S0", 1161, "5000", "6000", "R12"),
        ("S1", 1931, "213.93", "231.93", "R16"),
        ("S1", 1965, "23.84", "28.34", "R16"),
        ("S4", 929, "5.8", "6.8", "R19"),
    ],
)
def test_a_figure_that_was_changed_is_found_and_only_where_it_stands(document, line, was, now, rule):
    lines = (SOURCES / DOCUMENTS[document]).read_text(encoding="utf-8").split("\n")
    at = next(at for at in range(line - 4, line + 4) if was in lines[at])
    before = {(one.rule, tuple(one.values)) for one in found_in(document)}
    lines[at] = lines[at].replace(was, now, 1)

    new = [one for one in check(read("\n".join(lines))) if (one.rule, tuple(one.values)) not in before]

    assert rule in {one.rule for one in new}
    assert all(any(abs(place.line - at - 1) < 8 for place in one.places) for one in new)
