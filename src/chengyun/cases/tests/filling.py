"""Valid answers to the fields of an offered action, made from nothing but the offer, as a person at a desk would."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from chengyun.cases import access, catalogue
from chengyun.cases.models import Callback, Case
from chengyun.cases.work import Work
from chengyun.kernel.models import StoredFile
from chengyun.org.access import Actor

WORDS = ("已到现场查看", "与诉求人电话沟通", "材料已收集齐全", "按职责分工处理", "夜间再次巡查")


class Filler:
    """Fills forms for one person, one case, at one moment; every choice comes from `rng`."""

    def __init__(self, rng: random.Random, work: Work, actor: Actor):
        self.rng = rng
        self.work = work
        self.actor = actor
        self.known = catalogue.current()

    def fill(self, offer: Mapping[str, Any]) -> dict[str, Any] | None:
        """Data for the action; None when the district has nothing that would fit (no case to join, no unit below)."""
        data: dict[str, Any] = {}
        for spec in offer["fields"]:
            if not spec["required"] and self.rng.random() < 0.4:
                continue
            value = self._value(spec, offer)
            if value is None:
                if spec["required"]:
                    return None
                continue
            data[spec["name"]] = value
        return self._agree(offer, data)

    def _value(self, spec: Mapping[str, Any], offer: Mapping[str, Any]) -> Any:
        kind = spec["type"]
        if "options" in spec and kind == "choices":
            codes = [option["code"] for option in spec["options"]]
            return self.rng.sample(codes, self.rng.randint(1, min(2, len(codes))))
        if "options" in spec:
            return self.rng.choice(spec["options"])["code"]
        maker = getattr(self, f"_{kind}", None)
        assert maker is not None, f"the offer {offer['code']} has a field of type {kind!r} that no form can show"
        return maker(spec, offer)

    def _text(self, spec, offer):
        return self.rng.choice(WORDS)

    _textarea = _text

    def _citations(self, spec, offer):
        return []  # articles are another room's: none is written here

    def _position(self, spec, offer):
        return {"lng": 114.31, "lat": 30.59, "accuracy": self.rng.choice((8, 60))}

    _note = _text

    def _mentions(self, spec, offer):
        """Units that work on the case: whoever is named must be able to see it."""
        if spec["name"] == "mention_units":
            return sorted({part.unit_id for part in self.work.open_assignments()})[:5] or None
        return [self.actor.account_id]

    def _bool(self, spec, offer):
        return self.rng.random() < 0.7

    def _number(self, spec, offer):
        return self.rng.choice([1, 2, "0.5"])

    def _date(self, spec, offer):
        return (self.work.now.astimezone() + timedelta(days=self.rng.randint(1, 60))).date().isoformat()

    def _unit(self, spec, offer):
        units = list(self.known.units.values())
        if spec.get("under") == "own":
            part = self._part(offer)
            busy = {a.unit_id for a in self.work.open_assignments() if a.parent_id == part.pk}
            units = [u for u in units if part.unit_id in u.ancestors and u.id not in busy]
        return self.rng.choice(units).id if units else None

    def _units(self, spec, offer):
        busy = {a.unit_id for a in self.work.open_assignments()}
        units = [u.id for u in self.known.units.values() if u.id not in busy]
        return self.rng.sample(units, self.rng.randint(1, min(2, len(units)))) if units else None

    def _part(self, offer):
        return next(a for a in self.work.assignments if a.pk == offer["assignment_id"])

    def _category(self, spec, offer):
        fitting = [c.id for c in self.known.categories.values() if c.lifecycle == self.work.case.lifecycle]
        return self.rng.choice(fitting)

    def _kind(self, spec, offer):
        return self.rng.choice([k.code for k in self.known.kinds.values() if k.lifecycle == self.work.case.lifecycle])

    def _outcome(self, spec, offer):
        return self.rng.choice(sorted(self.known.outcomes))

    def _satisfaction(self, spec, offer):
        return self.rng.choice(["satisfied", "basically", "dissatisfied"])

    def _return_reason(self, spec, offer):
        return self.rng.choice(sorted(self.known.reasons))

    def _callback(self, spec, offer):
        planned = Callback.objects.filter(case=self.work.case, state=Callback.PLANNED).values_list("pk", flat=True)
        return self.rng.choice(sorted(planned)) if planned else None

    def _case(self, spec, offer):
        seen = access.visible_to(self.actor, Case.objects.filter(is_open=True, lifecycle=self.work.case.lifecycle))
        numbers = list(seen.exclude(pk=self.work.case.pk).order_by("id").values_list("number", flat=True))
        return self.rng.choice(numbers) if numbers else None

    def _files(self, spec, offer):
        row = StoredFile.objects.create(
            name="照片.jpg", kind="image", mime="image/jpeg", size=3, sha256="0" * 64,
            uploaded_by=self.actor.account_id,
        )  # fmt: skip
        return [str(row.pk)]

    def _lng(self, spec, offer):
        return round(114 + self.rng.random(), 4)

    def _lat(self, spec, offer):
        return round(30 + self.rng.random(), 4)

    def _parts(self, spec, offer):
        return [{"title": f"事项{n}", "text": self.rng.choice(WORDS)} for n in range(self.rng.randint(1, 2))]

    def _agree(self, offer: Mapping[str, Any], data: dict[str, Any]) -> dict[str, Any] | None:
        """What one answer asks of another, as the help texts say."""
        code = offer["code"]
        part = self._part(offer) if offer["assignment_id"] else None
        later = (self.work.now.astimezone() + timedelta(days=30)).date().isoformat()
        if code in ("dispatch", "reassign", "rule"):
            lead = self.work.lead
            if code == "reassign" and lead is not None and lead.unit_id == data["unit_id"]:
                others = [u for u in self.known.units if u != lead.unit_id]
                data["unit_id"] = self.rng.choice(others)
            data["co_unit_ids"] = [u for u in data.get("co_unit_ids", []) if u != data["unit_id"]]
        elif code == "return":
            data.setdefault("basis", "三定方案第五条")
            other = [u for u in self.known.units if u != part.unit_id]
            data["suggested_unit_id"] = self.rng.choice(other)
        elif code == "reply":
            data.setdefault("outcome", self._outcome({}, offer))
            data |= {"outcome_reason": "条件暂不具备", "review_date": later, "without_co": "协办事项另行办理"}
        elif code == "edit":
            if "lng" not in data or "lat" not in data:
                data.pop("lng", None), data.pop("lat", None)
        elif code == "callback":
            data |= {"solved": "no", "satisfaction": self._satisfaction({}, offer), "reasons": ["slow"]}
        elif code == "request_extension":
            clock = self.work.running("reply", part)[0]
            data |= {"told_requester": True, "amount": str(min(clock.amount, 1))}
        elif code == "request_suspension":
            data["review_date"] = later
        elif code == "finish_stage":
            stages = [s for s in ("stop_work", "penalty", "demolition") if self.work.running(s, part)]
            data["stage"] = self.rng.choice(stages)
        elif code in ("review", "decide_extension", "decide_suspension"):
            data.setdefault("note", "请补充说明")
        return data
