"""What each hint is called and what it advises, in both languages. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MISSING, DOUBT, HINT = "missing", "doubt", "hint"
"""An element is not there; something is likely wrong; worth a look."""

ELEMENTS = {
    "when": ("何时联系", "When contacted"),
    "who": ("谁与诉求人沟通", "Who spoke to the requester"),
    "done": ("做了什么", "What was done"),
    "next": ("结果和时限", "The result, or what follows and when"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    severity: str
    zh: str
    en: str
    write_zh: str = ""
    write_en: str = ""


HINTS: dict[str, Wording] = {
    "no_contact": Wording(
        MISSING, "没有写何时、由谁联系过诉求人", "Does not say when and by whom the requester was contacted",
        "{contact}我单位【姓名】电话联系您，了解了具体情况。", "{contact}我单位【姓名】电话联系您，了解了具体情况。",
    ),
    "contact_when": Wording(
        MISSING, "写了联系过诉求人，没有写是什么时候", "Tells of a contact, but not when",
        "{contact}", "{contact}",
    ),
    "contact_who": Wording(
        DOUBT, "没有写是谁与诉求人沟通的", "Does not say who spoke to the requester",
        "我单位工作人员【姓名】", "我单位工作人员【姓名】",
    ),
    "contact_not_recorded": Wording(
        DOUBT, "答复说联系过诉求人，系统里没有先行联系的记录；请补记“联系诉求人”",
        "Tells of a contact that is not recorded; record it with “contact requester”",
    ),
    "no_action": Wording(
        MISSING, "没有写做了什么", "Does not say what was done",
        "【日期】，我单位到现场核实，采取了【措施】。", "【日期】，我单位到现场核实，采取了【措施】。",
    ),
    "no_result": Wording(
        MISSING, "没有写结果，也没有写下一步做什么、什么时候完成", "Neither the result nor what follows and when",
        "目前【结果】；下一步【措施】，【日期】前完成。", "目前【结果】；下一步【措施】，【日期】前完成。",
    ),
    "next_when": Wording(
        DOUBT, "说了下一步，没有说什么时候完成", "Says what follows, but not by when",
        "【日期】前完成。", "【日期】前完成。",
    ),
    "only_empty": Wording(
        MISSING, "除了套话没有实际内容：写明到了哪里、看到什么、做了什么、结果怎样",
        "Set phrases only: say where you went, what you saw, what was done and with what result",
    ),
    "empty_phrase": Wording(DOUBT, "套话：{advice}", "Empty phrase: {advice}"),
    "rude": Wording(DOUBT, "语气生硬：{advice}", "Curt: {advice}"),
    "informal": Wording(HINT, "称诉求人宜用“您”", "Address the requester politely (您)"),
    "no_courtesy": Wording(
        HINT, "没有问候或致谢", "No greeting and no thanks", "您好！感谢您的反映。", "您好！感谢您的反映。"
    ),
    "off_subject": Wording(
        DOUBT, "没有提到诉求所说的事：{subject}", "Does not mention the matter: {subject}"
    ),
    "other_place": Wording(
        DOUBT, "写的是{other}，诉求说的是{place}", "Names {other}; the request is about {place}"
    ),
    "no_place": Wording(
        HINT, "没有提到诉求的地点：{place}", "Does not mention the place: {place}"
    ),
    "other_number": Wording(
        DOUBT, "写的是 {other}，诉求说的是 {place}", "Says {other}; the request says {place}"
    ),
    "when_asked": Wording(
        DOUBT, "诉求问什么时候，答复里没有时间", "The request asks when; the reply names no time",
        "【日期】", "【日期】",
    ),
    "number_asked": Wording(
        DOUBT, "诉求问多少，答复里没有数字", "The request asks how much; the reply holds no figure"
    ),
    "other_person": Wording(
        DOUBT, "称呼是{other}，诉求人姓{place}", "Addresses {other}; the requester is called {place}"
    ),
    "copied": Wording(
        DOUBT, "与本单位另外 {count} 件的答复一字不差", "Word for word the reply to {count} other cases of this unit"
    ),
    "personal": Wording(
        DOUBT, "写有手机号、证件号，答复会公开或转给他人", "Holds a mobile or ID number; replies are passed on"
    ),
    "placeholder": Wording(MISSING, "还有没填的空", "Blanks are still to be filled"),
    "draft": Wording(
        MISSING, "还是 AI 草稿，请逐句核对后去掉标记",
        "Still a draft by AI: check each sentence, then remove the mark",
    ),
    "short": Wording(HINT, "只有 {count} 个字，看看是否说清楚了", "Only {count} characters; is everything said?"),
}  # fmt: skip

QUALITY = (
    "no_contact", "contact_when", "contact_who", "no_action", "no_result", "next_when", "only_empty",
    "empty_phrase", "rude",
    "off_subject", "other_place", "other_number", "when_asked", "number_asked", "copied", "placeholder",
)  # fmt: skip
"""Hints that are counted by unit."""


def told(code: str, language: str, values: dict[str, Any]) -> tuple[str, str]:
    """(what it is, what to write) of a hint."""
    wording = HINTS[code]
    english = language.startswith("en")
    text, write = (wording.en, wording.write_en) if english else (wording.zh, wording.write_zh)
    return text.format_map(_Blank(values)), write.format_map(_Blank(values))


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
