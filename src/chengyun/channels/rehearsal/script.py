"""What people do with a case that lies before them: ordinary ways mostly, every other way now and then.

Pure: a page of the API in, the next step out. Only actions that the page offers are taken.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from . import LABEL


@dataclass(frozen=True)
class Step:
    """An action with its fields, on one's own part when `part` is given."""

    action: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    part: int | None = None


@dataclass(frozen=True)
class Stage:
    """What everybody knows: units that somebody works for, the vocabulary, and what callers hinted at."""

    staffed: tuple[int, ...]
    unit_names: Mapping[int, str]
    parents: Mapping[int, int | None]
    reasons: Sequence[Mapping[str, Any]]
    outcomes: Mapping[str, Mapping[str, Any]]
    hints: Mapping[str, str]

    def unit_for(self, page: Mapping[str, Any], rng: random.Random) -> int:
        """The staffed unit whose name is most like the hint, else any."""
        hint = self.hints.get(page.get("external_id") or "", "")
        if hint:
            likeness = {unit: len(_pairs(hint) & _pairs(self.unit_names[unit])) for unit in self.staffed}
            best = max(likeness, key=lambda unit: likeness[unit])
            if likeness[best]:
                return best
        return rng.choice(self.staffed)

    def another(self, unit: int | None, rng: random.Random) -> int:
        others = [one for one in self.staffed if one != unit]
        return rng.choice(others or list(self.staffed))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


Page = Mapping[str, Any]
Offer = Mapping[str, Any]
Scene = Callable[[Stage, Page, dict[str, Offer], random.Random], Step | None]


def next_step(stage: Stage, worklist: str, page: Page, rng: random.Random) -> Step | None:
    """The next step of the person who found this case in that list; None to leave it for later."""
    offers: dict[str, Offer] = {}
    for offer in page["actions"]:
        offers.setdefault(offer["code"], offer)
    scene = SCENES.get(worklist)
    return scene(stage, page, offers, rng) if scene is not None and offers else None


def _accept(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    chance = rng.random()
    if page["kind"] == "inquiry" and chance < 0.4 and "direct_answer" in offers:
        return Step("direct_answer", {"answer": "已当场解答，并告知办理地点和所需材料。", "satisfaction": "satisfied"})
    if chance < 0.02 and "reject" in offers:
        return Step("reject", {"ground": "out_of_area", "explanation": "所反映地点不在本辖区，已告知受理渠道。"})
    if chance < 0.03 and "void" in offers:
        return Step("void", {"reason": "重复登记"})
    return Step("accept") if "accept" in offers else None


def _dispatch(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if rng.random() < 0.02 and "split" in offers:
        part = {"title": f"{LABEL}拆分事项", "text": f"由 {page['number']} 拆分出的另一事项，请核实处理。"}
        return Step("split", {"parts": [part]})
    if "dispatch" not in offers:
        return None
    unit = stage.unit_for(page, rng)
    helpers = [stage.another(unit, rng)] if rng.random() < 0.06 else []
    return Step("dispatch", {"unit_id": unit, "co_unit_ids": [u for u in helpers if u != unit], "note": "请按时办理。"})


def _acknowledge(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    offer = offers.get("return")
    if offer is not None and rng.random() < 0.06:
        reason = rng.choice(list(stage.reasons))
        own = _part(page, offer["assignment_id"])
        return Step("return", {
            "reason": reason["code"], "basis": "依据部门“三定”规定，该事项不属于本单位职责。",
            "suggested_unit_id": stage.another(own["unit"]["id"] if own else None, rng),
            "explanation": "经现场核实，不属于本单位职责范围。",
        }, offer["assignment_id"])  # fmt: skip
    offer = offers.get("acknowledge")
    return Step("acknowledge", {}, offer["assignment_id"]) if offer else None


def _handle(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    offer = offers.get("reply") or offers.get("contact") or offers.get("handle")
    part = _part(page, offer["assignment_id"]) if offer else None
    if offer is None or part is None:
        return None
    number = offer["assignment_id"]
    if part["contacted_at"] is None and "contact" in offers and rng.random() < 0.9:
        return Step("contact", {"medium": "phone", "reached": True, "what": "已与诉求人电话核实情况。"}, number)
    if not part["measures"] and "handle" in offers:
        return Step("handle", {"measures": "已到现场查看并安排人员处理。"}, number)
    unusual = _unusual(stage, page, offers, part, rng)
    if unusual is not None:
        return unusual
    waiting = [p for p in page["assignments"] if p["id"] != part["id"] and p["state"] in ("sent", "acknowledged")]
    if waiting and part["role"] == "lead" and part["parent_id"] is None and rng.random() < 0.8:
        return None
    return Step("reply", _reply(stage, bool(waiting), rng), number) if "reply" in offers else None


def _unusual(
    stage: Stage, page: Page, offers: dict[str, Offer], part: Mapping[str, Any], rng: random.Random
) -> Step | None:
    chance, number = rng.random(), part["id"]
    if chance < 0.03 and "request_extension" in offers:
        amount = {"amount": "1", "reason": "需要等待材料到位后施工。", "told_requester": True}
        return Step("request_extension", amount, number)
    if 0.03 <= chance < 0.045 and "request_suspension" in offers:
        later = (date.today() + timedelta(days=30)).isoformat()
        fields = {"ground": "funds", "reason": "改造资金下季度到位。", "review_date": later}
        return Step("request_suspension", fields, number)
    below = [unit for unit in stage.staffed if stage.parents.get(unit) == part["unit"]["id"]]
    if chance < 0.1 and below and "pass_on" in offers and not _children(page, part):
        return Step("pass_on", {"unit_id": rng.choice(below), "note": "请社区现场处理。"}, number)
    if 0.1 <= chance < 0.12 and "interim_summary" in offers:
        return Step("interim_summary", {"summary": "已完成第一阶段工作，后续按计划推进。"}, number)
    return None


def _children(page: Page, part: Mapping[str, Any]) -> bool:
    return any(other["parent_id"] == part["id"] for other in page["assignments"])


def _reply(stage: Stage, waiting: bool, rng: random.Random) -> dict[str, Any]:
    wanted = rng.choices(("solved", "partly", "not_now"), (85, 11, 4))[0]
    outcome = stage.outcomes.get(wanted) or next(iter(stage.outcomes.values()))
    fields: dict[str, Any] = {"reply": "您反映的问题已处理完毕，感谢您的监督。", "outcome": outcome["code"]}
    if outcome["needs_reason"]:
        fields["outcome_reason"] = "部分设施需要统一改造。"
    if outcome["needs_review_date"]:
        fields["review_date"] = (date.today() + timedelta(days=60)).isoformat()
    if waiting:
        fields["without_co"] = "协办事项已当面商定，先行答复诉求人。"
    return fields


def _returned(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if "release_co" in offers and rng.random() < 0.7:
        return Step("release_co", {"note": "同意退出协办。"})
    lead = page["lead_unit"]["id"] if page["lead_unit"] else None
    chance = rng.random()
    if chance < 0.2 and "decline_return" in offers:
        return Step("decline_return", {"reason": "职责清单明确由本单位办理，请继续办理。"})
    if chance < 0.35 and "rule" in offers:
        matter = {"matter": "背街小巷设施维护", "basis": "依据职责清单和现场核实情况裁定。"}
        return Step("rule", {"unit_id": stage.another(lead, rng), **matter})
    if "reassign" in offers and page["state"] == "returned":
        return Step("reassign", {"unit_id": stage.another(lead, rng), "note": "改派，请办理。"})
    return Step("decline_return", {"reason": "请继续配合办理。"}) if "decline_return" in offers else None


def _approve(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    for action in ("decide_extension", "decide_suspension"):
        if action in offers:
            agreed = rng.random() < 0.8
            return Step(action, {"approve": agreed, "note": "" if agreed else "理由不充分，请按期办结。"})
    return _returned(stage, page, offers, rng) if page["pending"] == "return" else None


def _resume(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    return Step("resume", {"reason": "资金已落实，恢复办理。"}) if "resume" in offers else None


def _review(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if "review" not in offers:
        return None
    if rng.random() < 0.05:
        return Step("review", {"approve": False, "note": "答复过于笼统，请补充处理情况。"})
    return Step("review", {"approve": True})


def _callback(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if "callback" not in offers:
        return None
    if rng.random() < 0.02:
        return Step("callback", {"medium": "phone", "contacted": False})
    satisfaction = rng.choices(("satisfied", "basically", "dissatisfied"), (78, 14, 8))[0]
    fields = {"medium": "phone", "contacted": True, "unit_contacted": True, "satisfaction": satisfaction,
              "solved": "no" if satisfaction == "dissatisfied" else "yes"}  # fmt: skip
    if satisfaction == "dissatisfied":
        fields["reasons"] = ["not_solved"]
    return Step("callback", fields)


def _close(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if page["satisfaction"] == "dissatisfied" and "redo" in offers:
        return Step("redo", {"reason": "诉求人反映问题仍未解决，请重新办理。"})
    return Step("close") if "close" in offers else None


def _rate(stage: Stage, page: Page, offers: dict[str, Offer], rng: random.Random) -> Step | None:
    if "rate" not in offers:
        return None
    given = page["satisfaction"] if page["satisfaction"] in ("satisfied", "basically", "dissatisfied") else "satisfied"
    return Step("rate", {"by": "callback", "satisfaction": given})


SCENES: dict[str, Scene] = {
    "to_accept": _accept, "to_dispatch": _dispatch, "returned": _returned, "approvals": _approve,
    "suspended": _resume, "to_acknowledge": _acknowledge, "handling": _handle, "to_review": _review,
    "to_callback": _callback, "to_close": _close, "closed": _rate,
}  # fmt: skip
"""Work list (or, for "suspended" and "closed", state) → what is done with a case found there."""

NEEDED: dict[str, str] = {
    "to_accept": "case.accept", "to_dispatch": "case.dispatch", "returned": "case.reassign",
    "approvals": "case.decide_extension", "suspended": "case.resume", "to_acknowledge": "case.acknowledge",
    "handling": "case.reply", "to_review": "case.review", "to_callback": "case.callback", "to_close": "case.close",
    "closed": "case.rate",
}  # fmt: skip
"""The permission without which a person does not look into a list."""

BY_STATE = frozenset({"suspended", "closed"})


def _part(page: Page, number: int | None) -> Mapping[str, Any] | None:
    return next((part for part in page["assignments"] if part["id"] == number), None)
