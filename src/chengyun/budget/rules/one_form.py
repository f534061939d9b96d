"""R12, R17: the parts of one form of table 12 agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ..tables import Form
from .base import CENT, ERROR, WARNING, Findings, compare_sum, plain


def check(form: Form, found: Findings) -> None:
    if (
        form.total
        and form.year
        and form.text("起始年度")[:4] == form.text("终止年度")[:4]
        and form.total.wan != form.year.wan
    ):
        found.add(
            "R12",
            ERROR,
            [form.total.place, form.year.place],
            [plain(form.total.wan), plain(form.year.wan)],
            f"项目“{form.name}”一年期，总预算与当年预算不等",
            "One-year project, total and year differ",
            form.total.wan - form.year.wan,
        )
    for label, figure in form.sources:
        if label in ("合计", "明细合计"):
            compare_sum(found, "R12", form.year, [figure], f"项目“{form.name}” 当年预算＝{label}", "Project, total")
    whole = next((figure for label, figure in form.sources if label == "合计"), None)
    parts = [
        figure
        for label, figure in form.sources
        if label not in ("合计", "明细合计") and not label.startswith(("其中", "使用"))
    ]
    compare_sum(found, "R12", whole, parts, f"项目“{form.name}” 资金来源合计＝Σ来源", "Project, sources")
    fiscal = next((figure for label, figure in form.sources if label.startswith("一般公共")), None)
    within = [figure for label, figure in form.sources if label.startswith("其中：申请") and figure.wan]
    compare_sum(
        found, "R12", fiscal, within[:1], f"项目“{form.name}” 一般公共预算＝其中当年", "Project, general budget"
    )
    compare_sum(
        found,
        "R12",
        form.year,
        [detail.amount for detail in form.details],
        f"项目“{form.name}” 当年预算＝Σ明细",
        "Project, details",
    )
    _texts(form, found)
    _change(form, found)
    _remarks(form, found)


_TEXTS = ("项目立项依据", "项目申请理由", "项目实施方案", "项目主要内容", "项目概述")
_TOLD = re.compile(r"(约|不少于)?(\d+(?:\.\d+)?)万(?:元|(?=[，,。；;、]|$))")


def _texts(form: Form, found: Findings) -> None:
    """Amounts in the reasons add up to the project, and each is a line of the details or several together."""
    details = [detail.amount.wan for detail in form.details]
    for label in _TEXTS:
        text = form.text(label).replace(" ", "")
        place = form.place(label)
        told = [
            (m.group(2), text[max(0, m.start() - 4) : m.start()]) for m in _TOLD.finditer(text) if m.group(1) is None
        ]
        least = [Decimal(one) for one in re.findall(r"不少于(\d+(?:\.\d+)?)万元", text)]
        if form.year and any(one > form.year.wan for one in least):
            found.add(
                "R12",
                ERROR,
                [place, form.year.place],
                [plain(max(least)), plain(form.year.wan)],
                f"{label}写不少于 {plain(max(least))}，当年预算 {plain(form.year.wan)}",
                "Less than the least",
                form.year.wan - max(least),
            )
        sums = [Decimal(number) for number, lead in told if lead.endswith(("合计", "总计", "共计"))]
        parts = [Decimal(number) for number, lead in told if not lead.endswith(("合计", "总计", "共计"))]
        for whole in sums:
            if form.year and whole != form.year.wan:
                found.add(
                    "R12",
                    ERROR,
                    [place, form.year.place],
                    [whole, plain(form.year.wan)],
                    f"{label}写合计 {whole}，当年预算 {plain(form.year.wan)}",
                    "Total in the text differs",
                    whole - form.year.wan,
                )
        if not parts or form.year is None:
            continue
        total = sum(parts, Decimal(0))
        if len(parts) > 1 and abs(total - form.year.wan) > CENT:
            found.add(
                "R12",
                ERROR,
                [place, form.year.place],
                [plain(total), plain(form.year.wan)],
                f"项目“{form.name}”{label}所述金额之和 {plain(total)}，当年预算 {plain(form.year.wan)}",
                "Amounts in the text do not sum",
                total - form.year.wan,
            )
        odd = [part for part in parts if not _explained(part, parts, details)]
        if odd:
            lines = [detail.amount.place for detail in form.details]
            found.add(
                "R12",
                ERROR,
                [place, *lines],
                [" + ".join(str(part) for part in parts), " + ".join(str(plain(one)) for one in details)],
                f"项目“{form.name}”{label}写 {'、'.join(map(str, parts))} 万元，明细为 "
                f"{'、'.join(str(plain(one)) for one in details)}：对不上 {'、'.join(map(str, odd))}",
                "Amounts in the reasons are not those of the details",
            )


def _explained(part: Decimal, parts: list[Decimal], details: list[Decimal]) -> bool:
    if part in sums_of(details):
        return True
    rest = list(parts)
    rest.remove(part)
    return any(part + other in details for other in sums_of(rest))


def sums_of(amounts: Iterable[Decimal]) -> set[Decimal]:
    found = {Decimal(0)}
    for amount in list(amounts)[:14]:
        found |= {known + amount for known in found}
    return found - {Decimal(0)}


def _change(form: Form, found: Findings) -> None:
    """ "本年新增预算 1.04 万元": now − the year before."""
    text = form.text("项目前两年预算及当年预算变动情况").replace(" ", "")
    told = re.search(r"(?:新增|增加)(?:预算)?(\d+(?:\.\d+)?)万元", text)
    before = form.before[max(form.before)].wan if form.before else Decimal(0)
    if form.year is None or not text or not (told or ("无变动" in text and form.before)):
        return
    said = Decimal(told.group(1)) if told else Decimal(0)
    if abs(form.year.wan - before - said) > CENT:
        place = form.place("项目前两年预算及当年预算变动情况")
        found.add(
            "R17",
            ERROR,
            [place, form.year.place],
            [said, plain(form.year.wan - before)],
            f"项目“{form.name}”写增减 {said}，当年 {plain(form.year.wan)} 比上年 {plain(before)} 为 "
            f"{plain(form.year.wan - before)}",
            "Change in the text differs",
            said - (form.year.wan - before),
        )


def _remarks(form: Form, found: Findings) -> None:
    texts = "".join(form.text(label) for label in _TEXTS)
    capital = [
        detail
        for detail in form.details
        if detail.economic.startswith(("310", "309")) and re.search(r"劳务|工资|保险", detail.remark)
    ]
    if capital:
        found.add(
            "R12",
            ERROR,
            [detail.amount.place for detail in capital],
            [f"{plain(one.amount.wan)} {one.economic}" for one in capital],
            f"项目“{form.name}”：{'、'.join(str(plain(one.amount.wan)) for one in capital)} 列资本性支出科目"
            "，说明却是劳务外包",
            "Capital subject, but the remark says labour",
        )
    for detail in form.details:
        told = re.search(r"预计需?(?:经费)?(\d+(?:\.\d+)?)万元", detail.remark.replace(" ", ""))
        if told and Decimal(told.group(1)) != detail.amount.wan:
            found.add(
                "R12",
                WARNING,
                [detail.amount.place],
                [told.group(1), plain(detail.amount.wan)],
                f"项目“{form.name}”一行说明写预计需 {told.group(1)} 万元，该行为 {plain(detail.amount.wan)}",
                "Remark and amount differ",
            )
        if re.search(r"尾款|质保金", detail.remark) and not re.search(r"尾款|质保金", texts) and texts:
            found.add(
                "R12",
                WARNING,
                [detail.amount.place, form.place("项目立项依据")],
                [plain(detail.amount.wan), "—"],
                f"项目“{form.name}”明细有尾款 {plain(detail.amount.wan)}，立项依据没有说",
                "A final payment is not in the reasons",
            )
