"""Part three in words, the staff of part one, the subjects explained in part four."""

from __future__ import annotations

import re
from decimal import Decimal

from ..tables import Budget, Claim, Figure, Percent, Place, Term
from .text import Flat, Line

_HEAD = re.compile(r"^([一二三四五六七八九十]{1,3})、(\S.*)$")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SHARE = re.compile(r"^，?占比?(\d+(?:\.\d+)?)%")
_AGAINST = re.compile(
    rf"^[，,。；;]?(?:本年预算{_NUMBER}万元，)?比(?:(20\d\d)年|上年)(?:度)?(?:预算)?(增加|减少)({_NUMBER})万元"
    r"(?:[，,、](?:增长|下降|降低|减少|增加)(\d+(?:\.\d+)?)%)?"
)
_SAME = re.compile(r"^[，,]与(20\d\d)年(?:预算)?(?:相比)?(?:无变化|相同|持平)")
_AMOUNT = re.compile(rf"(?<![\d.])({_NUMBER})万元")
_STOP = "，,；;。：:、（(）)"


def read_narrative(lines: list[Line], budget: Budget) -> None:
    section, title = "", ""
    rows: list[Line] = []
    for line in lines[1:]:
        head = _HEAD.match(line.text.strip())
        if head and len(line.bare) < 45 and re.search(r"说明|情况|安排", line.bare):
            _section(section, title, rows, budget)
            section, title, rows = head.group(1), line.bare, []
        else:
            rows.append(line)
    _section(section, title, rows, budget)


def _section(section: str, title: str, rows: list[Line], budget: Budget) -> None:
    flat = Flat([_stopped(row) for row in rows], "")
    text = flat.text
    within, before = "", 0
    for found in _AMOUNT.finditer(text):
        lead = text[before : found.start()]
        if re.search(r"比(?:20\d\d年|上年)(?:预算)?(?:增加|减少)$", lead) or re.search(r"(?:增加|减少)$", lead):
            continue
        if re.search(r"单位价值$|不少于$|预计需$|标准为$", lead):
            continue
        label = _label(lead)
        after = text[found.end() :]
        place = Place(f"情况说明·{section}", label or title, "", flat.line(found.start()))
        value = Decimal(found.group(1).replace(",", ""))
        claim = Claim(section, label, place, Figure(value, place), within=within + "｜" + title)
        _told(claim, after, flat, found.end())
        if re.search(r"人员经费", label):
            within = "人员经费"
        elif re.search(r"公用经费", label):
            within = "公用经费"
        elif re.search(r"项目支出", label):
            within = "项目支出"
        budget.claims.append(claim)
        before = found.end()
    for found in re.finditer(r"(\d{1,2})个([一二]级)?项目支出绩效目标", text):
        place = Place(f"情况说明·{section}", "项目支出绩效目标", "", flat.line(found.start()))
        budget.counted.append(("projects", int(found.group(1)), place))
    for found in re.finditer(r"绩效目标共设置(\d{1,3})项", text):
        budget.counted.append(
            (
                "indicators",
                int(found.group(1)),
                Place(f"情况说明·{section}", "绩效目标项数", "", flat.line(found.start())),
            )
        )
    for found in re.finditer(r"(?:无|没有)机关运行经费", text):
        budget.wordings.append(
            ("无机关运行经费", Place(f"情况说明·{section}", "机关运行经费", "", flat.line(found.start())))
        )
    for found in re.finditer(r"截至(20\d\d)年12月31日", text):
        budget.wordings.append(
            (f"截至{found.group(1)}", Place(f"情况说明·{section}", "国有资产", "", flat.line(found.start())))
        )
    for found in re.finditer(
        r"([一-龥]{2,30}(?:支出|事务))[（(]类[)）]([一-龥（）()]{2,30}?)[（(]款[)）](?:([一-龥（）()]{2,40}?)[（(]项[)）])?",
        text,
    ):
        _subject(budget, found, Place(f"情况说明·{section}", "科目", "", flat.line(found.start())))
    if "项具体为" in text or "具体为：" in text:
        _indicators(text, section, flat, budget)


def _stopped(row: Line) -> Line:
    """A heading without a stop does not run into the sentence below it."""
    heading = re.match(r"^[（(][一二三四五六七八九十]{1,2}[)）][^\d。，；：:]{3,30}$", row.bare)
    return Line(row.number, row.text + "。") if heading and re.search(r"情况$|安排$", row.bare) else row


def _subject(budget: Budget, found: re.Match[str], place: Place) -> None:
    names = tuple((level, name) for level, name in zip("类款项", found.groups(), strict=False) if name)
    budget.terms.append(Term(place, names))


def _indicators(text: str, section: str, flat: Flat, budget: Budget) -> None:
    start = text.index("具体为")
    for found in re.finditer(
        r"([^；;，,。：:≥≤\d]{3,30})([≥≤]?\d+(?:\.\d+)?(?:%|期|条|分钟|个|次|件|人|台)?)(?=[；;，,。])", text[start:]
    ):
        place = Place(f"情况说明·{section}", found.group(1), "绩效目标", flat.line(start + found.start()))
        budget.wordings.append((f"指标|{found.group(1)}|{found.group(2)}", place))


def _label(lead: str) -> str:
    """What the amount is of: the words since the last stop, without "其中", the year and "预算数"."""
    plain = re.sub(r"[:：]?(?:其中|包括|主要为)[:：]", "，", lead)
    plain = re.sub(r"\((\d{1,2})\)|（(\d{1,2}|[一二三四五六七八九十])）|[（(][一二三四五六七八九十][)）]", "，", plain)
    closed = plain.rfind("）") > plain.rfind("（") or plain.rfind(")") > plain.rfind("(")
    if plain.endswith((")", "）")) and closed:
        plain = re.sub(r"[（(][^（()）]*[)）]$", "", plain)
    cut = 0
    depth = 0
    for at, letter in enumerate(plain):
        if letter in "（(":
            depth += 1
        elif letter in "）)":
            depth = max(0, depth - 1)
        elif letter in "，,；;。：:、" and depth == 0:
            cut = at + 1
    label = plain[cut:]
    label = re.sub(r"^\d{1,2}[.．]", "", label)
    label = re.sub(r"^(20\d\d)年(?:度)?", "", label)
    label = re.sub(r"^(?:其中|包括)", "", label)
    return re.sub(r"20\d\d年(?:度)?|(?:预算数|预算合计|支出合计|预计)?(?:为|合计)?$|预算数为?$", "", label).strip()


def _told(claim: Claim, after: str, flat: Flat, at: int) -> None:
    """A share, or a comparison with the year before, straight after the amount."""
    share = _SHARE.match(after)
    if share:
        place = Place(claim.place.table, claim.place.row, "占比", flat.line(at))
        claim.share = Percent(Decimal(share.group(1)), place)
    compared = _AGAINST.match(after)
    if not compared:
        near = re.match(r"^(?:[^。]{0,120}。){1,2}(?=比上年)", after)
        compared = _AGAINST.match(after[near.end() :]) if near else None
    if compared:
        year, way, delta, growth = compared.groups()
        sign = -1 if way == "减少" else 1
        place = Place(claim.place.table, claim.place.row, "比上年", flat.line(at))
        claim.against = int(year) if year else 0
        claim.delta = Figure(sign * Decimal(delta.replace(",", "")), place)
        if growth:
            claim.growth = Percent(sign * Decimal(growth), Place(place.table, place.row, "增减%", place.line))
    elif same := _SAME.match(after):
        claim.against, claim.same = int(same.group(1)), True


def read_overview(lines: list[Line], budget: Budget) -> None:
    budget.overview = _paragraphs(lines[1:])[:200]
    flat = Flat(lines, "")
    found = re.search(r"在职实有人数(\d{1,5})人", flat.text)
    if found:
        budget.staff = (int(found.group(1)), Place("概况", "在职实有人数", "", flat.line(found.start())))
    _staff(flat.text, flat, budget)


def _paragraphs(lines: list[Line]) -> list[str]:
    """Lines that were broken for the page are one paragraph again."""
    found: list[str] = []
    for line in lines:
        begins = re.match(
            r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．])", line.bare
        )
        if begins or not found or found[-1].endswith(("。", "；", "：")):
            found.append(line.bare)
        else:
            found[-1] += line.bare
    return [text[:2000] for text in found]


def _staff(text: str, flat: Flat, budget: Budget) -> None:
    """总编制人数 = its kinds; 在职 = its kinds. Brackets hold parts of parts."""
    plain = re.sub(r"[（(][^（）()]*[)）]", lambda found: "○" * len(found.group(0)), text)
    for found in re.finditer(r"(编制人数|在职实有人数|离退休人员)(\d{1,5})人[，,]其中[:：]([^。；]*)", plain):
        kinds = re.split(r"在职实有|离退休", found.group(3))[0]
        parts = [int(one) for one in re.findall(r"(\d{1,5})人", kinds)]
        if parts and sum(parts) != int(found.group(2)):
            place = Place("概况", found.group(1), "", flat.line(found.start()))
            budget.counted.append((f"staff|{'+'.join(map(str, parts))}", int(found.group(2)), place))


def read_terms(lines: list[Line], budget: Budget) -> None:
    seen: dict[str, int] = {}
    flat = Flat(lines, "")
    for line in lines:
        head = re.match(r"^[（(]([一二三四五六七八九十]{1,3})[)）]", line.bare)
        if head:
            if head.group(1) in seen:
                budget.explained_numbers.append(
                    (head.group(1), Place("名词解释", f"（{head.group(1)}）", "序号", line.number))
                )
            seen[head.group(1)] = line.number
    for found in re.finditer(r"市直部门", flat.text):
        budget.wordings.append(("市直部门", Place("名词解释", "“三公”经费", "", flat.line(found.start()))))
    pattern = (
        r"\d{1,2}[.、．]([一-龥（）()]{4,30}?)[（(]类[)）]([一-龥（）()]{2,30}?)[（(]款[)）]"
        r"([一-龥（）()、]{2,60}?)[（(]项[)）]"
    )
    for found in re.finditer(pattern, flat.text):
        place = Place("名词解释", "功能分类科目", "", flat.line(found.start()))
        names = [("类", found.group(1)), ("款", found.group(2))]
        names += [("项", name) for name in found.group(3).split("、") if name]
        budget.terms.append(Term(place, tuple(names)))
    for found in re.finditer(r"\d{1,2}[.、．]([一-龥]{4,20}支出)[:：]", flat.text):
        place = Place("名词解释", "功能分类科目", "", flat.line(found.start()))
        budget.terms.append(Term(place, (("类", found.group(1)),)))
